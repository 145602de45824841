"""In every period: who is new, who was there the period before too, who came back after a gap, and who fell silent?

A customer is active in a period with any event that counts. Their first period is *new*; a later one is *returning*
when the one before was active too, else *resurrected*; the first period without them after an active one is *dormant*.
So active = new + returning + resurrected, and returning + dormant = active in the period before.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from wend.folds.columns import Columns
from wend.folds.contract import Cells, Fold, Presented
from wend.folds.kernel import kernel
from wend.folds.periods import place_at

LAST = 0
_LONG_AGO, _NEVER = -1, -2


class LifecycleParams(NamedTuple):
    """Which codes count, and the calendar, whose period 0 is the one before the first that is told."""

    counts: NDArray[np.bool_]
    calendar: Cells
    from_at: int


class LifecycleAnswer(NamedTuple):
    """Customers by period of the calendar; the last place of `dormant` lies behind the calendar."""

    new: Cells
    returning: Cells
    resurrected: Cells
    dormant: Cells


def params(counts: NDArray[np.bool_], calendar: Cells, from_at: int) -> LifecycleParams:
    """Params for a calendar that begins one period early."""
    return LifecycleParams(counts, calendar, from_at)


def blank(params: LifecycleParams) -> LifecycleAnswer:
    """Nobody yet."""
    return LifecycleAnswer(*(np.zeros(len(params.calendar), np.int64) for _ in range(4)))


def scratch(params: LifecycleParams) -> Cells:
    """[the last active period]."""
    return np.zeros(1, np.int64)


@kernel
def begin(state: Cells, params: LifecycleParams) -> None:
    """Never seen."""
    state[LAST] = _NEVER


@kernel
def recall(state: Cells, columns: Columns, i: int, params: LifecycleParams) -> None:
    """Active before the first period: just before it, or long ago."""
    at = columns.occurred_at[i]
    if at < params.from_at and params.counts[columns.step[i]]:
        state[LAST] = max(state[LAST], 0 if at >= params.calendar[0] else _LONG_AGO)


@kernel
def step(state: Cells, columns: Columns, i: int, params: LifecycleParams, answer: LifecycleAnswer) -> None:
    """The first event of a period says what the period is to this customer."""
    if not params.counts[columns.step[i]]:
        return
    last = state[LAST]
    period = place_at(params.calendar, columns.occurred_at[i], max(last, _LONG_AGO))
    if period == last:
        return
    if last == _NEVER:
        answer.new[period] += 1
    elif last == period - 1:
        answer.returning[period] += 1
    else:
        answer.resurrected[period] += 1
        answer.dormant[last + 1] += 1
    state[LAST] = period


@kernel
def end(state: Cells, params: LifecycleParams, answer: LifecycleAnswer) -> None:
    """Silent from the period after the last one on."""
    if state[LAST] != _NEVER:
        answer.dormant[state[LAST] + 1] += 1


def active(answer: LifecycleAnswer) -> Cells:
    """Who was active in every period."""
    return answer.new + answer.returning + answer.resurrected


def present(answer: LifecycleAnswer, params: LifecycleParams, names: Sequence[str]) -> Presented:
    """{periods: [{period, customers, new, returning, resurrected, dormant}]}, periods by number."""
    del names
    counts = zip(active(answer).tolist(), *(cells.tolist() for cells in answer), strict=True)
    keys = "customers", *LifecycleAnswer._fields
    rows = [{"period": p} | dict(zip(keys, row, strict=True)) for p, row in enumerate(counts)]
    return {"periods": rows[1 : len(params.calendar) - 1]}


LIFECYCLE: Fold[LifecycleParams, LifecycleAnswer] = Fold(
    "lifecycle", begin, step, end, blank, scratch, present, recall=recall
)
