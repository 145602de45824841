"""What SQLite and PostgreSQL say in different words."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import TYPE_CHECKING

from sqlalchemy import text
from sqlalchemy.dialects.postgresql import Insert as PostgresqlInsert, insert as insert_postgresql
from sqlalchemy.dialects.sqlite import Insert as SqliteInsert, insert as insert_sqlite

if TYPE_CHECKING:
    from sqlalchemy import Connection, Insert, Table

POSTGRESQL = "postgresql"


def insert_new(connection: Connection, table: Table) -> Insert:
    """Insert, leaving rows alone whose key is there."""
    return _insert(connection, table).on_conflict_do_nothing()


def upsert(connection: Connection, table: Table, columns: Sequence[str]) -> Insert:
    """Insert, replacing the given columns of rows whose key is there."""
    key = [column.name for column in table.primary_key.columns]
    statement = _insert(connection, table)
    values = {name: statement.excluded[name] for name in columns if name not in key}
    return statement.on_conflict_do_update(index_elements=key, set_=values)


def lock(connection: Connection, name: str, *, shared: bool = False) -> None:
    """Hold a lock until the transaction ends, where writers do not take turns by themselves."""
    if connection.dialect.name == POSTGRESQL:
        number = int.from_bytes(hashlib.blake2b(name.encode(), digest_size=8).digest(), signed=True)
        take = text(
            "SELECT pg_advisory_xact_lock_shared(:number)" if shared else "SELECT pg_advisory_xact_lock(:number)"
        )
        connection.execute(take, {"number": number})


def _insert(connection: Connection, table: Table) -> SqliteInsert | PostgresqlInsert:
    return (insert_postgresql if connection.dialect.name == POSTGRESQL else insert_sqlite)(table)
