"""Where did customers stand at one moment, and where at a later one? And who went back to what belongs to an earlier
stage in between?

A *place* is a stage with how silent the customer is there: active, slowing down or left; or nowhere, before their
first event. Stages that count only move forward (see `stage_walk`): what goes backward is the silence, and what
customers do. Someone has gone *back* from a stage when, standing in it, they do what, by its furthest rule, leads to an
earlier one; where stages are conditions, when they fall back to an earlier one.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from wend.folds import silence, stage_walk
from wend.folds.columns import Columns
from wend.folds.contract import NEVER, NOT_COVERED, Cells, Fold, Presented, Whole
from wend.folds.kernel import kernel

NOWHERE = 0
LEVELS = 3
SILENCE, FIRST_PLACE = 0, silence.ROOM
ORDINAL, WALK = FIRST_PLACE + 1, FIRST_PLACE + 2
_OPEN = -1


class FlowParams(NamedTuple):
    """The two moments in epoch seconds, each known to its end; `leads[code]` is the furthest stage that a rule of the
    code leads to, or -1.
    """

    rules: stage_walk.Rules
    leads: Cells
    at: int
    as_of: int
    silences: silence.Silences


class FlowAnswer(NamedTuple):
    """`moves[place · places + place]` customers from where they stood to where they stand; `back[stage · stages +
    stage]` customers who, in one, went back to another.
    """

    moves: Cells
    back: Cells


def params(
    rules: stage_walk.Rules, at: int, as_of: int, slowing_days: int = 60, left_days: int = 180, times: float = 0.0
) -> FlowParams:
    """Params with the silences of a stage set: days, and how many usual pauses."""
    codes = len(rules.first) - 1
    leads = np.full(codes, -1, np.int64)
    for code in range(codes):
        leads[code] = rules.stage[rules.rule[rules.first[code] : rules.first[code + 1]]].max(initial=-1)
    return FlowParams(rules, leads, at, as_of, silence.of_days(slowing_days, left_days, times))


def places(params: FlowParams) -> int:
    """How many places there are."""
    return 1 + LEVELS * params.rules.stages


def blank(params: FlowParams) -> FlowAnswer:
    """Nobody yet."""
    return FlowAnswer(np.zeros(places(params) ** 2, np.int64), np.zeros(params.rules.stages**2, np.int64))


def scratch(params: FlowParams) -> Cells:
    """[the silence, the first place or -1, the customer's ordinal, the stage walk, the last customer who went back by
    pair of stages].
    """
    return np.zeros(back_from(params) + params.rules.stages**2, np.int64)


@kernel
def back_from(params: FlowParams) -> int:
    """Where in the state it stands who went back."""
    return WALK + stage_walk.COUNTS + len(params.rules.need)


@kernel
def begin(state: Cells, params: FlowParams) -> None:
    """The next customer, nowhere."""
    silence.begin(state, SILENCE)
    state[FIRST_PLACE] = _OPEN
    state[ORDINAL] += 1
    stage_walk.begin(state, WALK, params.rules)


@kernel
def place_of(state: Cells, now: Whole, params: FlowParams) -> int:
    """The place at a moment when nothing has happened since the last event."""
    if state[SILENCE + silence.LAST] == NEVER:
        return NOWHERE
    return int(1 + state[WALK] * LEVELS + silence.level(state, SILENCE, now, params.silences))


@kernel
def recall(state: Cells, columns: Columns, i: int, params: FlowParams) -> None:
    """Move on; whoever passes the first moment stands where they stood."""
    if columns.occurred_at[i] > params.at and state[FIRST_PLACE] == _OPEN:
        state[FIRST_PLACE] = place_of(state, params.at, params)
    stage_walk.step(state, WALK, params.rules, columns, i)
    silence.note(state, SILENCE, columns.occurred_at[i], params.silences)


@kernel
def go_back(state: Cells, before: int, lead: int, params: FlowParams, answer: FlowAnswer) -> None:
    """Going back counts once for each pair of stages."""
    if 0 <= lead < before:
        pair = before * params.rules.stages + lead
        mark = back_from(params) + pair
        if state[mark] != state[ORDINAL]:
            state[mark] = state[ORDINAL]
            answer.back[pair] += 1


@kernel
def wait(state: Cells, columns: Columns, until: int, counts: bool, params: FlowParams, answer: FlowAnswer) -> None:
    """Stand where time leads; whoever passes the first moment stands where they stood then."""
    if params.rules.told >= 0 and state[FIRST_PLACE] == _OPEN and until > params.at:
        stage_walk.pass_by(state, WALK, params.rules, columns, params.at)
        state[FIRST_PLACE] = place_of(state, params.at, params)
    until, before = min(until, params.as_of), state[WALK]
    at = stage_walk.lapse(state, WALK, params.rules, columns, until)
    while at != NEVER:
        if counts and at > params.at:
            go_back(state, before, state[WALK], params, answer)
        before = state[WALK]
        at = stage_walk.lapse(state, WALK, params.rules, columns, until)


@kernel
def step(state: Cells, columns: Columns, i: int, params: FlowParams, answer: FlowAnswer) -> None:
    """Move on, perhaps back."""
    before, code = state[WALK], columns.step[i]
    recall(state, columns, i, params)
    if columns.occurred_at[i] <= params.at or code == NOT_COVERED:
        return
    go_back(state, before, params.leads[code] if params.rules.told < 0 else state[WALK], params, answer)


@kernel
def end(state: Cells, params: FlowParams, answer: FlowAnswer) -> None:
    """From the first place to the last."""
    first = state[FIRST_PLACE] if state[FIRST_PLACE] != _OPEN else place_of(state, params.at, params)
    answer.moves[first * (1 + LEVELS * params.rules.stages) + place_of(state, params.as_of, params)] += 1


def present(answer: FlowAnswer, params: FlowParams, names: Sequence[str]) -> Presented:
    """{flow: [{from, to, customers}], back: [{from, to, customers}]}, places and stages by number."""
    del names
    n = places(params)
    told = {}
    for key, cells, size in (("flow", answer.moves, n), ("back", answer.back, params.rules.stages)):
        pairs = np.argwhere(cells.reshape(size, size)).tolist()
        told[key] = [{"from": a, "to": b, "customers": int(cells[a * size + b])} for a, b in pairs]
    return told


FLOW: Fold[FlowParams, FlowAnswer] = Fold("flow", begin, step, end, blank, scratch, present, recall=recall, wait=wait)
