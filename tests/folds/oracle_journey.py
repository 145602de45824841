"""A customer's list as a journey, in plain Python: what several oracles share."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

import numpy as np

from tests.folds.journals import NONE, Event
from wend.folds import histogram
from wend.folds.contract import Cells
from wend.folds.journey import LONGEST, Cutting

Shown = Sequence[Sequence[tuple[Event, bool]]]
BINS = histogram.BINS


class Told(NamedTuple):
    """A journey: all its events, its steps with their times, whether it had the outcome, whether it was cut short."""

    events: list[Event]
    steps: list[tuple[int, int]]
    outcome: bool
    tail: bool

    @property
    def codes(self) -> tuple[int, ...]:
        """The steps without their times."""
        return tuple(code for code, _ in self.steps)

    @property
    def felt(self) -> list[int]:
        """n, sum and sum of squares of its ratings."""
        ratings = [event.rating for event in self.events if event.rating != NONE]
        return [len(ratings), sum(ratings), sum(rating**2 for rating in ratings)]


def journeys(shown: Shown, cut: Cutting) -> list[Told]:
    """The journey of every customer of whom anything counts."""
    people = [[event for event, counts in own if counts] for own in shown]
    return [_told(events, cut) for events in people if events]


def _told(events: list[Event], cut: Cutting) -> Told:
    codes = [event.step for event in events]
    outcome = cut.outcome in codes
    before = events[: codes.index(cut.outcome)] if outcome else events
    runs = [next(run) for _, run in groupby(before, key=lambda event: event.step)]
    return Told(events, [(e.step, e.at) for e in runs[:LONGEST]], outcome, len(runs) > LONGEST)


def cells(counts: Sequence[int] | dict[int, int], size: int) -> Cells:
    """Counts by place as an array, or a list as it is."""
    out = np.zeros(size, np.int64)
    for place, count in counts.items() if isinstance(counts, dict) else enumerate(counts):
        out[place] = count
    return out


def plain_bin(value: int) -> int:
    """The last bin that begins at or below the value."""
    return max(0, int(np.searchsorted(histogram.edges()[:-1], value, side="right")) - 1)
