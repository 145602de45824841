"""The params and the answer of `conformance`: a plan, and what is counted of the journeys beside it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np

from wend.folds import aligning, histogram
from wend.folds.contract import Cells, Presented
from wend.folds.journey import NO_CODE, NO_LIMIT, Cutting

BINS = histogram.BINS
ALL, CONFORMING, DEVIATING, FIRST = 0, 1, 2, 3
"""Rows of `groups`: journeys that did a planned step, those that conform, those that do not, and from FIRST on the
deviations (see `row_of`).
"""
LATE, MOVED, SKIPPED = 0, 1, 2
KINDS = 3
JOURNEYS, OUTCOMES, FELT, WIDTH = 0, 1, 2, 5
ELSEWHERE, COST, LENGTHS, TAILS = 0, 1, 2, 3


class ConformanceParams(NamedTuple):
    """`masks[0, code]`: the steps a code does, as bits; `length` steps; `optional` steps as bits; `deadlines[step]` in
    seconds after the planned step before it that was done; `extra` the cost of an event that is not planned; `outcome`
    the code that counts as success.
    """

    cut: Cutting
    masks: Cells
    length: int
    optional: int
    deadlines: Cells
    extra: int
    outcome: int


class ConformanceAnswer(NamedTuple):
    """`groups[row · WIDTH + field]`: journeys, those with the outcome, and their ratings' n, sum and squares (see
    `row_of`). `on_time[step]` journeys that did it in its place and in time; `seconds[step · BINS + bin]` since the
    planned step before it that was done, with the `sums` of the bins. `extras[step · codes + code]`: unplanned events
    by the last step done before them, counted from 1 (0 = none). `totals`: journeys without a planned step, edits, the
    lengths they are divided by, journeys longer than LONGEST.
    """

    groups: Cells
    on_time: Cells
    seconds: Cells
    sums: Cells
    extras: Cells
    totals: Cells


def params(
    steps: Sequence[Sequence[int]],
    cut: Cutting,
    optional: Sequence[int] = (),
    deadlines: Sequence[int | None] = (),
    extra: bool = True,
) -> ConformanceParams:
    """A plan of steps, each done by any of some codes. An outcome that is planned does not end the journey."""
    until = [NO_LIMIT if at is None else at for at in deadlines] or [NO_LIMIT] * len(steps)
    planned = any(cut.outcome in step for step in steps)
    return ConformanceParams(
        cut._replace(outcome=NO_CODE) if planned else cut,
        aligning.masks_of([steps], cut.codes),
        len(steps),
        sum(1 << step for step in optional),
        np.array(until, np.int64),
        aligning.EDIT if extra else 0,
        cut.outcome,
    )


def row_of(params: ConformanceParams, kind: int, step: int) -> int:
    """The row of a planned step that was late, moved (done out of order) or skipped."""
    return FIRST + kind * params.length + step


def row_of_extra(params: ConformanceParams, code: int) -> int:
    """The row of journeys with an unplanned event of this code."""
    return FIRST + KINDS * params.length + code


def blank(params: ConformanceParams) -> ConformanceAnswer:
    """No journey yet."""
    codes, rows = params.masks.shape[1], row_of_extra(params, params.masks.shape[1])
    sizes = rows * WIDTH, params.length, params.length * BINS, params.length * BINS, (params.length + 1) * codes, 4
    return ConformanceAnswer(*(np.zeros(size, np.int64) for size in sizes))


def present(answer: ConformanceAnswer, params: ConformanceParams, names: Sequence[str]) -> Presented:
    """{journeys, conforming, elsewhere, conformance, steps: [{step, optional, on_time, late, moved, skipped,
    median_seconds}], extras: [{after, step, events}]}; conformance is 1 − edits ÷ (events + planned steps);
    `after` counts planned steps from 1.
    """
    groups = answer.groups.reshape(-1, WIDTH)[:, JOURNEYS]
    middle = histogram.quantiles(answer.seconds.reshape(-1, BINS), 0.5, answer.sums.reshape(-1, BINS))
    extras = answer.extras.reshape(params.length + 1, -1)
    lengths = int(answer.totals[LENGTHS])
    return {
        "journeys": int(groups[ALL]),
        "conforming": int(groups[CONFORMING]),
        "elsewhere": int(answer.totals[ELSEWHERE]),
        "longer": int(answer.totals[TAILS]),
        "conformance": 1 - int(answer.totals[COST]) / lengths if lengths else None,
        "steps": [_step(answer, params, s, names) | {"median_seconds": middle[s]} for s in range(params.length)],
        "extras": [
            {"after": int(after), "step": names[code], "events": int(extras[after, code])}
            for after, code in np.argwhere(extras)
        ],
    }


def named(params: ConformanceParams, step: int, names: Sequence[str]) -> str:
    """A planned step in words; one that several codes do is "a | b"."""
    return " | ".join(names[int(code)] for code in np.flatnonzero(params.masks[0] >> step & 1))


def _step(answer: ConformanceAnswer, params: ConformanceParams, step: int, names: Sequence[str]) -> dict[str, Any]:
    kinds = {"late": LATE, "moved": MOVED, "skipped": SKIPPED}
    counts = {name: int(answer.groups[row_of(params, kind, step) * WIDTH]) for name, kind in kinds.items()}
    optional = bool(params.optional >> step & 1)
    return {"step": named(params, step, names), "optional": optional, "on_time": int(answer.on_time[step])} | counts
