"""The log that members of segments are measured over, its segments, and a clock that stands still until it is let go.

A year of events for many customers, and for every window some more of them so long ago that they run out while we look.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from wend.bootstrap import open_workspace
from wend.domain.names import Name
from wend.domain.stage import Stage, StageSet
from wend.domain.touchpoint import EventRule, Touchpoint
from wend.kit.settings import Settings
from wend.touchpoints import facade as touchpoints
from wend.workspaces.facade import Workspace

DAY, MICROS = 86_400, 1_000_000
WINDOWS = (1, 2, 3, 7, 14, 30, 60, 90, 180, 365)
KINDS = tuple(f"kind{number // 8}.happened{number % 8}" for number in range(40))
PROPERTIES = tuple(f'{{"size": "{size}"}}' for size in ("S", "M", "L", "XL"))
SIZES = pa.array(PROPERTIES)


def _said(condition: dict[str, Any]) -> dict[str, Any]:
    return {"version": 1, "condition": condition}


_BUSY = {"did": {"anything": True, "times": {"at_least": 2}, "in": {"last": "30d"}}}
_QUIET = {"silent": {"anything": True, "for": "60d"}}
RHYTHM = StageSet(
    "rhythm",
    Name("Rhythm", "Nhịp"),
    (
        Stage("there", Name("There", "Có mặt")),
        Stage("busy", Name("Busy", "Sôi nổi"), enter=_said(_BUSY), exit=_said({"none": [_BUSY]})),
        Stage("quiet", Name("Quiet", "Im lặng"), enter=_said(_QUIET), exit=_said({"none": [_QUIET]})),
    ),
)
"""Stages that time alone begins and ends."""
START = datetime(2026, 6, 1, tzinfo=UTC)
BATCH = 250_000


@dataclass
class MovedClock:
    """It stands at `START`; once it is let go, it runs as the machine's does."""

    ahead: timedelta | None = None

    def now(self) -> datetime:
        """The moment."""
        return START if self.ahead is None else datetime.now(UTC) + self.ahead

    def go(self) -> None:
        """Let it run."""
        self.ahead = START - datetime.now(UTC)


def opened(folder: Path, clock: MovedClock | None = None) -> Workspace:
    """The workspace in a folder."""
    return open_workspace(Settings(data=folder, threads=2), clock or MovedClock())


def said(number: int, *, registered: bool = False) -> dict[str, Any]:
    """The condition of a segment: one of eight kinds, over one of the windows. Where there are touchpoints and stages
    (see `register`), five more; exits are asked of the first ten segments, which are there before all others.
    """
    event, other = KINDS[number % 40], KINDS[(number * 7 + 3) % 40]
    days = WINDOWS[number % len(WINDOWS)]
    frame = {"last": f"{days}d"}
    large = {"where": [{"property": "size", "is": "L"}]}
    met, first = {"touchpoint": touchpoint(number % 40).key}, name_of(number % 10)
    kinds: list[dict[str, Any]] = [
        {"did": {"event": event, "in": frame}},
        {"did": {"event": event, "times": {"at_least": 2}, "in": frame}},
        {"did_not": {"event": event, "in": frame}},
        {"sum": {"event": event, "field": "amount", "at_least": 1_000_000, "in": frame}},
        {"silent": {"event": event, "for": f"{days}d"}},
        {"in_order": {"steps": [{"event": event}, {"event": other}], "within": f"{days}d"}},
        {"all": [{"did": {"event": event, "in": frame}}, {"did_not": {"event": other, "in": frame}}]},
        {"any": [{"did": {"event": event, "in": frame}}, {"silent": {"event": other, "for": "60d"}}]},
    ]
    further: list[dict[str, Any]] = [
        {"did": {"event": event, "in": frame} | large},
        {"did": {"times": {"at_least": 2}, "in": frame} | met},
        {"stage": {"is": "busy", "set": RHYTHM.key, "for": f"{days}d"}},
        {"did": {"stage": "quiet", "set": RHYTHM.key, "in": frame}},
        {"did": {"left_segment": first, "in": frame}},
    ]
    kinds += further if registered else []
    return _said(kinds[(number // 10) % len(kinds)])


def name_of(number: int) -> str:
    """The key of a segment."""
    return f"segment-{number}"


def touchpoint(number: int) -> Touchpoint:
    """What covers an event, on whatever channel."""
    key = KINDS[number].replace(".", "_")
    return Touchpoint(key, Name(key, key), "web", EventRule((KINDS[number],)))


def register(here: Workspace) -> None:
    """Every event is a touchpoint, and customers stand in stages that time alone begins and ends."""
    every = tuple(touchpoint(number) for number in range(40))
    touchpoints.save(here, touchpoints.Registry(every, (RHYTHM,), RHYTHM.key))


def history(everybody: int, each: int, seconds: int = 0, a_second: int = 0, seed: int = 7) -> Iterator[pa.Table]:
    """What everybody did in a year, and what runs out in the seconds after `START`."""
    rng = np.random.default_rng(seed)
    begin, total = int(START.timestamp()), everybody * each
    for first in range(0, total, BATCH):
        n = min(BATCH, total - first)
        yield _table(rng, everybody, np.sort(begin - rng.integers(60, 365 * DAY, n)))
    for days in WINDOWS if seconds else ():
        n = seconds * a_second // len(WINDOWS)
        yield _table(rng, everybody, np.sort(begin - days * DAY + rng.integers(1, seconds, n)))


def _table(rng: np.random.Generator, everybody: int, times: np.ndarray) -> pa.Table:
    n = len(times)
    who = pa.array(rng.integers(0, everybody, n).astype(str))
    return pa.table(
        {
            "subject": pc.binary_join_element_wise("customer:", who, ""),
            "event": pa.array(KINDS).take(pa.array(rng.integers(0, 40, n))),
            "channel": pa.array(["web"] * n),
            "occurred_at": pa.array(times * MICROS).cast(pa.timestamp("us", tz="UTC")),
            "amount": pa.array(rng.integers(10_000, 900_000, n)),
            "properties": SIZES.take(pa.array(rng.integers(0, len(SIZES), n))),
        }
    )


def build(here: Workspace, tables: Iterator[pa.Table], *, dossiers: bool = True) -> None:
    """The log and its journal; dossiers are for whoever is looked at alone."""
    with here.log.writer("import_1") as writer:
        for table in tables:
            staged = writer.stage(table)
            with here.store.work(here.name) as work:
                here.log.promise(work, staged)
            writer.settle(staged)
    here.log.journal(exact=True)
    if dossiers:
        here.log.dossiers.keep()
