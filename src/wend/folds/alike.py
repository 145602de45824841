"""Which of some given journeys is each journey most like, and how do those who are alike fare?

A journey belongs to the sample it has the fewest edits to, over the root of the longer length of the two (see
`methods/editing.py`; the first of equally near ones); when that sample was split, to the nearest of its parts. Samples
belong to groups, several to one where groups were merged; one sample represents its group, and steps and times are told
along it. See `journey.py` for what a journey is.
"""

from __future__ import annotations

import numpy as np

from wend.folds import aligning, histogram, journey
from wend.folds.aligning import EDIT, TABLE
from wend.folds.columns import Columns
from wend.folds.contract import Cells, Fold, Whole
from wend.folds.feelings import NOT_SAID
from wend.folds.journey import DONE, LENGTH, LONGEST, TIMES
from wend.folds.kernel import kernel
from wend.folds.samples import AlikeAnswer, AlikeParams, blank, params, present

MONEY, FELT, ALIGNMENT = journey.ROOM, journey.ROOM + 1, journey.ROOM + 4
BINS = histogram.BINS

__all__ = ["ALIKE", "AlikeAnswer", "AlikeParams", "params"]


def scratch(params: AlikeParams) -> Cells:
    """[the journey, its money, its ratings' n, sum and squares, an alignment]."""
    return np.zeros(ALIGNMENT + aligning.ROOM, np.int64)


@kernel
def begin(state: Cells, params: AlikeParams) -> None:
    """A journey of nothing yet."""
    journey.opened(state)
    for k in range(4):
        state[MONEY + k] = 0


@kernel
def nearest(state: Cells, params: AlikeParams, part_of: int) -> int:
    """The nearest of the samples that are parts of this one; −1 when it has none."""
    best, square, best_longer = -1, 1, 0
    for sample in range(len(params.lengths)):
        if params.part_of[sample] == part_of:
            edits = aligning.edits(state, params.masks, sample, params.lengths[sample])
            longer = int(max(state[LENGTH], params.lengths[sample]))
            if edits * edits * best_longer < square * longer:
                best, square, best_longer = sample, edits * edits, longer
    return best


@kernel
def beside(state: Cells, params: AlikeParams, g: Whole, answer: AlikeAnswer) -> None:
    """Count the steps of the sample shown that the journey did, and the times between them."""
    sample = params.shown[g]
    steps = params.lengths[sample]
    if aligning.aligned(state, ALIGNMENT, params.masks, sample, steps, 0, EDIT, EDIT) == 0:
        answer.exact[g] += 1
    before = np.int64(-1)
    for s in range(steps):
        event = state[ALIGNMENT + TABLE + s]
        if event >= 0:
            answer.done[g * LONGEST + s] += 1
            if before >= 0:
                gap = state[TIMES + event] - state[TIMES + before]
                place = (g * LONGEST + s) * BINS + histogram.bin_of(gap)
                answer.seconds[place] += 1
                answer.sums[place] += gap
        before = event


@kernel
def step(state: Cells, columns: Columns, i: int, params: AlikeParams, answer: AlikeAnswer) -> None:
    """The journey goes on."""
    journey.went_on(state, np.int64(columns.step[i]), columns.occurred_at[i], params.cut)
    state[MONEY] += columns.amount[i]
    rating = np.int64(columns.rating[i])
    if rating != NOT_SAID:
        state[FELT] += 1
        state[FELT + 1] += rating
        state[FELT + 2] += rating * rating


@kernel
def end(state: Cells, params: AlikeParams, answer: AlikeAnswer) -> None:
    """Find the journey's sample, and count it there."""
    if state[LENGTH] == 0:
        return
    sample = nearest(state, params, -1)
    part = nearest(state, params, sample)
    if part >= 0:
        sample = part
    g = params.group[sample]
    answer.journeys[g] += 1
    answer.outcomes[g] += state[DONE]
    answer.money[g] += state[MONEY]
    for k in range(3):
        answer.felt[3 * g + k] += state[FELT + k]
    answer.edits[g] += aligning.edits(state, params.masks, sample, params.lengths[sample])
    answer.longer[g] += max(state[LENGTH], params.lengths[sample])
    beside(state, params, g, answer)


ALIKE: Fold[AlikeParams, AlikeAnswer] = Fold("alike", begin, step, end, blank, scratch, present)
