"""Is every touchpoint used, when was it last, and how many touches does a customer have in each stage?

A touch belongs to the stage that the customer stands in after it. Of a stage with a plan it is counted who had fewer
touches there, or more, than planned.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from wend.folds import stage_walk
from wend.folds.columns import Columns
from wend.folds.contract import NEVER, Cells, Fold, Presented
from wend.folds.kernel import kernel

ORDINAL, MARKS = 0, 1
RECENT_DAYS = 30


class UsageParams(NamedTuple):
    """`plan[stage]` touches are planned, 0 = no plan; events from `since` on are recent."""

    rules: stage_walk.Rules
    plan: Cells
    codes: int
    since: int


class UsageAnswer(NamedTuple):
    """By touchpoint: `events`, `customers`, customers who were there lately, the last event (NEVER = none). By stage:
    `people` with any touch, their `touches`, the sum of the `squares` of these, and who had fewer or more than planned.
    """

    events: Cells
    customers: Cells
    recent: Cells
    last_at: Cells
    people: Cells
    touches: Cells
    squares: Cells
    fewer: Cells
    more: Cells


def params(rules: stage_walk.Rules, plan: Sequence[int], codes: int, as_of: int) -> UsageParams:
    """Params with the last days before a moment as recent."""
    return UsageParams(rules, np.array(plan, np.int64), max(codes, 1), as_of - RECENT_DAYS * 86_400 + 1)


def blank(params: UsageParams) -> UsageAnswer:
    """Nothing was used."""
    codes, stages = params.codes, params.rules.stages
    answer = UsageAnswer(*(np.zeros(size, np.int64) for size in (*[codes] * 4, *[stages] * 5)))
    answer.last_at[:] = NEVER
    return answer


def scratch(params: UsageParams) -> Cells:
    """[customer's ordinal, last customer counted by code, and lately, touches by stage, the stage walk]."""
    return np.zeros(MARKS + 2 * params.codes + params.rules.stages + stage_walk.room(params.rules), np.int64)


@kernel
def begin(state: Cells, params: UsageParams) -> None:
    """The next customer, who touched nothing."""
    state[ORDINAL] += 1
    counts = MARKS + 2 * params.codes
    for stage in range(params.rules.stages):
        state[counts + stage] = 0
    stage_walk.begin(state, counts + params.rules.stages, params.rules)


@kernel
def recall(state: Cells, columns: Columns, i: int, params: UsageParams) -> None:
    """Move on."""
    stage_walk.step(state, MARKS + 2 * params.codes + params.rules.stages, params.rules, columns, i)


@kernel
def step(state: Cells, columns: Columns, i: int, params: UsageParams, answer: UsageAnswer) -> None:
    """Count the touch, and the customer where it is their first one."""
    code, at, counts = np.int64(columns.step[i]), columns.occurred_at[i], MARKS + 2 * params.codes
    stage = stage_walk.step(state, counts + params.rules.stages, params.rules, columns, i)
    state[counts + stage] += 1
    answer.events[code] += 1
    if at > answer.last_at[code]:
        answer.last_at[code] = at
    if state[MARKS + code] != state[ORDINAL]:
        state[MARKS + code] = state[ORDINAL]
        answer.customers[code] += 1
    if at >= params.since and state[MARKS + params.codes + code] != state[ORDINAL]:
        state[MARKS + params.codes + code] = state[ORDINAL]
        answer.recent[code] += 1


@kernel
def end(state: Cells, params: UsageParams, answer: UsageAnswer) -> None:
    """How many touches there were in each stage."""
    counts = MARKS + 2 * params.codes
    for stage in range(params.rules.stages):
        touches = state[counts + stage]
        if touches > 0:
            answer.people[stage] += 1
            answer.touches[stage] += touches
            answer.squares[stage] += touches * touches
            if params.plan[stage] > 0:
                answer.fewer[stage] += touches < params.plan[stage]
                answer.more[stage] += touches > params.plan[stage]


def merge(a: UsageAnswer, b: UsageAnswer) -> UsageAnswer:
    """Counts add up; of two last events the later one is the last."""
    summed = UsageAnswer(*(x + y for x, y in zip(a, b, strict=True)))
    return summed._replace(last_at=np.maximum(a.last_at, b.last_at))


def present(answer: UsageAnswer, params: UsageParams, names: Sequence[str]) -> Presented:
    """{touchpoints: [{touchpoint, events, customers, recent, last_at}]}; `asked/registry_use.py` says more."""
    del params
    return {
        "touchpoints": [
            {"touchpoint": name, "events": int(answer.events[c]), "customers": int(answer.customers[c])}
            | {"recent": int(answer.recent[c]), "last_at": int(answer.last_at[c]) if answer.events[c] else None}
            for c, name in enumerate(names)
        ]
    }


USAGE: Fold[UsageParams, UsageAnswer] = Fold(
    "usage", begin, step, end, blank, scratch, present, recall=recall, merge=merge
)
