"""Deleted rows leave their bytes behind: in free pages, in the slack of pages, in the write-ahead log. After an erasure
they go too.
"""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from wend.store.errors import StoreBusy

if TYPE_CHECKING:
    from sqlalchemy import Engine


def scrub(engine: Engine, where: str) -> None:
    """Write the database anew without what was deleted. Raises StoreBusy when somebody reads all the while."""
    if engine.dialect.name != "sqlite":
        _postgresql(engine)
    elif not _sqlite(engine):
        raise StoreBusy(path=where)


def _sqlite(engine: Engine) -> bool:
    raw = engine.raw_connection()
    try:
        cursor = raw.cursor()
        cursor.execute("PRAGMA secure_delete = ON")
        cursor.execute("VACUUM")
        # Only a log that was cut off holds nothing: after any other checkpoint its old frames stay in the file.
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        busy, _, _ = cursor.fetchone() or (1, 0, 0)
        cursor.execute("PRAGMA secure_delete = OFF")
    except sqlite3.OperationalError as refused:
        if refused.sqlite_errorcode & 0xFF not in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            raise
        return False
    finally:
        raw.close()
    return not busy


def _postgresql(engine: Engine) -> None:
    """Let the server take back the space of deleted rows. When it overwrites the bytes, and what its archived log
    keeps, is the server's own affair.
    """
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.exec_driver_sql("VACUUM")
