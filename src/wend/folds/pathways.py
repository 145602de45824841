"""Counts under paths of letters, dense or open: what `paths` is asked with and what it answers.

A path is a row of letters: events told as one share a letter, hidden ones have none. Its key is the number that has the
letters as digits, the first one highest, in a base with one more digit for *nothing came after this*; free places at
the end are 0. A prefix has a key of its own in the same way, and so have two neighbouring letters at their places, with
0 on both sides. Keys are whole numbers below 2**62, never hashes: two paths are never counted as one.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from wend.folds import table
from wend.folds.contract import Cells

MOST_DENSE = 1 << 22
LARGEST_KEY = 1 << 62
NO_GAP = 2**61
EVERY_KEY = -1
LOST, PATHS, PEOPLE, LONGER, UNFINISHED = range(5)
"""Places in `totals`."""
AFTER, AFTER_EVERY, BEFORE, BETWEEN = range(4)
"""What is looked at: after one anchor, after every anchor, before an end, from a start to an end."""


class PathsParams(NamedTuple):
    """`letters[code]` 1, 2 … (0 = not seen); `base` letters + 2; `powers[k]` what a digit counts at place k.

    `start` and `end` are letters (0 = none), `every` 1 = each anchor and not only the first one; `gap` in seconds ends
    a path; `collapse` 1 = repeats are one step; `many` 1 = a customer may have several paths, so customers are marked;
    `places` 0 = dense, otherwise the room of the open table; `wanted` the only key that is counted, or EVERY_KEY.
    """

    letters: NDArray[np.int64]
    powers: NDArray[np.int64]
    base: int
    kind: int
    start: int
    end: int
    every: int
    gap: int
    collapse: int
    many: int
    places: int
    wanted: int

    @property
    def free(self) -> int:
        """Steps of a path that differ: all of them but an anchor."""
        return len(self.powers)

    @property
    def anchored(self) -> bool:
        """Whether every path has one step in common, its start or its end."""
        return bool(self.start or self.end)


class PathsAnswer(NamedTuple):
    """`times[place]` of whole paths, `customers[place]` of whole paths, prefixes and neighbours (only where `many`);
    `keys` of an open table. `totals`: what found no room, paths, customers with a path, longer paths, unfinished ones.
    """

    keys: Cells
    times: Cells
    customers: Cells
    totals: Cells


def most_letters(free: int) -> int:
    """How many letters leave room for so many differing steps."""
    most = int(LARGEST_KEY ** (1 / free)) + 1
    while most**free >= LARGEST_KEY:
        most -= 1
    return most - 2


def params(
    letters: NDArray[np.int64], length: int, start: int = 0, end: int = 0, every: bool = False,
    gap: int | None = None, collapse: bool = False, places: int = 1 << 16,
) -> PathsParams:  # fmt: skip
    """Paths of up to `length` steps, an anchor included. Dense if they can be."""
    kind = BETWEEN if start and end else BEFORE if end else AFTER_EVERY if start and every else AFTER
    base, free = int(letters.max(initial=0)) + 2, max(1, length - (1 if start or end else 0))
    powers = np.array([base**k for k in range(free - 1, -1, -1)], np.int64)
    many = int(gap is not None or (every and bool(start or end)))
    room = 0 if base**free <= MOST_DENSE else places
    until = NO_GAP if gap is None else gap
    return PathsParams(letters, powers, base, kind, start, end, int(every), until, int(collapse), many, room, EVERY_KEY)


def cells(params: PathsParams) -> int:
    """How many counters there are."""
    return 1 if params.wanted != EVERY_KEY else params.places or params.base**params.free


def only(params: PathsParams, key: int) -> PathsParams:
    """The same question about one key: who took this path, this prefix, this step at this place?"""
    return params._replace(wanted=key, many=1, places=0)


def wider(params: PathsParams) -> PathsParams:
    """The same paths with four times the room."""
    return params._replace(places=params.places * 4)


def blank(params: PathsParams) -> PathsAnswer:
    """No path yet."""
    size = cells(params)
    keys = table.empty(params.places) if params.places else np.zeros(0, np.int64)
    return PathsAnswer(keys, np.zeros(size, np.int64), np.zeros(size * params.many, np.int64), np.zeros(5, np.int64))


def overflowed(answer: PathsAnswer) -> bool:
    """Whether an open table had no room for everything."""
    return bool(answer.totals[LOST])


def merge(a: PathsAnswer, b: PathsAnswer) -> PathsAnswer:
    """Dense answers add up, open ones are packed."""
    totals = a.totals + b.totals
    if not len(a.keys) and not len(b.keys) and len(a.times) == len(b.times):
        a.times[:] += b.times
        a.customers[:] += b.customers
        return a._replace(totals=totals)
    keys, times, customers = (np.concatenate(pair) for pair in zip(a[:3], b[:3], strict=True))
    return _packed(PathsAnswer(keys, times, customers, totals))


def settled(answer: PathsAnswer) -> PathsAnswer:
    """Open tables packed and sorted, dense ones as they are."""
    return _packed(answer) if len(answer.keys) else answer


def _packed(answer: PathsAnswer) -> PathsAnswer:
    keys, times = table.packed(answer.keys, answer.times)
    customers = table.packed(answer.keys, answer.customers)[1] if len(answer.customers) else answer.customers
    return answer._replace(keys=keys, times=times, customers=customers)
