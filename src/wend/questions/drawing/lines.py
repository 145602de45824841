"""Lines over time: how many it has not ended for yet, and what a measure did from day to day."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise

from wend.questions.drawing.sheet import BODY, MARGIN, SMALL, WIDTH, Sheet, size
from wend.questions.tabling import Row

Point = tuple[float, float]
_LEFT, _RIGHT = MARGIN + 46, WIDTH - MARGIN
_QUARTERS = (0.0, 0.25, 0.5, 0.75, 1.0)
_HIGH, _DAYS_HIGH = 280.0, 96.0


def stairs(sheet: Sheet, y: float, curve: Sequence[Row], groups: Sequence[str], unit: str) -> float:
    """Shares from 100 % downwards, one line a group, each in its interval."""
    last = max((size(point["time"]) for point in curve), default=0.0) or 1.0

    def at(point: Row, share: str) -> Point:
        return _LEFT + (_RIGHT - _LEFT) * size(point["time"]) / last, y + 8 + _HIGH * (1 - size(point[share]))

    _frame(sheet, y, last)
    for group, colour in zip(groups, sheet.palette.lines, strict=False):
        own = [point for point in curve if point["group"] == group]
        upper, lower = (_stepped((at(point, end) for point in own), y) for end in ("high", "low"))
        sheet.canvas.polygon([*upper, *reversed(lower)], colour, 0.14)
        sheet.canvas.polyline(_stepped((at(point, "share") for point in own), y), colour, 2)
    sheet.canvas.words((_LEFT + _RIGHT) / 2, y + _HIGH + 46, unit, SMALL, sheet.palette.soft, anchor="middle")
    return y + _HIGH + 60


def _stepped(points: Iterable[Point], top: float) -> list[Point]:
    """A share holds until the moment when it falls."""
    every = [(_LEFT, top + 8), *points]
    return [every[0], *(corner for a, b in pairwise(every) for corner in ((b[0], a[1]), b))]


def _frame(sheet: Sheet, y: float, last: float) -> None:
    for part in _QUARTERS:
        line = y + 8 + _HIGH * (1 - part)
        sheet.canvas.line(_LEFT, line, _RIGHT, line, sheet.palette.rule)
        sheet.canvas.words(_LEFT - 8, line + 4, f"{100 * part:.0f}%", SMALL, sheet.palette.soft, anchor="end")
        x, anchor = _LEFT + (_RIGHT - _LEFT) * part, "end" if part == 1 else "middle"
        sheet.canvas.words(x, y + _HIGH + 27, _short(part * last), SMALL, sheet.palette.soft, anchor=anchor)


def _short(value: float) -> str:
    return f"{value:.0f}" if value >= 8 or value == int(value) else f"{value:.1f}"


def days(
    sheet: Sheet,
    y: float,
    values: Sequence[float | None],
    inside: tuple[int, int],
    written: Callable[[float], str],
    ends: tuple[str, str],
) -> float:
    """A measure day by day, with a band behind the days `inside`, both included; `ends` name the first and last day."""
    most = max((value for value in values if value is not None), default=0.0) or 1.0
    step = (_RIGHT - _LEFT) / max(1, len(values) - 1)
    first, last = inside
    left, right = (max(_LEFT, min(_RIGHT, _LEFT + edge * step)) for edge in (first - 0.5, last + 0.5))
    sheet.canvas.box(left, y, right - left, _DAYS_HIGH, sheet.palette.warning_fill, line=sheet.palette.warning)
    for part, value in ((0.0, most), (1.0, 0.0)):
        line = y + 6 + (_DAYS_HIGH - 12) * part
        sheet.canvas.line(_LEFT, line, _RIGHT, line, sheet.palette.rule)
        sheet.canvas.words(_LEFT - 8, line + 4, written(value), SMALL, sheet.palette.soft, anchor="end")
    for run in _runs(values):
        drawn = [(_LEFT + day * step, y + 6 + (_DAYS_HIGH - 12) * (1 - value / most)) for day, value in run]
        sheet.canvas.polyline(drawn, sheet.palette.accent, 1.8)
        if len(drawn) == 1:
            sheet.canvas.shape("circle", cx=drawn[0][0], cy=drawn[0][1], r=1.8, fill=sheet.palette.accent)
    for x, anchor, day in ((_LEFT, "start", ends[0]), (_RIGHT, "end", ends[1])):
        sheet.canvas.words(x, y + _DAYS_HIGH + 16, day, SMALL, sheet.palette.soft, anchor=anchor)
    return y + _DAYS_HIGH + BODY + 16


def _runs(values: Sequence[float | None]) -> list[list[tuple[int, float]]]:
    """Days with a value, in unbroken runs."""
    runs: list[list[tuple[int, float]]] = [[]]
    for day, value in enumerate(values):
        if value is not None:
            runs[-1].append((day, value))
        elif runs[-1]:
            runs.append([])
    return [run for run in runs if run]
