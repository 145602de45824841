"""Of one customer: whether a condition holds, and until when it stays so if nothing happens."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from wend.conditions import live
from wend.conditions.journey import Journey
from wend.conditions.tree import Condition, InList, leaves
from wend.customers import facade as customers
from wend.kit.clock import epoch_seconds
from wend.people import facade as people
from wend.questions import facade as questions
from wend.segments.live import defining
from wend.segments.live.lives import lives
from wend.segments.live.watching import Watched, Watching
from wend.segments.model_person import Held
from wend.workspaces.facade import Workspace

_ASKED = -1
"""The number of a condition that is no segment."""


def holds(workspace: Workspace, given: Any, key: str, at: int | None = None) -> Held:
    """Whether the condition of a document holds of a customer, found by any of their identifiers, at a moment: now,
    when none is said. Traits and lists are those of today. Raises UnknownCustomer, and what is wrong with the document.
    """
    found = questions.findings(workspace, given)
    if found.findings or found.condition is None:
        raise found.findings[0].mistake
    customer = customers.look_up(workspace, key).customer
    condition = workspace.facts.resolved(found.condition)
    now = epoch_seconds(workspace.clock.now()) if at is None else at
    journey = _journey(workspace, condition, customer)
    return Held(customer, now, live.holds(condition, journey, now), live.until(condition, journey, now))


def until(workspace: Workspace, customer: str, numbers: Sequence[int]) -> dict[int, int | None]:
    """When a customer leaves each of these segments, by number, if nothing happens; None = never. Those whose condition
    does not hold any more are not told: somebody is about to leave them.
    """
    if not numbers:
        return {}
    with workspace.store.reading(workspace.name) as reading:
        watching = defining.watching(workspace, reading)
        names = people.members(reading, customer)
    now = epoch_seconds(workspace.clock.now())
    inside = tuple(each for each in watching.segments if each.number in numbers)
    journey = lives(workspace, _for(watching, inside), {customer: names}).journeys[customer]
    return {
        each.number: live.until(each.condition, journey, now)
        for each in inside
        if live.holds(each.condition, journey, now)
    }


def _journey(workspace: Workspace, condition: Condition, customer: str) -> Journey:
    with workspace.store.reading(workspace.name) as reading:
        watching = defining.watching(workspace, reading)
        names = people.members(reading, customer)
    asked = Watched("", "", _ASKED, 0, 0, "recount", computing=False, condition=condition)
    return lives(workspace, _for(watching, (asked,)), {customer: names}).journeys[customer]


def _for(watching: Watching, asked: tuple[Watched, ...]) -> Watching:
    """Only these; and where they ask for lists, all that there are."""
    if any(isinstance(leaf, InList) for each in asked for leaf in leaves(each.condition)):
        asked = (*asked, *(each for each in watching.segments if each not in asked))
    return replace(watching, segments=asked)
