"""How many customers do these steps in this order, within one window?

A customer's progress is the best over every possible entry: the largest k for which events e1 … ek exist, in journey
order, with e_j doing step j, and e_k no later than `window` seconds after e_1. Other events may lie between. One event
serves one step of a chain, so "a > a" needs two. This is ClickHouse's `windowFunnel` in its default mode, but for ties:
events of the same second keep the order of the journey (occurred_at, received_at, event_id), where `windowFunnel` puts
them in the order of the steps.

The time to convert runs to the event that first completes the funnel, from the latest entry that it can be reached
from. For every k it is enough to keep the *latest* entry from which step k was reached in time: a later entry can do
all that an earlier one can.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from wend.folds import histogram
from wend.folds.columns import Columns
from wend.folds.contract import NEVER, Cells, Fold, Heed, Presented, Whole, heeded
from wend.folds.funnel_lists import walk_lists
from wend.folds.kernel import either, kernel

MOST_STEPS = 62
NO_WINDOW = 2**61
SECONDS, ENTRIES = 0, 1


class FunnelParams(NamedTuple):
    """`steps[code]` has bit j set when the code does step j; `only[code]` is that j when it is the only one, else -1;
    `window` in seconds over the whole funnel; `length` steps, at most 62; `single`: no code does two.
    """

    steps: NDArray[np.int64]
    only: NDArray[np.int64]
    window: int
    length: int
    single: bool


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
    only = np.array([int(mask).bit_length() - 1 if mask & (mask - 1) == 0 else -1 for mask in masks], np.int64)
    single = bool(np.all((only >= 0) == (masks != 0)))
    return FunnelParams(masks, only, NO_WINDOW if window is None else window, len(steps), single)


def blank(params: FunnelParams) -> FunnelAnswer:
    """No customer yet."""
    return FunnelAnswer(np.zeros(params.length + 1, np.int64), np.zeros(histogram.BINS, np.int64))


def scratch(params: FunnelParams) -> Cells:
    """[seconds to the end, now, latest entry by which step 1, 2 … was reached]."""
    return np.zeros(ENTRIES + 1 + params.length, np.int64)


@kernel
def begin(state: Cells, params: FunnelParams) -> None:
    """Nothing reached."""
    state[SECONDS] = -1
    for k in range(params.length):
        state[ENTRIES + 1 + k] = NEVER


@kernel
def reach(state: Cells, k: Whole, at: Whole, params: FunnelParams) -> None:
    """Step k + 1 is done, if it is in time for the latest entry from which step k was reached. Which it is cannot be
    foretold, so nothing branches on it; never is too long ago for any window.
    """
    entry, known = state[ENTRIES + k], state[ENTRIES + k + 1]
    in_time = at - entry <= params.window
    state[ENTRIES + k + 1] = entry if in_time else known
    if k + 1 == params.length and in_time and state[SECONDS] < 0:
        state[SECONDS] = at - entry


@kernel
def step(state: Cells, columns: Columns, i: int, params: FunnelParams, answer: FunnelAnswer) -> None:
    """Later steps first, so that one event does not serve two steps of one chain."""
    does = params.steps[columns.step[i]]
    if does == 0:
        return
    at = columns.occurred_at[i]
    state[ENTRIES] = at  # what step 1 is reached from: itself
    only = params.only[columns.step[i]]
    if only >= 0:
        reach(state, only, at, params)
        return
    for k in range(params.length - 1, -1, -1):
        if (does >> k) & 1:
            reach(state, k, at, params)


@kernel
def end(state: Cells, params: FunnelParams, answer: FunnelAnswer) -> None:
    """Count the best progress."""
    progress = np.int64(0)
    for k in range(params.length):
        progress += state[ENTRIES + 1 + k] != NEVER
    answer.deepest[progress] += 1
    if state[SECONDS] >= 0:
        answer.seconds[histogram.bin_of(state[SECONDS])] += 1


@kernel
def at_once(
    state: Cells,
    columns: Columns,
    rows: NDArray[np.int32],
    first: int,
    p: int,
    until: int,
    params: FunnelParams,
    answer: FunnelAnswer,
) -> int:
    """The same with up to four steps in registers, when every event does one of them at most."""
    if params.length > 4 or not params.single:
        begin(state, params)
        while rows[p] < until:
            step(state, columns, int(first + rows[p]), params, answer)
            p += 1
        end(state, params, answer)
        return p
    one = two = three = four = np.int64(NEVER)
    window, seconds = params.window, np.int64(-1)
    while rows[p] < until:
        i = np.uint64(first + rows[p])
        at, does = columns.occurred_at[i], params.only[columns.step[i]]
        four = either((does == 3) & (at - three <= window), three, four)
        three = either((does == 2) & (at - two <= window), two, three)
        two = either((does == 1) & (at - one <= window), one, two)
        one = either(does == 0, at, one)
        if does == params.length - 1 and seconds < 0:
            entry = (one, two, three, four)[does]
            if entry != NEVER:
                seconds = at - entry
        p += 1
    answer.deepest[np.int64(one != NEVER) + (two != NEVER) + (three != NEVER) + (four != NEVER)] += 1
    if seconds >= 0:
        answer.seconds[histogram.bin_of(int(seconds))] += 1
    return p


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


def heeds(params: FunnelParams) -> Heed:
    """Events that do a step."""
    return heeded(params.steps != 0)


def lists(params: FunnelParams) -> Cells | None:
    """The codes of the steps, when each is done by one."""
    codes = np.flatnonzero(params.only >= 0)
    told = params.single and params.only[codes].tolist()
    return codes[np.argsort(told)] if told and sorted(told) == list(range(params.length)) else None


FUNNEL: Fold[FunnelParams, FunnelAnswer] = Fold(
    "funnel", begin, step, end, blank, scratch, present, at_once=at_once, heeds=heeds, lists=lists, by_lists=walk_lists
)
