"""The cells of an answer's table in words, for whatever is not a program: HTML, drawings, CSV, spreadsheets."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

Row = dict[str, Any]
_SHARES = ("share", "low", "high", "rate", "kept", "ratio")


def flat(row: Row, before: str = "") -> Row:
    """Dictionaries inside a row become columns of their own, `outer_inner`."""
    made: Row = {}
    for name, value in row.items():
        made |= flat(value, f"{before}{name}_") if isinstance(value, dict) else {f"{before}{name}": value}
    return made


def columns_of(rows: Sequence[Row]) -> list[str]:
    """All columns, in the order in which rows name them."""
    return list(dict.fromkeys(name for row in rows for name in row))


def is_share(name: str, value: object) -> bool:
    """Whether a number is a share of something: by the last word of its column."""
    return isinstance(value, float) and name.rpartition("_")[2] in _SHARES and -1 <= value <= 1


def shown_share(value: float) -> str:
    """In percent, one digit."""
    return f"{100 * value:.1f} %"


def plain(value: object) -> str:
    """A cell as text: a path with its arrows, what has parts of its own as JSON."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return f"{value:,}"
    if isinstance(value, float):
        return f"{value:,.4g}" if abs(value) < 1_000 else f"{value:,.0f}"
    return joined(value)


def joined(value: object) -> str:
    """Lists of words as a path, other lists as JSON, the rest as it is."""
    if not isinstance(value, (list, tuple)):
        return str(value)
    if all(isinstance(each, str) for each in value):
        return " > ".join(value)
    return json.dumps(value, ensure_ascii=False)
