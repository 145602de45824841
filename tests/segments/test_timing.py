"""When to look again: never later than the moment at which the answer changes by itself."""

from __future__ import annotations

from random import Random

import pytest

from tests.conditions.worlds import COMPUTED, SEGMENTS, START, WORDS, ZONE, condition, log
from wend.conditions import live
from wend.conditions.resolving import resolved
from wend.segments.live.looking import Looking
from wend.segments.live.timing import again

DAY = 86_400
CASES = 60


def _moment(random: Random) -> int:
    return START + random.choice((0, 3_600, DAY, 5 * DAY, 40 * DAY, 400 * DAY)) + random.choice((0, 1, 59))


@pytest.mark.parametrize("seed", range(4))
def test_a_customer_is_looked_at_in_time(seed: int) -> None:
    random = Random(seed)
    for _ in range(CASES):
        world = log(random)
        journey, now = world.journey(0, random), _moment(random)
        asked = resolved(condition(random), SEGMENTS, COMPUTED)
        changes, looked = live.until(asked, journey, now), again(asked, journey, now, live.holds(asked, journey, now))
        assert changes is None or (looked is not None and now < looked <= changes)


@pytest.mark.parametrize("seed", range(4))
def test_everybody_at_once_is_looked_at_in_time(seed: int) -> None:
    random = Random(100 + seed)
    for _ in range(CASES):
        world = log(random)
        asked, now = resolved(condition(random), SEGMENTS, COMPUTED), _moment(random)
        buckets = world.world.machine.journal.buckets
        looked = [Looking(bucket, WORDS, ZONE, now).at(asked) for bucket in buckets]
        for who, name in enumerate(world.names):
            number, place = who % len(buckets), who // len(buckets)
            assert buckets[number].customers[place].as_py() == name
            changes = live.until(asked, world.journey(who, random), now)
            assert changes is None or now < looked[number][place] <= changes
