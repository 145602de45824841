"""Which columns a fold reads, told from its kernels: what it does not read need not be made for it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from types import CodeType, FunctionType, ModuleType
from typing import Any

from wend.folds.columns import Columns
from wend.folds.contract import Fold

WALKED = frozenset({"step", "occurred_at"})
"""What the walk itself looks at; and at channels, where some are left out."""


@cache
def columns_read(fold: Fold[Any, Any]) -> frozenset[str]:
    """Names of the columns that the fold's kernels, or kernels they call, speak of; rather one too many."""
    named, seen = set(WALKED), set[int]()
    waiting: list[Any] = [fold.begin, fold.step, fold.recall, fold.wait, fold.end, fold.at_once]
    while waiting:
        function = getattr(waiting.pop(), "py_func", None)
        if not isinstance(function, FunctionType) or id(function) in seen:
            continue
        seen.add(id(function))
        names = set(_names(function.__code__))
        named |= names
        around = [function.__globals__.get(name) for name in names]
        around += [cell.cell_contents for cell in function.__closure__ or ()]
        for known in around:
            waiting += [getattr(known, name, None) for name in names] if isinstance(known, ModuleType) else [known]
    return frozenset(named.intersection(Columns._fields))


def _names(code: CodeType) -> Iterator[str]:
    yield from code.co_names
    for inner in code.co_consts:
        if isinstance(inner, CodeType):
            yield from _names(inner)
