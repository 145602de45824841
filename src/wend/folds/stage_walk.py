"""The one compiled reading of stage rules, used by every fold that needs to know where a customer stands.

A rule fires at the n-th time the customer does any code of its set; the customer stands in the furthest stage any of
whose rules has fired, and in the first stage before that: stages that count only move forward. Where the stages are
conditions, the walk of `stage_marks.py` has decided them before, for every event and for what time alone changes
between events (*lapses*), and here they are only read. *Slowing down* and *left* are silences, see `stages.py`.

In a fold's state the walk takes `room(rules)` places from `WALK` on: [stage, the next lapse, count of rule 0, count of
rule 1, …]. A fold that dates moves takes the lapses one by one as it waits (`lapse`); one that only has to know the
stage before an event takes all that are due (`pass_by`); one that asks for the stage after events needs neither.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from wend.folds.columns import Columns
from wend.folds.contract import NEVER, NOT_COVERED, Cells, Whole
from wend.folds.kernel import kernel

NEXT, COUNTS = 1, 2
"""Places of a walk, counted from its first one."""
COUNTED = -1
"""Stages that the rules decide by counting."""


class Rules(NamedTuple):
    """Rules by code: those of code c are `rule[first[c]:first[c + 1]]`; rule r needs `need[r]` times and leads to
    `stage[r]` of `stages`. With `told` at 0 or 8, the stage stands in that byte of the column `stood`; -1: count.
    """

    first: Cells
    rule: Cells
    need: Cells
    stage: Cells
    stages: int
    told: int


def rules(
    members: Sequence[Sequence[int]], need: Sequence[int], stage: Sequence[int], stages: int, codes: int
) -> Rules:
    """Rules from the codes of each one, the times it needs and the stage it leads to."""
    pairs = sorted((code, r) for r, codes_of_rule in enumerate(members) for code in set(codes_of_rule))
    first = np.searchsorted(np.array([code for code, _ in pairs], np.int64), np.arange(codes + 1)).astype(np.int64)
    ordered = np.array([r for _, r in pairs], np.int64)
    return Rules(first, ordered, np.array(need, np.int64), np.array(stage, np.int64), max(stages, 1), COUNTED)


def told(stages: int, codes: int, place: int = 0) -> Rules:
    """The stages of a set whose stages are conditions, in the byte of its place."""
    return rules([], [], [], stages, codes)._replace(told=8 * place)


def no_stages(codes: int) -> Rules:
    """One stage in which everybody stands, for questions asked without a stage set."""
    return rules([], [], [], 1, codes)


def room(rules: Rules) -> int:
    """Places the walk takes in a state."""
    return COUNTS + len(rules.need)


@kernel
def begin(state: Cells, walk: int, rules: Rules) -> None:
    """Before any event: the first stage."""
    for k in range(walk, walk + COUNTS + len(rules.need)):
        state[k] = 0


@kernel
def lapse(state: Cells, walk: int, rules: Rules, columns: Columns, until: int) -> int:
    """Move to the next stage that time alone leads to, up to and with `until`; its moment, NEVER when there is none."""
    if rules.told < 0:
        return NEVER
    place = state[walk + NEXT]
    while columns.lapse_at[place] <= until:
        at, stage = columns.lapse_at[place], (np.int64(columns.lapse_stood[place]) >> rules.told) & 255
        place += 1
        if stage != state[walk]:
            state[walk] = stage
            state[walk + NEXT] = place
            return int(at)
    state[walk + NEXT] = place
    return NEVER


@kernel
def pass_by(state: Cells, walk: int, rules: Rules, columns: Columns, until: int) -> None:
    """Move through all stages that time alone leads to, up to and with `until`."""
    if rules.told >= 0:
        place = state[walk + NEXT]
        while columns.lapse_at[place] <= until:
            state[walk] = (np.int64(columns.lapse_stood[place]) >> rules.told) & 255
            place += 1
        state[walk + NEXT] = place


@kernel
def after_event(state: Cells, walk: int, rules: Rules, code: Whole, stood: Whole) -> int:
    """The stage after this event (whose code may be NOT_COVERED), for who does not wait; `stood` is its cell of that
    column.
    """
    if rules.told >= 0:
        state[walk] = (np.int64(stood) >> rules.told) & 255
    elif code != NOT_COVERED:
        for k in range(rules.first[code], rules.first[code + 1]):
            r = rules.rule[k]
            state[walk + COUNTS + r] += 1
            if state[walk + COUNTS + r] == rules.need[r] and rules.stage[r] > state[walk]:
                state[walk] = rules.stage[r]
    return int(state[walk])


@kernel
def step(state: Cells, walk: int, rules: Rules, columns: Columns, i: int) -> int:
    """The stage after this event, which may be one that no touchpoint covers."""
    if rules.told >= 0:
        if columns.step[i] != NOT_COVERED:
            state[walk + NEXT] = columns.lapse[i]
        elif (np.int64(columns.stood[i]) >> rules.told) & 255 != state[walk]:
            lapse(state, walk, rules, columns, columns.occurred_at[i])  # told again to those who are not shown it
    return after_event(state, walk, rules, columns.step[i], columns.stood[i])
