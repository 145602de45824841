"""The funnel counted by entries: every event that does the first step begins a try of its own.

A customer who looks three times and buys once after the second look has three entries, of which two got there (the
first look was followed by the same purchase). Answers count entries; times are each entry's own.

An entry is open until it came to the end or its windows have closed. Of a customer with more than MOST_OPEN open
entries the oldest is closed as it stands, and told in `lost`.
"""

from __future__ import annotations

import numpy as np

from wend.folds import chain
from wend.folds.chain import ENTRIES, PROGRESS, ChainAnswer, ChainParams
from wend.folds.columns import Columns
from wend.folds.contract import Cells, Fold
from wend.folds.funnel_steps import present
from wend.folds.kernel import kernel

MOST_OPEN = 256
OPEN, WANTED, WALKS = 0, 1, 2
"""Places in the state: how many entries are open, which steps they wait for (bits), and the walks one by one."""


def scratch(params: ChainParams) -> Cells:
    """[open entries, steps waited for, a walk for each open entry]."""
    return np.zeros(WALKS + MOST_OPEN * chain.room(params), np.int64)


@kernel
def begin(state: Cells, params: ChainParams) -> None:
    """No entry is open."""
    state[OPEN] = 0
    state[WANTED] = 0


@kernel
def step(state: Cells, columns: Columns, i: int, params: ChainParams, answer: ChainAnswer) -> None:
    """Take every open entry on, then open one more."""
    does, barred = params.steps[columns.step[i]], params.without[columns.step[i]]
    if (does & state[WANTED]) != 0 or (barred != 0 and state[OPEN] > 0):
        take_on(state, columns, i, params, answer)
    if does & 1:
        if state[OPEN] == MOST_OPEN:
            answer.lost[0] += 1
            shut(state, oldest(state, params), params, answer)
        open_one(state, columns, i, params, answer)


@kernel
def take_on(state: Cells, columns: Columns, i: int, params: ChainParams, answer: ChainAnswer) -> None:
    """The last one first: what is shut gives its place to the last, which has had its turn."""
    size, at = ENTRIES + 3 * params.length, columns.occurred_at[i]
    state[WANTED] = 0
    for place in range(state[OPEN] - 1, -1, -1):
        walk = WALKS + place * size
        if at - state[walk + ENTRIES] <= params.window:
            chain.advance(state, walk, False, columns, i, params, answer)
        if over(state, walk, at, params):
            shut(state, place, params, answer)
        else:
            state[WANTED] |= (np.int64(2) << state[walk + PROGRESS]) - 2


@kernel
def over(state: Cells, walk: int, at: int, params: ChainParams) -> bool:
    """Came to the end, or nothing can take it further."""
    n, progress = params.length, state[walk + PROGRESS]
    if progress == n or at - state[walk + ENTRIES] > params.window:
        return True
    for k in range(progress):  # noqa: SIM110  # a kernel has no generators
        if at - state[walk + ENTRIES + n + k] <= params.step_window:
            return False
    return True


@kernel
def open_one(state: Cells, columns: Columns, i: int, params: ChainParams, answer: ChainAnswer) -> None:
    """An entry of its own."""
    size = ENTRIES + 3 * params.length
    walk = WALKS + state[OPEN] * size
    chain.start(state, walk)
    chain.advance(state, walk, True, columns, i, params, answer)
    if params.length == 1:
        chain.close(state, walk, params, answer)
        return
    state[OPEN] += 1
    state[WANTED] |= 2


@kernel
def shut(state: Cells, place: int, params: ChainParams, answer: ChainAnswer) -> None:
    """Count the entry at this place, and put the last one there."""
    size = ENTRIES + 3 * params.length
    state[OPEN] -= 1
    chain.close(state, WALKS + place * size, params, answer)
    for cell in range(size):
        state[WALKS + place * size + cell] = state[WALKS + state[OPEN] * size + cell]


@kernel
def oldest(state: Cells, params: ChainParams) -> int:
    """The place of the entry that was opened first."""
    size, found = ENTRIES + 3 * params.length, 0
    for place in range(1, state[OPEN]):
        if state[WALKS + place * size + ENTRIES] < state[WALKS + found * size + ENTRIES]:
            found = place
    return found


@kernel
def end(state: Cells, params: ChainParams, answer: ChainAnswer) -> None:
    """Count what is still open."""
    for place in range(state[OPEN]):
        chain.close(state, WALKS + place * (ENTRIES + 3 * params.length), params, answer)


FUNNEL_ENTRIES: Fold[ChainParams, ChainAnswer] = Fold("funnel_entries", begin, step, end, chain.blank, scratch, present)
