"""How long after it begins does it end, and for whom has it not ended yet?

It begins with a customer's first event that is a start, or with the event that leads into a stage; it ends with the
first later event that is an end, or with the one that leads out of the stage. Where time alone leads in or out, it
begins or ends at that moment. Times stand on a grid of whole units.
What has not ended by `as_of` is *open*: it lasted at least so long. What began before the period is left out.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from wend.folds import stage_walk
from wend.folds.columns import Columns
from wend.folds.contract import NEVER, Cells, Fold, Presented
from wend.folds.kernel import kernel

STATUS, BEGAN_AT, GROUP, WALK = 0, 1, 2, 3
_WAITING, _RUNNING, _OVER = 0, 1, 2
NO_STAGE = -1


class SurvivalParams(NamedTuple):
    """`stage` is a place in the stage set or NO_STAGE, where `starts[code]` begin it; it ends with `ends[code]`, or
    (`leaving`) with the stage. Of several `groups` a customer's is the channel of their first event, or (`about`) what
    the event is about that begins it, and where time alone lets it begin, the last event before. The grid has `most`
    units of `unit` seconds.
    """

    starts: NDArray[np.bool_]
    ends: NDArray[np.bool_]
    stage: int
    leaving: int
    groups: int
    about: int
    unit: int
    most: int
    from_at: int
    as_of: int
    rules: stage_walk.Rules


class SurvivalAnswer(NamedTuple):
    """`[group · most + units]`: customers for whom it ended after so long, and for whom it was open for so long."""

    ended: Cells
    open: Cells


def params(
    starts: NDArray[np.bool_],
    ends: NDArray[np.bool_],
    rules: stage_walk.Rules,
    from_at: int,
    as_of: int,
    stage: int = NO_STAGE,
    leaving: bool = False,
    groups: int = 1,
    unit: int = 86_400,
    about: bool = False,
) -> SurvivalParams:
    """Params with a grid that reaches from `from_at` to `as_of`."""
    most = max(1, (as_of - from_at) // unit + 1)
    return SurvivalParams(starts, ends, stage, int(leaving), groups, int(about), unit, most, from_at, as_of, rules)


def blank(params: SurvivalParams) -> SurvivalAnswer:
    """Nothing has begun."""
    return SurvivalAnswer(*(np.zeros(params.groups * params.most, np.int64) for _ in range(2)))


def scratch(params: SurvivalParams) -> Cells:
    """[waiting, running or over; when it began; the group; the stage walk]."""
    return np.zeros(WALK + stage_walk.room(params.rules), np.int64)


@kernel
def begin(state: Cells, params: SurvivalParams) -> None:
    """Waiting for it to begin."""
    state[STATUS] = _WAITING
    state[GROUP] = -1
    stage_walk.begin(state, WALK, params.rules)


@kernel
def move(state: Cells, columns: Columns, i: int, params: SurvivalParams) -> bool:
    """Whether the customer is, after this event, where it begins."""
    if params.about == 1:
        if state[STATUS] == _WAITING:
            state[GROUP] = columns.about[i]
    elif state[GROUP] < 0:
        state[GROUP] = columns.channel[i]
    if params.stage == NO_STAGE:
        return bool(params.starts[columns.step[i]])
    return stage_walk.step(state, WALK, params.rules, columns, i) == params.stage


@kernel
def recall(state: Cells, columns: Columns, i: int, params: SurvivalParams) -> None:
    """What began before the period is none of ours."""
    if move(state, columns, i, params) and state[STATUS] == _WAITING and columns.occurred_at[i] < params.from_at:
        state[STATUS] = _OVER


@kernel
def cell(state: Cells, seconds: int, params: SurvivalParams) -> int:
    """The group's place on the grid for so many seconds."""
    group = max(0, min(state[GROUP], params.groups - 1)) if params.groups > 1 else 0
    return int(group * params.most + max(0, min(seconds // params.unit, params.most - 1)))


@kernel
def let_run(state: Cells, there: bool, at: int, params: SurvivalParams) -> None:
    """Let it begin."""
    if there:
        state[STATUS], state[BEGAN_AT] = _RUNNING, at


@kernel
def let_end(state: Cells, at: int, params: SurvivalParams, answer: SurvivalAnswer) -> None:
    """It is over, after so long."""
    state[STATUS] = _OVER
    answer.ended[cell(state, at - state[BEGAN_AT], params)] += 1


@kernel
def wait(
    state: Cells, columns: Columns, until: int, counts: bool, params: SurvivalParams, answer: SurvivalAnswer
) -> None:
    """Move where time leads; it may begin or end there."""
    if params.stage == NO_STAGE or state[STATUS] == _OVER:
        return
    until = min(until, params.as_of)
    at = stage_walk.lapse(state, WALK, params.rules, columns, until)
    while at != NEVER:
        there = state[WALK] == params.stage
        if at < params.from_at:
            if there and state[STATUS] == _WAITING:
                state[STATUS] = _OVER
        elif counts and state[STATUS] == _WAITING:
            let_run(state, there, at, params)
        elif counts and state[STATUS] == _RUNNING and params.leaving == 1 and not there:
            let_end(state, at, params, answer)
        at = stage_walk.lapse(state, WALK, params.rules, columns, until)


@kernel
def step(state: Cells, columns: Columns, i: int, params: SurvivalParams, answer: SurvivalAnswer) -> None:
    """Let it begin, or end."""
    if state[STATUS] == _OVER:
        return
    there, at = move(state, columns, i, params), columns.occurred_at[i]
    if state[STATUS] == _WAITING:
        let_run(state, there, at, params)
    elif (params.leaving == 1 and not there) or (params.leaving == 0 and params.ends[columns.step[i]]):
        let_end(state, at, params, answer)


@kernel
def end(state: Cells, params: SurvivalParams, answer: SurvivalAnswer) -> None:
    """What runs is open."""
    if state[STATUS] == _RUNNING:
        answer.open[cell(state, params.as_of - state[BEGAN_AT], params)] += 1


def present(answer: SurvivalAnswer, params: SurvivalParams, names: Sequence[str]) -> Presented:
    """{groups: [{group, customers, ended, open}]} of groups by number that have anybody."""
    del names
    ended, waiting = (each.reshape(params.groups, -1).sum(axis=1) for each in answer)
    rows = [
        {"group": g, "customers": int(ended[g] + waiting[g]), "ended": int(ended[g]), "open": int(waiting[g])}
        for g in np.flatnonzero(ended + waiting).tolist()
    ]
    return {"groups": rows}


SURVIVAL: Fold[SurvivalParams, SurvivalAnswer] = Fold(
    "survival", begin, step, end, blank, scratch, present, recall=recall, wait=wait
)
