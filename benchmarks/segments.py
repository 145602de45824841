"""Members of segments under load: `make bench-segments` (`python -m benchmarks.segments`).

A year of events for many customers, and for every window some more of them so long ago that they run out while we look.
Segments of all kinds over windows of one day to one year are computed; then events come in, and how long it takes until
the entry or exit that follows is on disk is measured from the commit of the event, or from the moment at which the
window ran out. The clock is the machine's, moved. Everything runs in one process: sender, follower, and the mover.
"""

from __future__ import annotations

import argparse
import tempfile
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from benchmarks.measure import load
from wend.bootstrap import open_workspace
from wend.kit.clock import epoch_micros
from wend.kit.settings import Settings
from wend.log import live
from wend.log.live import LiveRow
from wend.segments import facade as segments
from wend.segments.live import computing, following, repository
from wend.worker.kinds import KINDS
from wend.worker.worker import Worker
from wend.workspaces.facade import Workspace

DAY = 86_400
MICROS = 1_000_000
WINDOWS = (1, 2, 3, 7, 14, 30, 60, 90, 180, 365)
KINDS_OF_EVENTS = tuple(f"kind{number // 8}.happened{number % 8}" for number in range(40))
START = datetime(2026, 6, 1, tzinfo=UTC)
BATCH = 250_000
GROUP_S = 0.02
"""How often the sender commits what has come."""


@dataclass
class MovedClock:
    """The machine's clock, so far off that the load begins at `START`."""

    ahead: timedelta = timedelta()

    def now(self) -> datetime:
        """The moment."""
        return datetime.now(UTC) + self.ahead

    def begin(self) -> None:
        """Let it be START."""
        self.ahead = START - datetime.now(UTC)


@dataclass
class Seen:
    """What was measured."""

    sent: dict[str, float] = field(default_factory=dict)
    by_event: list[float] = field(default_factory=list)
    by_window: list[float] = field(default_factory=list)
    early: int = 0
    changes: int = 0


def said(number: int) -> dict[str, Any]:
    """The condition of a segment: one of eight kinds, over one of the windows."""
    event, other = KINDS_OF_EVENTS[number % 40], KINDS_OF_EVENTS[(number * 7 + 3) % 40]
    days = WINDOWS[number % len(WINDOWS)]
    frame = {"last": f"{days}d"}
    kinds: tuple[dict[str, Any], ...] = (
        {"did": {"event": event, "in": frame}},
        {"did": {"event": event, "times": {"at_least": 2}, "in": frame}},
        {"did_not": {"event": event, "in": frame}},
        {"sum": {"event": event, "field": "amount", "at_least": 1_000_000, "in": frame}},
        {"silent": {"event": event, "for": f"{days}d"}},
        {"in_order": {"steps": [{"event": event}, {"event": other}], "within": f"{days}d"}},
        {"all": [{"did": {"event": event, "in": frame}}, {"did_not": {"event": other, "in": frame}}]},
        {"any": [{"did": {"event": event, "in": frame}}, {"silent": {"event": other, "for": "60d"}}]},
    )
    return {"version": 1, "condition": kinds[(number // 10) % len(kinds)]}


def history(everybody: int, each: int, seconds: int, a_second: int, seed: int = 7) -> Iterator[pa.Table]:
    """What everybody did in a year, and what runs out from `START` on: so many windows a second."""
    rng = np.random.default_rng(seed)
    begin, total = int(START.timestamp()), everybody * each
    for first in range(0, total, BATCH):
        n = min(BATCH, total - first)
        yield _table(rng, everybody, np.sort(begin - rng.integers(60, 365 * DAY, n)))
    for days in WINDOWS:
        n = seconds * a_second // len(WINDOWS)
        yield _table(rng, everybody, np.sort(begin - days * DAY + rng.integers(0, max(1, seconds), n)))


def _table(rng: np.random.Generator, everybody: int, times: np.ndarray) -> pa.Table:
    n = len(times)
    who = pa.array(rng.integers(0, everybody, n).astype(str))
    return pa.table(
        {
            "subject": pc.binary_join_element_wise("customer:", who, ""),
            "event": pa.array(KINDS_OF_EVENTS).take(pa.array(rng.integers(0, 40, n))),
            "channel": pa.array(["web"] * n),
            "occurred_at": pa.array(times * MICROS).cast(pa.timestamp("us", tz="UTC")),
            "amount": pa.array(rng.integers(10_000, 900_000, n)),
        }
    )


def build(here: Workspace, tables: Iterator[pa.Table]) -> None:
    """The log, its journal and its dossiers."""
    with here.log.writer("import_1") as writer:
        for table in tables:
            staged = writer.stage(table)
            with here.store.work(here.name) as work:
                here.log.promise(work, staged)
            writer.settle(staged)
    here.log.journal(exact=True)
    here.log.dossiers.keep()


def send(here: Workspace, seen: Seen, everybody: int, rate: int, ended: threading.Event) -> None:
    """Commit events at this rate, a few together, as a collector does."""
    rng, number, began = np.random.default_rng(11), 0, time.perf_counter()
    while not ended.is_set():
        due = int((time.perf_counter() - began) * rate) - number
        if due > 0:
            now = epoch_micros(here.clock.now())
            rows = [_row(number + k, int(rng.integers(everybody)), int(rng.integers(40)), now) for k in range(due)]
            with here.store.work(here.name) as work:
                live.promise(work, rows)
            at = here.clock.now().timestamp()
            seen.sent.update((str(row["event_id"]), at) for row in rows)
            number += due
        ended.wait(GROUP_S)


def _row(number: int, who: int, kind: int, now: int) -> LiveRow:
    return LiveRow(
        event_id=live.event_id("bench", str(number)),
        subject=f"customer:{who}",
        identifiers=None,
        event=KINDS_OF_EVENTS[kind],
        channel="web",
        occurred_at=now,
        received_at=now,
        rating=None,
        expectation=None,
        about=None,
        amount=100_000,
        currency="VND",
        source="bench",
        properties=None,
    )


def follow(here: Workspace, seen: Seen, ended: threading.Event) -> None:
    """The follower as the worker runs it, with an eye on what is on disk after each portion."""
    last = 0
    while not ended.is_set():
        if not following.is_wanted(here):
            ended.wait(0.1)
            continue
        following.step(here)
        at = here.clock.now().timestamp()
        with here.store.reading(here.name) as reading:
            fresh = repository.changes_after(reading, last)
        for change in fresh:
            last = max(last, change.sequence)
            seen.changes += 1
            if change.why == "event" and change.because in seen.sent:
                seen.by_event.append(at - seen.sent[change.because])
            elif change.why == "window":
                seen.by_window.append(at - change.at)
                seen.early += at < change.at


def move(here: Workspace, ended: threading.Event) -> None:
    """The rest of the background work."""
    worker = Worker(here, [kind for kind in KINDS if kind.name in ("move", "dossiers")])
    while not ended.wait(2):
        worker.run_due()


def told(name: str, seconds: list[float]) -> None:
    """Percentiles of delays."""
    if not seconds:
        print(f"{name}: none")
        return
    half, most, worst = np.percentile(seconds, [50, 95, 100])
    print(f"{name}: {len(seconds):,} changes, half within {half:.3f} s, 95 % within {most:.3f} s, all in {worst:.3f} s")


def under_load(arguments: argparse.Namespace, folder: Path) -> None:
    """Compute, then follow."""
    clock = MovedClock()
    here = open_workspace(Settings(data=folder, threads=2), clock)
    everybody, seconds = arguments.customers, arguments.seconds
    clock.begin()
    began = time.perf_counter()
    build(here, history(everybody, arguments.events, arguments.prepare + seconds, arguments.expiries))
    print(f"log: {here.log.journal().events:,} events of {everybody:,} customers, {time.perf_counter() - began:.0f} s")
    for number in range(arguments.segments):
        segments.create(here, f"Segment {number}", said(number), "bench")
    clock.begin()
    began, busy = time.perf_counter(), time.process_time()
    segments.catch_up(here)
    took = (time.perf_counter() - began, time.process_time() - busy)
    print(f"first computation of {arguments.segments} segments: {took[0]:.1f} s, {took[1]:.1f} s of CPU")
    print(f"members in all: {sum(each.size for each in segments.segments(here)):,}")
    for rate in (0, arguments.rate):
        watch(here, rate, everybody, seconds)


def watch(here: Workspace, rate: int, everybody: int, seconds: int) -> None:
    """So many events a second, so long."""
    seen, ended = Seen(), threading.Event()
    threads = [
        threading.Thread(target=follow, args=(here, seen, ended)),
        threading.Thread(target=move, args=(here, ended)),
        *([threading.Thread(target=send, args=(here, seen, everybody, rate, ended))] if rate else []),
    ]
    began, busy = time.perf_counter(), time.process_time()
    for each in threads:
        each.start()
    time.sleep(seconds)
    ended.set()
    for each in threads:
        each.join()
    took, cpu = time.perf_counter() - began, time.process_time() - busy
    print(f"\n{rate} events a second for {took:.0f} s: {len(seen.sent):,} sent, {cpu / took:.2f} cores, {load()}")
    told("  by event", seen.by_event)
    told("  by window", seen.by_window)
    print(f"  early: {seen.early}, changes in all: {seen.changes:,}")


def rebuild(customers: int, wanted: int, folder: Path) -> None:
    """All segments over everybody: from nothing, and again."""
    here = open_workspace(Settings(data=folder, threads=2), MovedClock())
    build(here, history(customers, 10, 1, 0))
    for number in range(wanted):
        segments.create(here, f"Segment {number}", said(number * 9), "bench")
    for name in ("from nothing", "again", "again"):
        began, busy = time.perf_counter(), time.process_time()
        computing.compute(here)
        took, cpu = time.perf_counter() - began, time.process_time() - busy
        told_as = f"{wanted} segments × {customers:,} customers"
        print(f"rebuild {name}: {told_as}, {took:.2f} s, {cpu:.2f} s of CPU, {load()}")
        for each in segments.segments(here):
            segments.recount(here, each.key, "bench")


def main() -> None:
    """Measure."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--customers", type=int, default=1_000_000)
    parser.add_argument("--events", type=int, default=10, help="of each customer in the year before")
    parser.add_argument("--segments", type=int, default=200)
    parser.add_argument("--rate", type=int, default=500, help="events a second")
    parser.add_argument("--expiries", type=int, default=50, help="events a second that leave a window")
    parser.add_argument("--prepare", type=int, default=600, help="seconds that the first computation may take")
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--rebuild", type=int, default=50_000, help="customers of the full rebuild of 21 segments")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        rebuild(arguments.rebuild, 21, Path(folder) / "rebuild")
        if arguments.segments:
            under_load(arguments, Path(folder) / "load")


if __name__ == "__main__":
    main()
