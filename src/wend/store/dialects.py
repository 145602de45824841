"""What SQLite and PostgreSQL say in different words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import TYPE_CHECKING, Any, Literal

from sqlalchemy import ARRAY, bindparam, column, func, select, text
from sqlalchemy.dialects.postgresql import Insert as PostgresqlInsert, insert as insert_postgresql
from sqlalchemy.dialects.sqlite import Insert as SqliteInsert, dialect as sqlite, insert as insert_sqlite
from sqlalchemy.sql.schema import ScalarElementColumnDefault

if TYPE_CHECKING:
    from sqlalchemy import Connection, CursorResult, Insert, Select, Table

POSTGRESQL = "postgresql"
Clash = Literal["refuse", "keep", "replace"]
"""What becomes of a row whose key is there: an error, the old row stays, or the new one takes its place."""
Rows = Sequence[Mapping[str, Any]]
_SQLITE = sqlite()
COUNTED = {"preserve_rowcount": True}


def put(connection: Connection, table: Table, rows: Rows, clash: Clash) -> int:
    """Insert the rows and say how many were taken. PostgreSQL gets them as one array per column, which is two and a
    half times as fast as row by row; SQLite's driver gets them as they are.
    """
    counted = connection.execution_options(**COUNTED)
    names = tuple(rows[0])
    if len(rows) == 1 or any(len(row) != len(names) for row in rows):
        return _taken(counted.execute(_by_row(connection.dialect.name, table, names, clash), rows), rows)
    if connection.dialect.name != POSTGRESQL:
        statement, places, given = _by_driver(table, names, clash)
        told = list(map(itemgetter(*places), [{**given, **row} for row in rows] if given else rows))
        return _taken(counted.exec_driver_sql(statement, told), rows)
    if clash == "replace":  # one statement cannot replace the same row twice, and the last one said counts
        key = [each.name for each in table.primary_key.columns]
        rows = list({tuple(row[name] for name in key): row for row in rows}.values())
    columns = {name: [row[name] for row in rows] for name in names}
    columns |= {name: [value] * len(rows) for name, value in _defaults(table, names).items()}
    return _taken(counted.execute(_by_column(table, tuple(columns), clash), columns), rows)


def lock(connection: Connection, name: str, *, shared: bool = False) -> None:
    """Hold a lock until the transaction ends, where writers do not take turns by themselves."""
    if connection.dialect.name == POSTGRESQL:
        connection.execute(_LOCK_SHARED if shared else _LOCK, {"name": name})


# Advisory locks belong to the database; the schema keeps stores apart that share one.
_NUMBER = "hashtextextended(coalesce(current_schema(), '') || '/' || :name, 0)"
_LOCK = text(f"SELECT pg_advisory_xact_lock({_NUMBER})")
_LOCK_SHARED = text(f"SELECT pg_advisory_xact_lock_shared({_NUMBER})")


def skipping_locked(statement: Select[Any]) -> Select[Any]:
    """Take hold of the rows, passing over those that another transaction holds; SQLite's writers never meet."""
    return statement.with_for_update(skip_locked=True)


@lru_cache(256)
def _by_row(dialect: str, table: Table, names: tuple[str, ...], clash: Clash) -> Insert:
    return _clashing(insert_postgresql(table) if dialect == POSTGRESQL else insert_sqlite(table), table, names, clash)


@lru_cache(256)
def _by_driver(table: Table, names: tuple[str, ...], clash: Clash) -> tuple[str, tuple[str, ...], dict[str, Any]]:
    """The text of a statement, whose value stands at each of its places, and what stands in columns that are not named.
    Every type of column here is kept by the driver as it is given.
    """
    given = _defaults(table, names)
    told = insert_sqlite(table).values({name: bindparam(name) for name in (*names, *given)})
    compiled = _clashing(told, table, names, clash).compile(dialect=_SQLITE)
    return str(compiled), tuple(compiled.positiontup or ()), given


def _defaults(table: Table, names: tuple[str, ...]) -> dict[str, Any]:
    """What stands in the columns that are not named."""
    every = {each.name: each.default for each in table.columns if each.name not in names}
    return {name: default.arg for name, default in every.items() if isinstance(default, ScalarElementColumnDefault)}


@lru_cache(256)
def _by_column(table: Table, names: tuple[str, ...], clash: Clash) -> Insert:
    arrays = [bindparam(name, type_=ARRAY(table.c[name].type)) for name in names]
    rows = func.unnest(*arrays).table_valued(*(column(name, table.c[name].type) for name in names)).render_derived()
    statement = insert_postgresql(table).from_select(list(names), select(rows), include_defaults=False)
    return _clashing(statement, table, names, clash)


def _clashing(
    statement: SqliteInsert | PostgresqlInsert, table: Table, names: tuple[str, ...], clash: Clash
) -> SqliteInsert | PostgresqlInsert:
    if clash == "refuse":
        return statement
    if clash == "keep":
        return statement.on_conflict_do_nothing()
    key = [each.name for each in table.primary_key.columns]
    values = {name: statement.excluded[name] for name in names if name not in key}
    return statement.on_conflict_do_update(index_elements=key, set_=values)


def _taken(result: CursorResult[Any], rows: Rows) -> int:
    return len(rows) if result.rowcount < 0 else result.rowcount
