"""How many of these steps do customers do within one window, in whatever order?

Progress is the largest number of different steps done inside one stretch of `window` seconds. An event that fits
several steps does all of them. An excluded event between two of the steps parts the stretches on its two sides. The
stretch of a customer begins with any of the steps; when only the first entry counts, with their first event that does
one.
"""

from __future__ import annotations

import numpy as np

from wend.folds import chain, histogram
from wend.folds.chain import GROUP, PROGRESS, ChainAnswer, ChainParams
from wend.folds.columns import Columns
from wend.folds.contract import NEVER, Cells, Fold
from wend.folds.funnel_steps import present
from wend.folds.kernel import kernel

ENTERED, TIMES = 2, 3
"""Places in the state, behind progress and group: the first entry; for every step when it was last done. Behind them,
for every step: the group of that event.
"""


def scratch(params: ChainParams) -> Cells:
    """[progress, group, first entry, when each step was last done, the groups of those]."""
    return np.zeros(TIMES + 2 * params.length, np.int64)


@kernel
def begin(state: Cells, params: ChainParams) -> None:
    """Nothing done."""
    chain.start(state, 0)
    state[ENTERED] = NEVER
    for k in range(params.length):
        state[TIMES + k] = NEVER


@kernel
def step(state: Cells, columns: Columns, i: int, params: ChainParams, answer: ChainAnswer) -> None:
    """Note what was done, then count the steps inside the stretch that ends here."""
    does, at, n = params.steps[columns.step[i]], columns.occurred_at[i], params.length
    if state[PROGRESS] == n:
        return
    if does == 0:
        if params.without[columns.step[i]] != 0:
            for k in range(n):
                state[TIMES + k] = NEVER
        return
    if state[ENTERED] == NEVER:
        state[ENTERED] = at
    if params.first != 0 and at - state[ENTERED] > params.window:
        return
    for k in range(n):
        if (does >> k) & 1:
            state[TIMES + k] = at
            if params.groups > 1:
                state[TIMES + n + k] = columns.about[i]
    count(state, at, params, answer)


@kernel
def count(state: Cells, at: int, params: ChainParams, answer: ChainAnswer) -> None:
    """How many steps lie in the window up to now; the stretch begins with the earliest of them, and its group is that
    one's.
    """
    n, done, first = params.length, 0, -1
    for k in range(n):
        then = state[TIMES + k]
        if at - then <= params.window:
            done += 1
            if first < 0 or then < state[TIMES + first]:
                first = k
    for k in range(state[PROGRESS], done):
        answer.seconds[k * histogram.BINS + histogram.bin_of(at - state[TIMES + first])] += 1
    if done > state[PROGRESS]:
        state[PROGRESS] = done
        state[GROUP] = state[TIMES + n + first]


@kernel
def end(state: Cells, params: ChainParams, answer: ChainAnswer) -> None:
    """Count the best progress."""
    chain.close(state, 0, params, answer)


FUNNEL_ANY: Fold[ChainParams, ChainAnswer] = Fold("funnel_any", begin, step, end, chain.blank, scratch, present)
