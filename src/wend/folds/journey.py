"""One journey as a fold keeps it: its steps in order, neighbouring repeats as one, up to LONGEST of them.

With an outcome, the journey ends where the outcome happens, so that what is compared came before it; what follows still
belongs to the journey, but is no step of it. What one journey is (all of a customer, a visit, a part of a long history)
is settled before a fold walks: each of its "customers" has one.
"""

from __future__ import annotations

from typing import NamedTuple

from wend.folds.contract import Cells, Whole
from wend.folds.kernel import kernel

LONGEST = 62
NO_LIMIT, NO_CODE = 2**62, -1
LENGTH, DONE, TAIL, CODES, TIMES = 0, 1, 2, 3, 3 + LONGEST
ROOM = TIMES + LONGEST
"""Places of a journey: its steps, whether the outcome happened, whether it was longer than LONGEST, the codes of its
steps, and when each of them began.
"""


class Cutting(NamedTuple):
    """Over a space of `codes`, `outcome` ends a journey's steps."""

    codes: int
    outcome: int


def cutting(codes: int, outcome: int | None = None) -> Cutting:
    """Without an outcome, a journey has all its steps."""
    return Cutting(max(codes, 1), NO_CODE if outcome is None else outcome)


@kernel
def opened(state: Cells) -> None:
    """A journey of nothing yet."""
    state[LENGTH] = 0
    state[DONE] = 0
    state[TAIL] = 0


@kernel
def went_on(state: Cells, code: Whole, at: Whole, cut: Cutting) -> None:
    """The journey takes one more event."""
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
