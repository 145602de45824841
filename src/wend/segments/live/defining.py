"""The segments that there are, ready to be judged by; made anew when one of them changes."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from hashlib import blake2b

from wend.conditions.facts import NOTHING, Facts, Later
from wend.conditions.resolving import resolved
from wend.conditions.season import EVEN
from wend.conditions.tree import Condition
from wend.customers import facade as customers
from wend.people import facade as people
from wend.segments import repository
from wend.segments.errors import UnknownSegment
from wend.segments.live import repository as live
from wend.segments.live.repository import Place
from wend.segments.live.watching import Watched, Watching, asks_for_touchpoints
from wend.segments.repository import Kept
from wend.segments.rules import conditions_of
from wend.store.facade import Reading
from wend.touchpoints import facade as touchpoints
from wend.workspaces.facade import Workspace


def watching(workspace: Workspace, reading: Reading) -> Watching:
    """All segments as they are in this transaction."""
    return _watching(workspace, reading, repository.changes(reading), touchpoints.saved_version(reading))


def world_of(workspace: Workspace, reading: Reading) -> str:
    """Under which registry, computed traits, purposes of consents, time zone and season everybody is judged: when it
    differs, everybody is judged anew.
    """
    season = workspace.facts.season()
    told = "" if season == EVEN else f"/{blake2b(repr(season).encode(), digest_size=8).hexdigest()}"
    said = f"{touchpoints.saved_version(reading)}/{customers.said_version(reading)}"
    return f"{said}/{workspace.settings.timezone}{told}"


def here(workspace: Workspace, reading: Reading) -> Place:
    """Where somebody is who has followed everything up to this transaction."""
    return Place(*_counted(reading), world_of(workspace, reading))


def is_behind(workspace: Workspace, reading: Reading, there: Place | None) -> bool:
    """Whether somebody at this place has anything to follow."""
    return there is None or there[:3] != _counted(reading) or there.world != world_of(workspace, reading)


def _counted(reading: Reading) -> tuple[int, int, int]:
    from wend.log import inbox

    return inbox.counter(reading), people.change(reading), people.touched_top(reading)


def facts(workspace: Workspace, others: Facts = NOTHING) -> Facts:
    """What conditions may name: the segments of this workspace and its lists, beside what `others` know."""

    def segments() -> Mapping[str, Condition]:
        with workspace.store.reading(workspace.name) as reading:
            return conditions_of(repository.every(reading))

    def lists() -> Collection[str]:
        with workspace.store.reading(workspace.name) as reading:
            return [each.segment.key for each in repository.every(reading) if each.segment.kind == "list"]

    def on_list(key: str) -> Collection[str]:
        with workspace.store.reading(workspace.name) as reading:
            kept = next((each for each in repository.every(reading) if each.segment.key == key), None)
            if kept is None:
                raise UnknownSegment(key)
            return set(people.canonical(reading, live.identifiers_on(reading, kept.number)).values())

    def version() -> str:
        with workspace.store.reading(workspace.name) as reading:
            return f"{repository.changes(reading)}/{people.version(reading)}/{others.version()}"

    return replace(others, segments=segments, lists=lists, listed=on_list, version=version)


_KEPT: dict[str, Watching] = {}


def _watching(workspace: Workspace, reading: Reading, version: int, registry: int) -> Watching:
    place = f"{workspace.log.directory}"
    known = _KEPT.get(place)
    if known is None or known.version != (version, registry):
        known = _KEPT[place] = _made(workspace, repository.every(reading), version, registry)
    return known


def _made(workspace: Workspace, known: Collection[Kept], version: int, registry: int) -> Watching:
    said, computed = conditions_of(known), Later(workspace.facts.computed)
    watched = tuple(
        Watched(
            each.segment.key,
            each.segment.name,
            each.number,
            each.segment.version,
            each.turn,
            each.anew,
            each.segment.state == "computing",
            resolved(said[each.segment.key], said, computed),
            each.segment.webhook,
        )
        for each in known
    )
    asked = any(asks_for_touchpoints(each.condition) for each in watched)
    return Watching((version, registry), watched, _covering(workspace) if asked else {})


def _covering(workspace: Workspace) -> Mapping[str, Collection[str]]:
    """The event names that the rule of each touchpoint names."""
    registry = touchpoints.at_hand(workspace, workspace.log.journal_at_hand()).registry
    return {each.key: each.rule.events for each in registry.touchpoints}
