"""Stages that are conditions, and segments that are entered and left, read of one customer: where they stand after
every event and between them, in plain Python.

A stage opens when its entry holds, or one of its rules has fired, and closes when its exit holds; when both hold it
closes. The customer stands in the furthest stage that is open. From the first event on that a touchpoint covers, this
is so at every moment: after every event, of what has happened up to and with it, and in every second in which none
happens. What time alone does after the last event is known as well, and when: a condition about events changes at a
few moments that can be told ahead. A segment is decided at the same moments, from the first event of all on.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterator
from typing import NamedTuple, Protocol

from wend.conditions import document, live
from wend.conditions.journey import INSIDE, OUTSIDE, Entry, Journey
from wend.conditions.tree import Condition
from wend.domain.stage import StageSet


class Stood(NamedTuple):
    """Where a customer stands from a moment on: after the event at this place, or (None) by time alone; the place of
    the stage in its set.
    """

    at: int
    place: int | None
    stage: int


def entered(journey: Journey, ground: StageSet | Condition | None) -> Iterator[Entry]:
    """Every entry into a stage of a set, or into a segment and out of it by what it says, in order, those to come
    without a new event too.
    """
    if ground is None:
        return
    if isinstance(ground, StageSet):
        before, keys, every = -1, tuple(stage.key for stage in ground.stages), lived(journey, ground)
    else:
        before, keys, every = 0, (OUTSIDE, INSIDE), _lived(journey, _Belonging(ground), 0)
    for at, place, stage in every:
        if stage != before:
            yield Entry(at, place, keys[stage])
        before = stage


def stood(journey: Journey, stage_set: StageSet) -> Iterator[int]:
    """The place of the stage after every event, 0 before the first one that a touchpoint covers."""
    found = {place: stage for _, place, stage in lived(journey, stage_set)}
    yield from (found.get(place, 0) for place in range(len(journey.happened)))


def lived(journey: Journey, stage_set: StageSet) -> Iterator[Stood]:
    """After every event, from the first one on that a touchpoint covers, and at every moment between events, or after
    the last one, at which time alone leads to another stage.
    """
    covered = (place for place, event in enumerate(journey.happened) if event.touchpoint)
    return _lived(journey, _Staging(stage_set), next(covered, len(journey.happened)))


class _Deciding(Protocol):
    """Where a customer stands, by the place of the stage: of a set, or outside (0) or inside (1) of a segment."""

    def moments(self, journey: Journey, after: int) -> list[int]:
        """Every moment at which a condition may change, in order."""
        ...

    def met(self, touchpoint: str, known: Journey, at: int) -> int:
        """After an event."""
        ...

    def at(self, known: Journey, now: int) -> int:
        """At a moment at which so much is known."""
        ...


def _lived(journey: Journey, deciding: _Deciding, first: int) -> Iterator[Stood]:
    alone, happened = journey.alone(), journey.happened
    ahead = deque(deciding.moments(alone, happened[first].at) if first < len(happened) else ())
    for place in range(first, len(happened)):
        known, at = alone.up_to(place), happened[place].at
        stage = deciding.met(happened[place].touchpoint, known, at)
        yield Stood(at, place, stage)
        following = happened[place + 1].at if place + 1 < len(happened) else None
        while ahead and (following is None or ahead[0] < following):
            moment, before = ahead.popleft(), stage
            stage = deciding.at(known, moment) if moment > at else stage
            if stage != before:
                yield Stood(moment, None, stage)


class _Belonging:
    """Whether what a segment says holds."""

    def __init__(self, said: Condition) -> None:
        self._said = said

    def moments(self, journey: Journey, after: int) -> list[int]:
        return sorted(set(live.moments(self._said, journey, after)))

    def met(self, touchpoint: str, known: Journey, at: int) -> int:
        del touchpoint
        return self.at(known, at)

    def at(self, known: Journey, now: int) -> int:
        return int(live.holds(self._said, known, now))


class _Staging:
    """Which stages are open."""

    def __init__(self, stage_set: StageSet) -> None:
        self._rules = [stage.rules for stage in stage_set.stages]
        self._conditions = [(_read(stage.enter), _read(stage.exit)) for stage in stage_set.stages]
        self._open = [False] * len(self._rules)
        self._met: Counter[str] = Counter()

    def moments(self, journey: Journey, after: int) -> list[int]:
        every = (each for pair in self._conditions for each in pair if each is not None)
        return sorted({moment for each in every for moment in live.moments(each, journey, after)})

    def met(self, touchpoint: str, known: Journey, at: int) -> int:
        self._met[touchpoint] += bool(touchpoint)
        return self.at(known, at)

    def at(self, known: Journey, now: int) -> int:
        for k, (entry, leave) in enumerate(self._conditions):
            if leave is not None and live.holds(leave, known, now):
                self._open[k] = False
            elif self._fired(k) or (entry is not None and live.holds(entry, known, now)):
                self._open[k] = True
        return max((k for k, each in enumerate(self._open) if each), default=0)

    def _fired(self, k: int) -> bool:
        return any(sum(self._met[each] for each in set(rule.touchpoints)) >= rule.at_least for rule in self._rules[k])


def _read(written: dict[str, object] | None) -> Condition | None:
    return document.from_json(written) if written else None
