"""Lifecycle: who is new, stays, comes back or falls silent, period by period."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from wend.engines.machine import Members, Walked
from wend.folds import lifecycle
from wend.folds.contract import Presented
from wend.folds.periods import over_by
from wend.methods.intervals import wilson
from wend.questions import calendar, errors
from wend.questions.asked.contract import Asked
from wend.questions.context import Context
from wend.questions.pointing import CellsOf, Pointed, field
from wend.questions.wish import Made, Prepared, Wish

_KEPT = ("kept", "low", "high")
_STATES = {name: name for name in ("active", *lifecycle.LifecycleAnswer._fields)}


def _make(wish: Wish) -> Made:
    given, zone = wish.given, wish.context.zone
    first = max(wish.context.first_at, wish.selection.from_at)
    begins = int(calendar.calendar(given["every"], zone, first, first)[0])
    periods = calendar.calendar(given["every"], zone, begins - 1, wish.as_of)
    return lifecycle.LIFECYCLE, lifecycle.params(wish.flags(given["event"]), periods, first), ()


def _names(context: Context, prepared: Prepared) -> list[str]:
    """What the periods are called, the one before the first too."""
    starts = prepared.params.calendar[:-2].tolist()
    return [calendar.label(prepared.given["every"], context.zone, start) for start in starts]


def _further(context: Context, prepared: Prepared, walked: Walked[Any, Any]) -> Presented:
    """Names for periods, and the share of customers who stayed. Nothing is known of who fell silent at the start."""
    names, over = _names(context, prepared), over_by(prepared.params.calendar, prepared.as_of)
    rows = lifecycle.present(walked.answer, walked.params, ())["periods"]
    told: list[Presented] = []
    for before, row in pairwise([None, *rows[: len(names) - 1]]):
        estimate = wilson(row["returning"], before["customers"] if before else 0)
        complete = row["period"] < over
        known = complete and estimate.n > 0
        kept = {"kept": estimate.value, "low": estimate.low, "high": estimate.high} if known else dict.fromkeys(_KEPT)
        told.append(
            row
            | {"period": names[row["period"]], "dormant": row["dormant"] if before else None}
            | kept
            | {"complete": complete}
        )
    return {"periods": told, "zone": context.zone}


def _period(at: Pointed) -> int:
    names = _names(at.context, at.prepared)
    if at.where.get("period") not in names[1:]:
        raise errors.BadChoice(str(at.where.get("period", "")), names[1:])
    return names.index(str(at.where["period"]))


def _opens(at: Pointed) -> CellsOf:
    return field(at.state(_STATES), _period(at))


def _behind(at: Pointed) -> Members:
    if at.state(_STATES) != "active":
        return at.members(_opens(at))
    new, returning, resurrected = (at.members(field(name, _period(at))) for name in ("new", "returning", "resurrected"))
    return new | returning | resurrected


LIFECYCLE = Asked(_make, _opens, _behind, _further)
