"""The params and the answer of `alike`: samples of journeys in groups, and what is counted of each group."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from wend.folds import aligning, histogram
from wend.folds.contract import Cells, Presented
from wend.folds.journey import LONGEST, Cutting

BINS = histogram.BINS


class AlikeParams(NamedTuple):
    """`masks` and `lengths` of the samples; `part_of[sample]` is the split sample it is a part of (−1 = none);
    `group[sample]` its group; `shown[group]` the sample that represents it.
    """

    cut: Cutting
    masks: Cells
    lengths: Cells
    part_of: Cells
    group: Cells
    shown: Cells


class AlikeAnswer(NamedTuple):
    """By group: `journeys`, those that are `exact`ly the sample shown, those with the `outcomes`, `money` (minor
    units), `felt` [n, sum, sum of squares of ratings in hundredths], `edits` to the sample a journey was found nearest
    to and the `longer` of both lengths.

    By group and step shown [group · LONGEST + step]: `done` by how many journeys, and `seconds` (a histogram, with
    the `sums` of its bins) since the step before, of those that did both.
    """

    journeys: Cells
    exact: Cells
    outcomes: Cells
    money: Cells
    felt: Cells
    edits: Cells
    longer: Cells
    done: Cells
    seconds: Cells
    sums: Cells


def params(
    cut: Cutting,
    samples: Sequence[Sequence[int]],
    group: Sequence[int] | None = None,
    shown: Sequence[int] | None = None,
    part_of: Sequence[int] | None = None,
) -> AlikeParams:
    """Each sample a group of its own, if nothing else is said."""
    own = range(len(samples))
    masks = aligning.masks_of([[[code] for code in sample] for sample in samples], cut.codes)
    parts = [-1] * len(samples) if part_of is None else part_of
    numbers = [len(sample) for sample in samples], parts, group or own, shown or own
    return AlikeParams(cut, masks, *(np.array(row, np.int64) for row in numbers))


def blank(params: AlikeParams) -> AlikeAnswer:
    """Nobody yet."""
    n = len(params.shown)
    sizes = n, n, n, n, 3 * n, n, n, n * LONGEST, n * LONGEST * BINS, n * LONGEST * BINS
    return AlikeAnswer(*(np.zeros(size, np.int64) for size in sizes))


def present(answer: AlikeAnswer, params: AlikeParams, names: Sequence[str]) -> Presented:
    """{groups: [{journey: [{step, journeys, median_seconds}], journeys, exact, outcomes, money, felt,
    edits, longer}]}; a step's seconds run since the step before it; `felt` is [n, sum, sum of squares].
    """
    return {"groups": [_group(answer, params, g, names) for g in range(len(params.shown))]}


def _group(answer: AlikeAnswer, params: AlikeParams, g: int, names: Sequence[str]) -> Presented:
    sample = int(params.shown[g])
    steps = range(int(params.lengths[sample]))
    codes = [int(np.flatnonzero(params.masks[sample] >> s & 1)[0]) for s in steps]
    first = g * LONGEST
    times, sums = (cells.reshape(-1, BINS)[first : first + len(steps)] for cells in (answer.seconds, answer.sums))
    rows = zip(
        codes, answer.done[first : first + len(steps)].tolist(), histogram.quantiles(times, 0.5, sums), strict=True
    )
    whole = ("journeys", "exact", "outcomes", "money", "edits", "longer")
    told: Presented = {name: int(getattr(answer, name)[g]) for name in whole}
    told["felt"] = answer.felt[3 * g : 3 * g + 3].tolist()
    return told | {"journey": [{"step": names[c], "journeys": n, "median_seconds": middle} for c, n, middle in rows]}
