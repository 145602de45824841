"""On how many days of a week or a month is a customer active?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from wend.folds.columns import Columns
from wend.folds.contract import Cells, Fold, Presented
from wend.folds.kernel import kernel
from wend.folds.periods import place_at

MOST_DAYS = 31
WIDTH = MOST_DAYS + 1
DAY, PERIOD, DAYS = 0, 1, 2


class StickinessParams(NamedTuple):
    """Which codes count, the calendar of days, and the period that each of them belongs to."""

    counts: NDArray[np.bool_]
    days: Cells
    period: Cells
    periods: int


class StickinessAnswer(NamedTuple):
    """`days[period · WIDTH + n]` customers who were active on n days of it."""

    days: Cells


def params(counts: NDArray[np.bool_], days: Cells, period: Cells) -> StickinessParams:
    """Params; `period[d]` is the period of day d, from 0 on."""
    return StickinessParams(counts, days, period, int(period[-1]) + 1)


def blank(params: StickinessParams) -> StickinessAnswer:
    """Nobody yet."""
    return StickinessAnswer(np.zeros(params.periods * WIDTH, np.int64))


def scratch(params: StickinessParams) -> Cells:
    """[the last active day, its period, days of it so far]."""
    return np.zeros(3, np.int64)


@kernel
def begin(state: Cells, params: StickinessParams) -> None:
    """No day yet."""
    state[DAY] = -1
    state[PERIOD] = -1


@kernel
def close(state: Cells, answer: StickinessAnswer) -> None:
    """Count the period that is over for this customer."""
    if state[PERIOD] >= 0:
        answer.days[state[PERIOD] * WIDTH + min(state[DAYS], MOST_DAYS)] += 1


@kernel
def step(state: Cells, columns: Columns, i: int, params: StickinessParams, answer: StickinessAnswer) -> None:
    """A new day, and perhaps a new period."""
    if not params.counts[columns.step[i]]:
        return
    day = place_at(params.days, columns.occurred_at[i], state[DAY])
    if day == state[DAY]:
        return
    state[DAY] = day
    if params.period[day] != state[PERIOD]:
        close(state, answer)
        state[PERIOD], state[DAYS] = params.period[day], 0
    state[DAYS] += 1


@kernel
def end(state: Cells, params: StickinessParams, answer: StickinessAnswer) -> None:
    """Count the last period."""
    close(state, answer)


def present(answer: StickinessAnswer, params: StickinessParams, names: Sequence[str]) -> Presented:
    """{periods: [{period, customers, active_days, days: [{days, customers}]}]}, periods by number."""
    del names
    rows = [
        {"period": p, "customers": int(row.sum()), "active_days": int(row @ np.arange(WIDTH))}
        | {"days": [{"days": n, "customers": int(row[n])} for n in np.flatnonzero(row).tolist()]}
        for p, row in enumerate(answer.days.reshape(params.periods, WIDTH))
    ]
    return {"periods": rows}


STICKINESS: Fold[StickinessParams, StickinessAnswer] = Fold("stickiness", begin, step, end, blank, scratch, present)
