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


class Ruler(NamedTuple):
    """Periods that begin at `bounds`, seconds from the start of the first one; FOREVER stands behind the last of them,
    which begins at `reach`. `marks[k]`: the period at the start of part k, each of 2 ** `shift` seconds; there are none
    where they would be too many.
    """

    bounds: Cells
    marks: NDArray[np.uint16]
    shift: int
    reach: int


def ruler(starts: Cells) -> Ruler:
    """The ruler of a calendar, or of any moments in order with FOREVER behind them."""
    bounds = np.append(starts[:-1] - starts[0], FOREVER)
    shortest, reach = max(int(np.diff(bounds).min()), 1), int(bounds[-2])
    shift = shortest.bit_length() - 1
    parts = (reach >> shift) + 1 if (reach >> shift) < MOST_MARKS else 0
    marks = np.searchsorted(bounds, np.arange(parts, dtype=np.int64) << shift, side="right") - 1
    return Ruler(bounds, marks.astype(np.uint16), shift, reach)


@kernel
def measured(ruler: Ruler, after: Whole) -> int:
    """The period so many seconds after the start of the first one, which are not below 0; the ruler has marks."""
    place = np.int64(ruler.marks[np.uint64(min(after, ruler.reach)) >> np.uint64(ruler.shift)])
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
