"""How far a connector has come: the largest value of its cursor column, kept with its kind."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

Kept = dict[str, str]


def kept(value: Any) -> Kept | None:
    """A cursor's value as JSON can hold it; None for what cannot be a cursor."""
    if isinstance(value, datetime):
        return {"kind": "time", "value": value.isoformat()}
    if isinstance(value, date):
        return {"kind": "date", "value": value.isoformat()}
    if isinstance(value, int | float | Decimal) and not isinstance(value, bool):
        return {"kind": "number", "value": str(value)}
    return {"kind": "text", "value": value} if isinstance(value, str) else None


def begin(progress: Mapping[str, str], lookback: int) -> Any:
    """Where the next run begins: a little before where the last one ended."""
    written = progress["value"]
    match progress["kind"]:
        case "time":
            return datetime.fromisoformat(written) - timedelta(seconds=lookback)
        case "date":
            return date.fromisoformat(written) - timedelta(seconds=lookback)
        case "number":
            return _number(written) - lookback
        case _:
            return written


def _number(written: str) -> int | Decimal:
    return int(written) if written.lstrip("-").isdecimal() else Decimal(written)
