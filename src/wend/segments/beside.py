"""One person's page with their segments: what they are in and why, and what they entered and left beside what they did.

Entering and leaving is no part of a journey (0026), so the room of customers knows nothing of it. Here both are told in
one order, the newest first, and paged together: a change stands above everything that was done in its second.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields
from typing import Any, Literal

from wend.conditions.called import Called
from wend.customers import facade as customers
from wend.customers.facade import CustomerProfile, ProfileLookup, TimelineEvent, TimelineFilter
from wend.domain.names import Name
from wend.people import facade as people
from wend.segments import holding, naming, repository
from wend.segments.live import repository as live
from wend.segments.model import Belongs, Change, Segment
from wend.segments.model_person import Beside, Passage, PersonLookup, PersonPage, PersonTimeline
from wend.segments.saying import since_the_beginning, why
from wend.store.facade import Reading
from wend.workspaces.facade import Workspace

MOST_CHANGES = 100_000
_MICROS, _LATEST = 1_000_000, 2**62
_EVERYTHING = TimelineFilter()
_Key = tuple[int, int, int]


def profile(workspace: Workspace, key: str, *, stage_set: str | None = None, limit: int = 200) -> PersonPage:
    """The page of a customer, found by any of their identifiers. Raises UnknownCustomer."""
    found = customers.profile(workspace, key, stage_set=stage_set, limit=limit)
    known = _Known(workspace, found.customer)
    return PersonPage(**_values(found), segments=known.belongs())


def look_up(workspace: Workspace, key: str) -> PersonLookup:
    """What a server needs to speak to one person. Raises UnknownCustomer."""
    found = customers.look_up(workspace, key)
    inside = _Known(workspace, found.customer).inside
    return PersonLookup(**_values(found), segments=tuple(each.key for each, _ in inside))


def of_customer(workspace: Workspace, key: str) -> tuple[Belongs, ...]:
    """The segments that somebody is in, found by any of their identifiers. Raises UnknownCustomer."""
    return _Known(workspace, customers.look_up(workspace, key).customer).belongs()


def timeline(
    workspace: Workspace,
    key: str,
    *,
    stage_set: str | None = None,
    wanted: TimelineFilter = _EVERYTHING,
    show: Beside = "beside",
    keys: Sequence[str] = (),
    cursor: str | None = None,
    limit: int = 200,
) -> PersonTimeline:
    """A page of the timeline, older than the cursor; `keys` are the segments whose changes are shown, none = all.

    Raises UnknownCustomer and BadCursor.
    """

    def events(most: int) -> customers.TimelinePage:
        return customers.timeline(workspace, key, stage_set=stage_set, wanted=wanted, cursor=cursor, limit=most)

    page = events(0 if show == "only" else limit)
    known = _Known(workspace, page.customer)
    fitting = [each for each in known.changes if not keys or each.segment in keys]
    changes = [] if show == "none" else fitting
    if cursor is not None:
        changes = [each for each in changes if _key(each) < _read(cursor)]
    done, taken, last = _newest(page.events, changes, limit)
    following = page.next_cursor if done == len(page.events) else events(done).next_cursor
    if last == "change" and (following or done + taken < len(page.events) + len(changes)):
        following = _written(_key(changes[taken - 1]))
    elif following is None and taken < len(changes):
        following = _written(_key(changes[taken], above=1))
    shown = page.events[:done]
    told = known.passages(changes[:taken], shown)
    return PersonTimeline(page.customer, shown, told, page.total, len(fitting), following)


def _newest(
    events: Sequence[TimelineEvent], changes: Sequence[Change], limit: int
) -> tuple[int, int, Literal["event", "change", ""]]:
    """How many of either make the newest rows, and of which kind the oldest of them is."""
    moments = sorted([*((each.at, 0) for each in events), *((each.at, 1) for each in changes)], reverse=True)[:limit]
    taken = sum(kind for _, kind in moments)
    last: Literal["event", "change", ""] = "" if not moments else "change" if moments[-1][1] else "event"
    return len(moments) - taken, taken, last


class _Known:
    """What segments know of one canonical customer, each read when it is asked for."""

    def __init__(self, workspace: Workspace, customer: str) -> None:
        self._workspace, self._customer = workspace, customer
        with workspace.store.reading(workspace.name) as reading:
            self._kept = {each.number: each.segment for each in repository.every(reading)}
            self._standing = live.standings(reading, [customer]).get(customer)
            self._names = people.members(reading, customer)
            self.changes = self._changed(reading)

    def _changed(self, reading: Reading) -> list[Change]:
        """What they entered and left under any of their names, the newest first."""
        keys = {number: each.key for number, each in self._kept.items()}
        return sorted(live.history_of(reading, keys, self._names, MOST_CHANGES), key=_key, reverse=True)

    @property
    def inside(self) -> list[tuple[Segment, int]]:
        """The segments that they are in and since when, by name."""
        standing = self._standing
        if standing is None:
            return []
        inside = [(self._kept[number], standing.of(number).since) for number in self._numbers]
        return sorted(inside, key=lambda each: each[0].name.casefold())

    @property
    def _numbers(self) -> list[int]:
        return [] if self._standing is None else [each for each in self._standing.inside if each in self._kept]

    def belongs(self) -> tuple[Belongs, ...]:
        """The same with why they entered."""
        entered: dict[str, Change] = {}
        for each in self.changes:
            entered.setdefault(each.segment, each)
        told = {each.segment: each for each in self.passages([*entered.values()], ()) if each.what == "entered"}
        until = holding.until(self._workspace, self._customer, self._numbers)
        ends = {self._kept[number].key: at for number, at in until.items()}
        return tuple(_belongs(each, since, told.get(each.key), ends.get(each.key)) for each, since in self.inside)

    def passages(self, changes: Sequence[Change], shown: Sequence[TimelineEvent]) -> tuple[Passage, ...]:
        """Changes in words. `shown` are events that are known already; what else is spoken of is looked up."""
        names, called = {each.key: each.name for each in self._kept.values()}, naming.called(self._workspace)
        events = {each.event_id: each for each in shown}
        wanted = {each.because for each in changes if each.why == "event"} - events.keys()
        if wanted:
            events |= {each.event_id: each for each in customers.happened(self._workspace, self._customer, wanted)}
        return tuple(_passage(each, names[each.segment], called, events) for each in changes)


def _belongs(segment: Segment, since: int, entered: Passage | None, until: int | None) -> Belongs:
    if entered is None:
        first = since_the_beginning()
        return Belongs(segment.key, segment.name, since, None, first, until)
    return Belongs(segment.key, segment.name, since, entered.why, entered.said, until)


def _passage(change: Change, name: str, called: Called, events: Mapping[str, TimelineEvent]) -> Passage:
    by = change.because if change.why == "event" else ""
    named = (change.segment, name, change.version, change.what, change.why)
    event = events.get(by)
    said = why(change, called, None if event is None else _called(event))
    return Passage(change.sequence, *named, said, by, change.at)


def _called(event: TimelineEvent) -> Name:
    return event.touchpoint or Name(event.event, event.event)


def _values(found: CustomerProfile | ProfileLookup) -> dict[str, Any]:
    return {field.name: getattr(found, field.name) for field in fields(found)}


def _key(change: Change, above: int = 0) -> _Key:
    """Where a change stands among events: above all of its second."""
    return change.at * _MICROS + _MICROS - 1, _LATEST, change.sequence + above


def _written(key: _Key) -> str:
    return ".".join(map(str, key))


def _read(cursor: str) -> _Key:
    """The room of customers has read the same cursor before, and refused it unless it holds three numbers."""
    at, received, number = map(int, cursor.split("."))
    return at, received, number
