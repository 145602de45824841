"""Every number opens its customers: which cells of an answer stand behind a number, as a person points at it.

| question | where | customers |
|---|---|---|
| funnel | step (1, 2 …); state reached (default) or stopped | who did at least / exactly this many steps |
| transitions | from, to | who ever went from one to the other |
| transitions | start or end | whose first or last step it was |
| stages | stage; state ever (default), now, slowing, left, resumed, returned, next | as in the answer |
| stages | stage, to | who moved from one to the other |
| touchpoints | touchpoint; stage (optional) | who was there |
| feelings | touchpoint or stage or both; kind experience (default) or expectation; level 1–5 (optional) | who said so |
| dropoff | step; state stopped (default), pending, there, went_on | as in the answer |
| reach, sessions | step; nothing | who did it; everybody |
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from wend.engines.lens import every_event
from wend.engines.machine import Members
from wend.folds import feelings, transitions
from wend.folds.contract import Cells
from wend.questions import errors
from wend.questions.context import Context
from wend.questions.preparing import Prepared

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


def behind(context: Context, question: str, prepared: Prepared, where: Where) -> Members:
    """The customers behind one number of a question; raises NothingToOpen when there is no such number."""
    at = Pointed(context, prepared, where)
    if question == "transitions" and prepared.params.places and "from" in where:
        return _edge(at)
    members = at.members(_OPENERS[question](at))
    if question == "dropoff" and where.get("state") == "went_on":
        for state in ("stopped", "pending"):
            members &= ~at.members(_dropoff(replace(at, where={**where, "state": state})))
    return members


def _field(name: str, first: int, last: int | None = None, stride: int = 1) -> CellsOf:
    """Cells first … last − 1 of a field of the answer."""

    def cells(answer: Any) -> Cells:
        found: Cells = getattr(answer, name)[first : first + 1 if last is None else last : stride]
        return found

    return cells


def _funnel(at: Pointed) -> CellsOf:
    steps, step = at.prepared.params.length, str(at.where.get("step", "1"))
    if not step.isdecimal() or not 1 <= int(step) <= steps:
        raise errors.NothingToOpen(where=f"step 1 … {steps}")
    stopped = at.state({"reached": "", "stopped": "stopped"})
    return _field("deepest", int(step), None if stopped else steps + 1)


def _transitions(at: Pointed) -> CellsOf:
    for end, field in (("start", "starts"), ("end", "ends")):
        if end in at.where:
            return _field(field, at.code(end))
    return _field("customers", at.code("from") * at.prepared.params.codes + at.code("to"))


def _edge(at: Pointed) -> Members:
    """Over thousands of codes, whose edges have no fixed places: the same edge in a space of three codes."""
    a, b = at.code("from"), at.code("to")
    lens = (at.prepared.lens or every_event(at.context.machine.journal.words)).narrowed(*dict.fromkeys((a, b)))
    params = transitions.params(len(lens.names))
    return replace(at, prepared=replace(at.prepared, params=params, lens=lens)).members(
        _field("customers", 0 if a == b else 1)
    )


def _sessions(_: Pointed) -> CellsOf:
    return _field("customers", 0)


def _stages(at: Pointed) -> CellsOf:
    stage, count = at.stage(), len(at.prepared.stages)
    if "to" in at.where:
        return _field("flow", stage * count + at.stage("to"))
    states = ("ever", "now", "slowing", "left", "resumed", "returned")
    field = at.state({state: state for state in states} | {"next": "flow"})
    return _field("flow", stage * count, stage * count + count) if field == "flow" else _field(field, stage)


def _touchpoints(at: Pointed) -> CellsOf:
    code = at.code("touchpoint")
    return (
        _field("customers", code * len(at.prepared.stages) + at.stage())
        if "stage" in at.where
        else _field("people", code)
    )


def _feelings(at: Pointed) -> CellsOf:
    kind = at.state({"experience": "experience", "expectation": "expectation"}, "kind")
    level = int(at.where.get("level", 0))
    if not 0 <= level <= feelings.LEVELS:
        raise errors.NothingToOpen(where=f"level 1 … {feelings.LEVELS}")
    field = feelings.LEVEL + level - 1 if level else feelings.N
    row, all_rows = len(at.prepared.stages) * feelings.WIDTH, at.prepared.params.codes + 1
    if "touchpoint" not in at.where:
        return _field(kind, at.stage() * feelings.WIDTH + field, all_rows * row, row)
    first = at.code("touchpoint") * row
    if "stage" in at.where:
        return _field(kind, first + at.stage() * feelings.WIDTH + field)
    return _field(kind, first + field, first + row, feelings.WIDTH)


def _dropoff(at: Pointed) -> CellsOf:
    field = at.state({"stopped": "stopped", "pending": "pending", "there": "there", "went_on": "there"})
    by_stage = "step" not in at.where and "stage" in at.where
    return _field(f"{field}_stage", at.stage()) if by_stage else _field(field, at.code("step"))


def _reach(at: Pointed) -> CellsOf:
    return _field("customers", at.code("step"))


_OPENERS: dict[str, Callable[[Pointed], CellsOf]] = {
    "funnel": _funnel,
    "transitions": _transitions,
    "sessions": _sessions,
    "stages": _stages,
    "touchpoints": _touchpoints,
    "feelings": _feelings,
    "dropoff": _dropoff,
    "reach": _reach,
}
