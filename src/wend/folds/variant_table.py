"""The answer of `variants`: an open table of journeys under a key made of their steps, and how two of them merge."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from wend.folds.contract import NOT_COVERED, Cells
from wend.folds.journey import LONGEST
from wend.folds.table import FREE, empty

WORDS = 16
"""Words of a variant in the table, four codes in each; places after its end hold NOT_COVERED."""


class VariantsAnswer(NamedTuple):
    """`journeys[place]` of the variant with `steps[place · WORDS …]` under `keys[place]`. `totals`: journeys, those
    with the outcome, without a step, with a tail beyond LONGEST, and variants that found no place (the first four
    count all journeys, thinned or not).
    """

    keys: Cells
    journeys: Cells
    steps: Cells
    totals: Cells


def nothing(places: int) -> VariantsAnswer:
    """An empty table."""
    return VariantsAnswer(empty(places), *(np.zeros(size, np.int64) for size in (places, places * WORDS, 5)))


def settled(answer: VariantsAnswer) -> VariantsAnswer:
    """Each variant once, sorted, without free places."""
    taken = answer.keys != FREE
    rows = np.column_stack([answer.keys[taken], answer.steps.reshape(-1, WORDS)[taken]])
    unique, at = np.unique(rows, axis=0, return_inverse=True)
    sums = np.zeros(len(unique), np.int64)
    np.add.at(sums, at.ravel(), answer.journeys[taken])
    return VariantsAnswer(unique[:, 0].copy(), sums, unique[:, 1:].ravel(), answer.totals)


def merge(a: VariantsAnswer, b: VariantsAnswer) -> VariantsAnswer:
    """Both tables, packed into one."""
    keys, journeys, steps = (np.concatenate(both) for both in zip(a[:3], b[:3], strict=True))
    return settled(VariantsAnswer(keys, journeys, steps, a.totals + b.totals))


def sequences(answer: VariantsAnswer) -> tuple[NDArray[np.int64], Cells, Cells]:
    """(codes [variant, LONGEST], lengths, journeys), the most frequent first; of equally frequent ones the one whose
    codes come first.
    """
    answer = settled(answer)
    codes = answer.steps.view(np.uint16).reshape(-1, 4 * WORDS)[:, :LONGEST].astype(np.int64)
    order = np.lexsort([*codes.T[::-1], -answer.journeys])
    return codes[order], (codes[order] != NOT_COVERED).sum(axis=1), answer.journeys[order]
