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
from collections.abc import Iterator, Sequence
from typing import NamedTuple, Protocol

from wend.conditions import document, live
from wend.conditions.journey import INSIDE, OUTSIDE, Entry, Journey
from wend.conditions.tree import Condition, happenings, leaves
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

    @property
    def conditions(self) -> Sequence[Condition]:
        """All that decides, but for counting rules."""
        ...

    def counts(self, touchpoint: str) -> bool:
        """Count a touchpoint that was met, where a rule counts it."""
        ...

    def at(self, known: Journey, now: int) -> int:
        """At a moment at which so much is known; the same again where neither an event that is looked for came since
        nor something ran out.
        """
        ...


def _lived(journey: Journey, deciding: _Deciding, first: int) -> Iterator[Stood]:
    alone, happened = journey.alone, journey.happened
    looked = {place for each in deciding.conditions for place in _looked_at(each, alone)}
    begins = happened[first].at if first < len(happened) else 0
    ahead = deque(sorted({moment for each in deciding.conditions for moment in live.run_outs(each, alone, begins)}))
    stage = 0
    for place in range(first, len(happened)):
        at = happened[place].at
        may_change = deciding.counts(happened[place].touchpoint) or place in looked or place == first
        while ahead and ahead[0] <= at:
            ahead.popleft()
            may_change = True
        stage = deciding.at(alone.up_to(place), at) if may_change else stage
        yield Stood(at, place, stage)
        following = happened[place + 1].at if place + 1 < len(happened) else None
        while ahead and (following is None or ahead[0] < following):
            moment, before = ahead.popleft(), stage
            stage = deciding.at(alone.up_to(place), moment)
            if stage != before:
                yield Stood(moment, None, stage)


def _looked_at(condition: Condition, journey: Journey) -> Iterator[int]:
    """The places of all events that a condition looks for."""
    return (place for leaf in leaves(condition) for each in happenings(leaf) for place in journey.places(each))


class _Belonging:
    """Whether what a segment says holds."""

    def __init__(self, said: Condition) -> None:
        self.conditions = (said,)

    def counts(self, touchpoint: str) -> bool:
        del touchpoint
        return False

    def at(self, known: Journey, now: int) -> int:
        return int(live.holds(self.conditions[0], known, now))


class _Staging:
    """Which stages are open."""

    def __init__(self, stage_set: StageSet) -> None:
        self._rules = [stage.rules for stage in stage_set.stages]
        self._counted = {each for rules in self._rules for rule in rules for each in rule.touchpoints}
        self._turning = [(_read(stage.enter), _read(stage.exit)) for stage in stage_set.stages]
        self._open = [False] * len(self._rules)
        self._met: Counter[str] = Counter()

    @property
    def conditions(self) -> Sequence[Condition]:
        return [each for pair in self._turning for each in pair if each is not None]

    def counts(self, touchpoint: str) -> bool:
        counted = touchpoint in self._counted
        self._met[touchpoint] += counted
        return counted

    def at(self, known: Journey, now: int) -> int:
        for k, (entry, leave) in enumerate(self._turning):
            if leave is not None and live.holds(leave, known, now):
                self._open[k] = False
            elif self._fired(k) or (entry is not None and live.holds(entry, known, now)):
                self._open[k] = True
        return max((k for k, each in enumerate(self._open) if each), default=0)

    def _fired(self, k: int) -> bool:
        return any(sum(self._met[each] for each in set(rule.touchpoints)) >= rule.at_least for rule in self._rules[k])


def _read(written: dict[str, object] | None) -> Condition | None:
    return document.from_json(written) if written else None
