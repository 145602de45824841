"""Where do those who stop, stop?

A customer has stopped when, at `as_of`, nothing of them was seen for `silence` seconds or longer. Each customer is
counted once for every step they did inside the selection: as *stopped* there if it was their last and they have
stopped, as *pending* if it was their last but it is too soon to tell, as *went on* otherwise. The same for stages.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from wend.folds import stage_walk
from wend.folds.columns import Columns
from wend.folds.contract import Cells, Fold, Presented
from wend.folds.kernel import kernel

ORDINAL, LAST, AT, VISITED, MARKS = 0, 1, 2, 3, 4


class DropoffParams(NamedTuple):
    """`as_of` in epoch seconds, `silence` in seconds, `walk`: place of the stage walk in the state."""

    rules: stage_walk.Rules
    codes: int
    as_of: int
    silence: int
    walk: int


class DropoffAnswer(NamedTuple):
    """Customers by step who were there, stopped there, are pending there; the same by stage; `where[step · stages +
    stage]` counts those who stopped by both.
    """

    there: Cells
    stopped: Cells
    pending: Cells
    there_stage: Cells
    stopped_stage: Cells
    pending_stage: Cells
    where: Cells


def params(rules: stage_walk.Rules, codes: int, as_of: int, silence: int = 30 * 86_400) -> DropoffParams:
    """Thirty days of silence, if nothing else is said."""
    return DropoffParams(rules, max(codes, 1), as_of, silence, MARKS + max(codes, 1))


def blank(params: DropoffParams) -> DropoffAnswer:
    """Nobody yet."""
    n, s = params.codes, params.rules.stages
    return DropoffAnswer(*(np.zeros(size, np.int64) for size in (n, n, n, s, s, s, n * s)))


def scratch(params: DropoffParams) -> Cells:
    """[customer's ordinal, last step, its time, stages visited as bits, last customer counted by step, stage walk]."""
    return np.zeros(params.walk + stage_walk.room(params.rules), np.int64)


@kernel
def begin(state: Cells, params: DropoffParams) -> None:
    """The next customer."""
    state[ORDINAL] += 1
    state[VISITED] = 0
    stage_walk.begin(state, params.walk, params.rules)


@kernel
def recall(state: Cells, columns: Columns, i: int, params: DropoffParams) -> None:
    """The stage moves on, and the customer is not silent; which step they did is not asked."""
    stage_walk.step(state, params.walk, params.rules, columns, i)
    state[AT] = columns.occurred_at[i]


@kernel
def step(state: Cells, columns: Columns, i: int, params: DropoffParams, answer: DropoffAnswer) -> None:
    """Seen here."""
    recall(state, columns, i, params)
    code = np.int64(columns.step[i])
    state[VISITED] |= np.int64(1) << state[params.walk]
    state[LAST] = code
    if state[MARKS + code] != state[ORDINAL]:
        state[MARKS + code] = state[ORDINAL]
        answer.there[code] += 1


@kernel
def end(state: Cells, params: DropoffParams, answer: DropoffAnswer) -> None:
    """Stopped, or too soon to tell."""
    code, stage = state[LAST], state[params.walk]
    for k in range(params.rules.stages):
        answer.there_stage[k] += (state[VISITED] >> k) & 1
    if params.as_of - state[AT] >= params.silence:
        answer.stopped[code] += 1
        answer.stopped_stage[stage] += 1
        answer.where[code * params.rules.stages + stage] += 1
    else:
        answer.pending[code] += 1
        answer.pending_stage[stage] += 1


def present(answer: DropoffAnswer, params: DropoffParams, names: Sequence[str]) -> Presented:
    """{steps: [{step, customers, stopped, pending, went_on, share}], stages: [{stage, …}]}; share = stopped ÷ (stopped
    + went on), None when nobody can be told yet; most stopped first; a stage is its place in the stage set.
    """
    rows: list[Presented] = [
        {"step": names[c]} | _row(answer.there[c], answer.stopped[c], answer.pending[c])
        for c in np.flatnonzero(answer.there).tolist()
    ]
    rows.sort(key=lambda row: (-row["stopped"], row["step"]))
    by_stage = zip(answer.there_stage, answer.stopped_stage, answer.pending_stage, strict=True)
    return {"steps": rows, "stages": [{"stage": s} | _row(*counts) for s, counts in enumerate(by_stage)]}


def _row(there: np.int64, stopped: np.int64, pending: np.int64) -> Presented:
    went_on = int(there - stopped - pending)
    share = int(stopped) / (went_on + int(stopped)) if went_on + stopped else None
    return {
        "customers": int(there),
        "stopped": int(stopped),
        "pending": int(pending),
        "went_on": went_on,
        "share": share,
    }


DROPOFF: Fold[DropoffParams, DropoffAnswer] = Fold("dropoff", begin, step, end, blank, scratch, present, recall=recall)
