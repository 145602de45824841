"""In which stage do customers stand, how do they move from stage to stage, and how long does it take?

A customer *was in* a stage when it was theirs after some event inside the selection, or when time alone led them there
inside the period. Time in a stage runs from the event, or the moment, that led into it to the one that led out of it,
also when the first lies before the period. At `as_of` a
customer may be slowing down or have left (`silence.py`); `resumed` and `returned` count such silences that ended with
an event inside the selection: the way back.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from wend.folds import histogram, silence, stage_walk
from wend.folds.columns import Columns
from wend.folds.contract import NEVER, Cells, Fold, Presented
from wend.folds.kernel import kernel

_BINS = histogram.BINS
VISITED, ENTERED, SILENCE = 0, 1, 2
LAST, WALK = SILENCE + silence.LAST, SILENCE + silence.ROOM


class StagesParams(NamedTuple):
    """`as_of` in epoch seconds, and so is `from_at`, from when on what time alone changes is counted."""

    rules: stage_walk.Rules
    as_of: int
    silences: silence.Silences
    from_at: int = NEVER


class StagesAnswer(NamedTuple):
    """Customers by stage; `flow[from · stages + to]` moves; `seconds[stage · BINS + bin]` time in the stage of those
    who moved on.
    """

    now: Cells
    ever: Cells
    slowing: Cells
    left: Cells
    resumed: Cells
    returned: Cells
    flow: Cells
    seconds: Cells
    totals: Cells


def params(
    rules: stage_walk.Rules, as_of: int, slowing_days: int = 60, left_days: int = 180, times: float = 0.0
) -> StagesParams:
    """Params with the silences of a stage set: days, and how many usual pauses."""
    return StagesParams(rules, as_of, silence.of_days(slowing_days, left_days, times))


def blank(params: StagesParams) -> StagesAnswer:
    """No customer yet."""
    n = params.rules.stages
    return StagesAnswer(*(np.zeros(size, np.int64) for size in (n, n, n, n, n, n, n * n, n * _BINS, n * _BINS)))


def scratch(params: StagesParams) -> Cells:
    """[stages visited as bits, when this one was entered, the silence, the stage walk]."""
    return np.zeros(WALK + stage_walk.room(params.rules), np.int64)


@kernel
def begin(state: Cells, params: StagesParams) -> None:
    """Seen nowhere."""
    state[VISITED] = 0
    state[ENTERED] = NEVER
    silence.begin(state, SILENCE)
    stage_walk.begin(state, WALK, params.rules)


@kernel
def recall(state: Cells, columns: Columns, i: int, params: StagesParams) -> None:
    """Move on without counting."""
    before = state[WALK]
    after = stage_walk.step(state, WALK, params.rules, columns, i)
    if after != before or state[ENTERED] == NEVER:
        state[ENTERED] = columns.occurred_at[i]
    silence.note(state, SILENCE, columns.occurred_at[i], params.silences)


@kernel
def count_move(state: Cells, before: int, entered: int, at: int, params: StagesParams, answer: StagesAnswer) -> None:
    """A move from `before`, entered then, to the stage of the state."""
    answer.flow[before * params.rules.stages + state[WALK]] += 1
    cell = before * _BINS + histogram.bin_of(at - entered)
    answer.seconds[cell] += 1
    answer.totals[cell] += at - entered


@kernel
def wait(state: Cells, columns: Columns, until: int, counts: bool, params: StagesParams, answer: StagesAnswer) -> None:
    """Move where time leads, each time at its moment."""
    until, before = min(until, params.as_of), state[WALK]
    at = stage_walk.lapse(state, WALK, params.rules, columns, until)
    while at != NEVER:
        if counts and at >= params.from_at:
            state[VISITED] |= np.int64(1) << state[WALK]
            count_move(state, before, state[ENTERED], at, params, answer)
        state[ENTERED], before = at, state[WALK]
        at = stage_walk.lapse(state, WALK, params.rules, columns, until)


@kernel
def step(state: Cells, columns: Columns, i: int, params: StagesParams, answer: StagesAnswer) -> None:
    """Count a silence that ended, and a move to another stage."""
    before, last, entered, at = state[WALK], state[LAST], state[ENTERED], columns.occurred_at[i]
    if last != NEVER:
        level = silence.level(state, SILENCE, at, params.silences)
        if level == silence.LEFT:
            answer.returned[before] += 1
        elif level == silence.SLOWING:
            answer.resumed[before] += 1
    recall(state, columns, i, params)
    after = state[WALK]
    state[VISITED] |= np.int64(1) << after
    if after != before and last != NEVER:
        count_move(state, before, entered, at, params, answer)


@kernel
def end(state: Cells, params: StagesParams, answer: StagesAnswer) -> None:
    """Where the customer stands, and whether they are silent."""
    stage = state[WALK]
    answer.now[stage] += 1
    for k in range(params.rules.stages):
        answer.ever[k] += (state[VISITED] >> k) & 1
    level = silence.level(state, SILENCE, params.as_of, params.silences)
    if level == silence.LEFT:
        answer.left[stage] += 1
    elif level == silence.SLOWING:
        answer.slowing[stage] += 1


def present(answer: StagesAnswer, params: StagesParams, names: Sequence[str]) -> Presented:
    """{stages: [{stage, customers, next, median_seconds, p90_seconds, now, slowing, left, resumed, returned}], flow};
    `names` are the stages'.
    """
    n = params.rules.stages
    flow, seconds, totals = answer.flow.reshape(n, n), answer.seconds.reshape(n, _BINS), answer.totals.reshape(n, _BINS)
    rows = [
        {"stage": names[s], "customers": int(answer.ever[s]), "next": int(flow[s].sum())}
        | {
            "median_seconds": histogram.median(seconds[s], totals[s]),
            "p90_seconds": histogram.p90(seconds[s], totals[s]),
            "now": int(answer.now[s]),
        }
        | {"slowing": int(answer.slowing[s]), "left": int(answer.left[s])}
        | {"resumed": int(answer.resumed[s]), "returned": int(answer.returned[s])}
        for s in range(n)
    ]
    moves = [{"from": names[a], "to": names[b], "customers": int(flow[a, b])} for a, b in np.argwhere(flow)]
    return {"stages": rows, "flow": moves}


STAGES: Fold[StagesParams, StagesAnswer] = Fold(
    "stages", begin, step, end, blank, scratch, present, recall=recall, wait=wait
)
