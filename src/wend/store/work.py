"""One unit of work: everything in it becomes true together, or none of it does."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, update

from wend.store import dialects, guard
from wend.store.errors import NoWorkspace
from wend.store.prepared import HERE, Prepared
from wend.store.tables import counters

if TYPE_CHECKING:
    from sqlalchemy import Connection, CursorResult, Executable, Row, Table

    from wend.kit.clock import Clock

_GROW = Prepared(
    update(counters)
    .where(counters.c.workspace == HERE, counters.c.name == bindparam("counter"))
    .values(value=counters.c.value + bindparam("more"))
    .returning(counters.c.value)
)


class Reading:
    """A consistent look at one workspace's rows. Statements that do not name the workspace are refused."""

    def __init__(self, connection: Connection, workspace: str, clock: Clock, folder: Path = Path()) -> None:
        if not workspace:
            raise NoWorkspace
        self.workspace = workspace
        self.clock = clock
        self.folder = folder  # where the workspace keeps what is not a row
        self._connection = connection

    def rows(self, statement: Executable) -> list[Row[*tuple[Any, ...]]]:
        """All rows of a scoped SELECT (put `table.c.workspace == reading.workspace` in its WHERE)."""
        guard.check(statement, None, self.workspace)
        return list(self._connection.execute(statement).all())

    def row(self, statement: Executable) -> Row[*tuple[Any, ...]] | None:
        """The first row of a scoped SELECT, or None."""
        guard.check(statement, None, self.workspace)
        return self._connection.execute(statement).first()

    def found(self, prepared: Prepared, **values: object) -> list[Row[*tuple[Any, ...]]]:
        """All rows of a prepared SELECT."""
        return list(self._connection.execute(prepared.statement, prepared.values(self.workspace, values)).all())


class Work(Reading):
    """A transaction on one workspace. `Store.work` commits it when its block ends well and undoes it otherwise."""

    def execute(self, statement: Executable) -> CursorResult[Any]:
        """Run a scoped INSERT, UPDATE or DELETE (an INSERT's values name the workspace)."""
        guard.check(statement, None, self.workspace)
        result: CursorResult[Any] = self._connection.execute(statement)
        return result

    def run(self, prepared: Prepared, **values: object) -> int:
        """Run a prepared UPDATE or DELETE; returns how many rows it met."""
        return int(self._connection.execute(prepared.statement, prepared.values(self.workspace, values)).rowcount)

    def run_each(self, prepared: Prepared, rows: Iterable[Mapping[str, object]]) -> None:
        """Run a prepared UPDATE or DELETE once for each of these values."""
        filled = [prepared.values(self.workspace, dict(row)) for row in rows]
        if filled:
            self._connection.execute(prepared.statement, filled)

    def add(self, table: Table, rows: Iterable[Mapping[str, object]]) -> int:
        """Insert rows, each given this work's workspace; returns how many."""
        return self._put(table, rows, "refuse")

    def add_new(self, table: Table, rows: Iterable[Mapping[str, object]]) -> int:
        """Insert the rows whose key is not there yet; returns how many were new."""
        return self._put(table, rows, "keep")

    def put(self, table: Table, rows: Iterable[Mapping[str, object]]) -> None:
        """Insert rows, replacing those with the same key."""
        self._put(table, rows, "replace")

    def _put(self, table: Table, rows: Iterable[Mapping[str, object]], clash: dialects.Clash) -> int:
        scoped = [{**row, "workspace": self.workspace} for row in rows]
        return dialects.put(self._connection, table, scoped, clash) if scoped else 0

    def numbers(self, name: str, count: int = 1) -> int:
        """The first of `count` numbers that nobody else gets; numbers start at 1 and follow the order of commits."""
        grown = self.found(_GROW, counter=name, more=count)
        if not grown:
            self.add_new(counters, [{"name": name, "value": 0}])
            grown = self.found(_GROW, counter=name, more=count)
        return int(grown[0][0]) - count + 1

    def lock(self, name: str, *, shared: bool = False) -> None:
        """Let only one transaction of this workspace at a time pass here, until it ends. SQLite's writers take turns
        anyway. Those that share it pass together, but never beside one that does not.
        """
        dialects.lock(self._connection, f"{self.workspace}/{name}", shared=shared)
