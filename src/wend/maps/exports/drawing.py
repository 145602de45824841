"""The map as one coloured drawing (SVG): stages across, lanes down, as on the screen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from wend.kit.drawing.canvas import Canvas
from wend.kit.drawing.figures import number, percent, period, signed
from wend.kit.drawing.palette import LIGHT
from wend.kit.drawing.typeface import measure
from wend.kit.texts import Language, text
from wend.maps.exports.curve import draw_curve, stage_feelings
from wend.maps.exports.lanes import (
    PAD,
    SMALL,
    Sheet,
    draw_data,
    draw_head,
    draw_metrics,
    draw_moves,
    draw_obstacles,
    draw_steps,
    draw_touchpoints,
)
from wend.maps.model import JourneyMap, MapStage, MapTouchpoint
from wend.maps.model_remarks import NOTHING, Standing

TITLES, COLUMN, MARGIN, TOP = 128.0, 196.0, 20.0, 84.0

Cell = Callable[[MapStage, float, float], float]


def draw(drawn: JourneyMap, language: Language, standing: Standing = NOTHING) -> str:
    """The whole map as SVG text; its width grows with the number of stages. `standing`: what people put on it."""
    width = 2 * MARGIN + TITLES + COLUMN * max(1, len(drawn.stages))
    sheet = Sheet(drawn, Canvas(width, LIGHT.page), language, LIGHT, COLUMN)
    _header(sheet)
    y = TOP
    for title, cell in _lanes(sheet, standing):
        y = _lane(sheet, title, cell, y)
        if title == "touchpoints":
            y = _curve_lane(sheet, y)
    for each in drawn.moves:
        y = _lane(sheet, "moves", partial(draw_moves, sheet, each), y, each.name)
    _frame(sheet, y)
    sheet.canvas.words(MARGIN, y + 22, sheet.said("footer"), SMALL, LIGHT.faint)
    return sheet.canvas.svg(y + 36, drawn.title.in_(language), summary(drawn, language))


def summary(drawn: JourneyMap, language: Language) -> str:
    """The map in words, for readers that do not see the drawing."""
    felt = {feeling.stage: feeling.experience for feeling in drawn.feelings if not feeling.touchpoint}
    sentences = [
        text(
            language,
            "exports.summary.size",
            customers=number(drawn.customers, language),
            events=number(drawn.events, language),
        )
    ]
    for stage in drawn.stages:
        figure = felt.get(stage.stage)
        key = "exports.summary.stage" if figure is None else "exports.summary.stage_felt"
        mean = "" if figure is None else signed(figure.value, language)
        n = "" if figure is None else number(figure.n, language)
        name = stage.name.in_(language)
        sentences.append(text(language, key, stage=name, customers=number(stage.customers, language), mean=mean, n=n))
    return " ".join(sentences)


def _lanes(sheet: Sheet, standing: Standing) -> Sequence[tuple[str, Cell]]:
    drawn = sheet.drawn
    seen: dict[str, list[MapTouchpoint]] = {}
    for touchpoint in sorted(drawn.touchpoints, key=lambda t: (-t.customers, t.touchpoint)):
        seen.setdefault(touchpoint.stage, []).append(touchpoint)

    def obstacles(stage: MapStage, x: float, y: float) -> float:
        own = [each for each in standing.get(stage.stage, ()) if each.kind == "obstacle"]
        return draw_obstacles(sheet, own, [o for o in drawn.obstacles if o.stage == stage.stage], x, y)

    return (
        ("head", lambda stage, x, y: draw_head(sheet, stage, x, y)),
        ("steps", lambda stage, x, y: draw_steps(sheet, stage, x, y)),
        ("touchpoints", lambda stage, x, y: draw_touchpoints(sheet, seen.get(stage.stage, []), x, y)),
        ("obstacles", obstacles),
        ("metrics", lambda stage, x, y: draw_metrics(sheet, stage.metrics, x, y)),
        ("data", lambda stage, x, y: draw_data(sheet, stage, x, y)),
    )


def _lane(sheet: Sheet, title: str, cell: Cell, y: float, about: str = "") -> float:
    if title == "head":
        sheet.canvas.box(MARGIN, y, sheet.canvas.width - 2 * MARGIN, 52, LIGHT.head, radius=8)
    height = max((cell(stage, _left(index), y) for index, stage in enumerate(sheet.drawn.stages)), default=52.0)
    if title != "head":
        named = sheet.said(f"lane.{title}", name=about)
        used = sheet.canvas.paragraph(MARGIN + PAD, y + PAD, named, TITLES - 2 * PAD, 12.5, LIGHT.ink, "semibold")
        height = max(height, used + 2 * PAD)
    bottom = y + max(height, 46.0)
    sheet.canvas.line(MARGIN, bottom, sheet.canvas.width - MARGIN, bottom, LIGHT.rule)
    return bottom


def _curve_lane(sheet: Sheet, y: float) -> float:
    used = sheet.canvas.paragraph(
        MARGIN + PAD, y + PAD, sheet.said("lane.curve"), TITLES - 2 * PAD, 12.5, LIGHT.ink, "semibold"
    )
    at = y + PAD + used + 6
    asked = any(feeling.expectation is not None for feeling in stage_feelings(sheet).values())
    for key in ("experience", "expectation", "interval") if asked else ("experience", "interval"):
        at += 17
        _legend(sheet, key, MARGIN + PAD, at)
    bottom = y + draw_curve(sheet, _left(0), y)
    sheet.canvas.line(MARGIN, bottom, sheet.canvas.width - MARGIN, bottom, LIGHT.rule)
    return bottom


def _legend(sheet: Sheet, key: str, x: float, y: float) -> None:
    if key == "interval":
        sheet.canvas.box(x, y - 9, 16, 10, LIGHT.band)
    else:
        dash = "4 3" if key == "expectation" else "none"
        sheet.canvas.line(x, y - 4, x + 16, y - 4, LIGHT.ink if key == "experience" else LIGHT.dashed, 2, dash)
    sheet.canvas.words(x + 22, y, sheet.said(f"legend.{key}"), SMALL, LIGHT.soft)


def _header(sheet: Sheet) -> None:
    drawn, language = sheet.drawn, sheet.language
    title = drawn.title.in_(language)
    sheet.canvas.words(MARGIN, 40, title, 21, LIGHT.ink, "semibold")
    badge = sheet.said("badge.current")
    left = MARGIN + measure(title, 21, "semibold") + 14
    sheet.canvas.box(left, 22, measure(badge, SMALL, "semibold") + 20, 22, "#CCFBF1", radius=11)
    sheet.canvas.words(left + 10, 37, badge, SMALL, "#115E59", "semibold")
    facts = " · ".join(
        (
            period(drawn.provenance.from_at, drawn.provenance.to_at, language),
            sheet.said("customers", number=number(drawn.customers, language)),
            sheet.said("events", number=number(drawn.events, language)),
            sheet.said("covered", share=percent(drawn.covered_share, language, 0)),
            sheet.said("stages", version=drawn.provenance.stage_set_version),
        )
    )
    sheet.canvas.words(MARGIN, 64, facts, 12.5, LIGHT.soft)


def _frame(sheet: Sheet, bottom: float) -> None:
    for index in range(len(sheet.drawn.stages)):
        sheet.canvas.line(_left(index), TOP, _left(index), bottom, LIGHT.rule)
    height = bottom - TOP
    sheet.canvas.shape(
        "rect",
        x=MARGIN,
        y=TOP,
        width=sheet.canvas.width - 2 * MARGIN,
        height=height,
        rx=8,
        fill="none",
        stroke=LIGHT.rule,
    )


def _left(index: int) -> float:
    return MARGIN + TITLES + COLUMN * index
