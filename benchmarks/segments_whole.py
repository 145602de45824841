"""Everybody at once: all segments rebuilt, one computed for the first time, and the count while one is built."""

from __future__ import annotations

import shutil
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from sqlalchemy import delete

from benchmarks.measure import load
from benchmarks.segments_log import KINDS, START, build, history, opened, said
from wend.questions import facade as questions
from wend.segments import facade as segments
from wend.segments.live import computing
from wend.store.facade import tables
from wend.workspaces.facade import Workspace

REPEATS = 5
MINUTE = 60
A, B, C = KINDS[0], KINDS[3], KINDS[10]
SIZE = {"property": "size", "is": "M"}
CONDITIONS: dict[str, dict[str, Any]] = {
    "three times in 30 days": {"did": {"event": A, "times": {"at_least": 3}, "in": {"last": "30d"}}},
    "with a property, in 90 days": {"did": {"event": A, "where": [SIZE], "in": {"last": "90d"}}},
    "money in 180 days": {"sum": {"event": A, "field": "amount", "at_least": 1_000_000, "in": {"last": "180d"}}},
    "silent for 30 days": {"silent": {"anything": True, "for": "30d"}},
    "A, then B within 7 days": {"in_order": {"steps": [{"event": A}, {"event": B}], "within": "7d"}},
    "three statements": {
        "all": [
            {"did": {"event": A, "in": {"last": "90d"}}},
            {"did_not": {"event": B, "in": {"last": "30d"}}},
            {"any": [{"did": {"event": C, "where": [SIZE]}}, {"silent": {"event": A, "for": "60d"}}]},
        ]
    },
}
"""What is counted while it is built; the first two are also what is computed over the whole log."""


@dataclass(frozen=True)
class Rebuilt:
    """All segments over everybody, from nothing and again; seconds and seconds of CPU."""

    customers: int
    segments: int
    nothing: tuple[float, float]
    again: tuple[float, float]
    load: str


@dataclass(frozen=True)
class Computed:
    """One segment over a whole log for the first time, and the second time it is done from nothing."""

    name: str
    events: int
    customers: int
    members: int
    seconds: tuple[float, float]
    load: str


@dataclass(frozen=True)
class Counted:
    """What is asked while a condition is built, of another minute each time: medians of the count, the sample and the
    trend, and of all three the first time, the median and the worst.
    """

    name: str
    customers: int
    events: int
    first: float
    count: float
    sample: float
    trend: float
    median: float
    worst: float
    load: str


def rebuild(customers: int, wanted: int) -> Rebuilt:
    """From nothing, with everything compiled and loaded, and again; medians."""
    with tempfile.TemporaryDirectory() as folder:
        here = opened(Path(folder))
        build(here, history(customers, 10), dossiers=False)
        times: dict[str, list[tuple[float, float]]] = {"nothing": [], "again": []}
        for _ in range(REPEATS):
            for number in range(wanted):
                segments.create(here, f"Segment {number}", said(number * 9), "bench")
            times["nothing"].append(_timed(here))
            for each in segments.segments(here):
                segments.recount(here, each.key, "bench")
            times["again"].append(_timed(here))
            _forget(here)
        return Rebuilt(customers, wanted, _middle(times["nothing"]), _middle(times["again"]), load())


def _middle(times: list[tuple[float, float]]) -> tuple[float, float]:
    """The median, without the first time: it loads what is compiled."""
    return sorted(times[1:])[len(times[1:]) // 2]


def prepare(folder: Path, customers: int, each: int) -> None:
    """A log without segments; nothing when it is there."""
    if (folder / "built").exists():
        return
    shutil.rmtree(folder, ignore_errors=True)
    here = opened(folder)
    began = time.perf_counter()
    build(here, history(customers, each), dossiers=False)
    (folder / "built").touch()
    print(f"{here.log.journal().events:,} events built in {time.perf_counter() - began:.0f} s", flush=True)


def first(folder: Path) -> list[Computed]:
    """Segments of one condition each, computed alone; properties that were read before are forgotten."""
    for kept in folder.rglob("*.property"):
        kept.unlink()
    here, found = opened(folder), []
    journal = here.log.journal(exact=True)
    for name in list(CONDITIONS)[:2]:
        seconds = []
        for _ in range(2):
            segments.create(here, name, {"version": 1, "condition": CONDITIONS[name]}, "bench")
            seconds.append(_timed(here)[0])
            [made] = segments.segments(here)
            _forget(here)
        found.append(Computed(name, journal.events, journal.customers, made.size, (seconds[0], seconds[1]), load()))
    return found


def counts(folder: Path) -> list[Counted]:
    """Server time of the calls that the endpoints make, one after the other."""
    here, found = opened(folder), []
    journal = here.log.journal()
    sizes = (journal.customers, journal.events)
    for name, condition in CONDITIONS.items():
        given = {"version": 1, "condition": condition}
        times = [_asked(here, given, int(START.timestamp()) + each * MINUTE) for each in range(REPEATS + 1)]
        count, sample, trend = (median(part) for part in zip(*times[1:], strict=True))
        together = [sum(each) for each in times]
        whole = (together[0], count, sample, trend, median(together[1:]), max(together[1:]))
        found.append(Counted(name, *sizes, *whole, load()))
    return found


def _asked(here: Workspace, given: dict[str, Any], at: int) -> list[float]:
    """Seconds of the count, the sample and the trend."""
    seconds = []
    for ask in (questions.count, questions.sample, questions.sizes):
        began = time.perf_counter()
        ask(here, given, at)
        seconds.append(time.perf_counter() - began)
    return seconds


def _timed(here: Workspace) -> tuple[float, float]:
    began, busy = time.perf_counter(), time.process_time()
    assert computing.compute(here)
    return time.perf_counter() - began, time.process_time() - busy


def _forget(here: Workspace) -> None:
    for each in segments.segments(here):
        segments.remove(here, each.key, "bench")
    with here.store.work(here.name) as work:
        work.execute(delete(tables.segment_standings).where(tables.segment_standings.c.workspace == here.name))
