"""An answer as a notebook shows it: a table in HTML, bars behind the counts. What comes from the data is escaped."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Any

from wend.kit.clock import from_epoch
from wend.kit.texts import Language, text
from wend.questions.tabling import columns_of, is_share, plain, shown_share

MOST_ROWS = 50
_BARRED = ("customers", "count", "events", "journeys", "stopped", "conversions")
_TABLE = "border-collapse:collapse;font-variant-numeric:tabular-nums"
_CELL = "padding:3px 12px 3px 4px;border-top:1px solid #8884"


def html(question: str, rows: Sequence[dict[str, Any]], said: dict[str, Any], language: Language) -> str:
    """The table with what it was asked of; rows beyond the fiftieth are counted."""
    title = text(language, f"questions.{question}.title")
    period = " – ".join(f"{from_epoch(at):%Y-%m-%d}" for at in (said["from_at"], said["to_at"]))
    asked = text(language, "questions_shown.of", customers=f"{said['customers']:,}", events=f"{said['events']:,}")
    shown = rows[:MOST_ROWS]
    columns = columns_of(shown)
    most = {name: max((_size(row.get(name)) for row in shown), default=0) for name in columns if name in _BARRED}
    head = "".join(f'<th style="text-align:left;padding:3px 12px 3px 4px">{escape(name)}</th>' for name in columns)
    body = "".join(f"<tr>{''.join(_cell(row, name, most) for name in columns)}</tr>" for row in shown)
    more = len(rows) - len(shown)
    rest = f"<p>{escape(text(language, 'questions_shown.more', rows=f'{more:,}'))}</p>" if more else ""
    table = f'<table style="{_TABLE}"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'
    return f"<div><p><b>{escape(title)}</b> · {escape(period)} · {escape(asked)}</p>{table}{rest}</div>"


def _size(value: object) -> float:
    return float(value) if isinstance(value, (int, float)) else 0.0


def _cell(row: dict[str, Any], name: str, most: dict[str, float]) -> str:
    value = row.get(name)
    written = shown_share(float(value or 0)) if is_share(name, value) else plain(value)
    style = _CELL + (";text-align:right" if isinstance(value, (int, float)) else ";text-align:left")
    if most.get(name) and isinstance(value, (int, float)):
        share = round(100 * max(0.0, value) / most[name], 1)
        style += f";background:linear-gradient(to right,#14b8a655 {share}%,transparent {share}%)"
    return f'<td style="{style}">{escape(written)}</td>'
