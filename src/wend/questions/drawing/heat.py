"""Cohorts by period: the more came back, the deeper the cell."""

from __future__ import annotations

from wend.questions.drawing.sheet import MARGIN, SMALL, WIDTH, Sheet, size
from wend.questions.tabling import Row

MOST = 24
_NAMES, _COUNTS, _HIGH = 150.0, 70.0, 27.0
_WIDEST, _SOLID = 64.0, 0.72


def heat(sheet: Sheet, y: float, rows: list[Row]) -> float:
    """One line a cohort, one column a period; a period that is not over stands open."""
    shown, left = rows[:MOST], MARGIN + _NAMES + _COUNTS
    periods: list[Row] = max((row["periods"] for row in shown), key=len, default=[])[:MOST]
    if not periods:
        return sheet.nothing(y)
    wide = min(_WIDEST, (WIDTH - MARGIN - left) / len(periods))
    for place, period in enumerate(periods):
        name = str(period.get("period", place))
        sheet.label(left + (place + 0.5) * wide, y + 12, name, wide, "middle", sheet.palette.soft, font=SMALL)
    y += 20
    for line, row in enumerate(shown):
        top = y + line * _HIGH
        sheet.label(MARGIN, top + 18, sheet.named(row.get("cohort", line + 1)), _NAMES - 8)
        people = sheet.count(sheet.counted(row))
        sheet.label(left - 12, top + 18, people, _COUNTS, "end", sheet.palette.soft, font=SMALL)
        for place, cell in enumerate(row["periods"][: len(periods)]):
            _cell(sheet, left + place * wide, top, wide, cell.get("share"))
    return y + len(shown) * _HIGH + 6


def _cell(sheet: Sheet, x: float, y: float, wide: float, share: float | None) -> None:
    palette = sheet.palette
    if share is None:
        sheet.canvas.shape(
            "rect", x=x + 1, y=y + 1, width=wide - 2, height=_HIGH - 2, rx=3, fill="none", stroke=palette.rule
        )
        sheet.canvas.words(x + wide / 2, y + 18, "…", SMALL, palette.faint, anchor="middle")
        return
    fill, depth = palette.accent, 0.06 + 0.9 * size(share)
    sheet.canvas.shape(
        "rect", x=x + 1, y=y + 1, width=wide - 2, height=_HIGH - 2, rx=3, fill=fill, fill_opacity=round(depth, 3)
    )
    ink = "#FFFFFF" if depth > _SOLID else palette.ink
    sheet.canvas.words(x + wide / 2, y + 18, f"{100 * size(share):.0f}", SMALL, ink, anchor="middle")
