"""What the doors may ask of the event plan; they reach it as `collect.facade.plan`."""

from __future__ import annotations

from collections.abc import Sequence
from threading import Lock

from wend.collect.model_plan import (
    OTHERS,
    PROBLEMS,
    PROPERTY_TYPES,
    Checked,
    CountedFinding,
    ExpectedEvent,
    ExpectedProperty,
    Finding,
    Problem,
    PropertyType,
    Seen,
)
from wend.collect.plan import document, repository
from wend.collect.plan.checking import EventPlan, findings
from wend.collect.plan.errors import BadPlanValue, NothingToPropose, NotPlanned, PlanUnreadable, UnknownPlanKey
from wend.store.facade import Reading, Work
from wend.workspaces.facade import Workspace

__all__ = [
    "OTHERS",
    "PROBLEMS",
    "PROPERTY_TYPES",
    "BadPlanValue",
    "Checked",
    "CountedFinding",
    "EventPlan",
    "ExpectedEvent",
    "ExpectedProperty",
    "Finding",
    "NotPlanned",
    "NothingToPropose",
    "PlanAtHand",
    "PlanUnreadable",
    "Problem",
    "PropertyType",
    "Seen",
    "UnknownPlanKey",
    "check",
    "counted",
    "expect",
    "findings",
    "load",
    "note",
    "parse",
    "plan",
    "propose",
    "unexpect",
    "written",
]

parse = document.parse
written = document.written


class PlanAtHand:
    """The plan as the live path holds it: read again only when it has changed. Threads may share one."""

    def __init__(self) -> None:
        self._held: tuple[int, EventPlan] | None = None
        self._turn = Lock()

    def read(self, reading: Reading) -> EventPlan:
        """The plan as of this transaction; costs one small query when nothing has changed."""
        version = repository.version(reading)
        with self._turn:
            if self._held is None or self._held[0] != version:
                self._held = version, EventPlan(repository.expected(reading) if version else ())
            return self._held[1]


def note(work: Work, found: dict[Finding, Seen]) -> None:
    """Count findings of events that become true in this transaction."""
    if found:
        repository.count(work, found)


def plan(workspace: Workspace) -> EventPlan:
    """The plan of the workspace; empty when there is none."""
    with workspace.store.reading(workspace.name) as reading:
        return EventPlan(repository.expected(reading))


def expect(workspace: Workspace, event: ExpectedEvent) -> EventPlan:
    """Add an event to the plan or change it; its earlier findings are let go. Raises BadPlanValue."""
    document.checked([event])
    with workspace.store.work(workspace.name) as work:
        repository.save(work, [event], workspace.clock.now())
        repository.forget(work, event.event)
        return EventPlan(repository.expected(work))


def unexpect(workspace: Workspace, event: str) -> EventPlan:
    """Take an event out of the plan. Raises NotPlanned."""
    with workspace.store.work(workspace.name) as work:
        if repository.remove(work, event) == 0:
            raise NotPlanned(event=event)
        repository.forget(work, event)
        return EventPlan(repository.expected(work))


def load(workspace: Workspace, events: Sequence[ExpectedEvent]) -> EventPlan:
    """Make these events the whole plan; all earlier findings are let go. Raises BadPlanValue."""
    found = document.checked(events)
    with workspace.store.work(workspace.name) as work:
        repository.remove(work)
        repository.save(work, found, workspace.clock.now())
        repository.forget(work)
    return EventPlan(found)


def propose(workspace: Workspace) -> tuple[ExpectedEvent, ...]:
    """A plan under which the log as it is has no findings worth speaking of. Raises NothingToPropose."""
    from wend.collect.plan.proposing import SAMPLE, proposed
    from wend.log import queries
    from wend.log.table import EventTable

    log = workspace.log
    names = [kind.name for kind in log.catalogue().kinds]
    if not names:
        raise NothingToPropose
    paths = [log.folder / name for name in EventTable(log.folder, workspace.clock).files()]
    drawn = queries.sample_documents(log.folder, paths, workspace.settings.threads, SAMPLE)
    return proposed({name: [document for _, document in each] for name, each in drawn.items()}, names)


def check(workspace: Workspace) -> Checked:
    """Hold the whole log against the plan, and replace the running counts by what was found."""
    from wend.collect.plan.recounting import recount

    with workspace.store.reading(workspace.name) as reading:
        expected = EventPlan(repository.expected(reading))
        typed = repository.typed_sources(reading)
    events, planned, totals = recount(workspace, expected, typed)
    with workspace.store.work(workspace.name) as work:
        repository.recounted(work, totals)
        return Checked(events, planned, repository.counted(work))


def counted(workspace: Workspace) -> tuple[CountedFinding, ...]:
    """What differed from the plan so far, most first."""
    with workspace.store.reading(workspace.name) as reading:
        return repository.counted(reading)
