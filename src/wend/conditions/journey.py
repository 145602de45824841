"""One customer as the live reader sees them: their events in order, what is known of them, and where they stood."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence, Set as AbstractSet
from dataclasses import dataclass, field
from functools import cached_property

from wend.conditions import values
from wend.conditions.season import EVEN, Season
from wend.conditions.tree import ConsentState, Happening, Of, Test
from wend.domain.stage import StageSet


@dataclass(frozen=True, slots=True)
class Happened:
    """One event. `touchpoint` is the key of the first touchpoint whose rule fits, "" for none; `amount` minor units, 0
    = none; `rating` hundredths of a feeling; `properties` texts as the log has them.
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


Entered = Callable[["Journey", StageSet | None], Iterable[str]]
"""For every event of a customer the stage of a set entered with it."""


@dataclass(frozen=True)
class Journey:
    """A customer. Events may come in any order and more than once; `zone` is the workspace's, `stage_set` its own and
    `stage_sets` others by key.

    `told` is when each trait was last told; `accounts` the traits of each account; `identifiers` the kinds known;
    `consents` by purpose and channel from when on the customer stood where; `lists` the keys of those they are on.
    `standing` reads the stages of a set in which they are conditions (`standing.entered`); `season` is the time of the
    business.
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
    standing: Callable[[Journey, StageSet | None], Iterable[str]] | None = field(
        default=None, repr=False, compare=False
    )
    season: Season = EVEN
    _found: dict[Happening, tuple[int, ...]] = field(default_factory=dict, repr=False, compare=False)
    _entered: dict[str, tuple[str, ...]] = field(default_factory=dict, repr=False, compare=False)

    @cached_property
    def lived(self) -> tuple[Happened, ...]:
        """The events in the order of the journey, each once: of the same id what was received first."""
        first: dict[int, Happened] = {}
        for event in sorted(self.events, key=lambda each: each.received_at):
            first.setdefault(event.event_id, event)
        return tuple(sorted(first.values(), key=lambda each: each.order))

    def entered(self, key: str = "") -> tuple[str, ...]:
        """For every event the stage of a set ("": the workspace's own) that the customer entered with it, or ""."""
        if key not in self._entered:
            stages = self.stage_sets[key] if key else self.stage_set
            touched = [event.touchpoint for event in self.lived]
            told = entered(stages, touched) if self.standing is None else self.standing(self, stages)
            self._entered[key] = tuple(told)
        return self._entered[key]

    def places(self, what: Happening) -> tuple[int, ...]:
        """The places of the events that are this happening."""
        if what not in self._found:
            self._found[what] = tuple(place for place in range(len(self.lived)) if self._is(what, place))
        return self._found[what]

    def _is(self, what: Happening, place: int) -> bool:
        event = self.lived[place]
        named = {"event": event.name, "touchpoint": event.touchpoint, "stage": ""}
        if what.kind == "stage":
            named["stage"] = self.entered(what.stage_set)[place]
        fits = what.kind == "anything" or named[what.kind] in what.names
        return fits and all(event.passes(test) for test in what.where)


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
