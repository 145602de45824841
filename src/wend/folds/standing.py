"""In which stage does a customer stand? For columns and filters; `stages` tells how they came there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from wend.folds import stage_walk
from wend.folds.columns import Columns
from wend.folds.contract import Cells, Fold, Presented
from wend.folds.kernel import kernel


class StandingParams(NamedTuple):
    """The stage rules."""

    rules: stage_walk.Rules


class StandingAnswer(NamedTuple):
    """Customers, and the sum of the places of their stages in the set."""

    customers: Cells
    stage: Cells


def blank(params: StandingParams) -> StandingAnswer:
    """Nobody yet."""
    del params
    return StandingAnswer(np.zeros(1, np.int64), np.zeros(1, np.int64))


def scratch(params: StandingParams) -> Cells:
    """The stage walk."""
    return np.zeros(stage_walk.room(params.rules), np.int64)


@kernel
def begin(state: Cells, params: StandingParams) -> None:
    """The first stage."""
    stage_walk.begin(state, 0, params.rules)


@kernel
def recall(state: Cells, columns: Columns, i: int, params: StandingParams) -> None:
    """Move on."""
    stage_walk.step(state, 0, params.rules, columns.step[i], columns.stood[i])


@kernel
def step(state: Cells, columns: Columns, i: int, params: StandingParams, answer: StandingAnswer) -> None:
    """Move on."""
    recall(state, columns, i, params)


@kernel
def end(state: Cells, params: StandingParams, answer: StandingAnswer) -> None:
    """Where the customer stands now."""
    answer.customers[0] += 1
    answer.stage[0] += state[0]


def present(answer: StandingAnswer, params: StandingParams, names: Sequence[str]) -> Presented:
    """{customers, mean_stage}."""
    del params, names
    customers, stages = int(answer.customers[0]), int(answer.stage[0])
    return {"customers": customers, "mean_stage": stages / customers if customers else None}


STANDING: Fold[StandingParams, StandingAnswer] = Fold(
    "standing", begin, step, end, blank, scratch, present, recall=recall, sees_uncovered=True
)
