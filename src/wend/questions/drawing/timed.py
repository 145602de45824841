"""Drawings of time: who came back when, how long it took, period by period, and days when something changed."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial

from wend.kit.drawing.figures import compact
from wend.questions.drawing.bars import Bar, Parted, bars, parted
from wend.questions.drawing.heat import heat
from wend.questions.drawing.lines import days, stairs
from wend.questions.drawing.sheet import MARGIN, SMALL, WIDTH, Sheet, size
from wend.questions.tabling import Row

MOST_LINES, MOST_ANOMALIES = 5, 8
_NEEDED = 10.0


def retention(sheet: Sheet, y: float) -> float:
    """The share of each cohort that came back, period by period."""
    return heat(sheet, sheet.heading(y, sheet.said("retention")), sheet.rows("cohorts"))


def survival(sheet: Sheet, y: float) -> float:
    """The share for whom it has not ended yet, for the first groups."""
    groups = sheet.rows("groups")[:MOST_LINES]
    y = sheet.heading(y, sheet.said("survival"))
    if not groups:
        return sheet.nothing(y)
    unit = sheet.said(f"unit_{sheet.answer.content['unit']}")
    y = stairs(sheet, y, sheet.rows("curve"), [row["group"] for row in groups], unit)
    return sheet.legend(
        y, [(_ended(sheet, row, unit), colour) for row, colour in zip(groups, sheet.palette.lines, strict=False)]
    )


def _ended(sheet: Sheet, row: Row, unit: str) -> str:
    name = sheet.said("everyone") if row["group"] == "all" else sheet.named(row["group"] or "–")
    told = sheet.said("ended", part=sheet.count(row["ended"]), whole=sheet.count(sheet.counted(row)))
    if row["median"] is None:
        return f"{name}: {told}"
    ends = ["?" if row[end] is None else sheet.count(row[end]) for end in ("low", "high")]
    half = sheet.said("half_after", median=sheet.count(row["median"]), low=ends[0], high=ends[1], unit=unit)
    return f"{name}: {told}, {half}"


_STATES = ("returning", "new", "resurrected", "dormant")


def lifecycle(sheet: Sheet, y: float) -> float:
    """Who was there in each period, by where they came from, and who fell silent."""
    palette = sheet.palette
    colours = (palette.accent, palette.lines[2], palette.lines[3], palette.calm)
    y = sheet.heading(y, sheet.said("lifecycle"))
    y = sheet.legend(y, [(sheet.said(state), colour) for state, colour in zip(_STATES, colours, strict=True)])
    lines = [
        Parted(
            str(row["period"]),
            tuple(size(row[state]) for state in _STATES),
            sheet.count(sheet.counted(row)),
            _kept(sheet, row),
        )
        for row in sheet.rows("periods")
    ]
    return parted(sheet, y, lines, colours)


def _kept(sheet: Sheet, row: Row) -> str:
    if row["kept"] is None:
        return "" if row["complete"] else sheet.said("running")
    return sheet.said(
        "kept", share=sheet.percent(row["kept"]), low=sheet.percent(row["low"]), high=sheet.percent(row["high"])
    )


def stickiness(sheet: Sheet, y: float) -> float:
    """On what share of its days a customer of each period was active."""
    y = sheet.heading(y, sheet.said("stickiness"))
    lines = [
        Bar(
            str(row["period"]),
            size(row["ratio"]),
            sheet.percent(row["ratio"]),
            sheet.customers(sheet.counted(row)),
            row["low"],
            row["high"],
        )
        for row in sheet.rows("periods")
    ]
    return bars(sheet, y, lines)


def anomalies(sheet: Sheet, y: float) -> float:
    """What changed, when and for whom, day by day."""
    found = sheet.rows("anomalies")
    y = sheet.heading(y, sheet.said("anomalies"))
    if not found:
        return sheet.nothing(y)
    series = {row["anomaly"]: row for row in sheet.rows("days")}
    for place, row in enumerate(found[:MOST_ANOMALIES], 1):
        what = " › ".join(sheet.named(step) for step in str(row["what"]).split(" > "))
        sheet.label(MARGIN, y + 12, f"{place}.  {what}", WIDTH - 2 * MARGIN, weight="semibold")
        sheet.label(MARGIN, y + 30, _changed(sheet, row), WIDTH - 2 * MARGIN, colour=sheet.palette.soft, font=SMALL)
        y += 40
        if own := series.get(place):
            inside = (_day(own["from"], row["from"]), _day(own["from"], row["to"]))
            last = date.fromisoformat(own["from"]) + timedelta(len(own["values"]) - 1)
            written = partial(_measured, sheet, row)
            y = days(sheet, y, own["values"], inside, written, (own["from"], last.isoformat())) + 12
    return y


def _changed(sheet: Sheet, row: Row) -> str:
    figures = [_measured(sheet, row, size(row[name])) for name in ("before", "during")]
    told = sheet.said("changed", first=row["from"], last=row["to"] or "…", before=figures[0], during=figures[1])
    return " · ".join(part for part in (str(row.get("group") or ""), told) if part)


def _measured(sheet: Sheet, row: Row, value: float) -> str:
    if row["measure"] == "conversion":
        return sheet.percent(value)
    if row["measure"] == "seconds":
        return sheet.span(value)
    return compact(value, sheet.answer.language) if value >= _NEEDED else f"{value:.3g}"


def _day(first: str, day: str | None) -> int:
    return 10_000 if day is None else (date.fromisoformat(day) - date.fromisoformat(first)).days
