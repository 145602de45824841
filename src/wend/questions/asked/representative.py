"""Representative journeys: a few real journeys that stand for all of them, and how those who are alike fare."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from typing import Any

import numpy as np

from wend.engines.machine import Members, Walked
from wend.engines.units import customers_of
from wend.folds import alike, variants
from wend.folds.contract import Presented
from wend.folds.journey import Cutting, cutting
from wend.folds.variant_table import VariantsAnswer, sequences
from wend.folds.variants import VariantsParams
from wend.methods import intervals
from wend.methods.intervals import Sums
from wend.questions import errors
from wend.questions.asked.contract import Asked
from wend.questions.clustering import Clusters, clusters_of
from wend.questions.context import Context
from wend.questions.pointing import CellsOf, Pointed, field
from wend.questions.wish import Made, Prepared, Wish

EXAMPLES = 3
LOOKED_THROUGH = 20_000
"""Customers among whom examples are looked for; a number opens all of them."""
SCALE = (-2.0, 2.0)

Variants = Walked[VariantsParams, VariantsAnswer]


def _make(wish: Wish) -> Made:
    return variants.VARIANTS, variants.params(cut_of(wish)), ()


def cut_of(wish: Wish) -> Cutting:
    """Journeys end where the outcome happens."""
    outcome = wish.given["outcome"]
    return cutting(wish.codes, None if outcome is None else wish.context.code(outcome, wish.over))


def _further(context: Context, prepared: Prepared, walked: Variants) -> Presented:
    """The clusters: who represents them, how many they are, how they fare."""
    found = clusters_of(walked.answer, walked.params, prepared.given)
    if found is None:
        return {"clusters": [], "silhouette": None, "tried": [], "compared": 0, "fitness": None}
    told = context.machine.answer(alike.ALIKE, found.params, prepared.selection, prepared.lens)
    groups = alike.ALIKE.present(told.answer, told.params, prepared.names)["groups"]
    total, edits, longer = (sum(group[name] for group in groups) for name in ("journeys", "edits", "longer"))
    outcome = prepared.given["outcome"] is not None
    rows = [_row(number, group, total, outcome) for number, group in enumerate(groups, 1)]
    for g, row in enumerate(rows):
        row["examples"] = _examples(context, prepared, found, g)
    return {
        "clusters": rows,
        "silhouette": found.silhouette,
        "tried": [{"clusters": len(one.medoids), "silhouette": one.silhouette} for one in found.tried],
        "compared": found.compared,
        "fitness": 1 - edits / longer if longer else None,
    }


def _row(number: int, group: Presented, total: int, with_outcome: bool) -> Presented:
    n, steps = group["journeys"], group["journey"]
    told: Presented = {"cluster": number, "journey": " > ".join(step["step"] for step in steps)}
    told |= {"journeys": n} | share_of(n, total)
    told |= {"exact": group["exact"], "similarity": 1 - group["edits"] / group["longer"] if n else None}
    if with_outcome:
        told["outcome"] = {"journeys": group["outcomes"]} | share_of(group["outcomes"], n)
    told["money"] = group["money"] / n if n else None
    told["feeling"] = feeling(group["felt"])
    told["steps"] = [
        {"step": step["step"], "journeys": step["journeys"]}
        | share_of(step["journeys"], n)
        | {"median_seconds": step["median_seconds"]}
        for step in steps
    ]
    return told


def share_of(hits: int, n: int) -> Presented:
    """{share, low, high} with Wilson's 95 % interval; None of nothing."""
    if n == 0:
        return {"share": None, "low": None, "high": None}
    share = intervals.wilson(hits, n)
    return {"share": share.value, "low": share.low, "high": share.high}


def feeling(felt: list[int]) -> Presented:
    """{n, mean, low, high} of ratings on the scale −2 … +2, from their n, sum and sum of squares in hundredths."""
    mean = intervals.mean(Sums(*felt), SCALE, 0.01)
    if mean.n == 0:
        return {"n": 0, "mean": None, "low": None, "high": None}
    return {"n": mean.n, "mean": mean.value, "low": mean.low, "high": mean.high}


def _examples(context: Context, prepared: Prepared, found: Clusters, g: int) -> list[str]:
    journal = context.machine.journal
    each = -(-LOOKED_THROUGH // max(1, len(journal.buckets)))
    first = Members(tuple(np.arange(len(bucket.offsets) - 1) < each for bucket in journal.buckets), journal)
    cells = field("journeys", g)
    members = context.machine.members(alike.ALIKE, found.params, cells, prepared.selection, prepared.lens, among=first)
    return list(islice(customers_of(members).ids(), EXAMPLES))


def _opens(_: Pointed) -> CellsOf:
    return field("totals", variants.JOURNEYS)


def _behind(at: Pointed) -> Members:
    if "cluster" not in at.where and "variant" not in at.where:
        return at.members(_opens(at))
    asked = at.prepared
    walked: Variants = at.context.machine.answer(asked.fold, asked.params, asked.selection, asked.lens)
    params, g, cells = _pointed(at, walked)
    return replace(at, prepared=replace(asked, fold=alike.ALIKE, params=params)).members(field(cells, g))


def _pointed(at: Pointed, walked: Variants) -> tuple[Any, int, str]:
    """The params of `alike`, the group and the cells that are meant."""
    if "variant" in at.where:
        codes, lengths, _ = sequences(walked.answer)
        place = _number(at, "variant", min(len(codes), variants.SHOWN))
        return alike.params(walked.params.cut, [codes[place, : lengths[place]].tolist()]), 0, "exact"
    found = clusters_of(walked.answer, walked.params, at.prepared.given)
    cells = at.state({"alike": "journeys", "exact": "exact", "outcome": "outcomes"})
    place = _number(at, "cluster", 0 if found is None else len(found.params.shown))
    return None if found is None else found.params, place, cells


def _number(at: Pointed, name: str, most: int) -> int:
    """The place of a row that is pointed at by its number."""
    written = str(at.where[name])
    if not written.isdecimal() or not 1 <= int(written) <= most:
        raise errors.NothingToOpen(where=f"{name} 1 … {most}")
    return int(written) - 1


REPRESENTATIVE = Asked(_make, _opens, _behind, _further)
