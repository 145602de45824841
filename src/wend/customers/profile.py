"""One person's page, as of this moment: who they are and why, what we know, where they stand, what they did."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property

from wend.customers import computing, joins, repository, standing, timeline, traits
from wend.customers.model_consents import Standing
from wend.customers.model_profile import (
    AccountOf,
    ComputedValue,
    CustomerProfile,
    KnownIdentifier,
    ProfileLookup,
    Trait,
)
from wend.customers.model_timeline import ChannelCount, TimelineEvent, TimelineFilter, TimelinePage
from wend.customers.naming import label_of
from wend.customers.standing import Stood
from wend.customers.who import Person, person as find_person
from wend.kit.clock import epoch_seconds
from wend.workspaces.facade import Workspace

_SECOND = 1_000_000
_EVERYTHING = TimelineFilter()


@dataclass(frozen=True)
class _Seen:
    """A person with what the store says of them, each read when asked for."""

    workspace: Workspace
    person: Person
    stage_set: str | None

    @cached_property
    def stood(self) -> Stood:
        return standing.stood(self.workspace, self.person, self.stage_set)

    @cached_property
    def noted(self) -> repository.Noted:
        with self.workspace.store.reading(self.workspace.name) as reading:
            return repository.noted(reading, self.person.identifiers)

    @cached_property
    def told(self) -> tuple[Trait, ...]:
        return traits.traits(self.person.rows, self.noted.rules)

    @cached_property
    def chosen(self) -> tuple[tuple[str, str], ...]:
        return traits.chosen(self.told)

    @cached_property
    def computed(self) -> tuple[ComputedValue, ...]:
        now = epoch_seconds(self.workspace.clock.now())
        return computing.of_one(self.noted.computed, self.stood.view, self.stood.alone.property, now)

    @cached_property
    def span(self) -> tuple[int, int]:
        """First and last moment at which anything came."""
        rows = self.person.events or self.person.rows
        return (rows[0].occurred_at // _SECOND, rows[-1].occurred_at // _SECOND) if rows else (0, 0)

    @property
    def label(self) -> str:
        return label_of(self.person.customer, self.chosen)

    @property
    def accounts(self) -> tuple[AccountOf, ...]:
        return self.noted.accounts

    @property
    def consents(self) -> tuple[Standing, ...]:
        return self.noted.consents


def profile(workspace: Workspace, key: str, stage_set: str | None, limit: int) -> CustomerProfile:
    """The page of a customer, found by any of their identifiers. Raises UnknownCustomer."""
    seen = _Seen(workspace, find_person(workspace, key), stage_set)
    person, stood = seen.person, seen.stood
    events, _, cursor = timeline.page(person, stood.lived, _EVERYTHING, None, limit)
    return CustomerProfile(
        customer=person.customer,
        label=seen.label,
        state=stood.state,
        stage=stood.stage.key,
        stage_name=stood.stage.name,
        flag=seen.noted.flag,
        identifiers=person.identifiers,
        known=_known(person),
        links=joins.links(workspace, person.identifiers),
        traits=seen.chosen,
        trait_history=seen.told,
        computed=seen.computed,
        accounts=seen.accounts,
        consents=seen.consents,
        stages=stood.spans,
        channels=_channels(person),
        events=len(person.events),
        recent=sum(row.event_id in person.recent for row in person.events),
        money=_money(person),
        first_at=seen.span[0],
        last_at=seen.span[1],
        timeline=events,
        next_cursor=cursor,
    )


def timeline_of(
    workspace: Workspace, key: str, stage_set: str | None, wanted: TimelineFilter, before: str | None, limit: int
) -> TimelinePage:
    """A page of the timeline. Raises UnknownCustomer and BadCursor."""
    seen = _Seen(workspace, find_person(workspace, key), stage_set)
    events, total, cursor = timeline.page(seen.person, seen.stood.lived, wanted, before, limit)
    return TimelinePage(seen.person.customer, events, total, cursor)


def happened(workspace: Workspace, key: str, event_ids: Collection[str]) -> tuple[TimelineEvent, ...]:
    """A person's events of these ids. Raises UnknownCustomer."""
    seen = _Seen(workspace, find_person(workspace, key), None)
    return timeline.of_ids(seen.person, seen.stood.lived, event_ids)


def look_up(workspace: Workspace, key: str) -> ProfileLookup:
    """What a server needs to speak to one person. Raises UnknownCustomer."""
    seen = _Seen(workspace, find_person(workspace, key), None)
    return ProfileLookup(
        customer=seen.person.customer,
        identifiers=seen.person.identifiers,
        traits=dict(seen.chosen),
        computed={each.name: each.value for each in seen.computed},
        state=seen.stood.state,
        stage=seen.stood.stage.key,
        flag=seen.noted.flag,
        accounts=tuple(each.account for each in seen.accounts),
        consents=seen.consents,
        events=len(seen.person.events),
        first_at=seen.span[0],
        last_at=seen.span[1],
    )


def _known(person: Person) -> tuple[KnownIdentifier, ...]:
    """The identifiers with what came under each."""
    times: dict[str, list[int]] = {}
    for row in person.events:
        times.setdefault(row.subject, []).append(row.occurred_at // _SECOND)
    return tuple(_known_as(identifier, times.get(identifier, ())) for identifier in person.identifiers)


def _known_as(identifier: str, times: Sequence[int]) -> KnownIdentifier:
    kind, _, value = identifier.partition(":")
    first, last = (min(times), max(times)) if times else (None, None)
    return KnownIdentifier(identifier, kind, value, len(times), first, last)


def _channels(person: Person) -> tuple[ChannelCount, ...]:
    counts = Counter(row.channel for row in person.events)
    return tuple(ChannelCount(name, n) for name, n in sorted(counts.items(), key=lambda each: (-each[1], each[0])))


def _money(person: Person) -> tuple[tuple[str, int], ...]:
    """Sums of amounts by currency, largest first."""
    sums: Counter[str] = Counter()
    for row in person.events:
        if row.amount:
            sums[row.currency or ""] += row.amount
    return tuple(sorted(sums.items(), key=lambda item: (-item[1], item[0])))
