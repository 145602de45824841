"""Which period of a calendar does a moment fall into?

A calendar is the sorted starts of its periods, the end of the last one, and FOREVER; whoever asks makes it, in the zone
of whoever reads. Events come in order of time, so a place is looked for onward from the last one found. Periods of one
calendar are nearly as long as each other: a place is guessed from the share of the time, and then is off by one at most
(measured: half the time of halving the rest again and again).

Where every event is looked at, a place is read from a ruler instead, without a branch: time is cut into equal parts
that are shorter than any period, so that at most one period begins in each.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from wend.folds.contract import Cells, Whole
from wend.folds.kernel import kernel

FOREVER = 2**62
"""An instant after every event: what stands behind the last border of a calendar."""


MOST_MARKS = 1 << 16
"""Parts that a ruler has at most."""
_EXACT = 47
"""Bits of 1 / unit: with parts of fewer than 17 bits a product has room in 64."""


class Ruler(NamedTuple):
    """Periods that begin at `bounds`, seconds from the start of the first one; FOREVER stands behind the last of them,
    which begins at `reach`. `marks[k]`: the period at the start of part k; there are none where they would be too many.
    The part of a second is (second · `factor`) >> `shift`. `exact`: every period begins with a part, so that marks say
    all.
    """

    bounds: Cells
    marks: NDArray[np.uint16]
    factor: int
    shift: int
    reach: int
    exact: bool


def ruler(starts: Cells) -> Ruler:
    """The ruler of a calendar, or of any moments in order with FOREVER behind them. Its parts are what all periods are
    multiples of, if that is not too short; otherwise as long as a power of two, and shorter than any period.
    """
    bounds = np.append(starts[:-1] - starts[0], FOREVER)
    shortest, reach = max(int(np.diff(bounds).min()), 1), int(bounds[-2])
    factor, shift, begins = 1, shortest.bit_length() - 1, np.zeros(0, np.int64)
    unit = max(int(np.gcd.reduce(bounds[:-1])), 1)
    exact = reach // unit < MOST_MARKS and reach * unit >> _EXACT == 0
    if exact:  # multiplied by 1 / unit, rounded up: up to `reach` what is rounded does not come to a part
        factor, shift, begins = -(-(1 << _EXACT) // unit), _EXACT, np.arange(reach // unit + 1, dtype=np.int64) * unit
    elif reach >> shift < MOST_MARKS:
        begins = np.arange((reach >> shift) + 1, dtype=np.int64) << shift
    marks = np.searchsorted(bounds, begins, side="right") - 1
    return Ruler(bounds, marks.astype(np.uint16), factor, shift, reach, exact)


@kernel
def marked(ruler: Ruler, after: Whole) -> int:
    """The period at the start of the part so many seconds after the start of the first one: of an exact ruler, the
    period then.
    """
    part = np.uint64(min(after, ruler.reach)) * np.uint64(ruler.factor) >> np.uint64(ruler.shift)
    return np.int64(ruler.marks[part])  # type: ignore[return-value]  # a whole number, as a kernel has it


@kernel
def measured(ruler: Ruler, after: Whole) -> int:
    """The period so many seconds after the start of the first one, which are not below 0; the ruler has marks."""
    place = marked(ruler, after)
    return int(place + np.int64(after >= ruler.bounds[np.uint64(place + 1)]))


@kernel
def place_at(starts: Cells, at: Whole, known: Whole) -> int:
    """The last period that has begun by `at`, which is not before period `known`; -1 before them all."""
    if starts[known + 1] > at:
        return int(known)
    if starts[known + 2] > at:
        return int(known + 1)
    last = len(starts) - 2
    if starts[last] <= at:
        return int(last)
    low = known + 1
    way = np.float64(at - starts[low]) / np.float64(starts[last] - starts[low])
    place = low + np.int64(way * (last - low))
    while starts[place] > at:
        place -= 1
    while starts[place + 1] <= at:
        place += 1
    return int(place)


def over_by(starts: Cells, as_of: int) -> int:
    """How many periods are over when everything up to the second `as_of`, and that one too, is known."""
    return int(np.searchsorted(starts[1:], as_of + 1, side="right"))
