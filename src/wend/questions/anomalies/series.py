"""From what was counted day by day to series, and the changes of each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from math import log
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from wend.engines import budgets
from wend.folds.daily import DAY, DailyAnswer, DailyParams
from wend.methods.changes import LEAST_DAYS, LEAST_SCORE, Change, Series, changes, rhythm
from wend.methods.correction import LEVEL
from wend.questions.anomalies.groups import Groupings

Measure = Literal["conversion", "customers", "seconds"]
Counts = NDArray[np.int64]

LEAST_POINTS, LEAST_PART = 0.05, 0.2
"""A conversion changes by at least five points and a fifth of itself …"""
LEAST_LESS = 0.3
"""… a volume by three tenths of itself …"""
LEAST_LONGER = 32 * float(np.log2(1.25))
"""… and a time by a quarter, in bins of 32 to a doubling."""
LEAST_TRIED, LEAST_CUSTOMERS, LEAST_PAYING = 200, 400, 30
FEW_VALUES = 12
"""Values of divisions up to this size are also looked at within each channel."""
THREADS = 2


@dataclass(frozen=True, slots=True)
class Line:
    """One series: a step or a leg, of one group. `before` and `step` are places of watched steps.

    `starts_on` is the day of the log on which it begins, `worth` the money per customer who comes to its end, in minor
    units.
    """

    measure: Measure
    before: int | None
    step: int
    group: str
    series: Series
    starts_on: int
    worth: float


@dataclass(frozen=True, slots=True)
class Found:
    """A change of a line."""

    line: Line
    change: Change

    @property
    def first(self) -> int:
        """Day of the log on which it began."""
        return self.line.starts_on + self.change.first

    @property
    def last(self) -> int:
        """Last day of the log on which it held."""
        return self.line.starts_on + self.change.last


@dataclass(frozen=True, slots=True)
class Counted:
    """An answer of the fold, cut into (channel, value) and days; days that are not over are left out."""

    params: DailyParams
    legs: Sequence[tuple[int, int, int]]
    groupings: Groupings
    answer: DailyAnswer

    def _cut(self, cells: Counts, rows: int) -> Counts:
        return cells.reshape(rows, *self.groupings.shape, self.params.days)

    def lines(self, groups: Sequence[tuple[int | None, int | None]]) -> Iterator[Line]:
        """Every series of these groups that is rich enough to be looked at; None stands for all together."""
        watched, legs = self.params.watched, len(self.legs)
        customers = self._cut(self.answer.customers, watched)
        paid = self.answer.paid.reshape(watched, *self.groupings.shape)
        end = last_full_day(customers.sum(axis=(0, 1, 2)))
        cut = [self._cut(cells, legs) for cells in self.answer[1:5]]
        for channel, value in groups:
            name = self.groupings.name(channel, value)
            mine = [_of(part, channel, value) for part in (customers, *cut)]
            worth = _worth(customers.sum(axis=3), paid, channel, value)
            for p in range(watched):
                yield from _volume(p, name, mine[0][p][:end], float(worth[p]))
            for number, (a, b, within) in enumerate(self.legs):
                known = max(0, end - (within + DAY - 1) // DAY)
                tried, came, took, squares = (part[number][:known].astype(np.float64) for part in mine[1:])
                yield from _leg((a, b), name, (tried, came, took, squares), float(worth[b]))


def _of(part: Counts, channel: int | None, value: int | None) -> Counts:
    """One channel and value of a table [row, channel, value, …], or all of them together."""
    over = part.sum(axis=1) if channel is None else part[:, channel]
    chosen: Counts = over.sum(axis=1) if value is None else over[:, value]
    return chosen


def _worth(customers: Counts, paid: Counts, channel: int | None, value: int | None) -> NDArray[np.float64]:
    """By step: money per customer of the group, or of its channel, or of everybody, where enough are seen: an order may
    not say on which platform it was prepared.
    """
    worth = np.zeros(len(customers))
    for of in ((None, None), (channel, None), (channel, value)):
        n = _of(customers, *of)
        worth = np.where(n >= LEAST_PAYING, _of(paid, *of) / np.maximum(n, 1), worth)
    return worth


def last_full_day(totals: Counts) -> int:
    """How many days the log really has: what lies beyond them is promised, or a day that is not over."""
    end = len(totals)
    while end > 1 and totals[end - 1] < np.median(totals[max(0, end - 29) : end]) / 2:
        end -= 1
    return end - 1


def _volume(step: int, group: str, counts: Counts, worth: float) -> Iterator[Line]:
    """What is not done on most days, such as letters sent in batches, has no usual level."""
    begun = np.flatnonzero(counts)
    if counts.sum() < LEAST_CUSTOMERS or len(counts) - begun[0] < LEAST_DAYS:
        return
    if len(begun) < (begun[-1] - begun[0] + 1) / 2:
        return
    total = counts[begun[0] :].astype(np.float64)
    yield Line("customers", None, step, group, Series("count", rhythm(total), total), int(begun[0]), worth)


def _leg(ends: tuple[int, int], group: str, cells: tuple[NDArray[np.float64], ...], worth: float) -> Iterator[Line]:
    tried, came, took, squares = cells
    begun = np.flatnonzero(tried)
    if tried.sum() < LEAST_TRIED or len(tried) - begun[0] < LEAST_DAYS:
        return
    first = int(begun[0])
    share = float(came.sum() / tried.sum())
    if 0.02 < share < 0.995:
        yield Line("conversion", *ends, group, Series("share", tried[first:], came[first:]), first, worth)
    n = came.sum()
    variance = float((squares.sum() - took.sum() ** 2 / max(n, 1)) / max(n - 1, 1))
    if n >= LEAST_TRIED and variance > 0:
        yield Line("seconds", *ends, group, Series("mean", came[first:], took[first:], variance), first, worth)


def groups_of(groupings: Groupings, alone: bool) -> list[tuple[int | None, int | None]]:
    """The groups worth a look: with `alone` everybody and each channel; always each value, and small divisions within
    each channel.
    """
    channels = [c for c, name in enumerate(groupings.channels) if name]
    several = len(channels) > 1
    values = range(len(groupings.values))
    made: list[tuple[int | None, int | None]] = []
    if alone:
        made += [(None, None), *((c, None) for c in channels if several)]
    made += [(None, value) for value in values]
    if several and len(values) <= FEW_VALUES:
        made += [(c, value) for c in channels for value in values]
    return made


def search(lines: Sequence[Line], seed: int = 0) -> list[Found]:
    """All changes of all lines: one more walk of the question, through series instead of events."""
    least = {"conversion": (LEAST_POINTS, LEAST_PART), "customers": (0.0, LEAST_LESS), "seconds": (LEAST_LONGER, 0.0)}
    score = max(LEAST_SCORE, log(max(len(lines), 1) / (2 * LEVEL)))

    budget = budgets.current()
    budget.progress.begin(len(lines))

    def one(line: Line) -> list[Found]:
        budget.check()
        found = [Found(line, change) for change in changes(line.series, *least[line.measure], seed, score)]
        budget.progress.passed(1)
        return found

    with ThreadPoolExecutor(THREADS) as pool:
        return [found for each in pool.map(one, lines) for found in each]
