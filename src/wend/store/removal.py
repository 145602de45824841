"""Moving every row of a data directory's file to a PostgreSQL database, in one go, counted and compared.

One transaction takes everything over, so there is never a half-moved database: what was cut off is simply run again.
The file is only read. While the move runs nobody can write to it, and once it is marked nobody opens it by mistake.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select, text

from wend.kit.clock import Clock
from wend.store import homes, locks
from wend.store.connection import database
from wend.store.errors import AnotherServer, BadAddress, CopyDiffers, NothingToMove, TargetInUse
from wend.store.postgresql import NO_CHARACTER, Postgresql
from wend.store.sqlite import Sqlite
from wend.store.store import Store
from wend.store.tables import metadata, workspaces

if TYPE_CHECKING:
    from sqlalchemy import Connection, Table

PART = 2_000
_ROOM = 1 << 128


@dataclass
class Sum:
    """Count and checksum of a table's rows, whatever their order."""

    rows: int = 0
    checksum: int = 0
    cleaned: int = field(default=0, compare=False)
    """Rows with a NUL character, which PostgreSQL does not take; it was replaced by U+FFFD."""

    def add(self, row: tuple[Any, ...]) -> tuple[Any, ...]:
        """Count the row; returns it as it is kept."""
        if any(isinstance(value, str) and "\0" in value for value in row):
            row = tuple(_cleaned(value) for value in row)
            self.cleaned += 1
        self.rows += 1
        digest = hashlib.blake2b(repr(row).encode("utf-8", "surrogatepass"), digest_size=16).digest()
        self.checksum = (self.checksum + int.from_bytes(digest)) % _ROOM
        return row


def _cleaned(value: object) -> object:
    return value.replace("\0", NO_CHARACTER) if isinstance(value, str) else value


@dataclass(frozen=True, slots=True)
class Removed:
    """A table that arrived: what was counted on both sides."""

    table: str
    rows: int
    checksum: str
    cleaned: int


Watcher = Callable[[str, int, int], None]
"""Told the table, the rows done and the rows it has."""


def remove(data: Path, clock: Clock, url: str, watch: Watcher = lambda _table, _done, _total: None) -> list[Removed]:
    """Move all rows of the file in `data` to the database at `url`, and mark the file.

    A database that already holds exactly these rows is taken as moved before; one that holds others is refused. Raises
    NothingToMove, TargetInUse, AnotherServer, CopyDiffers and what opening either side raises.
    """
    file = Sqlite(data)
    homes.check_file(data, file)
    if not file.file.exists():
        raise NothingToMove(path=str(file.file))
    below = database(data, url)
    if not isinstance(below, Postgresql):
        raise BadAddress(address=below.where)
    source, target = Store(data, file, clock), Store(data, below, clock)
    try:
        source._prepare()
        target._prepare()
        with source.serving(), _no_writers(source), source._transaction(writes=True) as there:
            # From here on nobody writes to the file, and when its lock is given back it is marked.
            with target._transaction(writes=True) as here:
                _patiently_alone(here)
                found = _copied(there, here, watch) if _is_empty(here) else _compared(there, here, watch, below.where)
            _mark(data, below.where)
        return found
    finally:
        source.close()
        target.close()


@contextmanager
def _no_writers(source: Store) -> Iterator[None]:
    """Nobody imports: an import would go on in the old file."""
    with ExitStack() as held:
        for name in source.workspaces():
            try:
                held.enter_context(locks.hold(source.folder(name) / "writer.lock", wait=False))
            except locks.Held as other:
                raise AnotherServer(path=str(source.data), pid=other.pid) from other
        yield


def _patiently_alone(here: Connection) -> None:
    """Nobody else moves in meanwhile, and a large table may take its time."""
    for setting in ("statement_timeout", "idle_in_transaction_session_timeout"):
        here.execute(select(func.set_config(setting, "0", True)))
    here.execute(text("LOCK TABLE workspaces IN SHARE ROW EXCLUSIVE MODE"))


def _is_empty(here: Connection) -> bool:
    return here.execute(select(workspaces.c.workspace).limit(1)).first() is None


def _copied(there: Connection, here: Connection, watch: Watcher) -> list[Removed]:
    found = []
    for table in metadata.sorted_tables:
        left, total = Sum(), _count(there, table)
        _copy(here, table, _watched(left, _rows(there, table), table, total, watch))
        found.append(_same(table, left, _sum(here, table)))
    return found


def _compared(there: Connection, here: Connection, watch: Watcher, where: str) -> list[Removed]:
    """What a run that was cut off after its commit left: the same rows on both sides, only the mark is missing."""
    found = []
    for table in metadata.sorted_tables:
        left, total = Sum(), _count(there, table)
        for _ in _watched(left, _rows(there, table), table, total, watch):
            pass
        if left != _sum(here, table):
            raise TargetInUse(path=where)
        found.append(_same(table, left, left))
    return found


def _same(table: Table, left: Sum, arrived: Sum) -> Removed:
    if left != arrived:
        raise CopyDiffers(table=table.name, rows=left.rows, arrived=arrived.rows)
    return Removed(table.name, left.rows, f"{left.checksum:032x}", left.cleaned)


def _copy(here: Connection, table: Table, rows: Iterable[tuple[Any, ...]]) -> None:
    from psycopg.sql import SQL, Identifier

    columns = SQL(", ").join(Identifier(column.name) for column in table.columns)
    into = SQL("COPY {} ({}) FROM STDIN").format(Identifier(table.name), columns)
    raw: Any = here.connection.driver_connection  # psycopg's own, whose COPY is several times as fast
    with raw.cursor() as cursor, cursor.copy(into) as copy:
        for row in rows:
            copy.write_row(row)


def _watched(
    summed: Sum, rows: Iterable[tuple[Any, ...]], table: Table, total: int, watch: Watcher
) -> Iterator[tuple[Any, ...]]:
    watch(table.name, 0, total)
    for row in rows:
        yield summed.add(row)
        if summed.rows % PART == 0:
            watch(table.name, summed.rows, total)
    watch(table.name, summed.rows, total)


def _sum(connection: Connection, table: Table) -> Sum:
    summed = Sum()
    for row in _rows(connection, table):
        summed.add(row)
    return summed


def _rows(connection: Connection, table: Table) -> Iterator[tuple[Any, ...]]:
    for row in connection.execute(select(table), execution_options={"yield_per": PART}):
        yield tuple(row)


def _count(connection: Connection, table: Table) -> int:
    return int(connection.scalar(select(func.count()).select_from(table)) or 0)


def _mark(data: Path, where: str) -> None:
    """Say in the data directory where its rows are; on disk before the file's lock is given back."""
    mark, fresh = data / homes.MARK, data / f"{homes.MARK}.new"
    with fresh.open("w", encoding="utf-8") as file:
        json.dump({"to": where}, file)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(mark)
    folder = os.open(data, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
