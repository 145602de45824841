"""Endpoints of the event plan, and the page *Data → Events*: every event, planned or not, and who uses it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import BaseModel, ConfigDict, Field, with_config

from wend.collect import facade as collect
from wend.collect.model_plan import CountedFinding, ExpectedEvent, ExpectedProperty, Problem
from wend.domain.names import Name
from wend.kit.texts import text
from wend.log.facade import EventKind
from wend.touchpoints import facade as touchpoints
from wend.web.bodies import StrictRoute
from wend.web.doorway import Here
from wend.web.shapes import ChannelChoice
from wend.workspaces.facade import Workspace

router = APIRouter(prefix="/api/plan", tags=["events"], route_class=StrictRoute)
_STRICT: tuple[type, ...] = (ExpectedProperty, ExpectedEvent)
for _word in _STRICT:  # a field that nobody knows is a mistake in the request
    with_config(ConfigDict(extra="forbid"))(_word)


@dataclass(frozen=True, slots=True)
class EventPlanPage:
    """The plan: its events, and the whole as the TOML that `wend plan load` reads."""

    events: tuple[ExpectedEvent, ...]
    toml: str


@dataclass(frozen=True, slots=True)
class Violation:
    """One way in which events differ from the plan, said in words, with its numbers. Times are epoch seconds."""

    property: str
    problem: Problem
    said: Name
    count: int
    first_at: int
    last_at: int


@dataclass(frozen=True, slots=True)
class NamedUse:
    """Something that uses an event."""

    key: str
    name: Name


@dataclass(frozen=True, slots=True)
class EventUse:
    """Who uses an event: touchpoints, stages by their rules (key `set/stage`), and the maps it is drawn on."""

    touchpoints: tuple[NamedUse, ...]
    stages: tuple[NamedUse, ...]
    maps: tuple[NamedUse, ...]


@dataclass(frozen=True, slots=True)
class EventLine:
    """One event: what is planned (null when it is not), what came, what differs, who uses it.

    An event that is planned and never came has no times.
    """

    event: str
    planned: ExpectedEvent | None
    events: int
    customers: int
    first_at: int | None
    last_at: int | None
    channels: tuple[ChannelChoice, ...]
    properties: tuple[str, ...]
    violations: int
    findings: tuple[Violation, ...]
    used_by: EventUse


@dataclass(frozen=True, slots=True)
class EventsPage:
    """Every event of the log and of the plan, most frequent first; `has_plan` is false until something is planned."""

    has_plan: bool
    planned: int
    unplanned: int
    violations: int
    lines: tuple[EventLine, ...]


@dataclass(frozen=True, slots=True)
class CheckedLog:
    """What a look over the whole log found."""

    events: int
    planned: int
    violations: int
    page: EventsPage


class PlanText(BaseModel):
    """A plan as TOML."""

    model_config = ConfigDict(extra="forbid")
    toml: Annotated[str, Field(max_length=200_000)]


@router.get("")
def planned(here: Here) -> EventPlanPage:
    """The plan of this workspace."""
    return _plan(collect.plan.plan(here).events)


@router.post("/propose")
def propose(here: Here) -> EventPlanPage:
    """A first plan drafted from the log; nothing is saved."""
    return _plan(collect.plan.propose(here))


@router.post("/load")
def load(here: Here, body: PlanText) -> EventsPage:
    """Make a document the whole plan."""
    collect.plan.load(here, collect.plan.parse(body.toml))
    return events_page(here)


@router.post("/check")
def check(here: Here) -> CheckedLog:
    """Hold the whole log against the plan, and count anew."""
    done = collect.plan.check(here)
    return CheckedLog(done.events, done.planned, sum(each.count for each in done.findings), events_page(here))


@router.get("/events")
def events(here: Here) -> EventsPage:
    """Every event, planned or not: volume, first and last seen, what differs, who uses it."""
    return events_page(here)


@router.put("/events")
def expect(here: Here, event: ExpectedEvent) -> EventsPage:
    """Add an event to the plan, or change what is expected of it."""
    collect.plan.expect(here, event)
    return events_page(here)


@router.delete("/events")
def unexpect(here: Here, event: Annotated[str, Query(max_length=2_000)]) -> EventsPage:
    """Take an event out of the plan."""
    collect.plan.unexpect(here, event)
    return events_page(here)


def _plan(found: tuple[ExpectedEvent, ...]) -> EventPlanPage:
    return EventPlanPage(found, collect.plan.written(found))


def events_page(workspace: Workspace) -> EventsPage:
    """The page *Events*."""
    expected = collect.plan.plan(workspace)
    found: dict[str, list[CountedFinding]] = {}
    if expected.events:
        for finding in collect.plan.counted(workspace):
            found.setdefault(finding.event, []).append(finding)
    kinds = {kind.name: kind for kind in workspace.log.catalogue().kinds}
    uses = _uses(workspace) if kinds else {}
    names = [*kinds, *sorted({*(each.event for each in expected.events), *found} - set(kinds))]
    by_name = {each.event: each for each in expected.events}
    lines = tuple(
        _line(name, by_name.get(name), kinds.get(name), found.get(name, []), uses.get(name, _NOBODY)) for name in names
    )
    differing = sum(line.violations for line in lines)
    return EventsPage(
        bool(expected.events), len(by_name), sum(line.planned is None for line in lines), differing, lines
    )


_NOBODY = EventUse((), (), ())


def _line(
    name: str, planned: ExpectedEvent | None, kind: EventKind | None, found: list[CountedFinding], used_by: EventUse
) -> EventLine:
    return EventLine(
        event=name,
        planned=planned,
        events=kind.events if kind else 0,
        customers=kind.customers if kind else 0,
        first_at=kind.first_at if kind else None,
        last_at=kind.last_at if kind else None,
        channels=tuple(ChannelChoice(channel, count) for channel, count in kind.channels) if kind else (),
        properties=tuple(each.name for each in kind.properties) if kind else (),
        violations=sum(each.count for each in found),
        findings=tuple(_violation(each) for each in found),
        used_by=used_by,
    )


def _violation(found: CountedFinding) -> Violation:
    key = f"plan.problem.{found.problem}"
    said = Name(text("en", key, property=found.property), text("vi", key, property=found.property))
    return Violation(found.property, found.problem, said, found.count, found.first_at, found.last_at)


def _uses(workspace: Workspace) -> dict[str, EventUse]:
    """Who uses each event name, by the registry as it is."""
    by_event: dict[str, list[NamedUse]] = {}
    events_of: dict[str, tuple[str, ...]] = {}
    for each in touchpoints.touchpoints(workspace):
        events_of[each.key] = each.rule.events
        for event in each.rule.events:
            by_event.setdefault(event, []).append(NamedUse(each.key, each.name))
    sets = touchpoints.stage_sets(workspace)
    staged: dict[str, dict[str, NamedUse]] = {}
    for group in sets:
        for stage in group.stages:
            for rule in stage.rules:
                for event in {event for key in rule.touchpoints for event in events_of.get(key, ())}:
                    key = f"{group.key}/{stage.key}"
                    staged.setdefault(event, {})[key] = NamedUse(key, stage.name)
    maps = tuple(NamedUse(group.key, group.name) for group in sets)
    return {
        event: EventUse(tuple(users), tuple(staged.get(event, {}).values()), maps) for event, users in by_event.items()
    }
