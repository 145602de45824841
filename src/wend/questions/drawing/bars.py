"""Bars with their intervals, points with theirs, and bars in parts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from wend.kit.drawing.typeface import measure
from wend.questions.drawing.sheet import BODY, LINE, MARGIN, SMALL, WIDTH, Sheet

MOST = 24
_NARROWEST, _WIDEST, _FIGURES, _NOTES = 60.0, 340.0, 84.0, 178.0


@dataclass(frozen=True, slots=True)
class Bar:
    """One line: `figure` is its number in words, `note` what stands smaller beside it."""

    name: str
    value: float
    figure: str
    note: str = ""
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where the names end, and where the bars begin and how far they may go."""

    names: float
    left: float
    room: float


def _columns(names: Sequence[str]) -> _Columns:
    """As wide for the names as they are, and no wider than leaves room for the bars."""
    wide = min(_WIDEST, max(_NARROWEST, *(measure(name, BODY) for name in names)) + 1)
    left = MARGIN + wide + 12
    return _Columns(wide, left, WIDTH - MARGIN - _FIGURES - _NOTES - left)


def bars(sheet: Sheet, y: float, lines: Sequence[Bar], most: float = 0.0) -> float:
    """The first lines as bars from nothing to their value; `most` is the end of the scale."""
    if not lines:
        return sheet.nothing(y)
    shown = lines[:MOST]
    at = _columns([bar.name for bar in shown])
    end = most or max(max(bar.value, bar.high or 0.0) for bar in shown) or 1.0
    for line, bar in enumerate(shown):
        top = y + line * LINE
        _named(sheet, bar, at, top)
        share = min(1.0, max(0.0, bar.value) / end)
        sheet.canvas.box(at.left, top + 5, at.room, 16, sheet.palette.head, radius=3)
        sheet.canvas.box(at.left, top + 5, at.room * share, 16, sheet.palette.bar, radius=3)
        if bar.low is not None and bar.high is not None:
            _whisker(sheet, at.left + at.room * bar.low / end, at.left + at.room * bar.high / end, top + 13)
    return _rest(sheet, at, y + len(shown) * LINE, len(lines) - len(shown))


def points(sheet: Sheet, y: float, lines: Sequence[Bar]) -> float:
    """Differences as points beside nothing, with their intervals; what lies below nothing is drawn as a loss."""
    if not lines:
        return sheet.nothing(y)
    shown = lines[:MOST]
    ends = [end for bar in shown for end in (bar.value, bar.low, bar.high) if end is not None]
    low, high = min(0.0, *ends), max(0.0, *ends)
    at = _columns([bar.name for bar in shown])
    scale = at.room / ((high - low) or 1.0)
    nought = at.left - low * scale
    sheet.canvas.line(nought, y + 2, nought, y + len(shown) * LINE, sheet.palette.dashed, 1, "3 3")
    for line, bar in enumerate(shown):
        top = y + line * LINE
        _named(sheet, bar, at, top)
        colour = sheet.palette.warning if bar.value < 0 else sheet.palette.accent
        if bar.low is not None and bar.high is not None:
            _whisker(sheet, nought + bar.low * scale, nought + bar.high * scale, top + 13, colour)
        sheet.canvas.shape("circle", cx=nought + bar.value * scale, cy=top + 13, r=4.5, fill=colour)
    return _rest(sheet, at, y + len(shown) * LINE, len(lines) - len(shown))


@dataclass(frozen=True, slots=True)
class Parted:
    """A bar in parts, in the order of the colours."""

    name: str
    parts: tuple[float, ...]
    figure: str
    note: str = ""


def parted(sheet: Sheet, y: float, lines: Sequence[Parted], colours: Sequence[str], *, whole: bool = False) -> float:
    """Bars in parts; with `whole` each one fills its room, and its parts are shares."""
    if not lines:
        return sheet.nothing(y)
    shown = lines[:MOST]
    at = _columns([line.name for line in shown])
    longest = max(sum(line.parts) for line in shown) or 1.0
    for place, line in enumerate(shown):
        top, x = y + place * LINE, at.left
        _named(sheet, Bar(line.name, 0.0, line.figure, line.note), at, top)
        end = (sum(line.parts) or 1.0) if whole else longest
        for part, colour in zip(line.parts, colours, strict=True):
            wide = at.room * part / end
            if wide > 0:
                sheet.canvas.box(x, top + 5, max(0.5, wide - 1), 16, colour, radius=2)
            x += wide
    return _rest(sheet, at, y + len(shown) * LINE, len(lines) - len(shown))


def _named(sheet: Sheet, bar: Bar, at: _Columns, top: float) -> None:
    sheet.label(at.left - 12, top + 18, bar.name, at.names, "end")
    x = at.left + at.room + _FIGURES
    sheet.label(x, top + 18, bar.figure, _FIGURES - 8, "end", weight="semibold")
    sheet.label(x + 12, top + 18, bar.note, _NOTES - 12, colour=sheet.palette.soft, font=SMALL)


def _whisker(sheet: Sheet, low: float, high: float, y: float, colour: str = "") -> None:
    colour = colour or sheet.palette.ink
    sheet.canvas.line(low, y, high, y, colour, 1.6)
    for x in (low, high):
        sheet.canvas.line(x, y - 4, x, y + 4, colour, 1.6)


def _rest(sheet: Sheet, at: _Columns, y: float, more: int) -> float:
    """Says how many lines are not drawn."""
    if more <= 0:
        return y + 6
    sheet.canvas.words(at.left, y + BODY + 6, sheet.said("more", number=sheet.count(more)), SMALL, sheet.palette.soft)
    return y + LINE
