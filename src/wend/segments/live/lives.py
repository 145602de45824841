"""Customers as the live reader of conditions sees them, many at once, as of this moment."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Any

import numpy as np

from wend.conditions import standing
from wend.conditions.journey import Happened, Journey, Standing
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


def lives(workspace: Workspace, watching: Watching, who: Mapping[str, Sequence[str]]) -> dict[str, Journey]:
    """The journeys of these customers, given with all their identifiers. Marked people (staff, bots, tests) have done
    nothing, as in every analysis.
    """
    log = workspace.log
    journal = log.journal_at_hand()
    owner = {identifier: customer for customer, identifiers in who.items() for identifier in identifiers}
    rows: dict[str, list[LogRow]] = {customer: [] for customer in who}
    for row in log.life(list(owner), journal):
        rows[owner[row.subject]].append(row)
    with workspace.store.reading(workspace.name) as reading:
        marked = _marked(reading, who)
        lists = _lists(reading, watching, who) if watching.needs_lists else {}
        beside = {each: customers.beside(reading, who[each]) for each in who} if watching.needs_beside else {}
    told = {customer: () if customer in marked else rows[customer] for customer in who}
    seen = _Seen(workspace, watching, journal, told)
    found = {customer: seen.journey(customer, lists.get(customer, frozenset())) for customer in who}
    return {
        customer: replace(
            found[customer], identifiers=known.identifiers, accounts=known.accounts, consents=known.consents
        )
        for customer, known in beside.items()
    } or found


class _Seen:
    """Rows of the log, seen through the registry where a segment asks for it."""

    def __init__(
        self, workspace: Workspace, watching: Watching, journal: Journal, told: Mapping[str, Sequence[LogRow]]
    ) -> None:
        self._zone, self._season, self._told = workspace.settings.timezone, workspace.facts.season(), told
        self._few = Few({each: [row for row in told[each] if not row.event.startswith("$")] for each in told})
        self._rows = {customer: place for place, customer in enumerate(told)}
        self._view: touchpoints.View | None = None
        if watching.needs_touchpoints:
            at_hand = touchpoints.at_hand(workspace, journal)
            self._view = at_hand.view(self._few, zone=self._zone, season=self._season)
        self._standing: Standing = standing.entered
        if len(told) >= TOGETHER:
            self._standing = Passages(self._few.buckets[0], self._rows, lambda: self._world(workspace)).entered

    def _world(self, workspace: Workspace) -> World:
        if self._view is not None:
            world = questions.world(workspace, self._view)
        else:
            world = questions.world_of_events(workspace, Machine(self._few, 1), self._few.property)
        return replace(world, belonging=belonging)  # what is kept for builders is of the whole log

    @cached_property
    def _met(self) -> list[str]:
        """The touchpoint of every event of all of them, "" for none."""
        if self._view is None or not self._few.rows:
            return [""] * len(self._few.rows)
        names = [*(each.key for each in self._view.touchpoints), ""]
        codes = self._view.covering.read(self._few.buckets[0], 0)
        return [names[code] for code in np.minimum(codes, len(names) - 1).tolist()]

    def journey(self, customer: str, lists: frozenset[str]) -> Journey:
        events, rows = self._few.lives[customer], self._told[customer]
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
        texts(row.properties) if row.properties else {},
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
