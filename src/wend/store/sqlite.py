"""SQLite as we need it: write-ahead log, every commit on disk before it is acknowledged, foreign keys on.

`synchronous=FULL` is not negotiable: with NORMAL about half of simulated power cuts lost acknowledged rows.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import create_engine, event

from wend.store.errors import DataUnwritable, DiskRefused, NotAStore, StoreBusy, StoreFull

if TYPE_CHECKING:
    from sqlalchemy import Connection
    from sqlalchemy.exc import DBAPIError

    from wend.kit.errors import WendError

FILE = "wend.db"
WAIT_MS = 30_000
WRITES = "wend_writes"
_BUSY = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})
_UNWRITABLE = frozenset({sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM})
_DAMAGED = frozenset({sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT})
_PRIMARY = 0xFF  # an extended result code keeps its kind in the lowest byte


class Sqlite:
    """The store's file in a data directory; nothing is opened before the first use."""

    shared = False
    """Whether servers on several machines may work on it."""

    def __init__(self, data: Path) -> None:
        self.file = data / FILE
        self.where = str(data)
        arguments = {"check_same_thread": False, "isolation_level": None}
        self.engine = create_engine(f"sqlite:///{self.file}", connect_args=arguments, hide_parameters=True)
        event.listen(self.engine, "connect", _prepare)
        event.listen(self.engine, "begin", _begin)

    def options(self, *, writes: bool) -> dict[str, Any]:
        """Execution options of a transaction."""
        return {WRITES: writes}

    def translated(self, refused: DBAPIError) -> WendError | None:
        """The driver's complaint in our words; None when it is a fault of the statement."""
        code = getattr(refused.orig, "sqlite_errorcode", 0) & _PRIMARY
        if code in _BUSY:
            return StoreBusy(path=self.where)
        if code == sqlite3.SQLITE_FULL:
            return StoreFull(path=self.where)
        if code == sqlite3.SQLITE_IOERR:
            return DiskRefused(path=self.where, reason=getattr(refused.orig, "sqlite_errorname", ""))
        if code in _UNWRITABLE:
            return DataUnwritable(path=self.where, reason=str(refused.orig))
        return NotAStore(path=str(self.file)) if code in _DAMAGED else None


def _prepare(raw: Any, _record: object) -> None:  # Any: the driver's own connection class
    cursor = raw.cursor()
    for pragma in (f"busy_timeout={WAIT_MS}", "journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin(connection: Connection) -> None:
    # IMMEDIATE takes the write lock at once: a transaction that reads first and writes later could otherwise
    # fail half-way because somebody else wrote in between.
    writes = connection.get_execution_options().get(WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
