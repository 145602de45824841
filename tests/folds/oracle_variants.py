"""`variants` again: a counter of tuples."""

from __future__ import annotations

from collections import Counter

import numpy as np

from tests.folds.oracle_journey import Shown, Told, journeys
from wend.folds.contract import NOT_COVERED
from wend.folds.variant_table import WORDS, VariantsAnswer
from wend.folds.variants import VariantsParams

WORD = 2**64 - 1


def mixed(*numbers: int) -> int:
    """The mark of a row of numbers, in 62 bits."""
    mark = numbers[0]
    for number in numbers[1:]:
        scattered = ((mark ^ number) & WORD) * 0x9E3779B97F4A7C15 & WORD
        mark = (scattered ^ (scattered >> 29)) >> 2
    return mark


def key_of(told: Told) -> int:
    """What a variant stands under: its length and its codes."""
    return mixed(len(told.steps), *told.codes)


def variants(shown: Shown, params: VariantsParams) -> VariantsAnswer:
    """Count equal tuples of steps."""
    every = journeys(shown, params.cut)
    looked_at = [
        told
        for told in every
        if told.steps and mixed(key_of(told), told.steps[0][1], told.steps[-1][1]) % 2**params.thinned == 0
    ]
    counts = Counter((key_of(told), told.codes) for told in looked_at)
    padded = {(key, c): np.array([*c, *[NOT_COVERED] * (4 * WORDS - len(c))], np.uint16) for key, c in counts}
    order = sorted(counts, key=lambda row: (row[0], *padded[row].view(np.int64).tolist()))
    steps = np.concatenate([np.zeros(0, np.int64), *(padded[row].view(np.int64) for row in order)])
    totals = [len(every), sum(t.outcome for t in every), sum(not t.steps for t in every), sum(t.tail for t in every), 0]
    keys = np.array([key for key, _ in order], np.int64)
    return VariantsAnswer(keys, np.array([counts[row] for row in order], np.int64), steps, np.array(totals, np.int64))
