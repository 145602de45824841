"""How did customers feel, and what had they expected, at every touchpoint and in every stage?

Ratings and expectations are hundredths on the scale from −200 to 200. They count to the stage the customer stood in
just before the rating (a journey that begins with one: after it), and to the touchpoint they speak about; where they
name none, to the last touchpoint before them that was not itself a rating; where there was none, to the rating's own.
A rating that no touchpoint covers still speaks. Sums and sums of squares are whole numbers, so that means and
intervals are exact however the log was cut. Levels are the five whole points of the scale, −2 … +2, each reaching half
a point to both sides (halves go up).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from wend.folds import stage_walk
from wend.folds.columns import Columns
from wend.folds.contract import NOT_COVERED, Cells, Fold, Presented, Whole
from wend.folds.kernel import kernel

NOT_SAID = -32768
LEVELS = 5
N, SUM, SQUARES, LEVEL = 0, 1, 2, 3
WIDTH = LEVEL + LEVELS
PREVIOUS, BEGUN, WALK = 0, 1, 2


class FeelingsParams(NamedTuple):
    """`codes` touchpoints; the place after the last one takes ratings that belong to none."""

    rules: stage_walk.Rules
    codes: int


class FeelingsAnswer(NamedTuple):
    """By [(touchpoint · stages + stage) · WIDTH + field]: n, sum, sum of squares, and n of each level."""

    experience: Cells
    expectation: Cells


def params(rules: stage_walk.Rules, codes: int) -> FeelingsParams:
    """Params for a space of `codes` codes."""
    return FeelingsParams(rules, codes)


def blank(params: FeelingsParams) -> FeelingsAnswer:
    """Nobody asked yet."""
    size = (params.codes + 1) * params.rules.stages * WIDTH
    return FeelingsAnswer(np.zeros(size, np.int64), np.zeros(size, np.int64))


def scratch(params: FeelingsParams) -> Cells:
    """[last touchpoint that was no rating, whether anything came before, stage walk]."""
    return np.zeros(WALK + stage_walk.room(params.rules), np.int64)


@kernel
def begin(state: Cells, params: FeelingsParams) -> None:
    """Nothing touched."""
    state[PREVIOUS] = NOT_COVERED
    state[BEGUN] = 0
    stage_walk.begin(state, WALK, params.rules)


@kernel
def recall(state: Cells, columns: Columns, i: int, params: FeelingsParams) -> None:
    """Move on to the next touchpoint and stage."""
    stage_walk.step(state, WALK, params.rules, columns, i)
    state[BEGUN] = 1
    if columns.step[i] != NOT_COVERED and columns.rating[i] == NOT_SAID and columns.expectation[i] == NOT_SAID:
        state[PREVIOUS] = columns.step[i]


@kernel
def wait(
    state: Cells, columns: Columns, until: int, counts: bool, params: FeelingsParams, answer: FeelingsAnswer
) -> None:
    """Stand where time leads."""
    stage_walk.pass_by(state, WALK, params.rules, columns, until)


@kernel
def add(cells: Cells, place: Whole, value: Whole) -> None:
    """Count one value."""
    cells[place + N] += 1
    cells[place + SUM] += value
    cells[place + SQUARES] += value * value
    cells[place + LEVEL + max(0, min(LEVELS - 1, (value + 250) // 100))] += 1


@kernel
def step(state: Cells, columns: Columns, i: int, params: FeelingsParams, answer: FeelingsAnswer) -> None:
    """Count what was said where the customer stood, then move on."""
    experience, expectation = np.int64(columns.rating[i]), np.int64(columns.expectation[i])
    before, previous, begun = state[WALK], state[PREVIOUS], state[BEGUN]
    recall(state, columns, i, params)
    if experience == NOT_SAID and expectation == NOT_SAID:
        return
    touchpoint = np.int64(columns.about[i])
    if touchpoint == NOT_COVERED:
        touchpoint = previous
    if touchpoint == NOT_COVERED:
        touchpoint = np.int64(min(columns.step[i], params.codes))
    stage = before if begun == 1 else state[WALK]
    place = (touchpoint * params.rules.stages + stage) * WIDTH
    if experience != NOT_SAID:
        add(answer.experience, place, experience)
    if expectation != NOT_SAID:
        add(answer.expectation, place, expectation)


@kernel
def end(state: Cells, params: FeelingsParams, answer: FeelingsAnswer) -> None:
    """Nothing is left to count."""


def table(cells: Cells, params: FeelingsParams) -> Cells:
    """The cells as [touchpoint (the last = none), stage, field]."""
    return cells.reshape(params.codes + 1, params.rules.stages, WIDTH)


def present(answer: FeelingsAnswer, params: FeelingsParams, names: Sequence[str]) -> Presented:
    """{touchpoints: [{touchpoint, experience, expectation}], stages: [{stage, …}]}; both hold {n, mean, deviation,
    levels} on the scale −2 … +2 (deviation with n − 1, None below two answers); a stage is its place in the stage set,
    touchpoint None = none.
    """
    both = {"experience": table(answer.experience, params), "expectation": table(answer.expectation, params)}
    places = [*((c, names[c]) for c in range(params.codes)), (params.codes, None)]
    at: list[Presented] = [
        {"touchpoint": name} | {k: spoken(cells[c].sum(0)) for k, cells in both.items()} for c, name in places
    ]
    by = [
        {"stage": s} | {k: spoken(cells[:, s].sum(0)) for k, cells in both.items()} for s in range(params.rules.stages)
    ]
    return {"touchpoints": [row for row in at if row["experience"]["n"] or row["expectation"]["n"]], "stages": by}


def spoken(fields: Cells) -> Presented:
    """{n, mean, deviation, levels} of one cell or of a sum of cells."""
    n, total, squares = (int(x) for x in fields[:LEVEL])
    deviation = ((n * squares - total * total) / (n * (n - 1))) ** 0.5 / 100 if n > 1 else None
    return {"n": n, "mean": total / n / 100 if n else None, "deviation": deviation, "levels": fields[LEVEL:].tolist()}


FEELINGS: Fold[FeelingsParams, FeelingsAnswer] = Fold(
    "feelings", begin, step, end, blank, scratch, present, recall=recall, wait=wait, sees_uncovered=True
)
