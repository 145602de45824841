"""The lanes of the drawing: each one measures itself and draws itself into the columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from wend.kit.drawing.canvas import Canvas
from wend.kit.drawing.figures import compact, duration, number, percent, signed
from wend.kit.drawing.palette import Palette
from wend.kit.drawing.typeface import measure, wrap
from wend.kit.texts import Language, text
from wend.maps.exports.palette import CHANNEL_COLOURS, OTHER_CHANNEL
from wend.maps.model import JourneyMap, MapStage, MapTouchpoint, Metric, Moved, Obstacle, SegmentLane
from wend.maps.model_remarks import Remark

PAD = 12.0
SMALL, BODY = 11.0, 12.5
TOUCHPOINTS_SHOWN, STEPS_SHOWN, OBSTACLES_SHOWN = 6, 4, 3


@dataclass(frozen=True, slots=True)
class Sheet:
    """What every lane needs: the map, the canvas, the language, the colours and the width of a column."""

    drawn: JourneyMap
    canvas: Canvas
    language: Language
    palette: Palette
    column: float

    def said(self, key: str, **places: object) -> str:
        return text(self.language, f"exports.{key}", **places)

    @property
    def inner(self) -> float:
        """Width of a column without its padding."""
        return self.column - 2 * PAD


def draw_head(sheet: Sheet, stage: MapStage, x: float, y: float) -> float:
    """The stage's name, its customers and its usual time; returns the height used."""
    canvas, palette = sheet.canvas, sheet.palette
    canvas.words(x + PAD, y + 22, stage.name.in_(sheet.language), 13.5, palette.ink, "semibold")
    figures = sheet.said("customers", number=number(stage.customers, sheet.language))
    if stage.median_seconds is not None:
        figures += " · " + duration(stage.median_seconds, sheet.language)
    canvas.words(x + PAD, y + 40, figures, SMALL, palette.faint)
    return 52.0


def draw_steps(sheet: Sheet, stage: MapStage, x: float, y: float) -> float:
    """The stage's most frequent steps, each with the share of its customers."""
    at = y + PAD
    for step in stage.steps[:STEPS_SHOWN]:
        share = percent(step.share, sheet.language, 0)
        room = sheet.inner - measure(share, SMALL) - 8
        used = sheet.canvas.paragraph(
            x + PAD, at, step.name.in_(sheet.language), room, BODY, sheet.palette.ink, lines=2
        )
        sheet.canvas.words(x + sheet.column - PAD, at + BODY, share, SMALL, sheet.palette.faint, anchor="end")
        at += used + 4
    return _or_nothing(sheet, x, y, at)


def draw_touchpoints(sheet: Sheet, touchpoints: Sequence[MapTouchpoint], x: float, y: float) -> float:
    """Channel mark, name and volume of the stage's touchpoints, largest first."""
    at = y + PAD
    for touchpoint in touchpoints[:TOUCHPOINTS_SHOWN]:
        colour, mark = CHANNEL_COLOURS.get(touchpoint.channel, OTHER_CHANNEL)
        sheet.canvas.box(x + PAD, at, 17, 17, colour, radius=4)
        sheet.canvas.words(x + PAD + 8.5, at + 12.5, mark, 10, "#FFFFFF", "semibold", "middle")
        volume = compact(touchpoint.events, sheet.language)
        room = sheet.inner - 25 - measure(volume, SMALL) - 8
        name = touchpoint.name.in_(sheet.language)
        used = sheet.canvas.paragraph(x + PAD + 25, at + 1, name, room, BODY, sheet.palette.ink, lines=2)
        sheet.canvas.words(x + sheet.column - PAD, at + BODY + 1, volume, SMALL, sheet.palette.faint, anchor="end")
        at += max(used, 17) + 6
    if len(touchpoints) > TOUCHPOINTS_SHOWN:
        more = sheet.said("more", number=number(len(touchpoints) - TOUCHPOINTS_SHOWN, sheet.language))
        sheet.canvas.words(x + PAD, at + SMALL, more, SMALL, sheet.palette.faint)
        at += 18
    return _or_nothing(sheet, x, y, at)


def draw_obstacles(sheet: Sheet, own: Sequence[Remark], obstacles: Sequence[Obstacle], x: float, y: float) -> float:
    """One card an obstacle: title, who, customers, effect with its interval. Those of people come first, dashed."""
    at = y + PAD
    for remark in own[:OBSTACLES_SHOWN]:
        at += _card(sheet, remark.title, _told(sheet, remark), x + PAD, at, dashed=True) + 8
    for obstacle in obstacles[:OBSTACLES_SHOWN]:
        group = [obstacle.group] if obstacle.group else []
        facts = [*group, _customers(sheet, obstacle.customers), effect(obstacle, sheet.language)]
        at += _card(sheet, obstacle.title.in_(sheet.language), facts, x + PAD, at) + 8
    return _or_nothing(sheet, x, y, at)


def _told(sheet: Sheet, remark: Remark) -> list[str]:
    """What stands under an obstacle that people put there."""
    shown = [] if remark.number is None else [_customers(sheet, remark.number.customers)]
    return [*shown, sheet.said("by_hand")]


def _customers(sheet: Sheet, customers: int) -> str:
    return sheet.said("customers", number=number(customers, sheet.language))


def _card(sheet: Sheet, title: str, facts: Sequence[str], x: float, y: float, *, dashed: bool = False) -> float:
    palette, room = sheet.palette, sheet.inner - 20
    lines = wrap(title, room, BODY, "semibold", 3)
    small = [line for fact in facts for line in wrap(fact, room, SMALL, lines=2)]
    height = len(lines) * BODY * 1.35 + len(small) * SMALL * 1.4 + 16
    sheet.canvas.box(x, y, sheet.inner, height, palette.warning_fill, radius=5)
    for top in range(0, int(height), 9) if dashed else (0,):
        sheet.canvas.box(x, y + top, 4, min(5.0, height - top) if dashed else height, palette.warning, radius=2)
    at = y + 8 + BODY
    for line in lines:
        sheet.canvas.words(x + 12, at, line, BODY, palette.ink, "semibold")
        at += BODY * 1.35
    for line in small:
        sheet.canvas.words(x + 12, at, line, SMALL, palette.soft)
        at += SMALL * 1.4
    return height


def draw_metrics(sheet: Sheet, metrics: Sequence[Metric], x: float, y: float) -> float:
    """The stage's figures, name left and value right."""
    at = y + PAD
    for metric in metrics:
        written = metric_value(metric, sheet.language)
        room = sheet.inner - measure(written, BODY, "semibold") - 8
        used = sheet.canvas.paragraph(
            x + PAD, at, metric.name.in_(sheet.language), room, BODY, sheet.palette.soft, lines=2
        )
        sheet.canvas.words(x + sheet.column - PAD, at + BODY, written, BODY, sheet.palette.ink, "semibold", "end")
        at += used + 4
    return _or_nothing(sheet, x, y, at)


def draw_moves(sheet: Sheet, lane: SegmentLane, stage: MapStage, x: float, y: float) -> float:
    """How many of the stage's customers entered the segment there and how many left it, with their share."""
    at = y + PAD
    for what, moved in moves_in(lane, stage):
        if not moved.customers or moved.share is None:
            continue
        written = percent(moved.share.value, sheet.language)
        sheet.canvas.words(x + PAD, at + BODY, moves_words(what, moved, sheet.language), BODY, sheet.palette.ink)
        sheet.canvas.words(x + sheet.column - PAD, at + BODY, written, SMALL, sheet.palette.faint, anchor="end")
        at += BODY * 1.5
    return _or_nothing(sheet, x, y, at)


def moves_in(lane: SegmentLane, stage: MapStage) -> Iterator[tuple[Literal["entered", "left"], Moved]]:
    """Who entered in a stage, then who left."""
    for each in lane.stages:
        if each.stage == stage.stage:
            yield "entered", each.entered
            yield "left", each.left


def moves_words(what: Literal["entered", "left"], moved: Moved, language: Language) -> str:
    """Such as "12 entered"."""
    return text(language, f"exports.moves.{what}", number=number(moved.customers, language))


def draw_data(sheet: Sheet, stage: MapStage, x: float, y: float) -> float:
    """Which data exists in the stage: the share of its customers that has each kind."""
    at, data = y + PAD, stage.data
    for kind, share in (
        ("behaviour", data.behaviour),
        ("transactions", data.transactions),
        ("identity", data.identity),
        ("feelings", data.feelings),
    ):
        sheet.canvas.words(x + PAD, at + SMALL, sheet.said(f"data.{kind}"), SMALL, sheet.palette.soft)
        bar = sheet.inner * 0.36
        left = x + sheet.column - PAD - bar
        sheet.canvas.box(left, at + 4, bar, 6, sheet.palette.rule, radius=3)
        if share > 0:
            sheet.canvas.box(left, at + 4, max(3.0, bar * min(1.0, share)), 6, sheet.palette.accent, radius=3)
        at += 18
    return at - y + PAD - 4


def effect(obstacle: Obstacle, language: Language) -> str:
    """The effect of an obstacle in words, with its interval."""
    if obstacle.outcome == "rating":
        parts = [signed(value, language) for value in (obstacle.effect, obstacle.low, obstacle.high)]
    elif obstacle.outcome == "money":
        parts = [compact(value, language) for value in (obstacle.effect, obstacle.low, obstacle.high)]
    else:
        parts = [signed(value * 100, language) for value in (obstacle.effect, obstacle.low, obstacle.high)]
    return text(language, f"exports.effect.{obstacle.outcome}", effect=parts[0], low=parts[1], high=parts[2])


def metric_value(metric: Metric, language: Language) -> str:
    """A metric's value in its unit."""
    if metric.unit == "share":
        return percent(metric.value, language)
    if metric.unit == "seconds":
        return duration(metric.value, language)
    if metric.unit == "money":
        return compact(metric.value, language)
    return number(metric.value, language, 1 if metric.unit == "score" else 0)


def _or_nothing(sheet: Sheet, x: float, y: float, at: float) -> float:
    """Close a cell; one with nothing in it says so with a dash."""
    if at == y + PAD:
        sheet.canvas.words(x + PAD, at + BODY, "–", BODY, sheet.palette.faint)
        at += BODY * 1.35
    return at - y + PAD - 4
