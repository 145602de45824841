"""Customers as the live reader of conditions sees them, many at once, as of this moment."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property, partial
from typing import Any, NamedTuple

import numpy as np

from wend.conditions import standing
from wend.conditions.facts import Later
from wend.conditions.journey import Happened, Journey, Standing
from wend.conditions.season import Season
from wend.customers import facade as customers
from wend.domain.event import IDENTIFY
from wend.engines.few import Few
from wend.engines.machine import Machine
from wend.engines.marking import World
from wend.engines.standing import belonging
from wend.log.facade import Journal, LogRow
from wend.people import facade as people
from wend.questions import facade as questions
from wend.segments.live import repository
from wend.segments.live.passages import Passages
from wend.segments.live.watching import Watching
from wend.store.facade import Reading
from wend.touchpoints import facade as touchpoints
from wend.workspaces.facade import Workspace

_SECOND = 1_000_000
TOGETHER = 8
"""From so many customers on it is quicker to walk all of them once than to read each by itself."""
ALL: Mapping[str, Collection[int]] = {}
"""Nobody of whom only some events are new."""


class Lives(NamedTuple):
    """Some customers by name; and what they enter and leave, where all of them were walked together."""

    journeys: Mapping[str, Journey]
    passages: Passages | None


def lives(
    workspace: Workspace,
    watching: Watching,
    who: Mapping[str, Sequence[str]],
    new: Mapping[str, Collection[int]] = ALL,
    since: int = 0,
) -> Lives:
    """These customers, given with all their identifiers. Marked people (staff, bots, tests) have done nothing, as in
    every analysis. Of whom only some events are `new`, given by their ids, it is told what these change; new is, beside
    them, whatever was acknowledged after the number `since` of the inbox, for it was not known before either.
    """
    log = workspace.log
    journal = log.journal_at_hand()
    owner = {identifier: customer for customer, identifiers in who.items() for identifier in identifiers}
    rows: dict[str, list[LogRow]] = {customer: [] for customer in who}
    for row in log.life(list(owner), journal):
        rows[owner[row.subject]].append(row)
    fresh = {customer: set(ids) for customer, ids in new.items()}
    asked = [each for customer in fresh for each in who[customer]]
    for live in log.newer(asked, since):  # after their lives: all that these hold
        fresh[owner[live["subject"]]].add(live["event_id"])
    with workspace.store.reading(workspace.name) as reading:
        marked = _marked(reading, who)
        lists = _lists(reading, watching, who) if watching.needs_lists else {}
        beside = {each: customers.beside(reading, who[each]) for each in who} if watching.needs_beside else {}
    told = {customer: () if customer in marked else rows[customer] for customer in who}
    seen = _Seen(workspace, watching, journal, told, fresh)
    found = {customer: seen.journey(customer, lists.get(customer, frozenset())) for customer in who}
    known = {
        customer: replace(found[customer], identifiers=of.identifiers, accounts=of.accounts, consents=of.consents)
        for customer, of in beside.items()
    }
    return Lives(known or found, seen.passages)


class _Seen:
    """Rows of the log, seen through the registry where a segment asks for it."""

    def __init__(
        self,
        workspace: Workspace,
        watching: Watching,
        journal: Journal,
        told: Mapping[str, Sequence[LogRow]],
        new: Mapping[str, Collection[int]],
    ) -> None:
        self._zone, self._season, self._told = workspace.settings.timezone, workspace.facts.season(), told
        self._lived = {each: [row for row in told[each] if not row.event.startswith("$")] for each in told}
        together = len(told) >= TOGETHER
        before = self._before(new) if together and watching.grounded else {}
        self._few = Few({**self._lived, **before})
        places = {name: place for place, name in enumerate(self._few.lives)}
        self._rows = {customer: places[customer] for customer in told}
        self._view: touchpoints.View | None = None
        if watching.needs_touchpoints:
            at_hand = touchpoints.at_hand(workspace, journal)
            self._view = at_hand.view(self._few, zone=self._zone, season=self._season)
        self._standing: Standing = standing.entered
        self.passages: Passages | None = None
        if together:
            ids = np.array([row.event_id for row in self._few.rows], np.int64)
            past = {customer: places[_past(customer)] for customer in told if _past(customer) in places}
            self.passages = Passages(
                self._few.buckets[0],
                self._rows,
                partial(_world, workspace, self._few, self._view, self._season),
                past,
                ids,
            )
            self._standing = self.passages.entered

    def _before(self, new: Mapping[str, Collection[int]]) -> dict[str, list[LogRow]]:
        """What those had done before of whom only some events are new, under a name that nobody has."""
        return {
            _past(customer): [row for row in lived if row.event_id not in new[customer]]
            for customer, lived in self._lived.items()
            if customer in new
        }

    @cached_property
    def _met(self) -> list[str]:
        """The touchpoint of every event of all of them, "" for none."""
        if self._view is None or not self._few.rows:
            return [""] * len(self._few.rows)
        names = [*(each.key for each in self._view.touchpoints), ""]
        codes = self._view.covering.read(self._few.buckets[0], 0)
        return [names[code] for code in np.minimum(codes, len(names) - 1).tolist()]

    def journey(self, customer: str, lists: frozenset[str]) -> Journey:
        events, rows = self._lived[customer], self._told[customer]
        first = int(self._few.buckets[0].offsets[self._rows[customer]])
        met = self._met[first : first + len(events)]
        stage_set, others = None, {}
        if self._view is not None:
            stage_set, others = self._view.stage_set, {each.key: each for each in self._view.registry.stage_sets}
        happened = [happened_of(row, place, met[place]) for place, row in enumerate(events)]
        traits, told = traits_of(rows)
        return Journey(
            customer,
            happened,
            traits,
            stage_set,
            self._zone,
            others,
            told,
            lists=lists,
            standing=self._standing,
            season=self._season,
        )


def _world(workspace: Workspace, few: Few, view: touchpoints.View | None, season: Season) -> World:
    """What is asked of these rows; what is kept for builders of segments is of the whole log."""
    if view is not None:
        world = questions.world(workspace, view)
    else:
        world = questions.world_of_events(workspace, Machine(few, 1), few.property)
    return replace(world, belonging=belonging, facts=replace(world.facts, season=lambda: season))


def _past(customer: str) -> str:
    return f"\x1f{customer}"


def happened_of(row: LogRow, place: int, touchpoint: str) -> Happened:
    """A row that has this place among the customer's. The place stands for the time of arrival: seconds are too coarse
    to keep the order of the log.
    """
    return Happened(
        row.event_id,
        row.event,
        row.occurred_at // _SECOND,
        place,
        touchpoint,
        row.channel,
        row.amount or 0,
        row.currency or "",
        row.rating,
        Later(partial(texts, row.properties)) if row.properties else {},
    )


def traits_of(rows: Iterable[LogRow]) -> tuple[dict[str, str], dict[str, int]]:
    """What was said last of each trait, as the journal keeps it, and when; `rows` are in the order of the log."""
    found: dict[str, str] = {}
    told: dict[str, int] = {}
    for row in rows:
        if row.event == IDENTIFY and row.properties:
            said = {name: text for name, text in texts(row.properties).items() if not name.startswith("$")}
            found |= said
            told |= dict.fromkeys(said, row.occurred_at // _SECOND)
    return found, told


class _Raw(str):
    """A number as it was written: 1.50 stays 1.50."""

    __slots__ = ()


def texts(document: str) -> dict[str, str]:
    """The fields of a JSON object that say something, as texts.

    >>> texts('{"a": "x", "b": 1.50, "c": null, "d": true}')
    {'a': 'x', 'b': '1.50', 'd': 'true'}
    """
    try:
        read = json.loads(document, parse_int=_Raw, parse_float=_Raw)
    except ValueError:
        return {}
    return {name: _text(value) for name, value in read.items() if value is not None} if isinstance(read, dict) else {}


def _text(value: Any) -> str:
    if isinstance(value, str):
        return str.__str__(value)
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _marked(reading: Reading, who: Mapping[str, Sequence[str]]) -> set[str]:
    """Those of these customers who are marked."""
    flagged = set(touchpoints.flagged(reading))
    if not flagged:
        return set()
    named = flagged | set(people.canonical(reading, flagged).values())
    return {customer for customer, identifiers in who.items() if not named.isdisjoint(identifiers)}


def _lists(reading: Reading, watching: Watching, who: Mapping[str, Sequence[str]]) -> dict[str, frozenset[str]]:
    """The keys of the lists that each of these customers is on."""
    keys = {each.number: each.key for each in watching.segments}
    on = repository.lists_of(reading, [identifier for identifiers in who.values() for identifier in identifiers])
    return {
        customer: frozenset(keys[number] for each in identifiers for number in on.get(each, ()) if number in keys)
        for customer, identifiers in who.items()
    }
