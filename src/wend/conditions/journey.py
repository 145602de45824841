"""One customer as the live reader sees them: their events in order, what is known of them, and where they stood.

Time alone can move a customer to another stage, where stages are conditions, and into a segment or out of it. For
conditions that speak of these a journey has, beside its events, a place for every moment at which that happened: a
*turn*.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence, Set as AbstractSet
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from operator import itemgetter
from typing import Any, NamedTuple

from wend.conditions import values
from wend.conditions.season import EVEN, Season
from wend.conditions.tree import Condition, ConsentState, Ground, Happening, Of, Test, grounds
from wend.domain.stage import StageSet


@dataclass(frozen=True, slots=True)
class Happened:
    """One event. `touchpoint` is the key of the first touchpoint whose rule fits, "" for none; `amount` minor units, 0
    = none; `rating` hundredths of a feeling; `properties` texts as the log has them. A turn has nothing but the moment
    and, by set or segment, what began with it; any test sees it as an event that says nothing.
    """

    event_id: int
    name: str
    at: int
    received_at: int = 0
    touchpoint: str = ""
    channel: str = ""
    amount: int = 0
    currency: str = ""
    rating: int | None = None
    properties: Mapping[str, str] = field(default_factory=dict)
    turn: Mapping[Ground, str] | None = None

    @property
    def order(self) -> tuple[int, int, int]:
        """The place in the journey."""
        return self.at, self.received_at, self.event_id

    def passes(self, test: Test) -> bool:
        """Whether a property or a field passes a test."""
        if test.source != "field":
            return values.passes(test, self.properties.get(test.name))
        if test.name == "channel":
            return values.passes(test, self.channel)
        return values.passes_number(test, self.number(test.name, test.currency))

    def figure(self, of: Of) -> int | None:
        """What is measured of it, in thousandths."""
        if of.source == "field":
            return self.number(of.name, of.currency)
        return values.number(self.properties.get(of.name))

    def word(self, of: Of) -> str | int | None:
        """What tells its value apart from another one."""
        if of.source == "field" and of.name != "channel":
            return self.number(of.name, of.currency)
        return values.given(self.channel if of.source == "field" else self.properties.get(of.name))

    def number(self, field_name: str, currency: str = "") -> int | None:
        """A field in thousandths."""
        if field_name == "amount":
            return values.money(self.amount, self.currency, currency)
        return values.rating(self.rating)


INSIDE, OUTSIDE = "inside", "outside"
"""Where a customer is with a segment, as stages have names."""
_grounds = lru_cache(maxsize=4_096)(grounds)
"""Of conditions that are asked of one customer after another."""
_SIDES = {"entered_segment": INSIDE, "left_segment": OUTSIDE}


class Entry(NamedTuple):
    """A stage that a customer entered: when, which, and at which place of `happened` (None: by time). Of a segment it
    is INSIDE or OUTSIDE; everybody begins outside.
    """

    at: int
    place: int | None
    stage: str


Standing = Callable[["Journey", "StageSet | Condition | None"], Iterable[Entry]]
"""Every entry into a stage of a set, or into a segment and out of it, in order, those to come without a new event too.
"""


@dataclass(frozen=True)
class Journey:
    """A customer. Events may come in any order and more than once; `zone` is the workspace's, `stage_set` its own and
    `stage_sets` others by key.

    `told` is when each trait was last told; `accounts` the traits of each account; `identifiers` the kinds known;
    `consents` by purpose and channel from when on the customer stood where; `lists` the keys of those they are on.
    `standing` reads the stages of a set in which they are conditions, and passages of segments (`standing.entered`);
    `season` is the time of the business. `turns` are places beside the events, of all that is in `turned_for`.
    """

    customer: str
    events: Sequence[Happened]
    traits: Mapping[str, str] = field(default_factory=dict)
    stage_set: StageSet | None = None
    zone: str = "UTC"
    stage_sets: Mapping[str, StageSet] = field(default_factory=dict)
    told: Mapping[str, int] = field(default_factory=dict)
    accounts: Sequence[Mapping[str, str]] = ()
    identifiers: AbstractSet[str] = frozenset()
    consents: Mapping[tuple[str, str], Sequence[tuple[int, ConsentState]]] = field(default_factory=dict)
    lists: AbstractSet[str] = frozenset()
    standing: Standing | None = field(default=None, repr=False, compare=False)
    season: Season = EVEN
    turns: Sequence[Happened] = ()
    turned_for: AbstractSet[Ground] = frozenset()
    _found: dict[Happening, tuple[int, ...]] = field(default_factory=dict, repr=False, compare=False)
    _entered: dict[Ground, tuple[str, ...]] = field(default_factory=dict, repr=False, compare=False)
    _passages: dict[Ground, tuple[tuple[int, str], ...]] = field(default_factory=dict, repr=False, compare=False)
    _turned: dict[AbstractSet[Ground], Journey] = field(default_factory=dict, repr=False, compare=False)
    _turned_by: dict[int, tuple[Condition, Journey]] = field(default_factory=dict, repr=False, compare=False)
    _cuts: dict[int, Journey] = field(default_factory=dict, repr=False, compare=False)
    _entries: dict[Ground, tuple[Entry, ...]] = field(default_factory=dict, repr=False, compare=False)
    _ordered: tuple[Happened, ...] | None = field(default=None, repr=False, compare=False)
    _known: int | None = field(default=None, repr=False, compare=False)

    @cached_property
    def happened(self) -> tuple[Happened, ...]:
        """The events in the order of the journey, each once: of the same id what was received first."""
        if self._ordered is not None:
            return self._ordered
        first: dict[int, Happened] = {}
        for event in sorted(self.events, key=lambda each: each.received_at):
            first.setdefault(event.event_id, event)
        return tuple(sorted(first.values(), key=lambda each: each.order))

    @cached_property
    def lived(self) -> tuple[Happened, ...]:
        """The same with the turns in their places; none is in a second that has an event."""
        if not self.turns:
            return self.happened
        return tuple(sorted([*self.happened, *self.turns], key=lambda each: each.at))

    @cached_property
    def _told(self) -> AbstractSet[str]:
        """The sets in which some stage is a condition."""
        sets = {**self.stage_sets, **({} if self.stage_set is None else {"": self.stage_set})}
        return frozenset() if self.standing is None else {key for key, each in sets.items() if each.is_told}

    def turned(self, condition: Condition) -> Journey:
        """This journey with a place for every moment at which time alone moved the customer, or will if nothing comes,
        to another stage of the sets that a condition speaks of, or into or out of its segments.
        """
        if self.standing is None:
            return self
        if id(condition) not in self._turned_by:  # kept beside its journey, so that no other one comes to its number
            fresh = self._turned_of(condition)
            self._turned_by[id(condition)] = fresh._turned_by[id(condition)] = condition, fresh
        return self._turned_by[id(condition)][1]

    def _turned_of(self, condition: Condition) -> Journey:
        told = frozenset(each for each in _grounds(condition) if not isinstance(each, str) or each in self._told)
        if told <= self.turned_for:
            return self
        if told not in self._turned:
            turns: dict[int, dict[Ground, str]] = {}
            for key in told:
                for entry in self._entries_of(key):
                    if entry.place is None:
                        turns.setdefault(entry.at, {})[key] = entry.stage
            places = [Happened(0, "", at, turn=by_set) for at, by_set in sorted(turns.items())]
            self._turned[told] = self._cut(turns=places, turned_for=told, _entries=self._entries)
        return self._turned[told]

    @cached_property
    def alone(self) -> Journey:
        """The events, with nothing that is known of stages."""
        return self._cut(stage_set=None, stage_sets={}, standing=None, turns=(), turned_for=frozenset())

    def up_to(self, place: int) -> Journey:
        """As it was known when the event at this place, of a journey without turns, was the last one."""
        if place not in self._cuts:
            self._cuts[place] = replace(self, _ordered=self.happened, _known=place + 1, _turned_by={}, _cuts={})
        return self._cuts[place]

    def seen(self, what: Happening, now: int) -> Sequence[int]:
        """The places of what has happened by a moment."""
        places, most = self.places(what), self._known
        end = bisect_right(places, now, key=lambda place: self.lived[place].at)
        return places[: end if most is None else bisect_left(places, most, hi=end)]

    def _cut(self, **changes: Any) -> Journey:
        """A changed journey of the same events, in which nothing was looked for yet."""
        fresh: dict[str, Any] = {name: {} for name in FOUND}
        return replace(self, **{**fresh, **changes}, _ordered=self.happened)

    def passages(self, said: Condition) -> Sequence[Entry]:
        """Every entry into a segment and exit from it, by what it says."""
        return () if self.standing is None else self._entries_of(said)

    def _entries_of(self, key: Ground) -> tuple[Entry, ...]:
        """Entries as `standing` reads them, once."""
        if key not in self._entries and self.standing is not None:
            self._entries[key] = tuple(self.standing(self, self._set(key) if isinstance(key, str) else key))
        return self._entries[key]

    def entered(self, key: Ground = "") -> tuple[str, ...]:
        """For every place of `lived` the stage of a set ("": the workspace's own) that the customer entered there, or
        whether they came INSIDE or OUTSIDE of a segment; or "".
        """
        if key not in self._entered:
            if self.standing is None and isinstance(key, str):
                told: Iterable[str] = entered(self._set(key), [event.touchpoint for event in self.happened])
            else:
                by_place = {entry.place: entry.stage for entry in self._entries_of(key)}
                told = (by_place.get(place, "") for place in range(len(self.happened)))
            of_events = iter(told)
            self._entered[key] = (
                tuple(told)
                if not self.turns
                else tuple(next(of_events) if each.turn is None else each.turn.get(key, "") for each in self.lived)
            )
        return self._entered[key]

    def stood(self, key: Ground, now: int) -> Sequence[tuple[int, str]]:
        """The moments of all entries up to now, in order, each with what was entered."""
        if key not in self._passages:
            every = zip(self.lived, self.entered(key), strict=True)
            self._passages[key] = tuple((event.at, stage) for event, stage in every if stage)
        return self._passages[key][: bisect_right(self._passages[key], now, key=itemgetter(0))]

    def _set(self, key: str) -> StageSet | None:
        return self.stage_sets[key] if key else self.stage_set

    def places(self, what: Happening) -> tuple[int, ...]:
        """The places of the events that are this happening."""
        if what not in self._found:
            fits, tested = self._named(what), what.where
            lived = enumerate(self.lived)
            self._found[what] = tuple(k for k, each in lived if fits(k) and all(each.passes(test) for test in tested))
        return self._found[what]

    def _named(self, what: Happening) -> Callable[[int], bool]:
        """Whether what happened at a place is one of those meant, tests apart."""
        match what.kind:
            case "stage":
                stages = self.entered(what.stage_set)
                return lambda place: stages[place] in what.names
            case "entered_segment" | "left_segment":
                passages, to = [self.entered(said) for said in what.says], _SIDES[what.kind]
                return lambda place: any(each[place] == to for each in passages)
            case "anything":
                return lambda place: self.lived[place].turn is None
            case "touchpoint":
                return lambda place: self.lived[place].touchpoint in what.names
            case "event":
                return lambda place: self.lived[place].name in what.names


FOUND = ("_found", "_entered", "_passages", "_turned", "_turned_by", "_cuts", "_entries")
"""What was looked for in a journey before."""


def entered(stage_set: StageSet | None, touchpoints: Iterable[str]) -> Iterable[str]:
    """The stage entered with each of a customer's touchpoints, by the rules of `domain/stage.py`; stages only move
    forward, and the first covered event enters the first one at least.
    """
    if stage_set is None:
        yield from ("" for _ in touchpoints)
        return
    counts = [[0] * len(stage.rules) for stage in stage_set.stages]
    now = -1
    for touchpoint in touchpoints:
        before = now
        now = max(now, 0) if touchpoint else now
        for place, stage in enumerate(stage_set.stages):
            for k, rule in enumerate(stage.rules):
                counts[place][k] += touchpoint in rule.touchpoints
                if touchpoint in rule.touchpoints and counts[place][k] == rule.at_least:
                    now = max(now, place)
        yield stage_set.stages[now].key if now != before else ""
