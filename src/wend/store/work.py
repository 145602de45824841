"""One unit of work: everything in it becomes true together, or none of it does."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from sqlalchemy import insert

from wend.store import guard
from wend.store.errors import NoWorkspace

if TYPE_CHECKING:
    from sqlalchemy import Connection, CursorResult, Executable, Row, Table

    from wend.kit.clock import Clock


class Reading:
    """A consistent look at one workspace's rows. Statements that do not name the workspace are refused."""

    def __init__(self, connection: Connection, workspace: str, clock: Clock) -> None:
        if not workspace:
            raise NoWorkspace
        self.workspace = workspace
        self.clock = clock
        self._connection = connection

    def rows(self, statement: Executable) -> list[Row[*tuple[Any, ...]]]:
        """All rows of a scoped SELECT (put `table.c.workspace == reading.workspace` in its WHERE)."""
        guard.check(statement, None, self.workspace)
        return list(self._connection.execute(statement).all())

    def row(self, statement: Executable) -> Row[*tuple[Any, ...]] | None:
        """The first row of a scoped SELECT, or None."""
        guard.check(statement, None, self.workspace)
        return self._connection.execute(statement).first()


class Work(Reading):
    """A transaction on one workspace. `Store.work` commits it when its block ends well and undoes it otherwise."""

    def execute(self, statement: Executable) -> CursorResult[Any]:
        """Run a scoped INSERT, UPDATE or DELETE (an INSERT's values name the workspace)."""
        guard.check(statement, None, self.workspace)
        result: CursorResult[Any] = self._connection.execute(statement)
        return result

    def add(self, table: Table, rows: Iterable[Mapping[str, object]]) -> int:
        """Insert rows, each given this work's workspace; returns how many."""
        scoped = [{**row, "workspace": self.workspace} for row in rows]
        if scoped:
            self._connection.execute(insert(table), scoped)
        return len(scoped)
