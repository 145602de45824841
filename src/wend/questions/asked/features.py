"""Features: what is known of each customer as numbers for a model, at one moment and from nothing later."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import islice

import numpy as np
import pyarrow as pa

from wend.engines.machine import Machine, Walked
from wend.engines.rows import Rows, rows
from wend.folds import features, reach
from wend.folds.contract import Presented
from wend.folds.features import COUNTS, FIELDS, HELPERS, FeaturesAnswer, FeaturesParams
from wend.questions.asked.contract import Asked
from wend.questions.context import Context
from wend.questions.pointing import CellsOf, Pointed, field
from wend.questions.wish import Made, Prepared, Wish

MOST_COUNTED = 20
"""Steps whose events are counted apart: the most frequent ones at the moment of asking."""


def _make(wish: Wish) -> Made:
    """Which steps are counted apart must not depend on what came later either, nor on the codes of words."""
    lens = wish.context.lens if wish.over == "touchpoints" else None
    names = wish.context.names(wish.over)
    counts = wish.context.machine.answer(reach.REACH, reach.params(wish.codes), wish.selection, lens).answer.events
    seen = sorted(np.flatnonzero(counts).tolist(), key=lambda code: (-counts[code], names[code]))
    return features.FEATURES, features.params(wish.codes, seen[:MOST_COUNTED], wish.as_of), ()


def _opens(_: Pointed) -> CellsOf:
    return field("values", 0)


def _further(context: Context, prepared: Prepared, walked: Walked[FeaturesParams, FeaturesAnswer]) -> Presented:
    """The first rows."""
    limit = int(prepared.given["limit"])
    found = (row for batch in _batches(context, prepared, walked.params)() for row in batch.to_pylist())
    return {"features": list(islice(found, limit)), "total": walked.customers}


def _whole(context: Context, prepared: Prepared) -> Callable[[], Iterator[pa.RecordBatch]]:
    return _batches(context, prepared, prepared.params)


def _batches(context: Context, prepared: Prepared, params: FeaturesParams) -> Callable[[], Iterator[pa.RecordBatch]]:
    # A machine of its own: a kept answer should not keep what other questions have read.
    machine = Machine(context.machine.journal, context.machine.threads, context.machine.left_out)
    names = _columns_of(prepared, params)

    def batches() -> Iterator[pa.RecordBatch]:
        found = rows(machine, prepared.fold, params, prepared.selection, prepared.lens)
        return (_table(each, names) for each in found)

    return batches


def _columns_of(prepared: Prepared, params: FeaturesParams) -> list[str]:
    """Names of the cells; those of steps without signs that models and files stumble over, and each once."""
    codes = sorted(np.flatnonzero(params.place >= 0).tolist(), key=lambda code: int(params.place[code]))
    made: list[str] = list(FIELDS)
    for code in codes:
        name = "count_" + re.sub(r"[^\w.]+", "_", str(prepared.names[code]))
        made.append(name if name not in made else f"{name}_{len(made)}")
    return made


def _table(found: Rows, names: list[str]) -> pa.RecordBatch:
    """One row per customer. Means and deviations are made here, from whole numbers; null where there is none."""
    cells = dict(zip(names, features.whole(found.cells).T, strict=True))
    gaps, gap, squares = (cells[name].astype(np.float64) for name in ("gaps", "gap_days", "gap_days_squared"))
    spread = np.maximum(squares - gap * gap / np.maximum(gaps, 1), 0) / np.maximum(gaps - 1, 1)
    columns = {"customer": found.customers}
    columns |= {name: pa.array(cells[name]) for name in names[:COUNTS] if name not in HELPERS}
    columns["gap_days_mean"] = pa.array(gap / np.maximum(gaps, 1), mask=gaps == 0)
    columns["gap_days_deviation"] = pa.array(np.sqrt(spread), mask=gaps < 2)
    ratings = cells["ratings"]
    columns["rating_mean"] = pa.array(cells["rating"] / 100 / np.maximum(ratings, 1), mask=ratings == 0)
    columns |= {name: pa.array(cells[name]) for name in names[COUNTS:]}
    return pa.RecordBatch.from_pydict(columns)


FEATURES = Asked(_make, _opens, further=_further, whole=_whole)
