"""Who would stand elsewhere under other stage rules? Every customer walked by two stage sets at once.

A customer stands in one stage of each set, and is active, slowing down or left by the silences of each, at the same
moment.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from wend.folds import silence, stage_walk
from wend.folds.columns import Columns
from wend.folds.contract import Cells, Fold, Presented
from wend.folds.kernel import kernel

LEVELS = silence.LEVELS
SILENCE, WALK = 0, silence.ROOM


class MovesParams(NamedTuple):
    """Two stage sets and the moment; `same[stage]` is the place of today's stage in the edited set, -1 where that has
    no such stage.
    """

    today: stage_walk.Rules
    edited: stage_walk.Rules
    same: Cells
    as_of: int
    silences_today: silence.Silences
    silences: silence.Silences


class MovesAnswer(NamedTuple):
    """`moves[from · edited stages + to]` customers by the stage of each set, `levels[from · LEVELS + to]` by how silent
    they are; `today` and `now` are `[stage · LEVELS + level]` of each set; `moved` counts those whose stage is
    another one.
    """

    moves: Cells
    levels: Cells
    today: Cells
    now: Cells
    moved: Cells


def params(
    today: stage_walk.Rules,
    edited: stage_walk.Rules,
    same: Sequence[int],
    as_of: int,
    silences_today: silence.Silences,
    silences: silence.Silences,
) -> MovesParams:
    """Params of two sets."""
    return MovesParams(today, edited, np.array(same, np.int64), as_of, silences_today, silences)


def blank(params: MovesParams) -> MovesAnswer:
    """Nobody yet."""
    before, after = params.today.stages, params.edited.stages
    sizes = (before * after, LEVELS * LEVELS, before * LEVELS, after * LEVELS, 1)
    return MovesAnswer(*(np.zeros(size, np.int64) for size in sizes))


def scratch(params: MovesParams) -> Cells:
    """[the silence, the walk of today's set, the walk of the edited one]."""
    return np.zeros(WALK + stage_walk.room(params.today) + stage_walk.room(params.edited), np.int64)


@kernel
def edited_from(params: MovesParams) -> int:
    """Where the walk of the edited set stands in the state."""
    return WALK + stage_walk.COUNTS + len(params.today.need)


@kernel
def begin(state: Cells, params: MovesParams) -> None:
    """In the first stage of both."""
    silence.begin(state, SILENCE)
    stage_walk.begin(state, WALK, params.today)
    stage_walk.begin(state, edited_from(params), params.edited)


@kernel
def recall(state: Cells, columns: Columns, i: int, params: MovesParams) -> None:
    """Move on in both."""
    stage_walk.step(state, WALK, params.today, columns, i)
    stage_walk.step(state, edited_from(params), params.edited, columns, i)
    silence.note(state, SILENCE, columns.occurred_at[i], params.silences_today)


@kernel
def wait(state: Cells, columns: Columns, until: int, counts: bool, params: MovesParams, answer: MovesAnswer) -> None:
    """Stand where time leads, in both."""
    until = min(until, params.as_of)
    stage_walk.pass_by(state, WALK, params.today, columns, until)
    stage_walk.pass_by(state, edited_from(params), params.edited, columns, until)


@kernel
def step(state: Cells, columns: Columns, i: int, params: MovesParams, answer: MovesAnswer) -> None:
    """Move on in both."""
    recall(state, columns, i, params)


@kernel
def end(state: Cells, params: MovesParams, answer: MovesAnswer) -> None:
    """Where the customer stands, twice."""
    before, after = state[WALK], state[edited_from(params)]
    level_before = silence.level(state, SILENCE, params.as_of, params.silences_today)
    level_after = silence.level(state, SILENCE, params.as_of, params.silences)
    answer.moves[before * params.edited.stages + after] += 1
    answer.levels[level_before * LEVELS + level_after] += 1
    answer.today[before * LEVELS + level_before] += 1
    answer.now[after * LEVELS + level_after] += 1
    answer.moved[0] += params.same[before] != after


def present(answer: MovesAnswer, params: MovesParams, names: Sequence[str]) -> Presented:
    """{moves: [{from, to, customers}]}, stages by number; `asked/moves.py` says more."""
    del names
    table = answer.moves.reshape(params.today.stages, params.edited.stages)
    pairs = np.argwhere(table).tolist()
    return {"moves": [{"from": a, "to": b, "customers": int(table[a, b])} for a, b in pairs]}


MOVES: Fold[MovesParams, MovesAnswer] = Fold(
    "moves", begin, step, end, blank, scratch, present, recall=recall, wait=wait
)
