"""Where a customer stands by a set whose stages are conditions: at every event, and at every second without one.

Seconds are not gone through one by one: what holds can change at an event, where a window runs out or a silence is long
enough, and where a rhythm breaks. The first two are tried; between them, where more holds than before, the first such
second is looked for by halves.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from tests.conditions import worlds
from tests.conditions.oracle import Customer, true_of
from wend.conditions import document
from wend.conditions.tree import EVER, Condition, Group, Leaf, Silent, leaves
from wend.domain.stage import StageSet

Moment = tuple[int, int | None, int]
"""A moment, the place of its event (None: nothing happens), and the stage from then on."""


@dataclass
class Life:
    """One customer of a log, and what is open of a set."""

    log: worlds.Log
    who: int
    stage_set: StageSet = worlds.STAGES
    is_open: set[int] = field(default_factory=set)

    @cached_property
    def conditions(self) -> list[Condition]:
        """Every entry and exit."""
        written = [each for stage in self.stage_set.stages for each in (stage.enter, stage.exit) if each]
        return [document.from_json(each) for each in written]

    @cached_property
    def parts(self) -> list[Leaf]:
        """Every statement in them."""
        return list(leaves(Group("any", tuple(self.conditions)))) if self.conditions else []

    def known(self, place: int, now: int) -> Customer:
        """The customer at a moment, with nothing after the event at this place."""
        found = self.log.customer(self.who, now)
        found.life = self.log.lives[self.who][: place + 1]
        return found

    def truth(self, place: int, now: int) -> list[bool]:
        """Which statements hold."""
        return [true_of(part, self.known(place, now)) for part in self.parts]

    def decide(self, place: int, now: int) -> int:
        """The furthest stage that is open after a moment."""
        known, lived = self.known(place, now), [each.touchpoint for each in self.log.lives[self.who][: place + 1]]
        for k, stage in enumerate(self.stage_set.stages):
            enters = any(sum(t in rule.touchpoints for t in lived) >= rule.at_least for rule in stage.rules)
            enters |= stage.enter is not None and true_of(document.from_json(stage.enter), known)
            leaves_it = stage.exit is not None and true_of(document.from_json(stage.exit), known)
            self.is_open = self.is_open - {k} if leaves_it else self.is_open | {k} if enters else self.is_open
        return max(self.is_open, default=0)

    def spans(self) -> set[int]:
        """After how many seconds a window can run out or a silence be long enough."""
        frames = [getattr(part, "frame", EVER) for part in self.parts]
        silent = (part.seconds for part in self.parts if isinstance(part, Silent))
        return {*(frame.last for frame in frames if frame.last), *silent}

    def changing(self, place: int, until: int) -> Iterator[int]:
        """The seconds after an event and before `until` at which anything that holds changes."""
        lived = self.log.lives[self.who][: place + 1]
        ends = {event.at + span for event in lived for span in self.spans()}
        edges = [lived[-1].at, *sorted(end for end in ends if lived[-1].at < end < until), until]
        for low, high in pairwise(edges):
            if low > lived[-1].at:
                yield low
            yield from self.breaking(place, low, high - 1)

    def breaking(self, place: int, low: int, last: int) -> Iterator[int]:
        """The seconds after `low` up to `last` at which more holds than before."""
        while self.truth(place, low) != self.truth(place, last):
            before, after = low, last
            while after - before > 1:
                middle = (before + after) // 2
                if self.truth(place, middle) == self.truth(place, low):
                    before = middle
                else:
                    after = middle
            yield after
            low = after


def lived(log: worlds.Log, who: int, stage_set: StageSet, until: int) -> list[Moment]:
    """What is decided after every event, and every change between events and up to `until` after the last one; before
    the first event that a touchpoint covers it is the first stage.
    """
    life, events, found, stage, begun = Life(log, who, stage_set), log.lives[who], list[Moment](), 0, False
    for place, event in enumerate(events):
        begun |= bool(event.touchpoint)
        stage = life.decide(place, event.at) if begun else 0
        found.append((event.at, place, stage))
        end = events[place + 1].at if place + 1 < len(events) else until + 1
        for now in life.changing(place, end) if begun and end > event.at else ():
            after = life.decide(place, now)
            if after != stage:
                found.append((now, None, after))
                stage = after
    return found


def at_events(found: Sequence[Moment]) -> list[int]:
    """The stage after every event."""
    return [stage for _, place, stage in found if place is not None]


def between(found: Sequence[Moment]) -> list[tuple[int, int]]:
    """Every change that time alone makes: its moment and the stage."""
    return [(at, stage) for at, place, stage in found if place is None]
