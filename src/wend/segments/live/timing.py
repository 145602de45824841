"""When to look at a customer again. Pure.

The moment is never later than the one at which the answer really changes without a new event (`conditions.live.until`),
and mostly the same. Looking too early costs one more look and changes nothing. It is found from the few moments at
which each leaf turns, where `until` tries every moment at which anything runs out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wend.conditions import dates, live, rhythm
from wend.conditions.journey import Journey
from wend.conditions.tree import (
    Condition,
    Day,
    Did,
    End,
    InOrder,
    Leaf,
    Measure,
    Range,
    Silent,
    Slower,
    Stage,
    happenings,
    leaves,
)

LOOKS = 8
"""Turns of leaves that are tried; then the next one is waited for."""


def again(condition: Condition, journey: Journey, now: int, answer: bool) -> int | None:
    """The earliest moment after `now` at which the answer may differ without a new event from what it is now; None =
    never.
    """
    at, journey = now, journey.turned(condition)
    every = leaves(condition)
    for _ in range(LOOKS):
        turns = [turn for leaf in every if (turn := _turn(leaf, journey, at)) is not None]
        turns += [moment for moment in _ahead(journey, at)]
        if not turns:
            return None
        at = min(turns)
        if live.holds(condition, journey, at) != answer:
            return at
    return at


def _ahead(journey: Journey, at: int) -> Iterator[int]:
    """The next event that is known already and has not come to pass: clocks of devices run ahead."""
    for event in reversed(journey.lived):
        if event.at <= at:
            return
        yield event.at


def _turn(leaf: Leaf, journey: Journey, at: int) -> int | None:
    """The earliest moment after `at` at which a leaf may turn, of the events up to `at`."""
    match leaf:
        case Did() | Measure() | End() | InOrder():
            if leaf.frame.last is None:
                return None
            if isinstance(leaf, Did) and leaf.frame.before is None:
                return _run_out(_inside(leaf, journey, at), leaf.times, leaf.frame.last)
            return _first_out(leaf, journey, at, leaf.frame.last)
        case Silent():
            times = _times(journey, journey.places(leaf.what), at)
            return _later(times[-1] + leaf.seconds, at) if times else None
        case Slower():
            begins = rhythm.slower_from(_times(journey, journey.places(leaf.what), at), leaf.times, journey.season)
            return None if begins is None else _later(begins, at)
        case Stage():
            entries = journey.stood(leaf.stage_set, at)
            return _later(entries[-1][0] + leaf.seconds, at) if entries else None
        case Day():
            zone = journey.traits.get(dates.ZONE_TRAIT)
            turns = dates.changes(leaf, journey.traits.get(leaf.trait), zone, journey.zone, at)
            return min(turns, default=None)
        case _:
            return live.until(leaf, journey, at)


def _inside(leaf: Did, journey: Journey, at: int) -> list[int]:
    """The moments of what is counted at `at`, in order."""
    frame, after = leaf.frame, -1
    if frame.since is not None:
        anchors = [place for place in journey.places(frame.since) if journey.lived[place].at <= at]
        if not anchors:
            return []
        after = anchors[-1]
    begins = at - (frame.last or 0)
    places = [place for place in journey.places(leaf.what) if place > after]
    moments = _times(journey, places, at)
    return [moment for moment in moments if moment > begins and (frame.from_at is None or moment >= frame.from_at)]


def _run_out(moments: Sequence[int], times: Range, last: int) -> int | None:
    """When a count that only shrinks comes to be inside its range, or falls below it.

    >>> _run_out([10, 20, 30], Range(low=2), 100), _run_out([10, 20, 30], Range(high=1), 100)
    (120, 120)
    """
    count = len(moments)
    if times.holds(count):
        gone = None if not times.low else count - times.low + 1
    else:
        gone = None if times.high is None or count <= times.high else count - times.high
    return moments[gone - 1] + last if gone is not None and 0 < gone <= count else None


def _first_out(leaf: Leaf, journey: Journey, at: int, last: int) -> int | None:
    """When the oldest of all that is looked at leaves the window."""
    places = {place for each in happenings(leaf) for place in journey.places(each)}
    moments = [moment for moment in _times(journey, places, at) if moment + last > at]
    return min(moments) + last if moments else None


def _times(journey: Journey, places: Sequence[int] | set[int], at: int) -> list[int]:
    return [moment for place in places if (moment := journey.lived[place].at) <= at]


def _later(moment: int, at: int) -> int | None:
    return moment if moment > at else None
