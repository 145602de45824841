"""The funnel with conditions on what lies between the steps, the times of every step, and groups.

As `funnel`, and more: a window for each step, events that may not stand between two steps (all of them: the strict
funnel), only a customer's first entry if wanted, and customers told apart by a group that the entry or a later step
belongs to. Without any of these it gives the counts of `funnel`, which is a fold of its own because it is twice as
fast.

Times are those of the moment at which a step was first reached: from the latest entry, and from the latest event that
did the step before, from which it could be.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from wend.folds import chain, histogram
from wend.folds.chain import ChainAnswer, ChainParams
from wend.folds.columns import Columns
from wend.folds.contract import Cells, Fold, Heed, Presented, heeded
from wend.folds.kernel import kernel


def scratch(params: ChainParams) -> Cells:
    """One walk: the best of all entries."""
    return np.zeros(chain.room(params), np.int64)


@kernel
def begin(state: Cells, params: ChainParams) -> None:
    """Nothing reached."""
    chain.start(state, 0)


@kernel
def step(state: Cells, columns: Columns, i: int, params: ChainParams, answer: ChainAnswer) -> None:
    """Nothing matters any more to who came to the end."""
    progress, code = state[chain.PROGRESS], columns.step[i]
    if progress == params.length or (params.steps[code] | params.without[code]) == 0:
        return
    chain.advance(state, 0, params.first == 0 or progress == 0, columns, i, params, answer)


@kernel
def end(state: Cells, params: ChainParams, answer: ChainAnswer) -> None:
    """Count the best progress."""
    chain.close(state, 0, params, answer)


def reached(answer: ChainAnswer, length: int) -> list[list[int]]:
    """For every group: who reached step 1, 2 …"""
    deepest = answer.deepest.reshape(-1, length + 1)
    return [[int(row[k:].sum()) for k in range(1, length + 1)] for row in deepest]


def present(answer: ChainAnswer, params: ChainParams, names: Sequence[str]) -> Presented:
    """{steps: [{step, customers, median_seconds, p90_seconds}]}: times from entry; a step of several codes is
    named "a | b".
    """
    codes = [np.flatnonzero(params.steps >> k & 1) for k in range(params.length)]
    groups = reached(answer, params.length)
    times = answer.seconds.reshape(params.length, -1)
    middle, most = (histogram.quantiles(times, share) for share in (0.5, 0.9))
    rows = [
        {"step": " | ".join(names[int(code)] for code in codes[k]), "customers": sum(group[k] for group in groups)}
        | {"median_seconds": middle[k], "p90_seconds": most[k]}
        for k in range(params.length)
    ]
    return {"steps": rows}


def heeds(params: ChainParams) -> Heed:
    """Events that do a step or stand in its way."""
    return heeded((params.steps | params.without) != 0)


FUNNEL_STEPS: Fold[ChainParams, ChainAnswer] = Fold(
    "funnel_steps", begin, step, end, chain.blank, scratch, present, heeds=heeds
)
