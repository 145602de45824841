"""Members of segments under load: what comes in, what runs out, and how long until the entry or exit is on disk.

Measured from the commit of the event, or from the moment at which the window ran out. Sender, follower and mover run in
one process; the processor time of the follower's thread is told apart.
"""

from __future__ import annotations

import resource
import shutil
import tempfile
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from benchmarks.measure import load
from benchmarks.segments_log import KINDS, PROPERTIES, MovedClock, build, history, name_of, opened, register, said
from wend.kit.clock import epoch_micros
from wend.log import live
from wend.log.live import LiveRow
from wend.questions import facade as questions
from wend.segments import facade as segments
from wend.segments.live import following, repository
from wend.worker import kinds
from wend.worker.worker import Worker
from wend.workspaces.facade import Workspace

GROUP_S = 0.02
"""How often the sender commits what has come."""
KIB, GIB = 1 << 10, 1 << 30
Delays = tuple[float, float, float]
"""Half, 95 of a hundred, and all are within so many seconds."""


@dataclass
class Seen:
    """What was measured."""

    sent: dict[str, float] = field(default_factory=dict)
    by_event: list[float] = field(default_factory=list)
    by_window: list[float] = field(default_factory=list)
    early: int = 0
    changes: int = 0
    follower: float = 0.0


@dataclass(frozen=True)
class Load:
    """One load. `cores` are those of the whole process, `follower` those of its thread alone."""

    customers: int
    segments: int
    members: int
    computed: float
    rate: int
    seconds: float
    sent: int
    changes: int
    by_event: Delays | None
    by_window: Delays | None
    windows: int
    early: int
    cores: float
    follower: float
    memory: float
    load: str


def prepare(folder: Path, customers: int, wanted: int, seconds: int, expiries: int) -> None:
    """The log, the segments, and their members at `START`; nothing when they are there."""
    if (folder / "computed").exists():
        return
    shutil.rmtree(folder, ignore_errors=True)
    here = opened(folder)
    began = time.perf_counter()
    build(here, history(customers, 10, 2 * seconds + 10, expiries))
    print(f"{here.log.journal().events:,} events built in {time.perf_counter() - began:.0f} s", flush=True)
    register(here)
    for number in range(wanted):
        segments.create(here, f"Segment {number}", said(number, registered=True), "bench", key=name_of(number))
    began = time.perf_counter()
    segments.catch_up(here)
    (folder / "computed").write_text(f"{time.perf_counter() - began:.1f}")


def loads(folder: Path, customers: int, rate: int, seconds: int) -> list[Load]:
    """What runs out alone, then with so many events a second, in a copy of what was prepared. Loops are loaded before,
    as a server does.
    """
    questions.warm()
    with tempfile.TemporaryDirectory(dir=folder.parent) as copy:
        shutil.copytree(folder, copy, dirs_exist_ok=True)
        clock = MovedClock()
        here = opened(Path(copy), clock)
        segments.catch_up(here)
        computed = float((folder / "computed").read_text())
        clock.go()
        return [_load(here, computed, customers, each, seconds) for each in (0, rate)]


def _load(here: Workspace, computed: float, customers: int, rate: int, seconds: int) -> Load:
    seen, ended = Seen(), threading.Event()
    threads = [
        threading.Thread(target=follow, args=(here, seen, ended)),
        threading.Thread(target=move, args=(here, ended)),
        *([threading.Thread(target=send, args=(here, seen, customers, rate, ended))] if rate else []),
    ]
    began, busy = time.perf_counter(), time.process_time()
    for each in threads:
        each.start()
    ended.wait(seconds)
    ended.set()
    for each in threads:
        each.join()
    took, cpu = time.perf_counter() - began, time.process_time() - busy
    known = segments.segments(here)
    return Load(
        customers,
        len(known),
        sum(each.size for each in known),
        computed,
        rate,
        took,
        len(seen.sent),
        seen.changes,
        _delays(seen.by_event),
        _delays(seen.by_window),
        len(seen.by_window),
        seen.early,
        cpu / took,
        seen.follower / took,
        resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * KIB / GIB,
        load(),
    )


def _delays(seconds: list[float]) -> Delays | None:
    if not seconds:
        return None
    half, most, worst = np.percentile(seconds, [50, 95, 100]).tolist()
    return half, most, worst


def send(here: Workspace, seen: Seen, everybody: int, rate: int, ended: threading.Event) -> None:
    """Commit events at this rate, a few together, as a collector does."""
    rng, number, began = np.random.default_rng(11), 0, time.perf_counter()
    while not ended.is_set():
        due = int((time.perf_counter() - began) * rate) - number
        if due > 0:
            now = epoch_micros(here.clock.now())
            told = rng.integers([everybody, 40, len(PROPERTIES)], size=(due, 3)).tolist()
            rows = [_row(number + k, who, kind, size, now) for k, (who, kind, size) in enumerate(told)]
            with here.store.work(here.name) as work:
                live.promise(work, rows)
            at = here.clock.now().timestamp()
            seen.sent.update((str(row["event_id"]), at) for row in rows)
            number += due
        ended.wait(GROUP_S)


def _row(number: int, who: int, kind: int, size: int, now: int) -> LiveRow:
    return LiveRow(
        event_id=live.event_id("bench", str(number)),
        subject=f"customer:{who}",
        identifiers=None,
        event=KINDS[kind],
        channel="web",
        occurred_at=now,
        received_at=now,
        rating=None,
        expectation=None,
        about=None,
        amount=100_000,
        currency="VND",
        source="bench",
        properties=PROPERTIES[size],
    )


def follow(here: Workspace, seen: Seen, ended: threading.Event) -> None:
    """The follower as the worker runs it, with an eye on what is on disk after each portion."""
    with here.store.reading(here.name) as reading:
        last = repository.last_change(reading)
    while not ended.is_set():
        if not _timed(seen, lambda: following.is_wanted(here)):
            ended.wait(0.1)
            continue
        _timed(seen, lambda: following.step(here))
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


def _timed(seen: Seen, run: Callable[[], bool]) -> bool:
    busy = time.thread_time()
    answer = run()
    seen.follower += time.thread_time() - busy
    return answer


def move(here: Workspace, ended: threading.Event) -> None:
    """The rest of the background work."""
    worker = Worker(here, [kind for kind in kinds.KINDS if kind.name in ("move", "dossiers")])
    while not ended.wait(2):
        worker.run_due()
