"""Features: what is known of each customer as numbers for a model, at one moment and from nothing later."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from wend.engines.machine import Machine, Members, Walked
from wend.engines.rows import Rows, rows
from wend.engines.units import customers_of
from wend.folds import features, reach
from wend.folds.contract import Presented
from wend.folds.features import COUNTS, FIELDS, HELPERS, FeaturesAnswer, FeaturesParams
from wend.questions import errors, spreading
from wend.questions.asked.contract import Asked
from wend.questions.asked.segment import fitting
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
    """The first rows, and how one of the numbers is spread where that is asked."""
    limit, name = int(prepared.given["limit"]), prepared.given["feature"]
    found = (row for batch in _batches(context, prepared, walked.params)() for row in batch.to_pylist())
    told: Presented = {"features": list(islice(found, limit)), "total": walked.customers}
    return told | (_spread(_valued(context, prepared), name) if name else {})


@dataclass(frozen=True, slots=True, eq=False)
class _Valued:
    """One number of everybody who has a row: in which bucket and at which place there, how much, and whether they are
    in the group that is asked about; None where everybody is one group.
    """

    buckets: NDArray[np.int64]
    places: NDArray[np.int64]
    values: NDArray[np.int64]
    first: NDArray[np.bool_] | None

    def of(self, group: str) -> NDArray[np.bool_]:
        """Which rows are those of a group."""
        if self.first is None:
            return np.ones(len(self.values), np.bool_)
        return self.first if group == "first" else ~self.first


def _valued(context: Context, prepared: Prepared) -> _Valued:
    """Of `feature`, everybody's; counted in seconds or days as in the rows."""
    given, params = prepared.given, prepared.params
    written = given["condition"]
    group = fitting(context, written, prepared.as_of, prepared.selection) if written else None
    column = FIELDS.index(given["feature"])
    machine = Machine(context.machine.journal, context.machine.threads, context.machine.left_out)
    found = list(rows(machine, prepared.fold, params, prepared.selection, prepared.lens))
    empty = np.zeros(0, np.int64)
    numbers = [np.full(len(each.places), each.bucket) for each in found]
    first = [] if group is None else [group.masks[each.bucket][each.places] for each in found]
    return _Valued(
        np.concatenate([empty, *numbers]),
        np.concatenate([empty, *(each.places for each in found)]),
        np.concatenate([empty, *(each.cells[:, column] for each in found)]),
        None if group is None else np.concatenate([empty.astype(np.bool_), *first]),
    )


def _spread(known: _Valued, name: str) -> Presented:
    mine = known.values[known.of("first")]
    if known.first is None:
        told = {"spread": spreading.bars(name, mine, None), "groups": [spreading.summary("first", mine)]}
        return told | {"difference": None}
    theirs = known.values[known.of("second")]
    groups = [spreading.summary("first", mine), spreading.summary("second", theirs)]
    told = {"spread": spreading.bars(name, mine, theirs), "groups": groups}
    return told | {"difference": spreading.difference(mine, theirs)}


def _behind(at: Pointed) -> Members:
    """Who is in a bar, by where it begins, or in a group; without a word everybody who has a row."""
    name = at.prepared.given["feature"]
    if not name or not at.where:
        return at.members(_opens(at))
    known = _valued(at.context, at.prepared)
    inside = known.of(at.state({"first": "first", "second": "second"}, "group"))
    if "from" in at.where:
        edges = spreading.edges_of(name).tolist()
        bar = next((place for place, edge in enumerate(edges) if str(edge) == str(at.where["from"])), None)
        if bar is None:
            raise errors.NothingToOpen(where=f"from {edges[0]}, {edges[1]}, {edges[2]} …")
        inside &= spreading.places(name, known.values) == bar
    journal = at.context.machine.journal
    masks = [np.zeros(len(bucket.offsets) - 1, np.bool_) for bucket in journal.buckets]
    for number, mask in enumerate(masks):
        mask[known.places[inside & (known.buckets == number)]] = True
    return customers_of(Members(tuple(masks), journal))


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


FEATURES = Asked(_make, _opens, _behind, _further, whole=_whole)
