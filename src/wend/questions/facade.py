"""What other rooms and the doors may ask of questions: an answer, and the customers behind one of its numbers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from wend.domain.selection import Selection
from wend.engines.machine import Members
from wend.questions import asking
from wend.questions.answer import Answer
from wend.questions.context import Context, Plan
from wend.questions.parsing import duration, moment
from wend.questions.pointing import Where
from wend.questions.specs import QUESTIONS, Over, Parameter, Question, question as question_of
from wend.touchpoints import facade as touchpoints
from wend.workspaces.facade import Workspace

__all__ = [
    "QUESTIONS",
    "Answer",
    "Members",
    "Over",
    "Parameter",
    "Question",
    "Where",
    "ask",
    "context",
    "duration",
    "files",
    "found",
    "members",
    "moment",
]

EVERYTHING = Selection()
_KEPT = touchpoints.Kept(asking.MOST_KEPT)


def ask(
    workspace: Workspace,
    question: str,
    params: Mapping[str, Any] | None = None,
    selection: Selection = EVERYTHING,
    over: Over | None = None,
) -> Answer:
    """The answer to a registered question, with params as written on the command line or as Python values.

    Raises a Mistake (`questions.…`) for an unknown question, parameter, event, touchpoint, stage set, channel or
    trait, each with the closest name that is known.
    """
    return asking.ask(context(workspace, question), workspace.clock, question, params, selection, over, _KEPT)


def members(
    workspace: Workspace,
    question: str,
    params: Mapping[str, Any] | None,
    where: Where,
    selection: Selection = EVERYTHING,
    over: Over | None = None,
) -> list[str]:
    """The canonical ids of the customers behind one number; the words of `where` are in `docs/questions.md`."""
    return list(found(workspace, question, params, where, selection, over).ids())


def found(
    workspace: Workspace,
    question: str,
    params: Mapping[str, Any] | None,
    where: Where,
    selection: Selection = EVERYTHING,
    over: Over | None = None,
) -> Members:
    """The same customers as masks over the journal, for asking a second question about them
    (`Machine.answer(among=…)`).
    """
    return asking.members(context(workspace, question), question, params, where, selection, over)


def files(question: str) -> tuple[str, ...]:
    """The parameters of a question that are files; nobody but the person at the machine may name one."""
    return tuple(parameter.name for parameter in question_of(question).parameters if parameter.kind == "file")


def context(workspace: Workspace, question: str) -> Context:
    """The log as it is now, seen through the registry. Raises UnknownQuestion first."""
    question_of(question)
    view = touchpoints.view(workspace)
    registry = view.registry
    plan = Plan(registry.touchpoints, registry.stage_sets, registry.default, view.version)
    journal = touchpoints.journal_of(view.machine)
    return Context(view.machine, plan, view.lens, lambda name: workspace.log.property(name, journal))
