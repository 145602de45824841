"""One customer as the live reader sees them: their events in order, what is known of them, and where they stood.

Time alone can move a customer to another stage, where stages are conditions, and into a segment or out of it. For
conditions that speak of these a journey has, beside its events, a place for every moment at which that happened: a
*turn*.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence, Set as AbstractSet
from dataclasses import dataclass, field, replace
from functools import cached_property
from operator import attrgetter, itemgetter
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
_at = attrgetter("at")
_SIDES = {"entered_segment": INSIDE, "left_segment": OUTSIDE}


class Found(NamedTuple):
    """Where something happened in a journey, and when, in its order."""

    places: Sequence[int]
    times: Sequence[int]


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
    _found: dict[Happening, Found] = field(default_factory=dict, repr=False, compare=False)
    _entered: dict[Ground, tuple[str, ...]] = field(default_factory=dict, repr=False, compare=False)
    _passages: dict[Ground, tuple[tuple[int, str], ...]] = field(default_factory=dict, repr=False, compare=False)
    _turned: dict[AbstractSet[Ground], Journey | None] = field(default_factory=dict, repr=False, compare=False)
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
        spoken_of = grounds(condition)
        if not spoken_of or self.standing is None:
            return self
        if spoken_of not in self._turned:
            told = frozenset(each for each in spoken_of if not isinstance(each, str) or each in self._told)
            if told not in self._turned:
                self._turned[told] = None if told <= self.turned_for else self._turned_for(told)
            self._turned[spoken_of] = self._turned[told]
        return self._turned[spoken_of] or self

    def _turned_for(self, told: AbstractSet[Ground]) -> Journey:
        turns: dict[int, dict[Ground, str]] = {}
        for key in told:
            for entry in self.entries(key):
                if entry.place is None:
                    turns.setdefault(entry.at, {})[key] = entry.stage
        places = [Happened(0, "", at, turn=by_set) for at, by_set in sorted(turns.items())]
        return self._cut(turns=places, turned_for=told, _entries=self._entries)

    @cached_property
    def alone(self) -> Journey:
        """The events, with nothing that is known of stages."""
        return self._cut(stage_set=None, stage_sets={}, standing=None, turns=(), turned_for=frozenset())

    def up_to(self, place: int) -> Journey:
        """As it was known when the event at this place, of a journey without turns, was the last one."""
        if place not in self._cuts:
            self._cuts[place] = replace(self, _ordered=self.happened, _known=place + 1, _turned={}, _cuts={})
        return self._cuts[place]

    def up_to_now(self, found: Found, now: int) -> int:
        """How many of what was found have happened by a moment."""
        end = bisect_right(found.times, now)
        return end if self._known is None else bisect_left(found.places, self._known, hi=end)

    def after(self, at: int) -> int | None:
        """The moment of the next event, or turn, that is known already and has not come to pass: clocks of devices run
        ahead.
        """
        lived = self.lived
        if not lived or lived[-1].at <= at:
            return None
        return lived[bisect_right(lived, at, key=_at)].at

    def _cut(self, **changes: Any) -> Journey:
        """A changed journey of the same events, in which nothing was looked for yet."""
        fresh: dict[str, Any] = {name: {} for name in FOUND}
        return replace(self, **{**fresh, **changes}, _ordered=self.happened)

    def entries(self, key: Ground) -> tuple[Entry, ...]:
        """Every entry as `standing` reads them, once."""
        if key not in self._entries and self.standing is not None:
            self._entries[key] = tuple(self.standing(self, self._set(key) if isinstance(key, str) else key))
        return self._entries[key]

    def entered(self, key: Ground = "") -> tuple[str, ...]:
        """For every place of `lived` the stage of a set ("": the workspace's own) that the customer entered there, or
        whether they came INSIDE or OUTSIDE of a segment; or "".
        """
        if key not in self._entered:
            if self.standing is None and isinstance(key, str):
                told = list(entered(self._set(key), [event.touchpoint for event in self.happened]))
            else:
                told = [""] * len(self.happened)
                for entry in self.entries(key):
                    if entry.place is not None:
                        told[entry.place] = entry.stage
            for place, turn in self._places_of_turns:
                told.insert(place, (turn.turn or {}).get(key, ""))
            self._entered[key] = tuple(told)
        return self._entered[key]

    @cached_property
    def _places_of_turns(self) -> Sequence[tuple[int, Happened]]:
        """The turns, each with its place in `lived`, in order."""
        return [(place, each) for place, each in enumerate(self.lived) if each.turn is not None] if self.turns else ()

    def stood(self, key: Ground, now: int) -> Sequence[tuple[int, str]]:
        """The moments of all entries up to now, in order, each with what was entered."""
        if key not in self._passages:
            every = zip(self.lived, self.entered(key), strict=True)
            self._passages[key] = tuple((event.at, stage) for event, stage in every if stage)
        return self._passages[key][: bisect_right(self._passages[key], now, key=itemgetter(0))]

    def _set(self, key: str) -> StageSet | None:
        return self.stage_sets[key] if key else self.stage_set

    def found(self, what: Happening) -> Found:
        """The events, and turns, that are this happening."""
        known = self._found.get(what)
        if known is None:
            lived, tested = self.lived, what.where
            places = self._named(what)
            if tested:
                places = [place for place in places if all(lived[place].passes(test) for test in tested)]
            known = self._found[what] = Found(places, [lived[place].at for place in places])
        return known

    def places(self, what: Happening) -> Sequence[int]:
        """Their places in `lived`."""
        return self.found(what).places

    def _named(self, what: Happening) -> Sequence[int]:
        """The places of what is meant, tests apart."""
        match what.kind:
            case "stage":
                return [place for place, stage in enumerate(self.entered(what.stage_set)) if stage in what.names]
            case "entered_segment" | "left_segment":
                to = _SIDES[what.kind]
                passed = zip(*(self.entered(said) for said in what.says), strict=True)
                return [place for place, sides in enumerate(passed) if to in sides]
            case "anything":
                return [place for place, each in enumerate(self.lived) if each.turn is None]
            case "touchpoint":
                return self._those(self._met, what.names)
            case "event":
                return self._those(self._called, what.names)

    def _those(self, by_name: Mapping[str, Sequence[int]], names: Sequence[str]) -> Sequence[int]:
        if len(names) == 1:
            return by_name.get(names[0], ())
        return sorted(place for name in set(names) for place in by_name.get(name, ()))

    @cached_property
    def _called(self) -> Mapping[str, Sequence[int]]:
        """The places of events, by name."""
        return _by(each.name for each in self.lived)

    @cached_property
    def _met(self) -> Mapping[str, Sequence[int]]:
        """The places of touchpoints, by key."""
        return _by(each.touchpoint for each in self.lived)


def _by(names: Iterable[str]) -> Mapping[str, Sequence[int]]:
    found: dict[str, list[int]] = {}
    for place, name in enumerate(names):
        found.setdefault(name, []).append(place)
    return found


FOUND = ("_found", "_entered", "_passages", "_turned", "_cuts", "_entries")
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
