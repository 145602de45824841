"""An answer as a drawing: bars with intervals, a heat map for cohorts. SVG that looks right on light and on dark."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

from wend.questions.tabling import Row, columns_of, joined, plain, shown_share

MOST_BARS = 30
_VALUES = ("share", "customers", "journeys", "count", "events")
_WIDTH, _LABEL, _FIGURE, _LINE = 860, 260, 150, 26
_CELL_WIDTH, _CELL_HEIGHT = 56, 26
_BAR, _WHISKER, _TEXT = "#14b8a6", "#64748b", "currentColor"
_LETTERS, _NAME_LETTERS = 40, 24


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing in SVG; a notebook shows it by itself."""

    svg: str

    def _repr_svg_(self) -> str:
        return self.svg

    def save(self, path: str | Path) -> None:
        """Write it as an SVG file."""
        Path(path).write_text(self.svg, encoding="utf-8")


def picture(title: str, rows: Sequence[Row]) -> Picture:
    """Rows with periods of their own as a heat map, others as bars."""
    if rows and all(isinstance(row.get("periods"), list) for row in rows):
        return _heat(title, rows)
    return _bars(title, rows[:MOST_BARS])


def _bars(title: str, rows: Sequence[Row]) -> Picture:
    columns = columns_of(rows)
    numbers = [name for name in columns if any(_is_number(row.get(name)) for row in rows)]
    value = next((name for name in _VALUES if name in numbers), numbers[0] if numbers else "")
    labels = [name for name in columns if any(isinstance(row.get(name), (str, list)) for row in rows)][:2]
    whiskers = value == "share" and "low" in columns and "high" in columns
    top = max((_size(row.get("high" if whiskers else value)) for row in rows), default=0.0) or 1.0
    room = _WIDTH - _LABEL - _FIGURE
    parts = []
    for line, row in enumerate(rows):
        y = 36 + line * _LINE
        name = " → ".join(_words(row.get(each)) for each in labels) or str(line + 1)
        size = _size(row.get(value))
        parts.append(_text(_LABEL - 8, y + 15, _short(name, _LETTERS), "end", name))
        parts.append(
            f'<rect x="{_LABEL}" y="{y + 3}" width="{room * size / top:.1f}" height="16" rx="3" fill="{_BAR}"/>'
        )
        if whiskers and row.get("low") is not None:
            low, high = (_LABEL + room * _size(row[end]) / top for end in ("low", "high"))
            parts.append(f'<path d="M{low:.1f} {y + 11}H{high:.1f}" stroke="{_WHISKER}" stroke-width="2"/>')
        figure = shown_share(size) if value == "share" else plain(row.get(value))
        parts.append(_text(_LABEL + room + 8, y + 15, figure, "start"))
    return _svg(f"{title}: {value}" if value else title, parts, _WIDTH, 44 + len(rows) * _LINE)


def _heat(title: str, rows: Sequence[Row]) -> Picture:
    label = next((name for name, value in rows[0].items() if isinstance(value, str)), "")
    columns = max(rows, key=lambda row: len(row["periods"]))["periods"]
    parts = [
        _text(168 + place * _CELL_WIDTH, 44, str(period.get("period", place)), "middle")
        for place, period in enumerate(columns)
    ]
    for line, row in enumerate(rows):
        y = 52 + line * _CELL_HEIGHT
        name = str(row.get(label, line + 1))
        parts.append(_text(132, y + 17, _short(name, _NAME_LETTERS), "end", name))
        parts += [_cell(140 + place * _CELL_WIDTH, y, each.get("share")) for place, each in enumerate(row["periods"])]
    return _svg(title, parts, 152 + len(columns) * _CELL_WIDTH, 64 + len(rows) * _CELL_HEIGHT)


def _cell(x: int, y: int, share: float | None) -> str:
    depth = 0.0 if share is None else 0.06 + 0.9 * share
    size = f'width="{_CELL_WIDTH - 2}" height="{_CELL_HEIGHT - 2}" rx="3"'
    box = f'<rect x="{x}" y="{y}" {size} fill="{_BAR}" fill-opacity="{depth:.2f}"/>'
    return box + _text(x + _CELL_WIDTH // 2 - 1, y + 17, "…" if share is None else f"{100 * share:.0f}%", "middle")


def _svg(title: str, parts: Sequence[str], width: int, height: int) -> Picture:
    size = f'width="{width}" height="{height}" viewBox="0 0 {width} {height}"'
    head = f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img"'
    style = 'font-family="Be Vietnam Pro, DejaVu Sans, sans-serif" font-size="12.5"'
    heading = f'<text x="8" y="22" font-weight="bold" font-size="15" fill="{_TEXT}">{escape(title)}</text>'
    return Picture(f"{head} {style}><title>{escape(title)}</title>{heading}{''.join(parts)}</svg>")


def _text(x: float, y: float, words: str, anchor: str, whole: str = "") -> str:
    hint = f"<title>{escape(whole)}</title>" if whole and whole != words else ""
    return f'<text x="{x:.0f}" y="{y}" text-anchor="{anchor}" fill="{_TEXT}">{hint}{escape(words)}</text>'


def _short(words: str, letters: int) -> str:
    return words if len(words) <= letters else f"{words[: letters - 1]}…"


def _words(value: Any) -> str:
    return "" if value is None else joined(value)


def _is_number(value: object) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _size(value: object) -> float:
    return max(0.0, float(value)) if isinstance(value, (int, float)) else 0.0
