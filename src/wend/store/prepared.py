"""Statements that are built and guarded once and run many times, where each event that comes in would pay for both."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Text, bindparam

from wend.store import guard

if TYPE_CHECKING:
    from sqlalchemy import BindParameter, Executable

HERE: BindParameter[str] = bindparam(guard.HERE, type_=Text())
"""Stands for the workspace in a prepared statement; only the transaction fills it."""


class Prepared:
    """A SELECT, UPDATE or DELETE whose tables are all tied to `HERE`; other values have places (`bindparam`) too.

    Raises Unscoped where it is made, when a table is not tied.
    """

    def __init__(self, statement: Executable) -> None:
        guard.check_prepared(statement)
        self.statement = statement

    def values(self, workspace: str, given: dict[str, Any]) -> dict[str, Any]:
        """What fills its places: the workspace always from the transaction."""
        return {**given, guard.HERE: workspace}
