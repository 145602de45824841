"""Journeys as strips of steps."""

from __future__ import annotations

from collections.abc import Sequence

from wend.kit.drawing.typeface import measure
from wend.questions.drawing.sheet import MARGIN, SMALL, WIDTH, Sheet

_HIGH, _PAD, _SPACE = 26.0, 9.0, 16.0


def strip(sheet: Sheet, y: float, steps: Sequence[tuple[str, float]]) -> float:
    """Steps one after another, the deeper the larger their share; they break into lines where they must."""
    x = MARGIN
    for place, (name, share) in enumerate(steps):
        wide = min(WIDTH - 2 * MARGIN, measure(name, SMALL) + 2 * _PAD)
        if place and x + _SPACE + wide > WIDTH - MARGIN:
            x, y = MARGIN, y + _HIGH + 7
        elif place:
            _arrow(sheet, x + 3, y + _HIGH / 2)
            x += _SPACE
        sheet.canvas.shape(
            "rect",
            x=x,
            y=y,
            width=wide,
            height=_HIGH,
            rx=6,
            fill=sheet.palette.bar,
            fill_opacity=round(0.12 + 0.5 * share, 3),
        )
        sheet.label(x + _PAD, y + 17, name, wide - 2 * _PAD + 1, font=SMALL)
        x += wide
    return y + _HIGH


def _arrow(sheet: Sheet, x: float, y: float) -> None:
    sheet.canvas.polyline([(x, y), (x + 9, y)], sheet.palette.faint, 1.2)
    sheet.canvas.polyline([(x + 6, y - 3), (x + 9, y), (x + 6, y + 3)], sheet.palette.faint, 1.2)
