"""Lookalikes: which other customers are like these?"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from wend.engines.machine import Members, Walked
from wend.engines.units import customers_of
from wend.folds.contract import Presented
from wend.methods import kinds
from wend.methods.lookalike import Judged, Likeness, lookalikes
from wend.questions.asked.contract import Asked
from wend.questions.asked.segment import everybody, fitting
from wend.questions.context import Context
from wend.questions.learning import logged, numbers_of
from wend.questions.pointing import CellsOf, Pointed, field
from wend.questions.portraits import Portraits, portraits
from wend.questions.wish import Made, Prepared, Wish

LEAST_SEEDS, LEAST_OTHERS = 20, 100
MODEL = "model"


def _make(wish: Wish) -> Made:
    return everybody(wish)


def _ranked(context: Context, prepared: Prepared) -> tuple[Portraits, NDArray[np.bool_], Likeness | None]:
    """Everybody by their numbers, who of them are seeds, and how like them each is; None where they are too few."""
    given = prepared.given
    seeds = fitting(context, given["condition"], prepared.as_of, prepared.selection)
    known = portraits(context, prepared.selection, prepared.as_of, given["bought"], channels=given["numbers"] == "all")
    names = numbers_of(given["numbers"], known.names)
    mine, known = known.among(seeds), known.of(names)
    if mine.sum() < LEAST_SEEDS or (~mine).sum() < LEAST_OTHERS:
        return known, mine, None
    rows = known.rows
    if "recency_days" in names:  # who never bought did so longer ago than anybody could have
        ever = (prepared.as_of - context.first_at) / 86_400 + 1
        rows = np.where(np.isnan(rows), ever, rows)
    scale = kinds.scale_of(rows, logged(names))
    return known, mine, lookalikes(scale.scaled(rows), mine)


def _further(context: Context, prepared: Prepared, walked: Walked[Any, Any]) -> Presented:
    """Both contestants, and the customers who are most alike by the one that won."""
    known, seeds, found = _ranked(context, prepared)
    told: Presented = {"of": walked.customers, "seeds": int(seeds.sum()), "refused": None}
    if found is None:
        return told | {"refused": "few", "contestants": [], "weights": [], "ids": []}
    single = known.names[found.best]
    contestants = [
        {"ranked_by": MODEL, "direction": None} | _judged(found.model) | {"used": found.used_model},
        {"ranked_by": single, "direction": "high" if found.sign > 0 else "low"}
        | _judged(found.single)
        | {"used": not found.used_model},
    ]
    weights = sorted(zip(known.names, found.weights.tolist(), strict=True), key=lambda pair: -abs(pair[1]))
    return told | {
        "contestants": contestants,
        "weights": [{"number": name, "weight": weight} for name, weight in weights],
        "ids": _ids(known, _most_alike(found, seeds, int(prepared.given["limit"]))),
    }


def _judged(judged: Judged) -> Presented:
    told = {"lift": judged.lift, "lift_low": judged.low, "lift_high": judged.high}
    return told | {"area": judged.area, "found": judged.found, "n": judged.n}


def _most_alike(found: Likeness, seeds: NDArray[np.bool_], limit: int) -> NDArray[np.int64]:
    """Rows of others, the most alike first; equal scores in journal order."""
    order = np.argsort(-found.scores, kind="stable")
    return order[~seeds[order]][:limit]


def _ids(known: Portraits, rows: NDArray[np.int64]) -> list[str]:
    """Canonical ids of these rows, in their order."""
    which = np.zeros(len(known.rows), np.bool_)
    which[rows] = True
    ids = list(customers_of(known.members(which)).ids())
    named = dict(zip(np.flatnonzero(which).tolist(), ids, strict=True))
    return [named[row] for row in rows.tolist()]


def _opens(_: Pointed) -> CellsOf:
    return field("nodes", 0)


def _behind(at: Pointed) -> Members:
    """Those who are most alike, as many as `limit`; or the seeds."""
    if at.state({"alike": "alike", "seeds": "seeds"}) == "seeds":
        return customers_of(
            fitting(at.context, at.prepared.given["condition"], at.prepared.as_of, at.prepared.selection)
        )
    known, seeds, found = _ranked(at.context, at.prepared)
    which = np.zeros(len(known.rows), np.bool_)
    if found is not None:
        which[_most_alike(found, seeds, int(at.prepared.given["limit"]))] = True
    return customers_of(known.members(which))


LOOKALIKES = Asked(_make, _opens, _behind, _further)
