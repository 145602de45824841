"""The operational store: where a workspace's rows live, and the only place that commits."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Self

from sqlalchemy import insert, select
from sqlalchemy.exc import DatabaseError, OperationalError

from wend.kit.clock import epoch_seconds
from wend.store import schema, tables
from wend.store.connection import WRITES, connect
from wend.store.errors import BadWorkspaceName, DataUnwritable, NotAStore, NoWorkspace, StoreBusy, StoreFull
from wend.store.work import Reading, Work

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

    from wend.kit.clock import Clock

FILE = "wend.db"
_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,62}")


class Store:
    """SQLite in the data directory. Threads and processes may share one directory; writers take turns."""

    def __init__(self, data: Path, engine: Engine, clock: Clock) -> None:
        self.data = data
        self.clock = clock
        self._engine = engine
        self._known: set[str] = set()

    @classmethod
    def open(cls, data_dir: Path, clock: Clock) -> Self:
        """Open or make the store in `data_dir`.

        Raises DataUnwritable, NotAStore for a damaged or foreign file, NewerStore for one of a newer Wend.
        """
        try:
            data_dir.mkdir(parents=True, exist_ok=True)
        except OSError as refused:
            raise DataUnwritable(path=str(data_dir), reason=refused.strerror) from refused
        store = cls(data_dir, connect(data_dir / FILE), clock)
        store._prepare()
        return store

    def close(self) -> None:
        """Let go of the file; open blocks must have ended."""
        self._engine.dispose()

    def folder(self, workspace: str) -> Path:
        """Where the workspace keeps its log and what is derived from it."""
        return self.data / "workspaces" / _checked(workspace)

    @contextmanager
    def work(self, workspace: str) -> Iterator[Work]:
        """One transaction: what the block does becomes true and durable together when it ends without an error."""
        with self._transaction(writes=True) as connection:
            self._know(connection, workspace)
            yield Work(connection, workspace, self.clock, self.folder(workspace))

    @contextmanager
    def reading(self, workspace: str) -> Iterator[Reading]:
        """A consistent look at one workspace; never waits for writers."""
        with self._transaction(writes=False) as connection:
            yield Reading(connection, _checked(workspace), self.clock, self.folder(workspace))

    def workspaces(self) -> tuple[str, ...]:
        """Names of all workspaces that were ever written to, sorted."""
        with self._transaction(writes=False) as connection:
            return tuple(sorted(connection.scalars(select(tables.workspaces.c.workspace))))

    def _prepare(self) -> None:
        with self._transaction(writes=False) as connection:
            current = schema.version(connection) == schema.HEAD
        if not current:
            with self._transaction(writes=True) as connection:
                schema.upgrade(connection)

    @contextmanager
    def _transaction(self, *, writes: bool) -> Iterator[Connection]:
        try:
            with self._engine.connect().execution_options(**{WRITES: writes}) as connection, connection.begin():
                yield connection
        except OperationalError as refused:
            if "locked" in str(refused.orig) or "busy" in str(refused.orig):
                raise StoreBusy(path=str(self.data)) from refused
            if "full" in str(refused.orig):
                raise StoreFull(path=str(self.data)) from refused
            if "unable to open" in str(refused.orig) or "readonly" in str(refused.orig):
                raise DataUnwritable(path=str(self.data), reason=str(refused.orig)) from refused
            raise
        except DatabaseError as refused:
            if "not a database" in str(refused.orig) or "malformed" in str(refused.orig):
                raise NotAStore(path=str(self.data / FILE)) from refused
            raise

    def _know(self, connection: Connection, workspace: str) -> None:
        if _checked(workspace) in self._known:
            return
        named = tables.workspaces.c.workspace == workspace
        if connection.scalar(select(tables.workspaces.c.workspace).where(named)) is None:
            created_at = epoch_seconds(self.clock.now()) * 1_000_000
            row = {"workspace": workspace, "created_at": created_at, "inbox_sequence": 0}
            connection.execute(insert(tables.workspaces), [row])
            return  # remembered next time: this transaction may still be undone
        self._known.add(workspace)


def _checked(workspace: str) -> str:
    if not workspace:
        raise NoWorkspace
    if _NAME.fullmatch(workspace) is None:
        raise BadWorkspaceName(name=workspace)
    return workspace
