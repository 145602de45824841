"""Rows of a table as the mapping language reads them: texts, and for each event rule a column that says which row it
was.

An event with a fixed name happens to a row once: the order is placed once, however often the row changes afterwards.
Where a column names the event, each of its values at each moment is an event of its own. A mapping that names an `id`
decides for itself.
"""

from __future__ import annotations

import base64
from collections.abc import Mapping as Table, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from wend.collect.mapping.model import EventRule, Mapping
from wend.collect.reading.documents import flatten

ROW = "connector."
_BETWEEN = "\x1f"


def identified(mapping: Mapping, source: str, keys: Sequence[str]) -> Mapping:
    """The mapping whose events carry the row's key as their id, under the source's own name."""
    rules = tuple(
        rule if rule.id or not keys else replace(rule, id=f"{ROW}{part}") for part, rule in enumerate(mapping.events)
    )
    return replace(mapping, name=source, events=rules, lenient=True, joins=())


def as_row(values: Table[str, Any], mapping: Mapping, keys: Sequence[str]) -> dict[str, str]:
    """One row as texts, with the columns that `identified` asks for."""
    row = flatten({name: _plain(value) for name, value in values.items()})
    named = _BETWEEN.join(row.get(key, "") for key in keys)
    for part, rule in enumerate(mapping.events):
        if not rule.id and keys:
            row[f"{ROW}{part}"] = named + _which(rule, row)
    return row


def _which(rule: EventRule, row: Table[str, str]) -> str:
    if not rule.name.column:
        return ""
    return _BETWEEN + row.get(rule.name.column, "") + _BETWEEN + row.get(rule.time, "")


def _plain(value: Any) -> Any:
    """What a driver gives, as JSON would say it. A moment with a zone is told in UTC; one without is left so."""
    match value:
        case datetime():
            return (value.astimezone(UTC) if value.tzinfo else value).isoformat()
        case date() | time():
            return value.isoformat()
        case Decimal():
            return format(value, "f")
        case timedelta():
            return str(value.total_seconds())
        case bytes() | memoryview():
            return base64.b64encode(bytes(value)).decode()
        case UUID():
            return str(value)
        case dict():
            return {str(name): _plain(each) for name, each in value.items()}
        case list() | tuple() | set() | frozenset():
            return [_plain(each) for each in value]
        case _:
            return value
