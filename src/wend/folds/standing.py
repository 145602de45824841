"""In which stage does a customer stand? For columns and filters; `stages` tells how they came there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from wend.folds import silence, stage_walk
from wend.folds.columns import Columns
from wend.folds.contract import NOT_COVERED, Cells, Fold, Presented
from wend.folds.kernel import kernel


class StandingParams(NamedTuple):
    """The stage rules and the silences of the set; `as_of` in epoch seconds is up to when time leads on."""

    rules: stage_walk.Rules
    silences: silence.Silences
    as_of: int


class StandingAnswer(NamedTuple):
    """Customers, the sum of the places of their stages in the set, and of the seconds from which each is slower than
    usual (0 = too little is known).
    """

    customers: Cells
    stage: Cells
    slow: Cells


def blank(params: StandingParams) -> StandingAnswer:
    """Nobody yet."""
    del params
    return StandingAnswer(np.zeros(1, np.int64), np.zeros(1, np.int64), np.zeros(1, np.int64))


def scratch(params: StandingParams) -> Cells:
    """[the silence, the stage walk]."""
    return np.zeros(silence.ROOM + stage_walk.room(params.rules), np.int64)


@kernel
def begin(state: Cells, params: StandingParams) -> None:
    """The first stage."""
    silence.begin(state, 0)
    stage_walk.begin(state, silence.ROOM, params.rules)


@kernel
def recall(state: Cells, columns: Columns, i: int, params: StandingParams) -> None:
    """Move on."""
    stage_walk.step(state, silence.ROOM, params.rules, columns, i)
    if columns.step[i] != NOT_COVERED:
        silence.note(state, 0, columns.occurred_at[i], params.silences)


@kernel
def wait(
    state: Cells, columns: Columns, until: int, counts: bool, params: StandingParams, answer: StandingAnswer
) -> None:
    """Stand where time leads."""
    stage_walk.pass_by(state, silence.ROOM, params.rules, columns, min(until, params.as_of))


@kernel
def step(state: Cells, columns: Columns, i: int, params: StandingParams, answer: StandingAnswer) -> None:
    """Move on."""
    recall(state, columns, i, params)


@kernel
def end(state: Cells, params: StandingParams, answer: StandingAnswer) -> None:
    """Where the customer stands now."""
    answer.customers[0] += 1
    answer.stage[0] += state[silence.ROOM]
    answer.slow[0] += silence.slow_from(state, 0, params.silences.times)


def present(answer: StandingAnswer, params: StandingParams, names: Sequence[str]) -> Presented:
    """{customers, mean_stage}."""
    del params, names
    customers, stages = int(answer.customers[0]), int(answer.stage[0])
    return {"customers": customers, "mean_stage": stages / customers if customers else None}


STANDING: Fold[StandingParams, StandingAnswer] = Fold(
    "standing", begin, step, end, blank, scratch, present, recall=recall, wait=wait, sees_uncovered=True
)
