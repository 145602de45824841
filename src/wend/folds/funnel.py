"""How many customers do these steps in this order, within one window?

A customer's progress is the best over every possible entry: the largest k for which events e1 … ek exist, in journey
order, with e_j doing step j, and e_k no later than `window` seconds after e_1. Other events may lie between. One event
serves one step of a chain, so "a > a" needs two. This is ClickHouse's `windowFunnel` in its default mode, but for ties:
events of the same second keep the order of the journey (occurred_at, received_at, event_id), where `windowFunnel` puts
them in the order of the steps.

For every k it is enough to keep the *latest* entry from which step k was reached in time: a later entry can do all that
an earlier one can.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from wend.folds import histogram
from wend.folds.columns import Columns
from wend.folds.contract import NEVER, Cells, Fold, Presented
from wend.folds.kernel import kernel

MOST_STEPS = 62
NO_WINDOW = 2**61


class FunnelParams(NamedTuple):
    """`steps[code]` has bit j set when the code does step j; `window` in seconds over the whole funnel; `length` steps,
    at most 62.
    """

    steps: NDArray[np.int64]
    window: int
    length: int


class FunnelAnswer(NamedTuple):
    """`deepest[k]`: customers whose best progress is k steps (0 = never began). `seconds`: from entry to the last step,
    for who got there.
    """

    deepest: Cells
    seconds: Cells


def params(steps: Sequence[Sequence[int]], codes: int, window: int | None = None) -> FunnelParams:
    """Params from the codes of each step; `window` None = no limit."""
    masks = np.zeros(max(codes, 1), dtype=np.int64)
    for j, members in enumerate(steps):
        for code in members:
            masks[code] |= np.int64(1) << j
    return FunnelParams(masks, NO_WINDOW if window is None else window, len(steps))


def blank(params: FunnelParams) -> FunnelAnswer:
    """No customer yet."""
    return FunnelAnswer(np.zeros(params.length + 1, np.int64), np.zeros(histogram.BINS, np.int64))


def scratch(params: FunnelParams) -> Cells:
    """[progress, seconds to the end, latest entry from which step 1, 2 … was reached]."""
    return np.zeros(params.length + 2, np.int64)


@kernel
def begin(state: Cells, params: FunnelParams) -> None:
    """Nothing reached."""
    state[0] = 0
    for k in range(params.length):
        state[k + 2] = NEVER


@kernel
def step(state: Cells, columns: Columns, i: int, params: FunnelParams, answer: FunnelAnswer) -> None:
    """Later steps first, so that one event does not serve two steps of one chain."""
    mask = params.steps[columns.step[i]]
    if mask == 0 or state[0] == params.length:
        return
    at = columns.occurred_at[i]
    for k in range(min(state[0], params.length - 1), -1, -1):
        if (mask >> k) & 1 == 0:
            continue
        if k == 0:
            state[2] = at
            state[0] = max(state[0], 1)
        elif at - state[k + 1] <= params.window:
            state[k + 2] = state[k + 1]
            state[0] = max(state[0], k + 1)
    if state[0] == params.length:
        state[1] = at - state[params.length + 1]


@kernel
def end(state: Cells, params: FunnelParams, answer: FunnelAnswer) -> None:
    """Count the best progress."""
    answer.deepest[state[0]] += 1
    if state[0] == params.length:
        answer.seconds[histogram.bin_of(state[1])] += 1


def reached(answer: FunnelAnswer) -> list[int]:
    """Customers who reached step 1, 2 …"""
    return [int(answer.deepest[k:].sum()) for k in range(1, len(answer.deepest))]


def present(answer: FunnelAnswer, params: FunnelParams, names: Sequence[str]) -> Presented:
    """{steps: [{step, customers}], median_seconds, p90_seconds}; a step done by several codes is named "a | b"."""
    steps = [" | ".join(names[int(c)] for c in np.flatnonzero(params.steps >> k & 1)) for k in range(params.length)]
    rows = [{"step": step, "customers": customers} for step, customers in zip(steps, reached(answer), strict=True)]
    return {
        "steps": rows,
        "median_seconds": histogram.median(answer.seconds),
        "p90_seconds": histogram.p90(answer.seconds),
    }


FUNNEL: Fold[FunnelParams, FunnelAnswer] = Fold("funnel", begin, step, end, blank, scratch, present)
