"""The operational store: where a workspace's rows live, and the only place that commits."""

from __future__ import annotations

import re
import weakref
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Self

from sqlalchemy import select
from sqlalchemy.exc import DBAPIError, TimeoutError as PoolExhausted

from wend.kit.clock import epoch_micros
from wend.store import dialects, homes, locks, places, schema, scrubbing, tables
from wend.store.connection import database
from wend.store.errors import AnotherServer, BadWorkspaceName, DataUnwritable, NoWorkspace, StoreBusy, Unstorable
from wend.store.work import Reading, Work

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from wend.kit.clock import Clock
    from wend.store.connection import Database

_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,62}")


class Store:
    """The rows of all workspaces: a SQLite file in the data directory, or a PostgreSQL database. Threads and processes
    may share one; the writers of a workspace take turns.
    """

    def __init__(self, data: Path, below: Database, clock: Clock) -> None:
        self.data = data
        self.clock = clock
        self._database = below
        self._known: set[str] = set()
        weakref.finalize(self, below.engine.dispose)  # connections are closed, not dropped

    @classmethod
    def open(cls, data_dir: Path, clock: Clock, url: str = "") -> Self:
        """Open or make the store in `data_dir`, or in the PostgreSQL database at `url`.

        Raises DataUnwritable, NotAStore for a damaged or foreign database, NewerStore for one of a newer Wend, and what
        `connection.database` raises for an address.
        """
        try:
            data_dir.mkdir(parents=True, exist_ok=True)
        except OSError as refused:
            raise DataUnwritable(path=str(data_dir), reason=refused.strerror) from refused
        below = database(data_dir, url or places.of(data_dir))
        homes.check_file(data_dir, below)
        store = cls(data_dir, below, clock)
        store._prepare()
        return store

    @property
    def shared(self) -> bool:
        """Whether servers on several machines may work on it."""
        return self._database.shared

    @property
    def where(self) -> str:
        """Where the rows are, as it may be shown."""
        return self._database.where

    def close(self) -> None:
        """Let go of the file or the server; open blocks must have ended."""
        self._database.engine.dispose()

    def folder(self, workspace: str) -> Path:
        """Where the workspace keeps its log and what is derived from it."""
        return self.data / "workspaces" / _checked(workspace)

    @contextmanager
    def work(self, workspace: str, *, alone: bool = True) -> Iterator[Work]:
        """One transaction: what the block does becomes true and durable together when it ends without an error.

        The writers of a workspace take turns, on both databases, so what the block read stays true until it has
        written. With `alone=False` it may meet others on PostgreSQL and holds to the rows that it locks itself.
        """
        with self._transaction(writes=True) as connection:
            homes.check_file(self.data, self._database)  # again: the rows may have moved away since it was opened
            if alone:
                dialects.lock(connection, _checked(workspace))
            self._know(connection, workspace)
            yield Work(connection, workspace, self.clock, self.folder(workspace))

    @contextmanager
    def reading(self, workspace: str) -> Iterator[Reading]:
        """A consistent look at one workspace; never waits for writers."""
        with self._transaction(writes=False) as connection:
            yield Reading(connection, _checked(workspace), self.clock, self.folder(workspace))

    @contextmanager
    def serving(self) -> Iterator[None]:
        """Be the only server on this data directory; a PostgreSQL database may have several. Raises AnotherServer."""
        with ExitStack() as held:
            if not self.shared:
                try:
                    held.enter_context(locks.hold(self.data / "server.lock", wait=False))
                except locks.Held as other:
                    raise AnotherServer(path=str(self.data), pid=other.pid) from other
            yield

    def workspaces(self) -> tuple[str, ...]:
        """Names of all workspaces that were ever written to, sorted."""
        with self._transaction(writes=False) as connection:
            return tuple(sorted(connection.scalars(select(tables.workspaces.c.workspace))))

    def _prepare(self) -> None:
        with self._transaction(writes=False) as connection:
            if schema.version(connection) == schema.HEAD:
                return
        with self._transaction(writes=True) as connection:
            dialects.lock(connection, "")  # of servers that start together, one makes the tables
            schema.make_room(connection)
            schema.upgrade(connection)

    def scrub(self) -> None:
        """Leave no byte of deleted rows: for after an erasure. Writers wait meanwhile; raises StoreBusy, then call it
        again.
        """
        scrubbing.scrub(self._database.engine, self.where)

    @contextmanager
    def _transaction(self, *, writes: bool) -> Iterator[Connection]:
        options = self._database.options(writes=writes)
        try:
            with self._database.engine.connect().execution_options(**options) as connection, connection.begin():
                yield connection
        except DBAPIError as refused:
            ours = self._database.translated(refused)
            if ours is None:
                raise
            raise ours from refused
        except PoolExhausted as refused:
            raise StoreBusy(path=self.where) from refused
        except UnicodeEncodeError as refused:
            raise Unstorable(path=self.where) from refused

    def _know(self, connection: Connection, workspace: str) -> None:
        if _checked(workspace) in self._known:
            return
        named = tables.workspaces.c.workspace == workspace
        if connection.scalar(select(tables.workspaces.c.workspace).where(named)) is None:
            created_at = epoch_micros(self.clock.now())
            row = {"workspace": workspace, "created_at": created_at, "inbox_sequence": 0}
            dialects.put(connection, tables.workspaces, [row], "keep")
            homes.check_folder(connection, self._database, workspace, self.folder(workspace))
            return  # remembered next time: this transaction may still be undone
        homes.check_folder(connection, self._database, workspace, self.folder(workspace))
        self._known.add(workspace)


def _checked(workspace: str) -> str:
    if not workspace:
        raise NoWorkspace
    if _NAME.fullmatch(workspace) is None:
        raise BadWorkspaceName(name=workspace)
    return workspace
