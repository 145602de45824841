"""What SQLite's planner should believe about our indexes, told once when the tables are made.

Every index begins with the workspace, of which a store has few and each holds nearly all rows. Without being told, the
planner takes "of this workspace" for a handful of rows and reads whole tables: evidence of one identifier among two
million rows took 2.3 s, and takes 0.2 ms.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sqlalchemy import column, insert, table as sql_table

from wend.store.dialects import POSTGRESQL
from wend.store.tables import metadata

if TYPE_CHECKING:
    from sqlalchemy import Connection, Table

_ROWS = 1_000_000
_ALIKE = 20
"""Rows that share a value, for each column that still follows in an index which is not unique."""
_STATISTICS = sql_table("sqlite_stat1", column("tbl"), column("idx"), column("stat"))


def advise(connection: Connection) -> None:
    """Tell the planner, in the transaction that made the tables."""
    if connection.dialect.name == POSTGRESQL:
        return
    connection.exec_driver_sql("ANALYZE")  # makes the table of statistics
    connection.exec_driver_sql("DELETE FROM sqlite_stat1")
    rows = [
        {"tbl": table.name, "idx": index, "stat": _stat(length, unique=unique)}
        for table in metadata.sorted_tables
        for index, length, unique in _indexes(table)
    ]
    connection.execute(insert(_STATISTICS), rows)
    connection.exec_driver_sql("ANALYZE sqlite_master")  # reads them


def _indexes(table: Table) -> Iterator[tuple[str, int, bool]]:
    """Name, number of columns and uniqueness of every index that begins with the workspace."""
    bare = table.dialect_options["sqlite"]["with_rowid"] is False
    key = list(table.primary_key.columns)
    if len(key) > 1:
        yield table.name if bare else f"sqlite_autoindex_{table.name}_1", len(key), True
    for index in table.indexes:
        yield str(index.name), len(index.columns), bool(index.unique)


def _stat(columns: int, *, unique: bool) -> str:
    """Rows in all, then how many share the first column, the first two, …"""
    shared = [_ALIKE * (columns - place) for place in range(2, columns + 1)]
    if shared:
        shared[-1] = 1 if unique else _ALIKE
    return " ".join(str(each) for each in (_ROWS, _ROWS, *shared))
