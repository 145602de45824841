"""When to look at a customer again. Pure.

The moment is never later than the one at which the answer really changes without a new event (`conditions.live.until`),
and mostly the same. Looking too early costs one more look and changes nothing. It is found from the few moments at
which each leaf turns, where `until` tries every moment at which anything runs out.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

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
    at, journey, every = now, journey.turned(condition), leaves(condition)
    for _ in range(LOOKS):
        turns = [turn for leaf in every if (turn := _turn(leaf, journey, at)) is not None]
        following = journey.after(at)
        if following is not None:
            turns.append(following)
        if not turns:
            return None
        at = min(turns)
        if live.holds(condition, journey, at) != answer:
            return at
    return at


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
            last = live.last_time(journey, leaf.what, at)
            return None if last is None else _later(last + leaf.seconds, at)
        case Slower():
            begins = rhythm.slower_from(live.times(journey, leaf.what, at), leaf.times, journey.season)
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


def _inside(leaf: Did, journey: Journey, at: int) -> Sequence[int]:
    """The moments of what is counted at `at`, in order."""
    span = live.within(journey, leaf.what, leaf.frame, at)
    return () if span is None else journey.found(leaf.what).times[span.start : span.stop]


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
    oldest = [
        found.times[first]
        for found in map(journey.found, happenings(leaf))
        if (first := bisect_right(found.times, at - last)) < len(found.times) and found.times[first] <= at
    ]
    return min(oldest) + last if oldest else None


def _later(moment: int, at: int) -> int | None:
    return moment if moment > at else None
