"""Whom an event does not touch, it does not change."""

from __future__ import annotations

import os
from dataclasses import replace
from random import Random
from typing import Any

import pytest

from tests.conditions.worlds import COMPUTED, SEGMENTS, START, TOUCHPOINTS, condition, log
from wend.conditions import live
from wend.conditions.journey import FOUND
from wend.conditions.resolving import resolved
from wend.conditions.tree import Condition, grounds
from wend.segments.live.timing import again
from wend.segments.live.watching import Watched, Watching

DAY = 86_400
CASES = int(os.environ.get("WEND_TOUCHING_CASES", "600"))
COVERING = {each.key: each.rule.events for each in TOUCHPOINTS}


def passing(random: Random) -> Condition:
    """A condition that looks for entries into segments, or exits from them."""
    while True:
        asked = resolved(condition(random, levels=1), SEGMENTS, COMPUTED)
        if any(not isinstance(each, str) for each in grounds(asked)):
            return asked


@pytest.mark.parametrize("seed", range(2))
def test_what_an_event_does_not_touch_stays_as_it_was(seed: int) -> None:
    untouched = 0
    for case in range(CASES):
        random = Random(10_000 * seed + case)
        asked = passing(random)
        watching = Watching((0, 0), (Watched("s", "S", 1, 1, 1, "first", False, asked),), COVERING)
        world = log(random)
        after = world.journey(0, random)
        if len(after.happened) < 2:
            continue
        new = random.choice(after.happened)
        if watching.touched_by([new.name]) or watching.passed_at({new.at}, after):
            continue
        known = [each for each in after.events if each.event_id != new.event_id]
        forgotten: dict[str, Any] = {name: {} for name in FOUND}
        before = replace(after, events=known, **forgotten)
        now = max(new.at, START + random.choice((0, DAY, 40 * DAY)))
        if not any(each.at <= now for each in before.happened):
            continue  # whoever begins is judged whole
        was = live.holds(asked, before, now)
        changes, looked = live.until(asked, after, now), again(asked, before, now, was)
        assert live.holds(asked, after, now) == was, (seed, case, new, asked)
        assert changes is None or (looked is not None and looked <= changes), (seed, case, new, asked)
        untouched += 1
    assert untouched > CASES // 20
