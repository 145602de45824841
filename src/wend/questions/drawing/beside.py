"""Drawings of customers held beside each other: how sets overlap, what differs, which kinds there are."""

from __future__ import annotations

from itertools import groupby

from wend.kit.drawing.figures import number, signed
from wend.kit.texts import text
from wend.questions.drawing.bars import Bar, bars, points
from wend.questions.drawing.sheet import MARGIN, SMALL, Sheet, size
from wend.questions.tabling import Row

_CELL, _HIGH, _SOLID = 132.0, 44.0, 0.6
_NUMBERS = frozenset(
    {
        *("recency_days", "purchases", "money", "active_days", "breadth", "events", "rating", "channels"),
        *("since_first_days", "since_last_days", "gap_days"),
    }
)
"""Numbers about a customer that have a name in both languages."""


def overlap(sheet: Sheet, y: float) -> float:
    """How many are in each set, then how many in exactly which of them."""
    y = sheet.heading(y, sheet.said("overlap_sets"))
    y = bars(sheet, y, [_share(sheet, row, str(row["name"])) for row in sheet.rows("sets")], most=1.0)
    y = sheet.heading(y + 14, sheet.said("overlap"))
    lines = [
        _share(sheet, row, " + ".join(row["names"]) or sheet.said("in_none")) for row in sheet.rows("intersections")
    ]
    return bars(sheet, y, lines, most=1.0)


def _share(sheet: Sheet, row: Row, name: str) -> Bar:
    people = sheet.customers(sheet.counted(row))
    return Bar(name, size(row["share"]), sheet.percent(row["share"]), people, row["low"], row["high"])


def compare(sheet: Sheet, y: float) -> float:
    """What is more and what is less with the first group: shares, then means in deviations."""
    rows = sheet.rows("differences")
    if not rows:
        return sheet.nothing(sheet.heading(y, sheet.said("compare_shares")))
    for kind, found in groupby(
        sorted(rows, key=lambda row: row["share"] is None), key=lambda row: row["share"] is None
    ):
        y = sheet.heading(y, sheet.said("compare_means" if kind else "compare_shares"))
        y = points(sheet, y, [_difference(sheet, row) for row in found]) + 14
    return y


def drivers(sheet: Sheet, y: float) -> float:
    """By how much more often journeys end in a purchase with each touchpoint before, or ratings are better after it."""
    rows = sheet.rows("drivers")
    y = sheet.heading(y, sheet.said(f"drivers_{sheet.answer.content['outcome']}"))
    return points(sheet, y, [_driver(sheet, row) for row in rows]) if rows else sheet.nothing(y)


def _driver(sheet: Sheet, row: Row) -> Bar:
    if row["share"] is not None:
        return _difference(sheet, row | {"value": ""})
    language = sheet.answer.language
    effect, (low, high) = size(row["effect"]), (row["effect_low"], row["effect_high"])
    means = sheet.said("against", one=signed(row["mean"], language), other=signed(row["other_mean"], language))
    return Bar(sheet.named(row["what"]), effect, signed(effect, language), means, low, high)


def _difference(sheet: Sheet, row: Row) -> Bar:
    language = sheet.answer.language
    effect, (low, high) = size(row["effect"]), (row["effect_low"], row["effect_high"])
    if row["share"] is None:
        means = sheet.said("against", one=number(row["mean"], language), other=number(row["other_mean"], language))
        return Bar(_number(sheet, row["what"]), effect, signed(effect, language), means, low, high)
    name = " · ".join(part for part in (sheet.named(row["what"]), str(row["value"])) if part)
    shares = sheet.said("against", one=sheet.percent(row["share"]), other=sheet.percent(row["other_share"]))
    return Bar(name, effect, sheet.said("points", number=signed(100 * effect, language)), shares, low, high)


def _number(sheet: Sheet, key: str) -> str:
    """What a number about a customer is called."""
    return text(sheet.answer.language, f"questions.number.{key}") if key in _NUMBERS else sheet.named(key)


def rfm(sheet: Sheet, y: float) -> float:
    """Five by five: the later the last purchase, the higher; the more of them, the further right."""
    y = sheet.heading(y, sheet.said("rfm"))
    cells = sheet.rows("cells")
    most = max((size(cell["share"]) for cell in cells), default=0.0)
    if not most:
        return sheet.nothing(y)
    across = next(name for name in ("frequency", "money") if name in cells[0])
    sheet.canvas.words(MARGIN, y + 12, sheet.said("rfm_down"), SMALL, sheet.palette.soft)
    y += 20
    for cell in cells:
        top, left = y + (5 - cell["recency"]) * _HIGH, MARGIN + (cell[across] - 1) * _CELL
        _cell(sheet, cell, left, top, size(cell["share"]) / most)
    sheet.canvas.words(MARGIN, y + 5 * _HIGH + 16, sheet.said(f"rfm_across_{across}"), SMALL, sheet.palette.soft)
    return y + 5 * _HIGH + 26


def _cell(sheet: Sheet, cell: Row, left: float, top: float, depth: float) -> None:
    place = {"x": left + 1, "y": top + 1, "width": _CELL - 2, "height": _HIGH - 2, "rx": 4}
    sheet.canvas.shape("rect", **place, fill=sheet.palette.accent, fill_opacity=round(0.06 + 0.84 * depth, 3))
    ink = "#FFFFFF" if depth > _SOLID else sheet.palette.ink
    told = f"{sheet.count(cell['customers'])} · {sheet.percent(cell['share'])}"
    sheet.label(left + _CELL / 2, top + 27, told, _CELL - 8, "middle", ink, font=SMALL)


def clusters(sheet: Sheet, y: float) -> float:
    """How large each kind is, and what is typical of it; or how often each number of kinds came back."""
    y = sheet.heading(y, sheet.said("clusters"))
    if not sheet.rows("groups"):
        return sheet.nothing(y)
    y = bars(sheet, y, [_share(sheet, row, str(row["group"])) for row in sheet.rows("groups")], most=1.0)
    for group, found in groupby(sheet.rows("profile"), key=lambda row: row["group"]):
        typical = [row for row in found if row["typical"]]
        words = ", ".join(f"{_number(sheet, row['number'])} {sheet.said('typical_' + row['level'])}" for row in typical)
        sheet.label(MARGIN, y + 16, f"{group}: {words or '–'}", 880, font=SMALL)
        y += 22
    return y


def lookalikes(sheet: Sheet, y: float) -> float:
    """How many more seeds than by chance are among the tenth that is most alike, by the model and by one number."""
    y = sheet.heading(y, sheet.said("lookalikes"))
    language = sheet.answer.language
    lines = [
        Bar(
            _ranked_by(sheet, str(row["ranked_by"])) + (f" ({sheet.said('used')})" if row["used"] else ""),
            size(row["lift"]),
            f"× {number(size(row['lift']), language, 1)}",
            sheet.said("of", part=sheet.count(row["found"]), whole=sheet.count(row["n"])),
            row["lift_low"],
            row["lift_high"],
        )
        for row in sheet.rows("contestants")
    ]
    return bars(sheet, y, lines)


def _ranked_by(sheet: Sheet, key: str) -> str:
    return sheet.said("by_model") if key == "model" else _number(sheet, key)
