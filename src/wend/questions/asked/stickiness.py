"""Stickiness: on how many days of a week or month customers are active."""

from __future__ import annotations

from typing import Any

import numpy as np

from wend.engines.machine import Walked
from wend.folds import stickiness
from wend.folds.contract import Cells, Presented
from wend.folds.periods import over_by
from wend.methods.intervals import Sums, mean
from wend.questions import calendar, errors
from wend.questions.asked.contract import Asked
from wend.questions.context import Context
from wend.questions.pointing import CellsOf, Pointed, field
from wend.questions.wish import Made, Prepared, Wish


def _make(wish: Wish) -> Made:
    first = max(wish.context.first_at, wish.selection.from_at)
    days = calendar.calendar("day", wish.context.zone, first, wish.as_of)
    periods = calendar.calendar(wish.given["every"], wish.context.zone, first, wish.as_of)
    of_day = np.searchsorted(periods, days[:-1], side="right").astype(np.int64) - 1
    return stickiness.STICKINESS, stickiness.params(wish.flags(wish.given["event"]), days, of_day), ()


def _names(context: Context, prepared: Prepared) -> list[str]:
    """What the periods are called."""
    params, unit = prepared.params, prepared.given["every"]
    first_days = np.searchsorted(params.period[:-1], np.unique(params.period[:-1]))
    starts = [_start(unit, context.zone, day) for day in params.days[first_days].tolist()]
    return [calendar.label(unit, context.zone, start) for start in starts]


def _start(unit: calendar.Unit, zone: str, day: int) -> int:
    return int(calendar.calendar(unit, zone, day, day)[0])


def _further(context: Context, prepared: Prepared, walked: Walked[Any, Any]) -> Presented:
    """Per period the mean of active days, and its share of all days: how many of a period's customers come on a day."""
    params, given = walked.params, prepared.given
    names, over = _names(context, prepared), over_by(params.days, prepared.as_of)
    known = np.bincount(params.period[:over], minlength=len(names))
    told = []
    for row, name, days in zip(stickiness.present(walked.answer, params, ())["periods"], names, known, strict=False):
        start = params.days[np.searchsorted(params.period, row["period"])]
        end = int(calendar.calendar(given["every"], context.zone, int(start), int(start))[1])
        figures = _figures(walked.answer.days.reshape(-1, stickiness.WIDTH)[row["period"]], int(days))
        complete = end <= prepared.as_of + 1
        shown = figures if complete else dict.fromkeys(figures)
        told.append(
            {"period": name, "customers": row["customers"]} | shown | {"complete": complete, "days": row["days"]}
        )
    return {"periods": told, "zone": context.zone}


def _figures(counts: Cells, days: int) -> Presented:
    """Mean days, and the ratio with its interval; `days` are those of the period that the log knows."""
    each = np.arange(stickiness.WIDTH)
    sums = Sums(int(counts.sum()), int(counts @ each), int(counts @ each**2))
    if not sums.n or not days:
        return {"mean_days": None, "ratio": None, "low": None, "high": None}
    ratio = mean(sums, (0.0, 1.0), 1 / days)
    return {"mean_days": sums.mean, "ratio": ratio.value, "low": ratio.low, "high": ratio.high}


def _opens(at: Pointed) -> CellsOf:
    names, wanted = _names(at.context, at.prepared), at.where.get("period")
    if wanted not in names:
        raise errors.BadChoice(str(wanted or ""), names)
    row, days = names.index(str(wanted)) * stickiness.WIDTH, str(at.where.get("days", "0"))
    if not days.isdecimal() or int(days) > stickiness.MOST_DAYS:
        raise errors.NothingToOpen(where=f"days 1 … {stickiness.MOST_DAYS}")
    return field("days", row + int(days)) if int(days) else field("days", row, row + stickiness.WIDTH)


STICKINESS = Asked(_make, _opens, further=_further)
