"""One number or word about each customer: how often, how much, the first, the last or the most frequent, how long ago.

Which events count is told by `step` (NOT_COVERED: not this one), what is measured of them by `amount`: money, a rating,
a number of a property in thousandths, or the code of a word; NOTHING where an event has none. The same kernels answer
one customer live and everybody at once (`each.py`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from wend.folds.columns import Columns
from wend.folds.contract import NEVER, NOT_COVERED, Cells, Fold, Presented
from wend.folds.kernel import kernel

COUNT, SUM, AVERAGE, FIRST, LAST, MOST, SINCE = range(7)
"""Measures."""
NOTHING = NEVER
"""The value of an event that has none."""
DAY = 86_400
MATCHED, VALUES, TOTAL, EARLIEST, LATEST, LAST_AT, TOUCHED, LOST, TABLE = range(9)
FEWEST_PLACES = 64


class ComputedParams(NamedTuple):
    """Events before `from_at` do not count; `as_of` is now, in epoch seconds. `places` is the room for different words
    of one customer, a power of two, and 0 when none are counted.
    """

    measure: int
    from_at: int
    as_of: int
    places: int


class ComputedAnswer(NamedTuple):
    """How many customers have a value; the sum of their numerators and denominators; how many had more words than
    there was room.
    """

    customers: Cells
    numerator: Cells
    denominator: Cells
    lost: Cells


def params(measure: int, as_of: int, window_days: int = 0) -> ComputedParams:
    """Params over the last `window_days` before `as_of`, or over all time (0)."""
    from_at = as_of - window_days * DAY if window_days else NEVER
    return ComputedParams(measure, from_at, as_of, FEWEST_PLACES if measure == MOST else 0)


def blank(params: ComputedParams) -> ComputedAnswer:
    """Nobody yet."""
    del params
    return ComputedAnswer(*(np.zeros(1, np.int64) for _ in range(4)))


def scratch(params: ComputedParams) -> Cells:
    """[events, values, sum, first, last, moment of the last, words met, lost], then four fields of the table of words:
    word + 1, times, place in the order of its last coming, and the list of places taken.
    """
    return np.zeros(TABLE + 4 * params.places, np.int64)


@kernel
def begin(state: Cells, params: ComputedParams) -> None:
    """Forget the words of the last customer, and only those."""
    for k in range(state[TOUCHED]):
        state[TABLE + state[TABLE + 3 * params.places + k]] = 0
    for field in range(TABLE):
        state[field] = 0


@kernel
def step(state: Cells, columns: Columns, i: int, params: ComputedParams, answer: ComputedAnswer) -> None:
    """Take one event."""
    at, value = columns.occurred_at[i], columns.amount[i]
    if columns.step[i] == NOT_COVERED or at < params.from_at:
        return
    state[MATCHED] += 1
    state[LAST_AT] = at
    if value == NOTHING:
        return
    if state[VALUES] == 0:
        state[EARLIEST] = value
    state[VALUES] += 1
    state[TOTAL] += value
    state[LATEST] = value
    if params.places > 0:
        _count(state, params.places, value)


@kernel
def _count(state: Cells, places: int, value: int) -> None:
    at = np.int64((np.uint64(value) * np.uint64(0x9E3779B97F4A7C15)) >> np.uint64(33)) & (places - 1)
    while state[TABLE + at] != 0 and state[TABLE + at] != value + 1:
        at = (at + 1) & (places - 1)
    if state[TABLE + at] == 0:
        if state[TOUCHED] >= places - 1:  # one place stays free, so that the search ends
            state[LOST] = 1
            return
        state[TABLE + at] = value + 1
        state[TABLE + places + at] = 0
        state[TABLE + 3 * places + state[TOUCHED]] = at
        state[TOUCHED] += 1
    state[TABLE + places + at] += 1
    state[TABLE + 2 * places + at] = state[VALUES]


@kernel
def _most(state: Cells, places: int) -> int:
    """The word that came most often; among equals the one that came last."""
    best = -1
    for k in range(state[TOUCHED]):
        at = state[TABLE + 3 * places + k]
        more = state[TABLE + places + at] - state[TABLE + places + best]
        if best < 0 or more > 0 or (more == 0 and state[TABLE + 2 * places + at] > state[TABLE + 2 * places + best]):
            best = at
    return int(state[TABLE + best] - 1)


@kernel
def end(state: Cells, params: ComputedParams, answer: ComputedAnswer) -> None:
    """Write the customer's value down. A count and a sum are zero where nothing came; the others are missing."""
    measure = params.measure
    numerator, denominator = np.int64(0), np.int64(1)
    if measure == COUNT:
        numerator = state[MATCHED]
    elif measure == SINCE:
        numerator, denominator = max(np.int64(0), params.as_of - state[LAST_AT]), np.int64(state[MATCHED] > 0)
    elif measure == SUM:
        numerator = state[TOTAL]
    else:
        denominator = np.int64(state[VALUES] > 0)
        if measure == AVERAGE:
            numerator, denominator = state[TOTAL], state[VALUES]
        elif measure == FIRST:
            numerator = state[EARLIEST]
        elif measure == LAST:
            numerator = state[LATEST]
        elif denominator > 0:
            numerator = np.int64(_most(state, params.places))
    answer.lost[0] += state[LOST]
    if denominator > 0:
        answer.customers[0] += 1
        answer.numerator[0] += numerator
        answer.denominator[0] += denominator


def overflowed(answer: ComputedAnswer) -> bool:
    """Whether somebody had more words than there was room."""
    return bool(answer.lost[0])


def wider(params: ComputedParams) -> ComputedParams:
    """Room for eight times as many words."""
    return params._replace(places=params.places * 8)


def present(answer: ComputedAnswer, params: ComputedParams, names: Sequence[str]) -> Presented:
    """{customers, total, mean}: of those who have a value."""
    del params, names
    customers, total, parts = (int(cells[0]) for cells in answer[:3])
    return {"customers": customers, "total": total, "mean": total / parts if parts else None}


COMPUTED: Fold[ComputedParams, ComputedAnswer] = Fold(
    "computed", begin, step, end, blank, scratch, present, overflowed=overflowed, wider=wider, sees_uncovered=True
)
