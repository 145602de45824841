"""What people call everything that a condition may name."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from wend.conditions.called import Called, Names, stage_key
from wend.conditions.facts import Later
from wend.customers import facade as customers
from wend.domain.names import Name
from wend.domain.stage import StageSet
from wend.domain.touchpoint import EventRule, Touchpoint
from wend.segments.keeping import segments
from wend.touchpoints import facade as touchpoints
from wend.touchpoints.facade import Registry
from wend.workspaces.facade import Workspace


def called(workspace: Workspace) -> Called:
    """Names as they are in the journal at hand, looked up when a sentence needs them: a page that says something does
    not wait for a journal. Events are called as the touchpoint that they alone are, others by what is known of them.
    """

    @cache
    def registry() -> Registry | None:
        journal = workspace.log.journal_at_hand()
        return touchpoints.at_hand(workspace, journal).registry if journal.events else None

    def registered() -> tuple[Touchpoint, ...]:
        known = registry()
        return () if known is None else known.touchpoints

    def sets() -> tuple[StageSet, ...]:
        known = registry()
        return () if known is None else known.stage_sets

    def events() -> Names:
        alone = by_itself(registered())
        names = workspace.log.journal_at_hand().words.events
        return {name: alone.get(name) or touchpoints.event_name(name) for name in names}

    def channels() -> Names:
        used = {*workspace.log.journal_at_hand().words.channels, *customers.facts(workspace).channels()} - {""}
        return {each: touchpoints.channel_name(each) for each in used}

    return Called(
        event=Later(events),
        touchpoint=Later(lambda: {each.key: each.name for each in registered()}),
        stage=Later(lambda: _stages(registry())),
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


def _stages(known: Registry | None) -> Names:
    """Of every set; those of the workspace's own without it too."""
    found: dict[str, Name] = {}
    for each in () if known is None else known.stage_sets:
        found |= {stage_key(each.key, stage.key): stage.name for stage in each.stages}
    own = None if known is None else known.stage_set()
    return found | ({} if own is None else {stage.key: stage.name for stage in own.stages})
