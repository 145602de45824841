"""Offer a collector three times what it can take, and see what it answers, holds in memory and keeps.

`python -m tests.faults.overload --seconds 600` is the long campaign. The load is open: requests leave at fixed moments
whatever became of those before, over a bounded number of connections. First one closed run tells what the collector can
take.
"""

from __future__ import annotations

import argparse
import asyncio
import base64
import os
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import func, select

from wend.bootstrap import open_workspace
from wend.kit.settings import Settings
from wend.store.facade import tables
from wend.workspaces.facade import create_key

EACH, TIMES, CONNECTIONS = 100, 3, 700
_EVENT = b'{"type":"track","event":"page.viewed","messageId":"@-%d","userId":"KH%d","timestamp":"2026-07-01T00:00:00Z"}'
_BATCH = b'{"batch":[' + b",".join(_EVENT % (n, n) for n in range(EACH)) + b"]}"


@dataclass
class Overload:
    """What an overloaded collector did."""

    offered_s: float = 0.0
    capacity_s: float = 0.0
    statuses: Counter[int] = field(default_factory=Counter)
    not_sent: int = 0
    without_retry_after: int = 0
    acknowledged: set[int] = field(default_factory=set)
    most_megabytes: float = 0.0
    calm_ms: float = 0.0
    kept: int = 0
    marks: int = 0

    @property
    def sound(self) -> bool:
        """Whether every answer was one of the three, and what was acknowledged is there, once, and nothing else."""
        events = len(self.acknowledged) * EACH
        only_known = set(self.statuses) <= {200, 429, 503} and not self.without_retry_after
        return only_known and self.kept == self.marks == events


@dataclass(frozen=True, slots=True)
class _Door:
    port: int
    head: bytes
    pid: int

    def request(self, number: int) -> bytes:
        body = _BATCH.replace(b"@", b"%d" % number)
        return self.head % len(body) + body

    def megabytes(self) -> float:
        pages = int(Path(f"/proc/{self.pid}/statm").read_text(encoding="ascii").split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


class _Line:
    """One connection, used again while it lives."""

    def __init__(self, door: _Door) -> None:
        self._door = door
        self._open: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def ask(self, number: int) -> tuple[int, bool]:
        """Send a batch; its status (0 when the line broke), and whether it was said when to come again.

        A line that was kept open may have been closed for being idle: it is opened once more, as every HTTP client
        does, and the ids of the messages make the repeat harmless. A fresh line that breaks is a fault.
        """
        while True:
            kept = self._open is not None
            try:
                return await self._asked(number)
            except (OSError, asyncio.IncompleteReadError):
                self.close()
                if not kept:
                    return 0, True

    async def _asked(self, number: int) -> tuple[int, bool]:
        if self._open is None:
            self._open = await asyncio.open_connection("127.0.0.1", self._door.port)
        reader, writer = self._open
        writer.write(self._door.request(number))
        head = await reader.readuntil(b"\r\n\r\n")
        length = re.search(rb"content-length: (\d+)", head)
        await reader.readexactly(int(length[1]) if length else 0)
        if b"connection: close" in head:
            self.close()
        return int(head[9:12]), b"retry-after: " in head

    def close(self) -> None:
        """Hang up."""
        if self._open is not None:
            self._open[1].close()
            self._open = None


@contextmanager
def _collector(data: Path) -> Iterator[_Door]:
    here = open_workspace(Settings(data=data))
    key = create_key(here, "write", "test", "web").key
    here.store.close()
    command = [sys.executable, "-m", "wend", "collect", "--data", str(data), "--port", "0"]
    environment = os.environ | {"WEND_COLLECT_RATE": "1000000"}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as process:
        assert process.stdout is not None
        found = re.search(r":(\d+)", process.stdout.readline())
        assert found is not None
        sign = base64.b64encode(f"{key}:".encode())
        head = b"POST /v1/batch HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\nauthorization: Basic "
        try:
            yield _Door(int(found[1]), head + sign + b"\r\ncontent-length: %d\r\n\r\n", process.pid)
        finally:
            process.terminate()
            process.wait(60)


async def _capacity(door: _Door, seconds: float, told: Overload) -> None:
    """Events a second when eight senders wait for their answers."""
    numbers, began = iter(range(10**9)), time.monotonic()

    async def one() -> None:
        line = _Line(door)
        while time.monotonic() - began < seconds:
            number = next(numbers)
            status, _ = await line.ask(number)
            told.statuses[status] += 1
            if status == 200:
                told.acknowledged.add(number)
        line.close()

    await asyncio.gather(*(one() for _ in range(8)))
    told.capacity_s = len(told.acknowledged) * EACH / seconds


async def _pour(door: _Door, seconds: float, told: Overload) -> None:
    """Three times as much, at fixed moments; what finds no free connection is not sent, as a sender would drop it."""
    rate = TIMES * told.capacity_s / EACH
    free = [_Line(door) for _ in range(CONNECTIONS)]
    going: set[asyncio.Task[None]] = set()
    began, offered = time.monotonic(), 0

    async def one(line: _Line, number: int) -> None:
        status, when = await line.ask(number)
        told.statuses[status] += 1
        told.without_retry_after += status in (429, 503) and not when
        if status == 200:
            told.acknowledged.add(number)
        free.append(line)

    while (passed := time.monotonic() - began) < seconds:
        for number in range(offered, int(passed * rate)):
            if not free:
                told.not_sent += 1
                continue
            task = asyncio.create_task(one(free.pop(), 10**6 + number))
            going.add(task)
            task.add_done_callback(going.discard)
        offered = max(offered, int(passed * rate))
        told.most_megabytes = max(told.most_megabytes, door.megabytes())
        await asyncio.sleep(0.005)
    told.offered_s = offered * EACH / seconds
    await asyncio.gather(*going)
    for line in free:
        line.close()


async def _calm(door: _Door, told: Overload) -> None:
    """How long one batch takes when it is over."""
    line = _Line(door)
    for number in range(20):
        began = time.monotonic()
        status, _ = await line.ask(10**9 + number)
        told.calm_ms = max(told.calm_ms, (time.monotonic() - began) * 1e3)
        if status == 200:
            told.acknowledged.add(10**9 + number)
    line.close()


def campaign(data: Path, seconds: float) -> Overload:
    """Measure, overload, and count what is left."""
    told = Overload()
    with _collector(data) as door:
        asyncio.run(_capacity(door, 4.0, told))
        asyncio.run(_pour(door, seconds, told))
        asyncio.run(_calm(door, told))
    here = open_workspace(Settings(data=data))
    inbox, marks = tables.inbox, tables.marks
    with here.store.reading("main") as reading:
        kept = reading.row(select(func.sum(inbox.c.events)).where(inbox.c.workspace == "main"))
        marked = reading.row(select(func.count()).select_from(marks).where(marks.c.workspace == "main"))
    told.kept, told.marks = int(kept[0] or 0) if kept else 0, int(marked[0]) if marked else 0
    return told


def main() -> None:
    """Run the campaign and say what came of it."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--seconds", type=float, default=600.0)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        told = campaign(Path(folder) / "data", given.seconds)
    events = len(told.acknowledged) * EACH
    said = (
        f"took {told.capacity_s:,.0f} events/s, was offered {told.offered_s:,.0f}",
        f"answers {dict(told.statuses)}, not sent {told.not_sent}",
        f"acknowledged {events:,}, kept {told.kept:,}, marks {told.marks:,}",
        f"at most {told.most_megabytes:.0f} MB; afterwards one batch in at most {told.calm_ms:.0f} ms",
    )
    sys.stdout.write("\n".join([*said, ""]))
    raise SystemExit(0 if told.sound else 1)


if __name__ == "__main__":
    main()
