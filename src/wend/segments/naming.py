"""What people call everything that a condition may name."""

from __future__ import annotations

from collections.abc import Iterable

from wend.conditions.called import Called, Names, stage_key
from wend.conditions.facts import Later
from wend.customers import facade as customers
from wend.domain.names import Name
from wend.domain.stage import StageSet
from wend.domain.touchpoint import EventRule, Touchpoint
from wend.segments.keeping import segments
from wend.touchpoints import facade as touchpoints
from wend.workspaces.facade import Workspace


def called(workspace: Workspace) -> Called:
    """Names as they are now, looked up when a sentence needs them. Events are called as the touchpoint that they alone
    are, others by what is known of their names.
    """
    anything = bool(workspace.log.journal().events)

    def registered() -> tuple[Touchpoint, ...]:
        return touchpoints.touchpoints(workspace) if anything else ()

    def sets() -> tuple[StageSet, ...]:
        return touchpoints.stage_sets(workspace) if anything else ()

    def events() -> Names:
        alone = by_itself(registered())
        names = [kind.name for kind in workspace.log.catalogue().kinds]
        return {name: alone.get(name) or touchpoints.event_name(name) for name in names}

    def channels() -> Names:
        used = {*workspace.log.journal().words.channels, *customers.facts(workspace).channels()} - {""}
        return {each: touchpoints.channel_name(each) for each in used}

    return Called(
        event=Later(events),
        touchpoint=Later(lambda: {each.key: each.name for each in registered()}),
        stage=Later(lambda: _stages(sets())),
        stage_set=Later(lambda: {each.key: each.name for each in sets()}),
        segment=Later(lambda: {each.key: Name(each.name, each.name) for each in segments(workspace)}),
        trait=Later(lambda: {each.name: each.title for each in customers.computed_traits(workspace)}),
        purpose=Later(lambda: {each.key: each.name for each in customers.purposes(workspace)}),
        channel=Later(channels),
    )


def by_itself(registered: Iterable[Touchpoint]) -> Names:
    """Events that are one touchpoint, and nothing but it: they are called as it is."""
    taking: dict[str, list[Touchpoint]] = {}
    for each in registered:
        for event in each.rule.events:
            taking.setdefault(event, []).append(each)
    only = {event: taken[0] for event, taken in taking.items() if len(taken) == 1}
    return {event: each.name for event, each in only.items() if each.rule == EventRule((event,))}


def _stages(sets: Iterable[StageSet]) -> Names:
    """Of every set; those of the first one, the workspace's own, without it too."""
    found: dict[str, Name] = {}
    for place, each in enumerate(sets):
        for stage in each.stages:
            found[stage_key(each.key, stage.key)] = stage.name
            if place == 0:
                found[stage.key] = stage.name
    return found
