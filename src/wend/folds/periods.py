"""Which period of a calendar does a moment fall into?

A calendar is the sorted starts of its periods, the end of the last one, and FOREVER; whoever asks makes it, in the zone
of whoever reads. Events come in order of time, so a place is looked for onward from the last one found. Periods of one
calendar are nearly as long as each other: a place is guessed from the share of the time, and then is off by one at most
(measured: half the time of halving the rest again and again).
"""

from __future__ import annotations

import numpy as np

from wend.folds.contract import Cells, Whole
from wend.folds.kernel import kernel

FOREVER = 2**62
"""An instant after every event: what stands behind the last border of a calendar."""


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
