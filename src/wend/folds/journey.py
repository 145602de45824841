"""One journey as a fold keeps it: its steps in order, neighbouring repeats as one, up to LONGEST of them.

A customer's list is one journey, or is cut: before a silence longer than `gap`, and between two steps that `pairs`
names. With an outcome, the journey ends where the outcome happens, so that what is compared came before it; what
follows still belongs to the journey's time, but is no step of it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import numpy as np

from wend.folds.contract import Cells, Whole
from wend.folds.kernel import kernel

LONGEST = 62
NO_GAP, NO_CODE = 2**62, -1
EVENTS, LAST, AT, LENGTH, DONE, TAIL, CODES, TIMES = 0, 1, 2, 3, 4, 5, 6, 6 + LONGEST
ROOM = TIMES + LONGEST
"""Places of an open journey: its events, the last one's code and time, its steps, whether the outcome happened, whether
it was longer than LONGEST, the codes of its steps, and when each of them began.
"""


class Cutting(NamedTuple):
    """`gap` in seconds; `pairs` the sorted a · codes + b of neighbours between which a journey ends; `outcome` the code
    that ends a journey's steps.
    """

    gap: int
    pairs: Cells
    codes: int
    outcome: int


def cutting(codes: int, gap: int | None = None, pairs: Iterable[int] = (), outcome: int | None = None) -> Cutting:
    """The whole list is one journey, if nothing else is said."""
    cuts = np.array(sorted(pairs), np.int64)
    return Cutting(NO_GAP if gap is None else gap, cuts, max(codes, 1), NO_CODE if outcome is None else outcome)


@kernel
def opened(state: Cells) -> None:
    """A journey of nothing yet."""
    state[EVENTS] = 0
    state[LENGTH] = 0
    state[DONE] = 0
    state[TAIL] = 0


@kernel
def is_over(state: Cells, code: Whole, at: Whole, cut: Cutting) -> bool:
    """Whether the journey ended before this event."""
    if state[EVENTS] == 0:
        return False
    if at - state[AT] > cut.gap:
        return True
    pair, low, high = state[LAST] * cut.codes + code, 0, len(cut.pairs)
    while low < high:
        middle = (low + high) // 2
        if cut.pairs[middle] < pair:
            low = middle + 1
        else:
            high = middle
    return low < len(cut.pairs) and cut.pairs[low] == pair


@kernel
def went_on(state: Cells, code: Whole, at: Whole, cut: Cutting) -> None:
    """The journey takes one more event."""
    state[EVENTS] += 1
    state[LAST] = code
    state[AT] = at
    if code == cut.outcome:
        state[DONE] = 1
    length = state[LENGTH]
    if state[DONE] == 1 or (length > 0 and state[CODES + length - 1] == code):
        return
    if length == LONGEST:
        state[TAIL] = 1
        return
    state[CODES + length] = code
    state[TIMES + length] = at
    state[LENGTH] = length + 1
