"""How does what happened differ from what was planned?

A journey (see `journey.py`) is laid beside the planned steps so that the fewest steps are left out and the fewest
events are too many, as alignments do (Adriansyah, van Dongen and van der Aalst 2011). A planned step is then done on
time; or *late*: longer after the planned step before it that was done than its deadline; or *moved*: done, but not in
its place; or *skipped*. An event that does no step is *unplanned*, also a planned step done once more. A journey
conforms when nothing of this happened, steps that may be skipped aside. Journeys that did no planned step at all are
only counted.
"""

from __future__ import annotations

import numpy as np

from wend.folds import aligning, histogram, journey
from wend.folds.aligning import EDIT, TABLE
from wend.folds.columns import Columns
from wend.folds.contract import Cells, Fold, Whole
from wend.folds.deviations import (
    ALL,
    BINS,
    CONFORMING,
    COST,
    DEVIATING,
    ELSEWHERE,
    FIRST,
    KINDS,
    LATE,
    LENGTHS,
    MOVED,
    SKIPPED,
    TAILS,
    WIDTH,
    ConformanceAnswer,
    ConformanceParams,
    blank,
    params,
    present,
)
from wend.folds.feelings import NOT_SAID
from wend.folds.journey import CODES, LENGTH, TAIL, TIMES
from wend.folds.kernel import kernel

HAD, FELT, ALIGNMENT = journey.ROOM, journey.ROOM + 1, journey.ROOM + 4

__all__ = ["CONFORMANCE", "ConformanceAnswer", "ConformanceParams", "params"]


def scratch(params: ConformanceParams) -> Cells:
    """[the open journey, whether it had the outcome, its ratings' n, sum and squares, an alignment]."""
    return np.zeros(ALIGNMENT + aligning.ROOM, np.int64)


@kernel
def begin(state: Cells, params: ConformanceParams) -> None:
    """A journey of nothing yet."""
    journey.opened(state)
    for k in range(4):
        state[HAD + k] = 0


@kernel
def counted(state: Cells, answer: ConformanceAnswer, row: Whole) -> None:
    """The journey belongs to this row."""
    place = row * WIDTH
    answer.groups[place] += 1
    for k in range(4):
        answer.groups[place + 1 + k] += state[HAD + k]


@kernel
def deviated(state: Cells, params: ConformanceParams, answer: ConformanceAnswer, kind: int, step: Whole) -> None:
    """A planned step was late, moved or skipped."""
    counted(state, answer, FIRST + kind * params.length + step)


@kernel
def steps_done(state: Cells, params: ConformanceParams, answer: ConformanceAnswer) -> tuple[int, int]:
    """Count every planned step; (how many deviated, the events that did a step in its place or elsewhere as bits)."""
    used, deviations, before = np.int64(0), 0, np.int64(-1)
    for s in range(params.length):
        event = state[ALIGNMENT + TABLE + s]
        if event >= 0:
            used |= np.int64(1) << event
    for s in range(params.length):
        event = state[ALIGNMENT + TABLE + s]
        if event >= 0:
            late = False
            if before >= 0:
                gap = state[TIMES + event] - state[TIMES + before]
                place = s * BINS + histogram.bin_of(gap)
                answer.seconds[place] += 1
                answer.sums[place] += gap
                late = gap > params.deadlines[s]
            before = event
            if late:
                deviations += 1
                deviated(state, params, answer, LATE, s)
            else:
                answer.on_time[s] += 1
            continue
        kind = SKIPPED
        for j in range(state[LENGTH]):
            free = (used >> j) & 1 == 0
            if kind == SKIPPED and free and (params.masks[0, state[CODES + j]] >> s) & 1:
                kind = MOVED
                used |= np.int64(1) << j
        deviated(state, params, answer, kind, s)
        if kind == MOVED or (params.optional >> s) & 1 == 0:
            deviations += 1
    return deviations, int(used)


@kernel
def extras(state: Cells, params: ConformanceParams, answer: ConformanceAnswer, used: int) -> int:
    """Count every unplanned event, and each of their codes once; how many there were."""
    found, rest = 0, np.int64(0)
    for j in range(state[LENGTH]):
        if (used >> j) & 1:
            continue
        found += 1
        after, code = 0, state[CODES + j]
        for s in range(params.length):
            if 0 <= state[ALIGNMENT + TABLE + s] < j:
                after = s + 1
        answer.extras[after * params.masks.shape[1] + code] += 1
        known = False
        for k in range(j):
            known = known or ((rest >> k) & 1 == 1 and state[CODES + k] == code)
        rest |= np.int64(1) << j
        if not known:
            counted(state, answer, FIRST + KINDS * params.length + code)
    return found


@kernel
def step(state: Cells, columns: Columns, i: int, params: ConformanceParams, answer: ConformanceAnswer) -> None:
    """The journey goes on."""
    code = np.int64(columns.step[i])
    journey.went_on(state, code, columns.occurred_at[i], params.cut)
    if code == params.outcome:
        state[HAD] = 1
    rating = np.int64(columns.rating[i])
    if rating != NOT_SAID:
        state[FELT] += 1
        state[FELT + 1] += rating
        state[FELT + 2] += rating * rating


@kernel
def end(state: Cells, params: ConformanceParams, answer: ConformanceAnswer) -> None:
    """Lay the journey beside the plan."""
    planned = False
    for j in range(state[LENGTH]):
        planned = planned or params.masks[0, state[CODES + j]] != 0
    if not planned:
        answer.totals[ELSEWHERE] += 1
        return
    cost = aligning.aligned(state, ALIGNMENT, params.masks, 0, params.length, params.optional, params.extra, 2 * EDIT)
    answer.totals[COST] += cost
    answer.totals[LENGTHS] += params.length
    if params.extra > 0:
        answer.totals[LENGTHS] += state[LENGTH]
    answer.totals[TAILS] += state[TAIL]
    deviations, used = steps_done(state, params, answer)
    unplanned = extras(state, params, answer, used)
    counted(state, answer, ALL)
    if deviations == 0 and (unplanned == 0 or params.extra == 0):
        counted(state, answer, CONFORMING)
    else:
        counted(state, answer, DEVIATING)


CONFORMANCE: Fold[ConformanceParams, ConformanceAnswer] = Fold("conformance", begin, step, end, blank, scratch, present)
