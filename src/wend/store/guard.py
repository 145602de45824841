"""The workspace guard: a statement that does not name this workspace for every table it touches never runs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import Delete, Executable, Insert, Select, Table, Update
from sqlalchemy.sql import operators, visitors
from sqlalchemy.sql.elements import BinaryExpression, BindParameter, ColumnElement

from wend.store.errors import Unscoped

Row = Mapping[str, Any]


def check(statement: Executable, rows: list[Row] | None, workspace: str) -> None:
    """Raise Unscoped unless every table of the statement is held to `workspace`."""
    if isinstance(statement, Insert):
        _check_insert(statement, rows, workspace)
        return
    if not isinstance(statement, Select | Update | Delete):
        raise Unscoped(table=type(statement).__name__)
    held = set(_held_tables(statement, workspace))
    for element in visitors.iterate(statement):
        if isinstance(element, Table) and element.name not in held:
            raise Unscoped(table=element.name)


def _held_tables(statement: Select[Any] | Update | Delete, workspace: str) -> Iterator[str]:
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
        yield from _tied(term, workspace)


def _tied(term: ColumnElement[Any], workspace: str) -> Iterator[str]:
    if isinstance(term, BinaryExpression):
        if term.operator is operators.eq and isinstance(term.right, BindParameter) and term.right.value == workspace:
            table = getattr(term.left, "table", None)
            if isinstance(table, Table) and getattr(term.left, "name", "") == "workspace":
                yield table.name
    elif getattr(term, "operator", None) is operators.and_:
        for part in getattr(term, "clauses", ()):
            yield from _tied(part, workspace)


def _check_insert(statement: Insert, rows: list[Row] | None, workspace: str) -> None:
    given: list[Row] = rows if rows is not None else [statement.compile(column_keys=["workspace"]).params]
    if any(row.get("workspace") != workspace for row in given):
        raise Unscoped(table=statement.table.description)
