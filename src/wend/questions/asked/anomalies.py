"""Anomalies: what changed abruptly, when, for whom, and what it cost."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime

from wend.engines.machine import Members, Walked
from wend.folds import daily
from wend.folds.contract import Cells, Presented
from wend.folds.daily import DAY, DailyAnswer, DailyParams
from wend.questions import calendar, errors
from wend.questions.anomalies.counting import codes_of, count, divided_by, legs_in, one_group
from wend.questions.anomalies.groups import divisions
from wend.questions.anomalies.legs import legs_of
from wend.questions.anomalies.ranking import around, row, stories
from wend.questions.anomalies.series import Line, groups_of, search
from wend.questions.asked.contract import Asked
from wend.questions.context import Context
from wend.questions.parsing import moment
from wend.questions.pointing import CellsOf, Pointed
from wend.questions.wish import Made, Prepared, Wish

_CELLS = {"conversion": "tried", "customers": "customers", "seconds": "came"}


def _make(wish: Wish) -> Made:
    found = legs_of(wish)
    first = max(wish.context.first_at, wish.selection.from_at)
    last = min(wish.context.last_at, wish.selection.to_at - 1)
    ends = first, max(first, last)
    midnight = int(calendar.calendar("day", wish.context.zone, last, last)[0]) % DAY
    return daily.DAILY, daily.params(wish.codes, found.watched, found.legs, ends, midnight=midnight), ()


def _first_day(params: DailyParams, zone: str) -> date:
    """The date of the first day of the log; told at noon, which summer time does not move into another day."""
    return date.fromisoformat(calendar.label("day", zone, params.origin + DAY // 2))


def _further(context: Context, prepared: Prepared, walked: Walked[DailyParams, DailyAnswer]) -> Presented:
    """The changes of all series, as stories."""
    lines: list[Line] = []
    if len(walked.params.within):
        for division in (None, *divisions(context, prepared.given["by"] or ())):
            counted = count(context, prepared, division)
            lines += counted.lines(groups_of(counted.groupings, alone=division is None))
    names = [str(prepared.names[code]) for code in codes_of(walked.params)]
    told = stories(search(lines), len(lines))
    first = _first_day(walked.params, context.zone)
    rows = [row(story, names, first) for story in told]
    days = [around(story, number, first) for number, story in enumerate(told, 1)]
    return {"anomalies": rows, "days": days, "series": len(lines)}


def _opens(at: Pointed) -> CellsOf:
    """Cells of everybody."""
    return _cells(at, [str(at.prepared.names[code]) for code in codes_of(at.prepared.params)])


def _cells(at: Pointed, names: Sequence[str]) -> CellsOf:
    """Cells of the first group; `names` are those of the watched steps."""
    measure, params = at.state({name: name for name in _CELLS}, "measure"), at.prepared.params
    legs = [f"{names[a]} > {names[b]}" for a, b, _ in legs_in(params)]
    what, known = str(at.where.get("what", "")), names if measure == "customers" else legs
    if what not in known:
        raise errors.UnknownEvent(what, known)
    first, last = (_day(at, params, end) for end in ("from", "to"))
    start = known.index(what) * params.groups * params.days
    begun = 0 if first is None else max(0, first)
    ended = params.days if last is None else min(params.days, last + 1)
    field = "came" if at.where.get("state") == "came" else _CELLS[measure]

    def cells(answer: DailyAnswer) -> Cells:
        found: Cells = getattr(answer, field)[start + begun : start + ended]
        return found

    return cells


def _day(at: Pointed, params: DailyParams, end: str) -> int | None:
    """The number of the day that `from` or `to` names."""
    if not at.where.get(end):
        return None
    day = datetime.fromtimestamp(moment(str(at.where[end])), UTC).date()
    return (day - _first_day(params, at.context.zone)).days


def _behind(at: Pointed) -> Members:
    """Who was in the group and period: of a conversion those who were lost (default), came, or tried; else everybody
    who is counted.
    """
    names = [str(at.prepared.names[code]) for code in codes_of(at.prepared.params)]
    group = divided_by(at.context, at.prepared.given["by"] or (), str(at.where.get("group") or ""))
    params, lens = one_group(at.context, at.prepared, *group)
    inside = replace(at, prepared=replace(at.prepared, params=params, lens=lens))
    state = at.state({"lost": "lost", "came": "came", "tried": "tried"})
    members = inside.members(_cells(inside, names))
    if at.where.get("measure", "conversion") != "conversion" or state != "lost":
        return members
    came = replace(inside, where={**at.where, "state": "came"})
    return members & ~came.members(_cells(came, names))


ANOMALIES = Asked(_make, _opens, _behind, _further)
