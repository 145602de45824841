"""The map as a spreadsheet.

A grid sheet that reads like the map, and one sheet for each entity with its raw numbers.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from wend.kit.clock import from_epoch
from wend.kit.drawing.figures import compact, duration, number, percent, signed
from wend.kit.texts import Language, text
from wend.maps.exports.lanes import effect, metric_value, moves_in, moves_words
from wend.maps.model import Interval, JourneyMap, MapStage, SegmentLane
from wend.maps.model_remarks import NOTHING, Standing

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook

Value = str | int | float | None
Rows = Sequence[Sequence[Value]]


def xlsx(drawn: JourneyMap, language: Language, standing: Standing = NOTHING) -> bytes:
    """The workbook's bytes. Text is always written as text, so nothing in the data can become a formula."""
    import xlsxwriter

    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    _write(book, text(language, "exports.sheet.map"), _grid(drawn, language, standing), first_width=22, width=30)
    for name, columns, rows in (
        _stages(drawn, language),
        _touchpoints(drawn, language),
        _feelings(drawn),
        _obstacles(drawn, language),
        *([_moves(drawn, language)] if drawn.moves else []),
        *([_remarks(standing, language)] if any(standing.values()) else []),
    ):
        title = text(language, f"exports.sheet.{name}")
        header = [text(language, f"exports.column.{column}") for column in columns]
        _write(book, title, [header, *rows], first_width=24, width=16)
    book.close()
    return stream.getvalue()


def _write(book: Workbook, title: str, rows: Rows, *, first_width: int, width: int) -> None:
    sheet: Any = book.add_worksheet(title)
    head: Any = book.add_format(
        {
            "bold": True,
            "bg_color": "#F1F5F9",
            "text_wrap": True,
            "valign": "top",
            "border": 1,
            "border_color": "#E2E8F0",
        }
    )
    body: Any = book.add_format({"text_wrap": True, "valign": "top", "border": 1, "border_color": "#E2E8F0"})
    for line, row in enumerate(rows):
        for column, value in enumerate(row):
            style = head if line == 0 or column == 0 else body
            if value is None:
                sheet.write_blank(line, column, None, style)
            elif isinstance(value, str):
                sheet.write_string(line, column, value, style)
            else:
                sheet.write_number(line, column, value, style)
    sheet.set_column(0, 0, first_width)
    sheet.set_column(1, max((len(row) for row in rows), default=2), width)
    sheet.freeze_panes(1, 1)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def _grid(drawn: JourneyMap, language: Language, standing: Standing) -> Rows:
    def said(key: str, **places: object) -> str:
        return text(language, f"exports.{key}", **places)

    felt = {f.stage: f.experience for f in drawn.feelings if not f.touchpoint}
    expected = {f.stage: f.expectation for f in drawn.feelings if not f.touchpoint}

    def feeling(figure: Interval | None) -> str:
        if figure is None:
            return "–"
        values = [signed(v, language) for v in (figure.value, figure.low, figure.high)]
        return said("grid.feeling", mean=values[0], low=values[1], high=values[2], n=number(figure.n, language))

    def head(stage: MapStage) -> str:
        usual = "" if stage.median_seconds is None else f" · {duration(stage.median_seconds, language)}"
        return f"{stage.name.in_(language)}\n{said('customers', number=number(stage.customers, language))}{usual}"

    def steps(stage: MapStage) -> str:
        return "\n".join(f"{s.name.in_(language)} {percent(s.share, language, 0)}" for s in stage.steps)

    def touchpoints(stage: MapStage) -> str:
        here = (t for t in drawn.touchpoints if t.stage == stage.stage)
        return "\n".join(f"{t.name.in_(language)} ({t.channel}) {compact(t.events, language)}" for t in here)

    def obstacles(stage: MapStage) -> str:
        own = (each for each in standing.get(stage.stage, ()) if each.kind == "obstacle")
        here = (o for o in drawn.obstacles if o.stage == stage.stage)
        told = [f"{o.title.in_(language)}: {effect(o, language)}" for o in here]
        return "\n".join([*(f"{each.title}: {said('by_hand')}" for each in own), *told])

    def metrics(stage: MapStage) -> str:
        return "\n".join(f"{m.name.in_(language)}: {metric_value(m, language)}" for m in stage.metrics)

    lanes = [("steps", steps), ("touchpoints", touchpoints), ("obstacles", obstacles), ("metrics", metrics)]
    rows: list[list[Value]] = [[drawn.title.in_(language), *(head(stage) for stage in drawn.stages)]]
    rows.append([said("lane.curve"), *(feeling(felt.get(stage.stage)) for stage in drawn.stages)])
    rows.append([said("legend.expectation"), *(feeling(expected.get(stage.stage)) for stage in drawn.stages)])
    rows[1:1] = [[said(f"lane.{key}"), *(cell(stage) for stage in drawn.stages)] for key, cell in lanes[:2]]
    rows += [[said(f"lane.{key}"), *(cell(stage) for stage in drawn.stages)] for key, cell in lanes[2:]]
    for lane in drawn.moves:
        cells = [_moved(lane, stage, language) for stage in drawn.stages]
        rows.append([said("lane.moves", name=lane.name), *cells])
    return rows


_Entity = tuple[str, tuple[str, ...], Rows]


def _stages(drawn: JourneyMap, language: Language) -> _Entity:
    columns = (
        "stage",
        "name",
        "customers",
        "here_now",
        "slowing",
        "left",
        "next_share",
        "low",
        "high",
        "n",
        "median_seconds",
        "p90_seconds",
    )
    rows = [
        (
            s.stage,
            s.name.in_(language),
            s.customers,
            s.here_now,
            s.slowing,
            s.left,
            *_figure(s.next_share),
            s.median_seconds,
            s.p90_seconds,
        )
        for s in drawn.stages
    ]
    return "stages", columns, rows


def _touchpoints(drawn: JourneyMap, language: Language) -> _Entity:
    columns = ("touchpoint", "name", "stage", "channel", "events", "customers", "repeats", "mean", "low", "high", "n")
    rows = [
        (t.touchpoint, t.name.in_(language), t.stage, t.channel, t.events, t.customers, t.repeats, *_figure(t.feeling))
        for t in drawn.touchpoints
    ]
    return "touchpoints", columns, rows


def _feelings(drawn: JourneyMap) -> _Entity:
    columns = (
        "stage",
        "touchpoint",
        "mean",
        "low",
        "high",
        "n",
        "expected",
        "expected_low",
        "expected_high",
        "expected_n",
    )
    rows = [(f.stage, f.touchpoint, *_figure(f.experience), *_figure(f.expectation)) for f in drawn.feelings]
    return "feelings", columns, rows


def _obstacles(drawn: JourneyMap, language: Language) -> _Entity:
    columns = (
        *("title", "stage", "touchpoint", "customers", "share", "outcome", "effect", "low", "high"),
        *("p_adjusted", "tests", "began", "ended", "group"),
    )
    rows = [
        (
            *(o.title.in_(language), o.stage, o.touchpoint, o.customers, o.share, o.outcome, o.effect, o.low, o.high),
            *(o.p_adjusted, o.tests, _day(o.began), _day(o.ended), o.group),
        )
        for o in drawn.obstacles
    ]
    return "obstacles", columns, rows


def _figure(figure: Interval | None) -> tuple[Value, Value, Value, Value]:
    return (None, None, None, None) if figure is None else (figure.value, figure.low, figure.high, figure.n)


def _day(seconds: int | None) -> str | None:
    return None if seconds is None else f"{from_epoch(seconds):%Y-%m-%d}"


def _moved(lane: SegmentLane, stage: MapStage, language: Language) -> str:
    return "\n".join(
        f"{moves_words(what, moved, language)} {percent(moved.share.value, language)}"
        for what, moved in moves_in(lane, stage)
        if moved.share is not None and moved.customers
    )


def _moves(drawn: JourneyMap, language: Language) -> _Entity:
    """Who entered and left segments, two rows a stage."""
    columns = ("segment", "name", "stage", "moved", "customers", "times", "share_of_stage", "low", "high", "n")
    rows = [
        (
            *(lane.segment, lane.name, stage.stage, text(language, f"exports.moved.{what}")),
            *(moved.customers, moved.times, *_figure(moved.share)),
        )
        for lane in drawn.moves
        for stage in drawn.stages
        for what, moved in moves_in(lane, stage)
    ]
    return "moves", columns, rows


def _remarks(standing: Standing, language: Language) -> _Entity:
    """What people put on the map, a row each."""
    columns = ("kind", "name", "text", "stage", "touchpoint", "customers", "share", "low", "high", "n", "by", "began")
    rows = []
    for stage, remarks in standing.items():
        for each in remarks:
            touchpoint = each.about.key if each.about.kind == "touchpoint" else ""
            number = each.number
            figures = (None,) * 5 if number is None else (number.customers, *_shown(number.share))
            kind = text(language, f"remarks.cli.{each.kind}")
            rows.append((kind, each.title, each.text, stage, touchpoint, *figures, each.by, _day(each.at)))
    return "remarks", columns, rows


def _shown(share: Interval) -> tuple[float, float, float, int]:
    return share.value, share.low, share.high, share.n
