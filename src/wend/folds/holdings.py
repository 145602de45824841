"""Which data exists in every stage: of how many customers we saw behaviour, transactions and feelings there, and how
much money moved.

A rating counts to the same stage as in `feelings`, the one just before it; every other event to the stage
after it. An event with money is a transaction, one with a rating a feeling (it may be both), any other behaviour.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from wend.folds import stage_walk
from wend.folds.columns import Columns
from wend.folds.contract import Cells, Fold, Presented
from wend.folds.kernel import kernel

NOT_SAID = -32768
BEHAVIOUR, TRANSACTIONS, FEELINGS, KINDS = 0, 1, 2, 3
BEGUN, WALK = KINDS, KINDS + 1


class HoldingsParams(NamedTuple):
    """The stage rules."""

    rules: stage_walk.Rules


class HoldingsAnswer(NamedTuple):
    """`customers` by [kind · stages + stage]; `money` in minor units and `payments` (events with money) by stage."""

    customers: Cells
    money: Cells
    payments: Cells


def params(rules: stage_walk.Rules) -> HoldingsParams:
    """Params of a stage set."""
    return HoldingsParams(rules)


def blank(params: HoldingsParams) -> HoldingsAnswer:
    """Nothing yet."""
    n = params.rules.stages
    return HoldingsAnswer(np.zeros(KINDS * n, np.int64), np.zeros(n, np.int64), np.zeros(n, np.int64))


def scratch(params: HoldingsParams) -> Cells:
    """[stages as bits, for every kind; whether anything came before; the stage walk]."""
    return np.zeros(WALK + stage_walk.room(params.rules), np.int64)


@kernel
def begin(state: Cells, params: HoldingsParams) -> None:
    """Seen nowhere."""
    for kind in range(KINDS + 1):
        state[kind] = 0
    stage_walk.begin(state, WALK, params.rules)


@kernel
def recall(state: Cells, columns: Columns, i: int, params: HoldingsParams) -> None:
    """The stage moves on uncounted."""
    state[BEGUN] = 1
    stage_walk.step(state, WALK, params.rules, columns, i)


@kernel
def wait(
    state: Cells, columns: Columns, until: int, counts: bool, params: HoldingsParams, answer: HoldingsAnswer
) -> None:
    """Stand where time leads."""
    stage_walk.pass_by(state, WALK, params.rules, columns, until)


@kernel
def step(state: Cells, columns: Columns, i: int, params: HoldingsParams, answer: HoldingsAnswer) -> None:
    """Note what the event holds."""
    before = state[WALK]
    after = stage_walk.step(state, WALK, params.rules, columns, i)
    felt = columns.rating[i] != NOT_SAID or columns.expectation[i] != NOT_SAID
    if felt:
        state[FEELINGS] |= np.int64(1) << (before if state[BEGUN] == 1 else after)
    state[BEGUN] = 1
    if columns.amount[i] != 0:
        state[TRANSACTIONS] |= np.int64(1) << after
        answer.money[after] += columns.amount[i]
        answer.payments[after] += 1
    elif not felt:
        state[BEHAVIOUR] |= np.int64(1) << after


@kernel
def end(state: Cells, params: HoldingsParams, answer: HoldingsAnswer) -> None:
    """Count the customer by kind and stage."""
    n = params.rules.stages
    for kind in range(KINDS):
        for stage in range(n):
            answer.customers[kind * n + stage] += (state[kind] >> stage) & 1


def present(answer: HoldingsAnswer, params: HoldingsParams, names: Sequence[str]) -> Presented:
    """{stages: [{stage, behaviour, transactions, feelings (customers), money, payments}]}, in the order of the set."""
    n = params.rules.stages
    kinds = answer.customers.reshape(KINDS, n)
    rows = [
        {"stage": names[s], "behaviour": int(kinds[0, s]), "transactions": int(kinds[1, s])}
        | {"feelings": int(kinds[2, s]), "money": int(answer.money[s]), "payments": int(answer.payments[s])}
        for s in range(n)
    ]
    return {"stages": rows}


HOLDINGS: Fold[HoldingsParams, HoldingsAnswer] = Fold(
    "holdings", begin, step, end, blank, scratch, present, recall=recall, wait=wait, sees_uncovered=True
)
