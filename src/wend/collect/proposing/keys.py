"""How the files given together hang together: which column of one points to which column of another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pyarrow.compute as pc

from wend.collect.mapping.columns import as_array
from wend.collect.proposing.profile import Column, Profile

_CONTAINED = 0.9
_PARTLY = 0.3
_KEY_LENGTH = 3


@dataclass(frozen=True, slots=True)
class Bond:
    """`column` of `child` holds keys of `parent`; `unique` when each key stands in one row of `parent` only."""

    child: Profile
    column: str
    parent: Profile
    key: str
    unique: bool


def is_key(column: Column) -> bool:
    """Whether a column looks like it holds keys of things."""
    words = column.plain.split()
    marked = bool(
        {"id", "no", "number", "code", "key", "ma", "codigo", "invoiceno", "name"} & set(words)
    ) or column.plain.endswith("id")
    return marked and column.distinct > 1 and not column.time_format


def bonds(profiles: Sequence[Profile]) -> list[Bond]:
    """All bonds between the files, told by equal names and by values that are found on the other side."""
    found = []
    for child in profiles:
        for parent in profiles:
            if child is parent:
                continue
            for column in child.columns:
                key = next((each for each in parent.columns if each.plain == column.plain), None)
                if key is None or not is_key(column) or not is_key(key) or column.length < _KEY_LENGTH:
                    continue
                unique = key.unique > 0.999
                share = _contained(child, column.name, parent, key.name)
                if share >= (_CONTAINED if unique else _PARTLY):
                    found.append(Bond(child, column.name, parent, key.name, unique))
    return found


def _contained(child: Profile, column: str, parent: Profile, key: str) -> float:
    """The share of a column's values that are keys of the parent."""
    values = pc.unique(child.values(column)).slice(0, 5_000)
    there = pc.is_in(values, value_set=as_array(pc.unique(parent.values(key))))
    return float(pc.mean(there.cast("int8")).as_py() or 0.0) if len(values) else 0.0
