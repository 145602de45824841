"""Drawings of how many and what share: one line for each thing, with its interval where it has one."""

from __future__ import annotations

from wend.kit.drawing.figures import number, signed
from wend.questions.drawing.bars import Bar, Parted, bars, parted, points
from wend.questions.drawing.sheet import Sheet, size
from wend.questions.tabling import Row


def funnel(sheet: Sheet, y: float) -> float:
    """The share of those who began that came to each step; groups of a breakdown below, by their last step."""
    y = sheet.heading(y, sheet.said("funnel"))
    y = bars(sheet, y, [_share(sheet, row, "step") for row in sheet.rows("steps")], most=1.0)
    if groups := _finished(sheet.rows("groups")):
        y = sheet.heading(y + 14, sheet.said("funnel_groups"))
        y = bars(sheet, y, [_share(sheet, row, "group") for row in groups], most=1.0)
    return y


def _finished(rows: list[Row]) -> list[Row]:
    """Of each group its last step."""
    last = {str(row.get("group")): row for row in rows if "share" in row}
    return list(last.values())


def _share(sheet: Sheet, row: Row, name: str) -> Bar:
    people = sheet.customers(sheet.counted(row))
    low, high = row.get("low"), row.get("high")
    return Bar(sheet.named(row.get(name)), size(row.get("share")), sheet.percent(row.get("share")), people, low, high)


def reach(sheet: Sheet, y: float) -> float:
    """How many customers met each step."""
    y = sheet.heading(y, sheet.said("reach"))
    return bars(sheet, y, [_people(sheet, row, sheet.named(row["step"])) for row in sheet.rows("steps")])


def touchpoints(sheet: Sheet, y: float) -> float:
    """How many customers met each touchpoint."""
    y = sheet.heading(y, sheet.said("reach"))
    return bars(sheet, y, [_people(sheet, row, sheet.named(row["touchpoint"])) for row in sheet.rows("touchpoints")])


def _people(sheet: Sheet, row: Row, name: str) -> Bar:
    people = sheet.counted(row)
    return Bar(name, people, sheet.count(people), sheet.said("events", number=sheet.count(row.get("events"))))


def dropoff(sheet: Sheet, y: float) -> float:
    """Of those who came to a step, the share that stopped there."""
    y = sheet.heading(y, sheet.said("dropoff"))
    lines = [
        Bar(
            sheet.named(row["step"]),
            size(row["share"]),
            sheet.percent(row["share"]),
            sheet.said("of", part=sheet.count(row["stopped"]), whole=sheet.count(sheet.counted(row))),
        )
        for row in sheet.rows("steps")
    ]
    return bars(sheet, y, lines, most=1.0)


def loops(sheet: Sheet, y: float) -> float:
    """How many customers went in each circle."""
    y = sheet.heading(y, sheet.said("loops"))
    lines = [
        Bar(
            " › ".join(sheet.named(step) for step in row["loop"]),
            sheet.counted(row),
            sheet.count(sheet.counted(row)),
            sheet.said("rounds", number=sheet.count(row["rounds"])),
        )
        for row in sheet.rows("loops")
    ]
    return bars(sheet, y, lines)


def feelings(sheet: Sheet, y: float) -> float:
    """Ratings by level, of stages and then of touchpoints, worst first."""
    levels = sheet.palette.levels
    y = sheet.legend(y, [(sheet.said(f"level_{place}"), colour) for place, colour in enumerate(levels)])
    stages = [row for row in sheet.rows("stages") if row["experience"]["n"]]
    met = [row for row in sheet.rows("touchpoints") if row["experience"]["n"]]
    y = sheet.heading(y + 6, sheet.said("feelings_stages"))
    y = parted(sheet, y, [_felt(sheet, row, "stage") for row in stages], levels, whole=True)
    y = sheet.heading(y + 14, sheet.said("feelings_touchpoints"))
    worst = sorted(met, key=lambda row: (size(row["experience"]["mean"]), row["touchpoint"]))
    return parted(sheet, y, [_felt(sheet, row, "touchpoint") for row in worst], levels, whole=True)


def _felt(sheet: Sheet, row: Row, name: str) -> Parted:
    felt = row["experience"]
    mean = signed(size(felt["mean"]), sheet.answer.language)
    return Parted(sheet.named(row[name]), tuple(felt["levels"]), mean, f"n = {sheet.count(felt['n'])}")


def coming_back(sheet: Sheet, y: float) -> float:
    """How much more or less often customers come back after each thing, in percentage points."""
    y = sheet.heading(y, sheet.said("return"))
    lines = [
        Bar(
            sheet.named(row["event"]),
            size(row["effect"]),
            sheet.said("points", number=signed(100 * size(row["effect"]), sheet.answer.language)),
            sheet.said("of", part=sheet.count(row["returned"]), whole=sheet.count(row["n"])),
            row["low"],
            row["high"],
        )
        for row in sheet.rows("before")
        if row.get("effect") is not None
    ]
    return points(sheet, y, lines)


_PLANNED = ("on_time", "late", "moved", "skipped")


def conformance(sheet: Sheet, y: float) -> float:
    """What became of each planned step."""
    palette = sheet.palette
    colours = (palette.accent, palette.levels[1], palette.levels[3], palette.calm)
    y = sheet.heading(y, sheet.said("conformance"))
    y = sheet.legend(y, [(sheet.said(kind), colour) for kind, colour in zip(_PLANNED, colours, strict=True)])
    lines = [
        Parted(
            f"{place}. {sheet.named(row['step'])}",
            tuple(size(row[kind]) for kind in _PLANNED),
            sheet.percent(row["share"]),
            sheet.said("of", part=sheet.count(row["on_time"]), whole=sheet.count(sheet.answer.content["journeys"])),
        )
        for place, row in enumerate(sheet.rows("steps"), 1)
    ]
    return parted(sheet, y, lines, colours, whole=True)


def contribution(sheet: Sheet, y: float) -> float:
    """Conversions that the Markov chain gives to each, with the interval; the last touch would give, beside it."""
    y = sheet.heading(y, sheet.said("contribution"))
    given = sorted(sheet.rows("channels"), key=lambda row: -size(row.get("markov")))
    lines = [
        Bar(
            sheet.named(row["channel"]),
            size(row["markov"]),
            number(size(row["markov"]), sheet.answer.language),
            sheet.said("last_touch", number=number(size(row["last"]), sheet.answer.language)),
            row.get("markov_low"),
            row.get("markov_high"),
        )
        for row in given
    ]
    return bars(sheet, y, lines)
