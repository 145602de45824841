"""The workspace guard: a statement that does not name this workspace for every table it touches never runs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from sqlalchemy import Delete, Executable, Insert, Select, Table, Update
from sqlalchemy.sql import operators, visitors
from sqlalchemy.sql.elements import BinaryExpression, BindParameter, ColumnElement

from wend.store.errors import AppendOnly, Unscoped

APPEND_ONLY = frozenset({"audit"})
"""Tables whose rows stay as they were written."""
Row = Mapping[str, Any]
IsHere = Callable[[BindParameter[Any]], bool]
HERE = "here"
"""The place of the workspace in a prepared statement."""


def check(statement: Executable, rows: list[Row] | None, workspace: str) -> None:
    """Raise Unscoped unless every table of the statement is held to `workspace`."""
    if isinstance(statement, Insert):
        _check_insert(statement, rows, workspace)
        return
    _check_held(statement, lambda place: place.value == workspace)


def check_prepared(statement: Executable) -> None:
    """The same for a statement whose workspace is filled in later, at the place `HERE`."""
    _check_held(statement, lambda place: place.key == HERE and place.value is None)


def _check_held(statement: Executable, is_here: IsHere) -> None:
    if not isinstance(statement, Select | Update | Delete):
        raise Unscoped(table=type(statement).__name__)
    if isinstance(statement, Update | Delete) and statement.table.description in APPEND_ONLY:
        raise AppendOnly(table=statement.table.description)
    held = set(_held_tables(statement, is_here))
    for element in visitors.iterate(statement):
        if isinstance(element, Table) and element.name not in held:
            raise Unscoped(table=element.name)


def _held_tables(statement: Select[Any] | Update | Delete, is_here: IsHere) -> Iterator[str]:
    """Tables that an `AND`ed term of a WHERE or ON ties to the workspace. A term below OR or NOT does not count."""
    pending: list[ColumnElement[Any]] = []
    for element in visitors.iterate(statement):
        where = getattr(element, "whereclause", None)
        if where is not None:
            pending.append(where)
        on = getattr(element, "onclause", None)
        if on is not None:
            pending.append(on)
    for term in pending:
        yield from _tied(term, is_here)


def _tied(term: ColumnElement[Any], is_here: IsHere) -> Iterator[str]:
    if isinstance(term, BinaryExpression):
        if term.operator is operators.eq and isinstance(term.right, BindParameter) and is_here(term.right):
            table = getattr(term.left, "table", None)
            if isinstance(table, Table) and getattr(term.left, "name", "") == "workspace":
                yield table.name
    elif getattr(term, "operator", None) is operators.and_:
        for part in getattr(term, "clauses", ()):
            yield from _tied(part, is_here)


def _check_insert(statement: Insert, rows: list[Row] | None, workspace: str) -> None:
    given: list[Row] = rows if rows is not None else [statement.compile(column_keys=["workspace"]).params]
    if any(row.get("workspace") != workspace for row in given):
        raise Unscoped(table=statement.table.description)
