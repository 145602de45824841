"""Whom an event does not touch, it does not change."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace
from random import Random
from typing import Any

import pytest

from tests.conditions.stage_sets import naming, turning
from tests.conditions.worlds import COMPUTED, SEGMENTS, START, TOUCHPOINTS, condition, log
from wend.conditions import live
from wend.conditions.journey import FOUND, Journey
from wend.conditions.resolving import resolved
from wend.conditions.tree import Condition, Ground, grounds
from wend.segments.live.standing import NEVER
from wend.segments.live.timing import again
from wend.segments.live.watching import Watched, Watching

DAY = 86_400
CASES = int(os.environ.get("WEND_TOUCHING_CASES", "600"))
COVERING = {each.key: each.rule.events for each in TOUCHPOINTS}


def passing(random: Random) -> tuple[Condition, Journey]:
    """A condition that looks for entries into segments, or exits from them, and somebody."""
    while True:
        asked = resolved(condition(random, levels=1), SEGMENTS, COMPUTED)
        if any(not isinstance(each, str) for each in grounds(asked)):
            return asked, log(random).journey(0, random)


def staged(random: Random) -> tuple[Condition, Journey]:
    """A condition that names stages which time alone begins and ends, and somebody."""
    told = turning(random)
    return naming(random, told.keys), told.journey(0, random)


def passed(journey: Journey, ground: Ground, condition: Condition, now: int) -> tuple[Sequence[Any], int]:
    """What somebody entered up to now, each with the event that did it; and when they enter the next one."""
    entries = journey.turned(condition).entries(ground)
    ids = [
        (each.at, each.stage, each.place if each.place is None else journey.happened[each.place].event_id)
        for each in entries
        if each.at <= now
    ]
    return ids, min((each.at for each in entries if each.at > now), default=NEVER)


@pytest.mark.parametrize("asking", [passing, staged])
@pytest.mark.parametrize("seed", range(2))
def test_what_an_event_does_not_touch_stays_as_it_was(seed: int, asking: Any) -> None:
    untouched = 0
    for case in range(CASES):
        random = Random(10_000 * seed + case)
        asked, after = asking(random)
        watching = Watching((0, 0), (Watched("s", "S", 1, 1, 1, "first", False, asked),), COVERING)
        if len(after.happened) < 2:
            continue
        new = random.choice(after.happened)
        forgotten: dict[str, Any] = {name: {} for name in FOUND}
        known = [each for each in after.events if each.event_id != new.event_id]
        before = replace(after, events=known, **forgotten)
        now = max(new.at, START + random.choice((0, DAY, 40 * DAY)))
        if not any(each.at <= now for each in before.happened):
            continue  # whoever begins is judged whole
        told = [passed(after, each, asked, now) for each in watching.grounded]
        was = [passed(before, each, asked, now) for each in watching.grounded]
        if watching.touched_by([new.name]) or [each for each, _ in told] != [each for each, _ in was]:
            continue
        holds = live.holds(asked, before, now)
        looked = again(asked, before, now, holds)
        ahead = min([NEVER if looked is None else looked, *(moment for _, moment in told)])
        changes = live.until(asked, after, now)
        assert live.holds(asked, after, now) == holds, (seed, case, new, asked)
        assert changes is None or ahead <= changes, (seed, case, new, asked)
        untouched += 1
    assert untouched > CASES // 20
