"""Answers as tables for people: headings and durations in the reader's language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from wend.cli.speech import language, said
from wend.kit.clock import from_epoch
from wend.kit.texts import catalogue

_SHOWN = 40
_WIDE = 160
_MOST_COLUMNS, _TURNED = 18, 4
_WALKED = ("path", "loop")
_BAR = 12
_LEAST = 0.001
_OF_A_SHARE = ("against_share", "other_share", "difference", "low", "high")
_LEFT_TO_JSON = ("customers", "against_customers", "p90_seconds", "n", "against_n")
"""Columns of a comparison that a terminal has no room for."""
_BESIDE_A_LIFT = ("n", "other_n", "effect_low", "effect_high", "p_adjusted")
_MINUTE, _HOUR, _DAY = 60, 3_600, 86_400
_DECIMAL_COMMA = str.maketrans(",.", ".,")


def console() -> Console:
    """The terminal; what goes into a pipe or a file is not cut at eighty letters."""
    seen = Console()
    return seen if seen.is_terminal else Console(width=_WIDE)


def print_rows(rows: Sequence[Mapping[str, object]], to: Console) -> None:
    """The first rows of an answer; lists inside a row are left to `--json`, but for the steps of a path."""
    rows, spread = _spread(rows)
    columns = [name for name in _told(rows) if name in _WALKED or not any(isinstance(r.get(name), list) for r in rows)]
    if "against_count" in columns:
        columns = [name for name in columns if name not in _LEFT_TO_JSON]
    if "lift" in columns and "effect" in columns:
        columns = [name for name in columns if name not in _BESIDE_A_LIFT]
    shares = _OF_A_SHARE if "share" in columns else ()
    if len(columns) > _MOST_COLUMNS and not spread:
        _print_turned(rows, columns, to)
        return
    table = Table(box=None, header_style="bold", pad_edge=False)
    for name in columns:
        numbers = name in spread or all(isinstance(row.get(name), int | float | None) for row in rows)
        table.add_column(Text(heading(name)), justify="right" if numbers else "left")
    for row in rows[:_SHOWN]:
        table.add_row(*(Text(plain(cell(name, row.get(name), name in shares))) for name in columns))
    to.print(table)
    if len(rows) > _SHOWN:
        to.print(said("cli.ask.more", rows=f"{len(rows) - _SHOWN:,}"))


def _spread(rows: Sequence[Mapping[str, Any]]) -> tuple[list[Mapping[str, Any]], list[str]]:
    """Periods inside a row become columns of their own, with their shares; where a period is not over, who is back so
    far stands in brackets.
    """
    names = list(dict.fromkeys(cell["period"] for row in rows for cell in row.get("periods") or ()))
    made = [
        {name: value for name, value in row.items() if name != "periods"}
        | dict.fromkeys(names, "")
        | {cell["period"]: _share(cell) for cell in row.get("periods") or ()}
        for row in rows
    ]
    return list(made), names


def _share(cell: Mapping[str, Any]) -> str:
    return f"{100 * cell['share']:.0f}%" if cell["complete"] else f"({cell['customers']})"


def _print_turned(rows: Sequence[Mapping[str, object]], columns: Sequence[str], to: Console) -> None:
    """Rows that are too wide stand beside each other, as many as fit."""
    first, *others = columns
    table = Table(box=None, header_style="bold", pad_edge=False)
    table.add_column(Text(heading(first)))
    for row in rows[:_TURNED]:
        table.add_column(Text(plain(cell(first, row.get(first)))), justify="right")
    for name in others:
        table.add_row(Text(plain(heading(name))), *(Text(plain(cell(name, row.get(name)))) for row in rows[:_TURNED]))
    to.print(table)
    if len(rows) > _TURNED:
        to.print(said("cli.ask.more", rows=f"{len(rows) - _TURNED:,}"))


def _told(rows: Sequence[Mapping[str, object]]) -> list[str]:
    """The columns of all rows in their order; those that nobody fills only when nothing else would be left."""
    every = list(dict.fromkeys(name for row in rows for name in row))
    return [name for name in every if any(row.get(name) is not None for row in rows)] or every


def heading(name: str) -> str:
    """What people call a column."""
    key = f"cli.column.{name}"
    return said(key) if key in catalogue(language()) else name


def cell(name: str, value: object, percents: bool = False) -> str:
    """One value: durations with their units, numbers as the language writes them."""
    if value is None:
        return "–"
    if isinstance(value, str | bool) and f"cli.word.{name}.{value}".lower() in catalogue(language()):
        return said(f"cli.word.{name}.{value}".lower())
    if isinstance(value, bool):
        return "✓" if value else "…"
    if isinstance(value, list):
        return " → ".join(str(step) for step in value)
    if isinstance(value, float) and (percents or name == "share"):
        written = _written(f"{100 * value:.1f} %")
        return f"{written:>7} {bar(value):<{_BAR}}" if name == "share" else written
    if isinstance(value, int) and name.endswith("_at"):
        return f"{from_epoch(value):%Y-%m-%d}"
    if isinstance(value, int | float) and name.endswith("_seconds"):
        return duration(round(value))
    if isinstance(value, float) and 0 < value < _LEAST:
        return "< " + _written(str(_LEAST))
    if isinstance(value, float):
        return _written(f"{value:,.3f}".rstrip("0").rstrip("."))
    return _written(f"{value:,}") if isinstance(value, int) else str(value)


def bar(share: float) -> str:
    """A share as a bar, to the eighth of a letter."""
    eighths = round(8 * _BAR * min(max(share, 0.0), 1.0))
    return "█" * (eighths // 8) + " ▏▎▍▌▋▊▉"[eighths % 8].strip()


def plain(written: str) -> str:
    """Names come from files: nothing in them may steer the terminal."""
    return "".join(letter if letter.isprintable() else "�" for letter in written)


def duration(seconds: int) -> str:
    """The two largest units of a duration."""
    if seconds < _MINUTE:
        return said("cli.span.seconds", seconds=seconds)
    if seconds < _HOUR:
        return said("cli.span.minutes", minutes=seconds // _MINUTE, seconds=seconds % _MINUTE)
    if seconds < _DAY:
        return said("cli.span.hours", hours=seconds // _HOUR, minutes=seconds % _HOUR // _MINUTE)
    return said("cli.span.days", days=_written(f"{seconds // _DAY:,}"), hours=seconds % _DAY // _HOUR)


def _written(number: str) -> str:
    return number.translate(_DECIMAL_COMMA) if language() == "vi" else number
