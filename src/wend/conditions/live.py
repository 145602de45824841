"""The live reader: does a condition hold of one customer at a moment, exactly, and until when does that stay so?

Nothing holds of somebody before their first event. Events that lie after the moment are not seen, even when they are
known already. `until` gives the earliest later moment at which the answer differs although no new event comes.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import assert_never

from wend.conditions import dates, known, rhythm, share, values
from wend.conditions.journey import Happened, Journey
from wend.conditions.order import Order
from wend.conditions.tree import (
    EVER,
    Account,
    Answer,
    Computed,
    Condition,
    Consent,
    Day,
    Did,
    End,
    Frame,
    Group,
    Happening,
    Identified,
    InList,
    InOrder,
    InSegment,
    Known,
    Leaf,
    Measure,
    Share,
    Silent,
    Slower,
    Stage,
    Trait,
    happenings,
    leaves,
)

YEARS = 3 * 366 * 86_400
"""How far beyond the last thing that can run out anniversaries are looked at."""
MOST_LOOKS = 10_000
"""Moments tried before `until` gives one at which the answer *may* change: never late, at worst early."""


def holds(condition: Condition, journey: Journey, now: int) -> bool:
    """Whether the condition is true of the customer at this moment."""
    happened = journey.happened
    return bool(happened) and happened[0].at <= now and _holds(condition, journey.turned(condition), now)


def until(condition: Condition, journey: Journey, now: int) -> int | None:
    """The earliest moment after `now` at which the answer changes without a new event; None = never."""
    journey = journey.turned(condition)
    answer, at = holds(condition, journey, now), now
    fixed = sorted({moment for moment in moments(condition, journey, now) if moment > now})
    days = [leaf for leaf in leaves(condition) if isinstance(leaf, Day)]
    end = max([now, *fixed]) + YEARS
    for _ in range(MOST_LOOKS):
        turns = [moment for leaf in days for moment in _midnights(leaf, journey, at)]
        later = [moment for moment in (*fixed[:1], *turns) if moment <= end]
        if not later:
            return None
        at = min(later)
        fixed = fixed[1:] if fixed and fixed[0] == at else fixed
        if holds(condition, journey, at) != answer:
            return at
    return at


def _holds(condition: Condition, journey: Journey, now: int) -> bool:
    if not isinstance(condition, Group):
        return _leaf(condition, journey, now)
    parts = (_holds(part, journey, now) for part in condition.parts)
    match condition.kind:
        case "all":
            return all(parts)
        case "any":
            return any(parts)
        case "none":
            return not any(parts)


def _leaf(leaf: Leaf, journey: Journey, now: int) -> bool:
    match leaf:
        case Did():
            span = within(journey, leaf.what, leaf.frame, now)
            return span is not None and leaf.times.holds(len(span))
        case Measure():
            found = _within(journey, leaf.what, leaf.frame, now)
            return found is not None and _measured(leaf, [journey.lived[place] for place in found])
        case End():
            found = _within(journey, leaf.what, leaf.frame, now)
            if not found:
                return False
            return journey.lived[found[0 if leaf.kind == "first" else -1]].passes(leaf.test)
        case InOrder():
            order = Order(leaf, _orders(leaf, journey, now))
            return order.compared(journey) if leaf.compared else order.plain(journey)
        case Silent():
            last = last_time(journey, leaf.what, now)
            return last is not None and now - last >= leaf.seconds
        case Slower():
            begins = rhythm.slower_from(times(journey, leaf.what, now), leaf.times, journey.season)
            return begins is not None and now >= begins
        case Stage():
            return _stands(leaf, journey, now)
        case InSegment() | Answer() | Computed():
            raise TypeError(leaf)  # what it stands for takes its place first: `resolving.py`
        case _:
            return _known(leaf, journey, now)


def _known(leaf: Known, journey: Journey, now: int) -> bool:
    match leaf:
        case Trait():
            passes = values.passes(leaf.test, journey.traits.get(leaf.test.name))
            return passes and known.is_fresh(leaf, journey.told.get(leaf.test.name), now)
        case Account():
            return any(values.passes(leaf.test, traits.get(leaf.test.name)) for traits in journey.accounts)
        case Identified():
            return leaf.kind in journey.identifiers
        case Consent():
            return known.stood(journey.consents.get((leaf.purpose, leaf.channel), ()), now) == leaf.state
        case Day():
            zone = journey.traits.get(dates.ZONE_TRAIT)
            return dates.holds(leaf, journey.traits.get(leaf.trait), zone, journey.zone, now)
        case Share():
            return leaf.low <= share.place(share.start(leaf.salt), journey.customer) < leaf.high
        case InList():
            return leaf.key in journey.lists
        case _:
            assert_never(leaf)


def times(journey: Journey, what: Happening, now: int) -> Sequence[int]:
    """The moments at which something happened up to now, in order."""
    found = journey.found(what)
    return found.times[: journey.up_to_now(found, now)]


def last_time(journey: Journey, what: Happening, now: int) -> int | None:
    """The last of them."""
    found = journey.found(what)
    end = journey.up_to_now(found, now)
    return found.times[end - 1] if end else None


def within(journey: Journey, what: Happening, frame: Frame, now: int) -> range | None:
    """Which of all times that something happened are in the frame; None when that is counted from something that never
    happened.
    """
    found = journey.found(what)
    begin, end = 0, journey.up_to_now(found, now)
    if frame.since is not None:
        anchors = journey.found(frame.since)
        many = journey.up_to_now(anchors, now)
        if not many:
            return None
        begin = bisect_right(found.places, anchors.places[many - 1], 0, end)
    if frame.last is not None:
        begin = bisect_right(found.times, now - frame.last, begin, end)
    if frame.from_at is not None:
        begin = bisect_left(found.times, frame.from_at, begin, end)
    if frame.before is not None:
        end = bisect_left(found.times, frame.before, begin, end)
    return range(begin, end)


def _within(journey: Journey, what: Happening, frame: Frame, now: int) -> Sequence[int] | None:
    """The places of what happened in the frame."""
    span = within(journey, what, frame, now)
    return None if span is None else journey.places(what)[span.start : span.stop]


def _measured(leaf: Measure, found: Sequence[Happened]) -> bool:
    if leaf.kind == "distinct":
        return leaf.range.holds(len({event.word(leaf.of) for event in found} - {None}) * values.THOUSAND)
    numbers = [number for event in found if (number := event.figure(leaf.of)) is not None]
    if leaf.kind == "sum":
        return leaf.range.holds(sum(numbers))
    if not numbers:
        return False
    if leaf.kind == "average":
        low, high = leaf.range.low, leaf.range.high
        count, total = len(numbers), sum(numbers)
        return (low is None or total >= low * count) and (high is None or total <= high * count)
    return leaf.range.holds(min(numbers) if leaf.kind == "smallest" else max(numbers))


def _orders(leaf: InOrder, journey: Journey, now: int) -> list[tuple[set[int], set[int]]]:
    """For every step the places at which it happened, and those at which something did that may not come before it."""
    return [
        (
            set(_within(journey, step.what, leaf.frame, now) or ()),
            {place for each in step.without for place in _within(journey, each, leaf.frame, now) or ()},
        )
        for step in leaf.steps
    ]


def _stands(leaf: Stage, journey: Journey, now: int) -> bool:
    """The last stage entered is this one, long enough ago, and the one before is the one asked for."""
    entries = journey.stood(leaf.stage_set, now)
    if not entries or entries[-1][1] != leaf.stage or now - entries[-1][0] < leaf.seconds:
        return False
    return not leaf.came_from or (len(entries) > 1 and entries[-2][1] == leaf.came_from)


def moments(condition: Condition, journey: Journey, now: int) -> Iterator[int]:
    """Every moment after `now`, and perhaps others, at which some leaf may change but for days: a known event comes to
    pass, or something runs out.
    """
    yield from (event.at for event in journey.lived)
    yield from run_outs(condition, journey, now)


def run_outs(condition: Condition, journey: Journey, now: int) -> Iterator[int]:
    """Those of them at which something runs out."""
    for leaf in leaves(condition):
        frame = getattr(leaf, "frame", EVER)
        if frame.last is not None:
            yield from (at + frame.last for each in happenings(leaf) for at in journey.found(each).times)
        if isinstance(leaf, Silent):
            yield from (at + leaf.seconds for at in journey.found(leaf.what).times)
        if isinstance(leaf, Stage):
            entries = zip(journey.lived, journey.entered(leaf.stage_set), strict=True)
            yield from (event.at + leaf.seconds for event, stage in entries if stage)
        if isinstance(leaf, Trait) and leaf.fresh is not None and leaf.test.name in journey.told:
            yield from (journey.told[leaf.test.name], journey.told[leaf.test.name] + leaf.fresh)
        if isinstance(leaf, Consent):
            yield from (since for since, _ in journey.consents.get((leaf.purpose, leaf.channel), ()))
        if isinstance(leaf, Slower):
            every = journey.found(leaf.what).times
            for many in range(1, len(every) + 1):
                begins = rhythm.slower_from(every[:many], leaf.times, journey.season)
                if begins is not None and (many == len(every) or every[many] > now):
                    yield begins


def _midnights(leaf: Day, journey: Journey, at: int) -> tuple[int, ...]:
    zone = journey.traits.get(dates.ZONE_TRAIT)
    return dates.changes(leaf, journey.traits.get(leaf.trait), zone, journey.zone, at)
