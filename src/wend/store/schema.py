"""Bringing a store's tables to the shape this version of Wend needs."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Column, ColumnClause, MetaData, String, Table, column, func, insert, select, table as sql_table
from sqlalchemy.schema import CreateIndex, CreateSchema, CreateTable

from wend.store import planning
from wend.store.dialects import POSTGRESQL
from wend.store.errors import NewerStore, NotAStore
from wend.store.tables import metadata

if TYPE_CHECKING:
    from sqlalchemy import Connection, Dialect, Index
    from sqlalchemy.schema import ExecutableDDLElement

HEAD = "0010"
"""The newest migration; a test holds it against the migration folder."""

RECORD = "alembic_version"
_AT: ColumnClause[str] = column("version_num")
MIGRATIONS = Path(__file__).parent / "migrations"


def version(connection: Connection) -> str | None:
    """The schema version the store is at, read without Alembic, whose import takes nearly a second."""
    if not connection.dialect.has_table(connection, RECORD):
        return None
    found = connection.scalar(select(_AT).select_from(sql_table(RECORD)))
    return None if found is None else str(found)


def upgrade(connection: Connection) -> None:
    """Make the tables, or run the missing migrations, inside the caller's transaction.

    Raises NewerStore for a version from the future, NotAStore for a database that somebody else keeps tables in.
    """
    at = version(connection)
    if at == HEAD:
        return
    if at is None:
        _make(connection)
        planning.advise(connection)
        return
    if not at.isdecimal():
        raise NotAStore(path=RECORD)
    if at > HEAD:
        raise NewerStore(found=at, known=HEAD)
    migrate(connection)
    planning.advise(connection)


def make_room(connection: Connection) -> None:
    """Make the schema that the address names, when the database has none of that name (PostgreSQL only)."""
    if connection.dialect.name != POSTGRESQL or connection.scalar(select(func.current_schema())) is not None:
        return
    path = str(connection.scalar(select(func.current_setting("search_path"))))
    connection.execute(CreateSchema(path.split(",")[0].strip(' "'), if_not_exists=True))


def migrate(connection: Connection) -> None:
    """Run the migrations that are missing."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def _make(connection: Connection) -> None:
    """A new store gets its tables at once; a test holds them against what the migrations make."""
    if connection.dialect.name == POSTGRESQL:
        connection.exec_driver_sql(_script(connection.dialect))  # one round trip instead of fifty
    else:
        metadata.create_all(connection, checkfirst=False)
    record = Table(RECORD, MetaData(), Column("version_num", String(32), primary_key=True))
    record.create(connection)
    connection.execute(insert(record), [{"version_num": HEAD}])


@cache
def _script(dialect: Dialect) -> str:
    made: list[ExecutableDDLElement] = []
    for table in metadata.sorted_tables:
        made += [CreateTable(table), *(CreateIndex(index) for index in sorted(table.indexes, key=_name))]
    return ";\n".join(str(each.compile(dialect=dialect)) for each in made)


def _name(index: Index) -> str:
    return str(index.name)
