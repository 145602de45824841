"""Chains of funnel steps from one entry or from many, under windows and exclusions: what the funnel folds share.

A chain is events e1 … ek in journey order, e_j doing step j, with e_k no later than `window` seconds after e1, every
e_j no later than `step_window` after the one before, and no event that is excluded after step j between e_j and the
next one.

A walk keeps, for every step, the latest entry from which it was reached and when that entry last did it. That is
enough to know the best of all entries: once a later entry has reached step j it can do all that an earlier one can,
for every event that takes the earlier one to step j or shuts its way takes or shuts the later one's too.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from wend.folds import histogram
from wend.folds.columns import Columns
from wend.folds.contract import NEVER, Cells
from wend.folds.kernel import kernel

NO_WINDOW = 2**61
EVERYTHING = -1
"""A mask that has every bit."""
PROGRESS, GROUP, ENTRIES = 0, 1, 2
"""Places in a walk: steps done; the group it counts to; for every step the latest entry that reached it. Behind them,
for every step: when that entry last did it, and its group.
"""


class ChainParams(NamedTuple):
    """`steps[code]` has bit j set when the code does step j, `without[code]` when it may not stand between the steps j
    and j + 1. Windows in seconds. `first`: 1 when only a customer's first entry counts. `groups` > 1: answers are told
    apart by `Columns.about` of the event that does step `group_at`; codes from `groups` on are not counted.
    """

    steps: NDArray[np.int64]
    without: NDArray[np.int64]
    window: int
    step_window: int
    length: int
    first: int
    groups: int
    group_at: int


class ChainAnswer(NamedTuple):
    """`deepest[g · (length + 1) + k]`: customers (or entries) of group g whose best progress is k steps. `seconds[k ·
    BINS + bin]` from entry to step k + 1, `gaps` from step k to step k + 1, when it was first reached. `lost`: entries
    that were closed early, for want of room.
    """

    deepest: Cells
    seconds: Cells
    gaps: Cells
    lost: Cells


def params(
    steps: Sequence[Sequence[int]],
    codes: int,
    window: int | None = None,
    step_window: int | None = None,
    without: Sequence[Sequence[int]] = (),
    strict: bool = False,
    first: bool = False,
    groups: int = 1,
    group_at: int = 0,
) -> ChainParams:
    """Params from the codes of each step; `without[j]`: the codes excluded between step j and the next; `strict`: all
    of them.
    """
    barred = np.full(max(codes, 1), EVERYTHING, np.int64) if strict else _masks(without, codes)
    windows = (NO_WINDOW if window is None else window, NO_WINDOW if step_window is None else step_window)
    return ChainParams(_masks(steps, codes), barred, *windows, len(steps), int(first), groups, group_at)


def _masks(members: Sequence[Sequence[int]], codes: int) -> NDArray[np.int64]:
    masks = np.zeros(max(codes, 1), dtype=np.int64)
    for j, each in enumerate(members):
        for code in each:
            masks[code] |= np.int64(1) << j
    return masks


def blank(params: ChainParams) -> ChainAnswer:
    """Nobody yet."""
    times = params.length * histogram.BINS
    return ChainAnswer(*(np.zeros(size, np.int64) for size in ((params.length + 1) * params.groups, times, times, 1)))


def room(params: ChainParams) -> int:
    """The length of a walk."""
    return ENTRIES + 3 * params.length


@kernel
def start(state: Cells, walk: int) -> None:
    """Nothing reached. What stands beyond the progress is never read."""
    state[walk + PROGRESS] = 0
    state[walk + GROUP] = -1


@kernel
def advance(
    state: Cells, walk: int, enters: bool, columns: Columns, i: int, params: ChainParams, answer: ChainAnswer
) -> None:
    """One event, later steps first, so that it does not serve two steps of one chain; `enters`: it may be an entry."""
    code, at = columns.step[i], columns.occurred_at[i]
    progress = state[walk + PROGRESS]
    for k in range(min(progress, params.length - 1), -1, -1):
        if (params.steps[code] >> k) & 1 and in_time(state, walk, k, enters, at, params):
            reach(state, walk, k, columns, i, params)
            if progress <= k:
                _deeper(state, walk, k, at, params, answer)
            state[walk + ENTRIES + params.length + k] = at
        elif k < progress and (params.without[code] >> k) & 1:
            state[walk + ENTRIES + params.length + k] = NEVER


@kernel
def in_time(state: Cells, walk: int, k: int, enters: bool, at: int, params: ChainParams) -> bool:
    """Whether step k + 1 can be done now: by entering, or soon enough after the step before and the entry."""
    if k == 0:
        return enters
    entered, before = state[walk + ENTRIES + k - 1], state[walk + ENTRIES + params.length + k - 1]
    return bool(at - before <= params.step_window and at - entered <= params.window)


@kernel
def reach(state: Cells, walk: int, k: int, columns: Columns, i: int, params: ChainParams) -> None:
    """Step k + 1 has the entry of the step before, and its group unless it gives one itself."""
    entries, groups = walk + ENTRIES, walk + ENTRIES + 2 * params.length
    state[entries + k] = columns.occurred_at[i] if k == 0 else state[entries + k - 1]
    if params.groups > 1:
        state[groups + k] = columns.about[i] if k == params.group_at else state[groups + max(k - 1, 0)]


@kernel
def _deeper(state: Cells, walk: int, k: int, at: int, params: ChainParams, answer: ChainAnswer) -> None:
    """Step k + 1 is reached for the first time."""
    entries, times = walk + ENTRIES, walk + ENTRIES + params.length
    state[walk + PROGRESS] = k + 1
    answer.seconds[k * histogram.BINS + histogram.bin_of(at - state[entries + k])] += 1
    if k > 0:
        answer.gaps[k * histogram.BINS + histogram.bin_of(at - state[times + k - 1])] += 1
    if params.groups > 1 and k >= params.group_at:
        state[walk + GROUP] = state[walk + ENTRIES + 2 * params.length + k]


@kernel
def close(state: Cells, walk: int, params: ChainParams, answer: ChainAnswer) -> None:
    """Count how far the walk came, to its group if there are any."""
    group = np.int64(0)
    if params.groups > 1:
        group = state[walk + GROUP]
    if 0 <= group < params.groups:
        answer.deepest[group * (params.length + 1) + state[walk + PROGRESS]] += 1
