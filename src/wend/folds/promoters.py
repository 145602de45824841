"""Of those who were asked whether they would recommend us, how many would and how many would not, by stage?

Only events marked in `asked` count: their ratings lie on the 0–10 scale, stretched to −200 … 200, so that a promoter (9
or 10) is 160 or more and a detractor (0 to 6) 40 or less. An answer counts to the same stage as in `feelings`.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

import numpy as np

from wend.folds import stage_walk
from wend.folds.columns import Columns
from wend.folds.contract import NOT_COVERED, Cells, Fold, Presented
from wend.folds.kernel import kernel

NOT_SAID = -32768
PROMOTER, DETRACTOR = 160, 40
BEGUN, WALK = 0, 1


class PromotersParams(NamedTuple):
    """`asked[code]` = 1 where the question is asked."""

    rules: stage_walk.Rules
    asked: Cells


class PromotersAnswer(NamedTuple):
    """Answers by stage: all, of promoters, of detractors."""

    answers: Cells
    promoters: Cells
    detractors: Cells


def params(rules: stage_walk.Rules, codes: int, asked: Collection[int]) -> PromotersParams:
    """Params for a space of `codes` codes."""
    mask = np.zeros(max(codes, 1), np.int64)
    mask[list(asked)] = 1
    return PromotersParams(rules, mask)


def blank(params: PromotersParams) -> PromotersAnswer:
    """Nobody asked yet."""
    return PromotersAnswer(*(np.zeros(params.rules.stages, np.int64) for _ in range(3)))


def scratch(params: PromotersParams) -> Cells:
    """[whether anything came before, stage walk]."""
    return np.zeros(WALK + stage_walk.room(params.rules), np.int64)


@kernel
def begin(state: Cells, params: PromotersParams) -> None:
    """Nothing came before."""
    state[BEGUN] = 0
    stage_walk.begin(state, WALK, params.rules)


@kernel
def recall(state: Cells, columns: Columns, i: int, params: PromotersParams) -> None:
    """The stage moves on."""
    state[BEGUN] = 1
    stage_walk.step(state, WALK, params.rules, columns, i)


@kernel
def wait(
    state: Cells, columns: Columns, until: int, counts: bool, params: PromotersParams, answer: PromotersAnswer
) -> None:
    """Stand where time leads."""
    stage_walk.pass_by(state, WALK, params.rules, columns, until)


@kernel
def step(state: Cells, columns: Columns, i: int, params: PromotersParams, answer: PromotersAnswer) -> None:
    """Count an answer where the customer stood, then move on."""
    before, begun, code, rating = state[WALK], state[BEGUN], columns.step[i], columns.rating[i]
    recall(state, columns, i, params)
    if code == NOT_COVERED or rating == NOT_SAID or params.asked[code] == 0:
        return
    stage = before if begun == 1 else state[WALK]
    answer.answers[stage] += 1
    answer.promoters[stage] += rating >= PROMOTER
    answer.detractors[stage] += rating <= DETRACTOR


@kernel
def end(state: Cells, params: PromotersParams, answer: PromotersAnswer) -> None:
    """Nothing is left to count."""


def present(answer: PromotersAnswer, params: PromotersParams, names: Sequence[str]) -> Presented:
    """{stages: [{stage, answers, promoters, detractors}]}; a stage is its place in the stage set."""
    rows = zip(*(cells.tolist() for cells in answer), strict=True)
    return {"stages": [{"stage": s, "answers": n, "promoters": p, "detractors": d} for s, (n, p, d) in enumerate(rows)]}


PROMOTERS: Fold[PromotersParams, PromotersAnswer] = Fold(
    "promoters", begin, step, end, blank, scratch, present, recall=recall, wait=wait
)
