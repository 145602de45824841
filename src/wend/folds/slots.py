"""Periods counted from a customer's start, put together into the columns of an answer: "0", "1-3", "4-7"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from wend.folds.contract import Cells


class Slots(NamedTuple):
    """`many` slots. `of[k]`: the one of period k, or -1; `begun[k]`: the last one that period k is in or after, or -1;
    `over[k]`: slots that are over when k periods are. All of them go one period beyond the last slot.
    """

    of: Cells
    begun: Cells
    over: Cells
    many: int


def slots(runs: Sequence[tuple[int, int]]) -> Slots:
    """Slots from the first and last period of each, in order and apart."""
    size = runs[-1][1] + 2
    of, begun = np.full(size, -1, np.int64), np.full(size, -1, np.int64)
    over = np.zeros(size + 1, np.int64)
    for s, (first, last) in enumerate(runs):
        of[first : last + 1], begun[first:], over[last + 1 :] = s, s, s + 1
    return Slots(of, begun, over, len(runs))
