"""Clusters: which kinds of customers are there, as far as the log can tell them apart again and again?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from wend.engines.machine import Members, Walked
from wend.engines.units import customers_of
from wend.folds.contract import Presented
from wend.methods import kinds
from wend.methods.intervals import wilson
from wend.methods.kinds import Scale, Tried
from wend.methods.kmeans import nearest
from wend.questions import errors
from wend.questions.asked.contract import Asked
from wend.questions.asked.segment import everybody
from wend.questions.context import Context
from wend.questions.learning import Model, logged, model_of, numbers_of
from wend.questions.pointing import CellsOf, Pointed, field
from wend.questions.portraits import Portraits, portraits
from wend.questions.wish import Made, Prepared, Wish

Real = NDArray[np.float64]

COUNTS = range(2, 9)
LEAST_BUYERS = 1_000
LEAST_SHARE, LEAST_CUSTOMERS = 0.05, 100
"""The smallest kind holds so large a share of buyers, or so many; whichever is less."""
TYPICAL = 0.5
"""A kind is told by numbers whose mean lies so many deviations from everybody's."""
MOST_TOLD = 4


@dataclass(frozen=True, slots=True, eq=False)
class Learned:
    """Buyers by their numbers, and the kinds that were found: by the place of every buyer's kind in `model.ids`."""

    buyers: Portraits
    scaled: Real
    tried: list[Tried]
    found: Tried | None
    model: Model | None
    place: NDArray[np.int64]


def _make(wish: Wish) -> Made:
    return everybody(wish)


def _learned(context: Context, prepared: Prepared) -> Learned:
    given = prepared.given
    known = portraits(context, prepared.selection, prepared.as_of, given["bought"], channels=given["numbers"] == "all")
    buyers = known.only(known.column("purchases") > 0)
    before = None if given["model"] is None else model_of(given["model"])
    names = list(before.numbers) if before else numbers_of(given["numbers"], known.names)
    if not set(names) <= set(known.names):
        raise errors.BadModel
    buyers = buyers.of(names)
    nobody = np.zeros(0, np.int64)
    if len(buyers.rows) < LEAST_BUYERS:
        return Learned(buyers, buyers.rows, [], None, None, nobody)
    scale = kinds.scale_of(buyers.rows, logged(names))
    scaled = scale.scaled(buyers.rows)
    tried = kinds.tried(scaled, COUNTS if given["clusters"] is None else [given["clusters"]])
    found = _chosen(tried, before, len(scaled))
    if found is None:
        return Learned(buyers, scaled, tried, None, None, nobody)
    model = _named(scale, found, names, before)
    return Learned(buyers, scaled, tried, found, model, nearest(scaled, found.centres))


def _least(buyers: int) -> int:
    return min(LEAST_CUSTOMERS, int(np.ceil(LEAST_SHARE * buyers)))


def _chosen(tried: list[Tried], before: Model | None, buyers: int) -> Tried | None:
    """As many kinds as before while that many are stable: a refresh should not tell another story without need."""
    same = [each for each in tried if before and len(each.centres) == len(before.ids)]
    return kinds.chosen(same, _least(buyers)) or kinds.chosen(tried, _least(buyers))


def _named(scale: Scale, found: Tried, names: list[str], before: Model | None) -> Model:
    ids, unused = tuple(range(1, len(found.centres) + 1)), len(found.centres) + 1
    if before:
        ids, unused = before.followed(scale, found.centres)
    return Model(tuple(names), scale, found.centres, ids, unused)


def _further(context: Context, prepared: Prepared, walked: Walked[Any, Any]) -> Presented:
    """The kinds and how sure they are; or why there are none."""
    learned = _learned(context, prepared)
    told: Presented = {
        "of": walked.customers,
        "buyers": len(learned.buyers.rows),
        "numbers": list(learned.buyers.names),
    }
    told |= {"groups": [], "profile": [], "refused": None, "kept": None, "model": None}
    told["tried"] = [_tried(each, len(learned.buyers.rows)) for each in learned.tried]
    if learned.model is None or learned.found is None:
        return told | {"refused": _reason(learned)}
    told["groups"] = [_group(learned, learned.model, learned.found, place) for place in range(len(learned.model.ids))]
    told["profile"] = list(_profile(learned, learned.model))
    told |= {"agreement": learned.found.agreement, "low": learned.found.low, "model": learned.model.to_json()}
    if prepared.given["model"] is not None:
        was = model_of(prepared.given["model"]).kind_of(learned.buyers.rows)
        told["kept"] = float((np.array(learned.model.ids)[learned.place] == was).mean())
    return told


def _reason(learned: Learned) -> str:
    if not learned.tried:
        return "few"
    return "small" if any(each.stable for each in learned.tried) else "unstable"


def _tried(each: Tried, buyers: int) -> Presented:
    return {
        "clusters": len(each.centres),
        "agreement": each.agreement,
        "low": each.low,
        "comes_back": float(each.comes_back.min()),
        "smallest": each.smallest,
        "stable": each.stable and each.smallest >= _least(buyers),
    }


def _group(learned: Learned, model: Model, found: Tried, place: int) -> Presented:
    inside = learned.place == place
    share = wilson(int(inside.sum()), len(inside))
    told: Presented = {"group": model.ids[place], "customers": int(inside.sum()), "share": share.value}
    told |= {"low": share.low, "high": share.high, "comes_back": float(found.comes_back[place])}
    means = dict(zip(model.numbers, learned.buyers.rows[inside].mean(axis=0).tolist(), strict=True))
    told |= {"recency_days": means["recency_days"], "purchases": means["purchases"], "paid_each": round(means["money"])}
    return told


def _profile(learned: Learned, model: Model) -> Iterator[Presented]:
    """What each kind is like, number by number, the most telling first."""
    of_all = learned.buyers.rows.mean(axis=0)
    for place, group in enumerate(model.ids):
        inside = learned.place == place
        means, far = learned.buyers.rows[inside].mean(axis=0), learned.scaled[inside].mean(axis=0)
        for rank, k in enumerate(np.argsort(-np.abs(far), kind="stable").tolist()):
            yield {
                "group": group,
                "number": model.numbers[k],
                "level": "high" if far[k] > 0 else "low",
                "mean": float(means[k]),
                "of_all": float(of_all[k]),
                "deviations": float(far[k]),
                "typical": bool(abs(far[k]) >= TYPICAL and rank < MOST_TOLD),
            }


def _opens(_: Pointed) -> CellsOf:
    return field("nodes", 0)


def _behind(at: Pointed) -> Members:
    """The customers of a kind, by its id; without one, all buyers."""
    learned = _learned(at.context, at.prepared)
    if "group" not in at.where:
        return customers_of(learned.buyers.members(np.ones(len(learned.buyers.rows), np.bool_)))
    ids = [] if learned.model is None else [str(id) for id in learned.model.ids]
    written = str(at.where["group"])
    if written not in ids:
        raise errors.NothingToOpen(where="group " + " | ".join(ids))
    return customers_of(learned.buyers.members(learned.place == ids.index(written)))


CLUSTERS = Asked(_make, _opens, _behind, _further)
