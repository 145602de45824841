"""A number of a prepared question, as a person points at it, and the cells of an answer that stand behind it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from wend.engines.machine import Members
from wend.folds.contract import Cells
from wend.questions import errors
from wend.questions.context import Context
from wend.questions.wish import Prepared

Where = Mapping[str, str | int]
CellsOf = Callable[[Any], Cells]


@dataclass(frozen=True, slots=True)
class Pointed:
    """A number of a prepared question, as a person points at it."""

    context: Context
    prepared: Prepared
    where: Where

    def state(self, known: Mapping[str, str], name: str = "state") -> str:
        """The field of the state that is meant; the first one known is the default."""
        state = str(self.where.get(name, next(iter(known))))
        if state not in known:
            raise errors.BadChoice(state, known)
        return known[state]

    def code(self, name: str) -> int:
        """The code of the event or touchpoint under this word; raises when the word is missing."""
        if name not in self.where:
            raise errors.NothingToOpen(where=name)
        return self.context.code(str(self.where[name]), self.prepared.over)

    def stage(self, name: str = "stage") -> int:
        """The place of the stage under this word."""
        key, known = str(self.where.get(name, "")), list(self.prepared.stages)
        if key not in known:
            raise errors.UnknownStage(key, known)
        return known.index(key)

    def members(self, cells: CellsOf) -> Members:
        """The customers who changed these cells."""
        asked = self.prepared
        return self.context.machine.members(asked.fold, asked.params, cells, asked.selection, asked.lens)


def field(name: str, first: int, last: int | None = None, stride: int = 1) -> CellsOf:
    """Cells first … last − 1 of a field of the answer."""

    def cells(answer: Any) -> Cells:
        found: Cells = getattr(answer, name)[first : first + 1 if last is None else last : stride]
        return found

    return cells
