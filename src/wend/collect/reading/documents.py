"""Nested objects as flat text columns, and rows with differing columns as one table."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import pyarrow as pa

DEEPEST = 32
MOST_PROPERTIES = 500


class TooDeep(Exception):
    """An object is nested beyond DEEPEST."""


def flatten(value: dict[str, Any]) -> dict[str, str]:
    """`{"a": {"b": 1}}` → `{"a.b": "1"}`. A list of {key, value} objects becomes columns too (GA4); other lists stay
    JSON text.
    """
    flat: dict[str, str] = {}
    _into(flat, "", value, 0)
    return flat


def _into(flat: dict[str, str], name: str, value: Any, depth: int) -> None:  # Any: whatever JSON holds
    if depth > DEEPEST:
        raise TooDeep
    if isinstance(value, dict):
        for key, inside in value.items():
            _into(flat, f"{name}.{key}" if name else str(key), inside, depth + 1)
    elif isinstance(value, list):
        pairs = _key_values(value)
        if pairs is None:
            _check_depth(value, depth)
            flat[name] = json.dumps(value, ensure_ascii=False, separators=(",", ":")) if value else ""
        else:
            for key, inside in pairs:
                _into(flat, f"{name}.{key}", inside, depth + 2)
    else:
        flat[name] = as_text(value)


def _check_depth(value: Any, depth: int) -> None:
    if depth > DEEPEST:
        raise TooDeep
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for each in inner:
        _check_depth(each, depth + 1)


def _key_values(items: list[Any]) -> list[tuple[str, Any]] | None:
    """The pairs of a list whose members all say `key` and `value`; a value of typed slots gives its filled one."""
    if not items or not all(
        isinstance(item, dict) and isinstance(item.get("key"), str) and "value" in item for item in items
    ):
        return None
    pairs = []
    for item in items:
        value = item["value"]
        if isinstance(value, dict) and value and all(slot.endswith(("_value", "_micros")) for slot in value):
            value = next((inside for inside in value.values() if inside is not None), None)
        pairs.append((item["key"], value))
    return pairs


def as_text(value: Any) -> str:
    """A single value as text; None is "", true and false as JSON writes them, NUL bytes dropped."""
    if isinstance(value, str):
        return value.replace("\0", "") if "\0" in value else value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return str(value)


def table_of(rows: Sequence[dict[str, str]]) -> pa.Table:
    """Rows with differing columns as one table, columns in order of appearance."""
    names = dict.fromkeys(name for row in rows for name in row)
    return pa.table({name: pa.array([row.get(name, "") for row in rows], pa.string()) for name in names})


def columns_of(rows: Sequence[dict[str, str]]) -> tuple[str, ...]:
    """All columns of some rows, in order of appearance."""
    return tuple(dict.fromkeys(name for row in rows for name in row))
