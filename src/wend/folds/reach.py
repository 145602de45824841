"""How many customers do each step at all, how often, and how long after their first event?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from wend.folds import histogram
from wend.folds.columns import Columns
from wend.folds.contract import NEVER, Cells, Fold, Presented
from wend.folds.kernel import kernel

ORDINAL, FIRST_AT, MARKS = 0, 1, 2
_BINS = histogram.BINS


class ReachParams(NamedTuple):
    """How many codes there are."""

    codes: int


class ReachAnswer(NamedTuple):
    """`events` and `customers` by code; `seconds[code · BINS + bin]` from the customer's first event inside the
    selection to the first one of this code.
    """

    events: Cells
    customers: Cells
    seconds: Cells


def params(codes: int) -> ReachParams:
    """Params for a space of `codes` codes."""
    return ReachParams(max(codes, 1))


def blank(params: ReachParams) -> ReachAnswer:
    """Nobody yet."""
    return ReachAnswer(*(np.zeros(size, np.int64) for size in (params.codes, params.codes, params.codes * _BINS)))


def scratch(params: ReachParams) -> Cells:
    """[customer's ordinal, first event, last customer counted by code]."""
    return np.zeros(MARKS + params.codes, np.int64)


@kernel
def begin(state: Cells, params: ReachParams) -> None:
    """The next customer."""
    state[ORDINAL] += 1
    state[FIRST_AT] = NEVER


@kernel
def step(state: Cells, columns: Columns, i: int, params: ReachParams, answer: ReachAnswer) -> None:
    """Count the event, and the customer if this is their first of the code."""
    code, at = np.int64(columns.step[i]), columns.occurred_at[i]
    if state[FIRST_AT] == NEVER:
        state[FIRST_AT] = at
    answer.events[code] += 1
    if state[MARKS + code] != state[ORDINAL]:
        state[MARKS + code] = state[ORDINAL]
        answer.customers[code] += 1
        answer.seconds[code * _BINS + histogram.bin_of(at - state[FIRST_AT])] += 1


@kernel
def end(state: Cells, params: ReachParams, answer: ReachAnswer) -> None:
    """Nothing is left to count."""


def present(answer: ReachAnswer, params: ReachParams, names: Sequence[str]) -> Presented:
    """{steps: [{step, events, customers, median_seconds, p90_seconds}]}, most customers first."""
    seconds = answer.seconds.reshape(-1, _BINS)
    rows: list[Presented] = [
        {"step": names[c], "events": int(answer.events[c]), "customers": int(answer.customers[c])}
        | {"median_seconds": histogram.median(seconds[c]), "p90_seconds": histogram.p90(seconds[c])}
        for c in np.flatnonzero(answer.customers).tolist()
    ]
    rows.sort(key=lambda row: (-row["customers"], row["step"]))
    return {"steps": rows}


REACH: Fold[ReachParams, ReachAnswer] = Fold("reach", begin, step, end, blank, scratch, present)
