"""The feeling curve: experience with its interval band, expectation dashed, a face and a number at each stage."""

from __future__ import annotations

from itertools import pairwise

from wend.kit.drawing.figures import compact, signed
from wend.maps.exports.lanes import SMALL, Sheet
from wend.maps.exports.palette import level_of
from wend.maps.model import Feeling, Interval

HEIGHT = 230.0
_REACH = 74.0  # from neutral to ±2
_MOUTHS = (-4.0, -2.5, 0.0, 2.5, 4.0)


def stage_feelings(sheet: Sheet) -> dict[str, Feeling]:
    """The points of the curve: feelings of whole stages."""
    return {feeling.stage: feeling for feeling in sheet.drawn.feelings if not feeling.touchpoint}


def draw_curve(sheet: Sheet, left: float, top: float) -> float:
    """Draw across all columns; returns the height used."""
    middle = top + HEIGHT / 2 - 12
    right = left + sheet.column * len(sheet.drawn.stages)
    for level in (-2, -1, 0, 1, 2):
        y = middle - level * _REACH / 2
        sheet.canvas.line(left, y, right, y, sheet.palette.rule, 1.4 if level == 0 else 0.7)
    felt = stage_feelings(sheet)
    centres = [left + sheet.column * (index + 0.5) for index in range(len(sheet.drawn.stages))]
    points = [(x, felt.get(stage.stage)) for x, stage in zip(centres, sheet.drawn.stages, strict=True)]
    experience = _runs([(x, None if point is None else point.experience) for x, point in points])
    expectation = _runs([(x, None if point is None else point.expectation) for x, point in points])
    for run in experience:
        _band(sheet, run, middle)
    for run in expectation:
        sheet.canvas.polyline([(x, _y(value.value, middle)) for x, value in run], sheet.palette.dashed, 1.6, "5 4")
        for x, value in run:
            sheet.canvas.shape(
                "circle", cx=x, cy=_y(value.value, middle), r=3.0, fill=sheet.palette.page, stroke=sheet.palette.dashed
            )
    for before, after in pairwise(experience):  # across a stage that was not asked: a hint, not a measurement
        gap = [(x, _y(value.value, middle)) for x, value in (before[-1], after[0])]
        sheet.canvas.polyline(gap, sheet.palette.faint, 1.2, "1 5")
    for run in experience:
        sheet.canvas.polyline([(x, _y(value.value, middle)) for x, value in run], sheet.palette.ink, 2.2)
    for x, point in points:
        _mark(sheet, x, middle, point)
    return HEIGHT


def _runs(points: list[tuple[float, Interval | None]]) -> list[list[tuple[float, Interval]]]:
    """Neighbouring stages with a figure, in unbroken runs."""
    runs: list[list[tuple[float, Interval]]] = [[]]
    for x, value in points:
        if value is not None:
            runs[-1].append((x, value))
        elif runs[-1]:
            runs.append([])
    return [run for run in runs if run]


def _band(sheet: Sheet, points: list[tuple[float, Interval]], middle: float) -> None:
    if len(points) > 1:
        upper = [(x, _y(value.high, middle)) for x, value in points]
        lower = [(x, _y(value.low, middle)) for x, value in reversed(points)]
        sheet.canvas.polygon([*upper, *lower], sheet.palette.band, 0.75)
        return
    for x, value in points:
        sheet.canvas.line(x, _y(value.high, middle), x, _y(value.low, middle), sheet.palette.band, 10)


def _mark(sheet: Sheet, x: float, middle: float, point: Feeling | None) -> None:
    if point is None or point.experience is None:
        sheet.canvas.shape(
            "circle",
            cx=x,
            cy=middle,
            r=6.0,
            fill=sheet.palette.page,
            stroke=sheet.palette.faint,
            stroke_dasharray="2 2",
        )
        sheet.canvas.words(x, middle + 24, sheet.said("no_feeling"), SMALL, sheet.palette.faint, anchor="middle")
        return
    value = point.experience
    y, level = _y(value.value, middle), level_of(value.value)
    colour = sheet.palette.levels[level]
    fill, stroke = (sheet.palette.page, colour) if point.weak else (colour, sheet.palette.page)
    sheet.canvas.shape("circle", cx=x, cy=y, r=10.0, fill=fill, stroke=stroke, stroke_width=2)
    ink = colour if point.weak else sheet.palette.page
    for side in (-3.4, 3.4):
        sheet.canvas.shape("circle", cx=x + side, cy=y - 2.4, r=1.2, fill=ink)
    bend = y + 3.6 + _MOUTHS[level] * 0.75
    sheet.canvas.shape(
        "path",
        d=f"M{x - 4:.1f},{y + 3.6:.1f} Q{x:.1f},{bend:.1f} {x + 4:.1f},{y + 3.6:.1f}",
        fill="none",
        stroke=ink,
        stroke_width=1.4,
    )
    below = y + 26 if value.value < 1.2 else y + 24
    sheet.canvas.words(x, below, signed(value.value, sheet.language), 12, colour, "semibold", "middle")
    size = sheet.said("n", number=compact(value.n, sheet.language))
    sheet.canvas.words(x, below + 15, size, SMALL, sheet.palette.faint, anchor="middle")


def _y(value: float, middle: float) -> float:
    return middle - max(-2.0, min(2.0, value)) * _REACH / 2
