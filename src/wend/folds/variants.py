"""Which journeys are there at all, and how many of each?

Two journeys are the same variant when their steps are the same in the same order (see `journey.py`). Variants are not
known beforehand, so they stand in an open table under a key made of their steps, and the steps themselves stand beside
it: equal keys of unequal journeys find two places. Where there are too many variants to hold, only one journey in 2^s
is looked at, chosen by a mark made of its steps and times: the same ones however the log was cut.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from wend.folds import journey
from wend.folds.columns import Columns
from wend.folds.contract import NOT_COVERED, Cells, Fold, Presented, Whole
from wend.folds.journey import CODES, DONE, LENGTH, TAIL, TIMES, Cutting
from wend.folds.kernel import kernel
from wend.folds.table import FREE
from wend.folds.variant_table import WORDS, VariantsAnswer, merge, nothing, sequences, settled

MOST_PLACES = 1 << 18
THINNER = 3
SHOWN = 20
_SEARCHES = 64
JOURNEYS, OUTCOMES, STEPLESS, TAILS, LOST = 0, 1, 2, 3, 4


class VariantsParams(NamedTuple):
    """`places` in the table, a power of two; one journey in 2^`thinned` is looked at."""

    cut: Cutting
    places: int
    thinned: int


def params(cut: Cutting, places: int = 1 << 12) -> VariantsParams:
    """Room for some thousands of variants, and more when asked for."""
    return VariantsParams(cut, places, 0)


def wider(params: VariantsParams) -> VariantsParams:
    """More room, and from MOST_PLACES on fewer journeys."""
    if params.places < MOST_PLACES:
        return params._replace(places=params.places * 8)
    return params._replace(thinned=params.thinned + THINNER)


def blank(params: VariantsParams) -> VariantsAnswer:
    """No journey yet."""
    return nothing(params.places)


def scratch(params: VariantsParams) -> Cells:
    """[the open journey]."""
    return np.zeros(journey.ROOM, np.int64)


@kernel
def begin(state: Cells, params: VariantsParams) -> None:
    """A journey of nothing yet."""
    journey.opened(state)


@kernel
def word_of(state: Cells, word: int) -> Whole:
    """Four codes in one word, the first in the lowest bits."""
    packed = np.int64(0)
    for k in range(4):
        place = 4 * word + k
        code = np.int64(NOT_COVERED)
        if place < state[LENGTH]:
            code = state[CODES + place]
        packed |= code << (16 * k)
    return packed


@kernel
def mixed(mark: Whole, value: Whole) -> Whole:
    """One more number in a mark of 62 bits."""
    scattered = np.uint64(mark ^ value) * np.uint64(0x9E3779B97F4A7C15)
    return np.int64((scattered ^ (scattered >> np.uint64(29))) >> np.uint64(2))


@kernel
def step(state: Cells, columns: Columns, i: int, params: VariantsParams, answer: VariantsAnswer) -> None:
    """The journey goes on."""
    journey.went_on(state, np.int64(columns.step[i]), columns.occurred_at[i], params.cut)


@kernel
def end(state: Cells, params: VariantsParams, answer: VariantsAnswer) -> None:
    """Find the journey's variant, or a place for it."""
    length = state[LENGTH]
    answer.totals[JOURNEYS] += 1
    answer.totals[OUTCOMES] += state[DONE]
    answer.totals[TAILS] += state[TAIL]
    if length == 0:
        answer.totals[STEPLESS] += 1
        return
    key: Whole = np.int64(length)
    for k in range(length):
        key = mixed(key, state[CODES + k])
    mark = mixed(mixed(key, state[TIMES]), state[TIMES + length - 1])
    if mark & ((np.int64(1) << params.thinned) - 1):
        return
    at = key & (params.places - 1)
    for _ in range(min(_SEARCHES, params.places)):
        if answer.keys[at] == FREE:
            answer.keys[at] = key
            for word in range(WORDS):
                answer.steps[at * WORDS + word] = word_of(state, word)
        if answer.keys[at] == key:
            same = True
            for word in range((length + 3) // 4):
                same = same and answer.steps[at * WORDS + word] == word_of(state, word)
            if same:
                answer.journeys[at] += 1
                return
        at = (at + 1) & (params.places - 1)
    answer.totals[LOST] += 1


def overflowed(answer: VariantsAnswer) -> bool:
    """Whether a variant found no place."""
    return bool(answer.totals[LOST])


def present(answer: VariantsAnswer, params: VariantsParams, names: Sequence[str]) -> Presented:
    """{journeys, outcomes, stepless, longer, one_in, different, variants: [{journey, journeys}]}: the most frequent
    variants, counted among one journey in `one_in`.
    """
    codes, lengths, counts = sequences(answer)
    rows = zip(codes[:SHOWN], lengths[:SHOWN], counts[:SHOWN], strict=True)
    variants = [{"journey": [names[c] for c in row[:length]], "journeys": int(n)} for row, length, n in rows]
    told = dict(zip(("journeys", "outcomes", "stepless", "longer"), answer.totals.tolist(), strict=False))
    if params.cut.outcome == journey.NO_CODE:
        del told["outcomes"]
    return told | {"one_in": 1 << params.thinned, "different": len(counts), "variants": variants}


VARIANTS: Fold[VariantsParams, VariantsAnswer] = Fold(
    "variants",
    begin,
    step,
    end,
    blank,
    scratch,
    present,
    merge=merge,
    settled=settled,
    overflowed=overflowed,
    wider=wider,
)
