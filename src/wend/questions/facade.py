"""What other rooms and the doors may ask of questions: an answer, and the customers behind one of its numbers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

from wend.conditions import checking, document
from wend.conditions.findings import Found, found as found_in
from wend.conditions.tree import Happening
from wend.domain.selection import Selection
from wend.engines.budgets import Budget, within
from wend.engines.lens import every_event
from wend.engines.machine import Machine, Members
from wend.engines.marking import World
from wend.log.facade import Journal, Property
from wend.questions import asking, counting, looks, parsing
from wend.questions.among import segments_in
from wend.questions.anomalies.groups import dividing
from wend.questions.answer import Answer
from wend.questions.asked.registry import ASKED
from wend.questions.asked.segment import catalogue, world_of
from wend.questions.context import Context, Plan
from wend.questions.counting import Counted, SizeAt
from wend.questions.files import write
from wend.questions.looks import values_of_trait
from wend.questions.parsing import condition, duration, moment, parameters
from wend.questions.pointing import Where
from wend.questions.specs import QUESTIONS, Over, Parameter, Question, question as question_of
from wend.questions.units import CUSTOMER
from wend.questions.warming import warm
from wend.questions.writing import written
from wend.touchpoints import facade as touchpoints
from wend.workspaces.facade import Workspace

__all__ = [
    "CUSTOMER",
    "QUESTIONS",
    "Answer",
    "Counted",
    "Found",
    "Members",
    "Over",
    "Parameter",
    "Question",
    "SizeAt",
    "Where",
    "World",
    "ask",
    "ask_of",
    "budget",
    "check",
    "checked",
    "condition",
    "conditions",
    "context",
    "count",
    "duration",
    "files",
    "findings",
    "found",
    "has_more",
    "journal_behind",
    "last_happened",
    "members",
    "moment",
    "question_of",
    "sample",
    "segments_in",
    "sizes",
    "values_of_trait",
    "warm",
    "world",
    "world_of_events",
    "write",
    "written",
]

EVERYTHING = Selection()
_KEPT = touchpoints.Kept(asking.MOST_KEPT)


def ask(
    workspace: Workspace,
    question: str,
    params: Mapping[str, Any] | None = None,
    selection: Selection = EVERYTHING,
    over: Over | None = None,
    per: str = CUSTOMER,
) -> Answer:
    """The answer to a registered question, with params as written on the command line or as Python values. `per`:
    whose journeys are walked, "customer", "session" (see `units.py`) or a property of events such as "order_id".

    Raises a Mistake (`questions.…`) for an unknown question, parameter, event, touchpoint, stage set, channel or
    trait, each with the closest name that is known.
    """
    with within(budget(workspace)):
        return asking.ask(context(workspace, question), workspace.clock, question, params, selection, over, _KEPT, per)


def ask_of(
    workspace: Workspace,
    written: Mapping[str, Any] | str,
    question: str,
    params: Mapping[str, Any] | None = None,
    over: Over | None = None,
) -> Answer:
    """The answer to a question as if nobody else were in the log than those of whom a condition holds now."""
    with within(budget(workspace)):
        who = asking.members(context(workspace, "segment"), "segment", {"condition": dict(condition(written))}, {})
        there = context(workspace, question)
        others = tuple(~mask for mask in who.masks)
        alone = replace(there, machine=Machine(there.machine.journal, there.machine.threads, others))
        return asking.ask(alone, workspace.clock, question, params, over=over)


def journal_behind(members: Members) -> Any:
    """The journal that these customers were found in, for looking at what they said."""
    return touchpoints.journal_of(Machine(members.journal))


def members(
    workspace: Workspace,
    question: str,
    params: Mapping[str, Any] | None,
    where: Where,
    selection: Selection = EVERYTHING,
    over: Over | None = None,
    per: str = CUSTOMER,
) -> list[str]:
    """The canonical ids of the customers behind one number; the words of `where` are in `docs/questions.md`."""
    return list(found(workspace, question, params, where, selection, over, per).ids())


def found(
    workspace: Workspace,
    question: str,
    params: Mapping[str, Any] | None,
    where: Where,
    selection: Selection = EVERYTHING,
    over: Over | None = None,
    per: str = CUSTOMER,
) -> Members:
    """The same customers as masks over the journal, for asking a second question about them
    (`Machine.answer(among=…)`).
    """
    with within(budget(workspace)):
        return asking.members(context(workspace, question), question, params, where, selection, over, per)


def budget(workspace: Workspace) -> Budget:
    """What the settings grant one question, from now on."""
    clock, settings = workspace.clock, workspace.settings
    until = clock.now() + timedelta(seconds=settings.question_seconds) if settings.question_seconds else None
    return Budget(clock, until, settings.question_seconds, settings.question_memory_mb)


def checked(workspace: Workspace, written: Path | str) -> int:
    """The cost of a condition whose names the log knows; raises what is wrong with it."""
    return checking.check(document.from_json(condition(written)), catalogue(context(workspace, "segment")))


def conditions(written: object, parameter: str = "conditions") -> dict[str, dict[str, Any]]:
    """Several conditions by name as canonical documents, as many as a question with this parameter takes."""
    spec = next(each for question in QUESTIONS for each in question.parameters if each.name == parameter)
    return parsing.conditions(written, spec.least, spec.most)


def findings(workspace: Workspace, given: Any) -> Found:
    """A condition's document read and checked against the log: the condition, what is wrong with it, what is odd."""
    asked = context(workspace, "segment")
    journal = touchpoints.journal_of(asked.machine)
    return found_in(given, replace(catalogue(asked), seen=looks.seen(workspace, journal)))


def count(workspace: Workspace, given: Any, at: int | None = None) -> Counted:
    """Of how many customers a condition's document holds at a moment (epoch seconds), the last event of the log when
    none is said; raises what is wrong with it.
    """
    with within(budget(workspace)):
        return counting.counted(context(workspace, "segment"), given, at)


def sample(workspace: Workspace, given: Any, at: int | None = None) -> tuple[str, ...]:
    """The canonical ids of at most ten customers of whom it holds."""
    with within(budget(workspace)):
        return counting.sampled(context(workspace, "segment"), given, at)


def sizes(workspace: Workspace, given: Any, at: int | None = None) -> tuple[SizeAt, ...]:
    """Of how many it held week by week, the oldest of twelve weeks first; traits are those known today."""
    with within(budget(workspace)):
        return tuple(counting.sizes(context(workspace, "segment"), given, at))


def last_happened(workspace: Workspace, what: Happening, until: int) -> int | None:
    """When anybody last did something, met a touchpoint, or entered or left a stage or a segment (epoch seconds; by
    time alone: up to `until`); None = never.
    """
    if what.kind == "event":
        return max((each.last_at for each in workspace.log.catalogue().kinds if each.name in what.names), default=None)
    with within(budget(workspace)):
        return counting.last_happened(context(workspace, "segment"), what, until)


def check(question: str, params: Mapping[str, Any]) -> None:
    """Raises what asking would raise for a question or a parameter that cannot be read. Names of events and touchpoints
    are looked up when it is asked: they may come later.
    """
    parameters(question_of(question), params)


def files(question: str) -> tuple[str, ...]:
    """The parameters of a question that are files; nobody but the person at the machine may name one."""
    return tuple(parameter.name for parameter in question_of(question).parameters if parameter.kind == "file")


def has_more(question: str) -> bool:
    """Whether the table of its answer may be longer than what the answer tells."""
    return ASKED[question].whole is not None


def context(workspace: Workspace, question: str) -> Context:
    """The log as it is now, seen through the registry. Raises UnknownQuestion first."""
    question_of(question)
    return _seen(workspace, touchpoints.view(workspace))


def world(workspace: Workspace, view: touchpoints.View) -> World:
    """What conditions are asked of, over a journal and through a registry that the caller has chosen."""
    return world_of(_seen(workspace, view))


def world_of_events(
    workspace: Workspace, engine: Machine, property_of: Callable[[str], Property] | None = None
) -> World:
    """The same where nothing asks for touchpoints or stages: no registry is looked for, nor proposed. `property_of` is
    for a journal that is not the log's.
    """
    lens = every_event(engine.journal.words)
    property_of = property_of or _property_of(workspace, touchpoints.journal_of(engine))
    zone = workspace.settings.timezone
    return world_of(Context(engine, Plan(), lens, property_of, zone=zone, facts=workspace.facts))


def _seen(workspace: Workspace, view: touchpoints.View) -> Context:
    registry, facts = view.registry, workspace.facts
    plan = Plan(registry.touchpoints, registry.stage_sets, registry.default, view.version, facts)

    def names() -> list[str]:
        return sorted({each.name for kind in workspace.log.catalogue().kinds for each in kind.properties})

    def groups() -> list[str]:
        return dividing(workspace.log.catalogue().kinds)

    property_of = view.property_of or _property_of(workspace, touchpoints.journal_of(view.machine))
    zone, whose = workspace.settings.timezone, f"{workspace.settings.data} {workspace.name}"
    return Context(view.machine, plan, view.lens, property_of, names, groups, zone, facts, whose)


def _property_of(workspace: Workspace, journal: Journal) -> Callable[[str], Property]:
    def property_of(name: str) -> Property:
        return workspace.log.property(name, journal)

    return property_of
