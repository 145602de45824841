"""When to look again: never later than the moment at which the answer changes by itself."""

from __future__ import annotations

from functools import partial
from random import Random

import numpy as np
import pytest

from tests.conditions.worlds import COMPUTED, SEGMENTS, START, WORDS, ZONE, Log, condition, log
from wend.conditions import live, rhythm
from wend.conditions.resolving import resolved
from wend.conditions.tree import Did, Frame, Happening, Slower
from wend.segments.live.looking import Looking
from wend.segments.live.standing import NEVER
from wend.segments.live.timing import again

DAY = 86_400
CASES = 60


def _moment(random: Random) -> int:
    return START + random.choice((0, 3_600, DAY, 5 * DAY, 40 * DAY, 400 * DAY)) + random.choice((0, 1, 59))


def looking_at(world: Log, number: int, now: int) -> Looking:
    """A bucket of a log at a moment."""
    known, bucket = world.world, world.world.machine.journal.buckets[number]
    return Looking(bucket, WORDS, ZONE, now, known.facts, partial(known.lapses, bucket=bucket, number=number))


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
        journeys = [world.journey(who, random) for who in range(len(world.names))]
        inside = [live.holds(asked, journey, now) for journey in journeys]
        looking = [looking_at(world, number, now) for number in range(len(buckets))]
        told = [each.at(asked, np.array(inside[k :: len(buckets)], np.bool_)) for k, each in enumerate(looking)]
        for who, name in enumerate(world.names):
            number, place = who % len(buckets), who // len(buckets)
            assert buckets[number].customers[place].as_py() == name
            changes, untold = live.until(asked, journeys[who], now), looking[number].at(asked)
            assert changes is None or now < untold[place] <= told[number][place] <= changes


@pytest.mark.parametrize("seed", range(4))
def test_everybodys_rhythm_is_that_of_each(seed: int) -> None:
    random = Random(200 + seed)
    for _ in range(CASES):
        world, now = log(random), _moment(random)
        leaf = Slower(Happening("anything"), random.choice((1_000, 1_500, 3_000)))
        for number in range(len(world.world.machine.journal.buckets)):
            looked = looking_at(world, number, now).at(leaf).tolist()
            for place, moment in enumerate(looked):
                journey = world.journey(place * len(world.world.machine.journal.buckets) + number, random)
                times = [each.at for each in journey.lived]
                begins = rhythm.slower_from([at for at in times if at <= now], leaf.times, journey.season)
                turns = [*(at for at in times if at > now), *([begins] if begins and begins > now else [])]
                assert moment == min(turns, default=NEVER)


def test_who_is_outside_is_not_looked_at_for_what_can_only_fall() -> None:
    world = log(Random(1))
    bucket = world.world.machine.journal.buckets[0]
    outside = np.zeros(len(bucket.offsets) - 1, np.bool_)
    asked = Did(Happening("anything"), frame=Frame(last=1_000 * DAY))
    looking = looking_at(world, 0, int(max(bucket.occurred_at)))
    assert (looking.at(asked) < NEVER).any()
    assert (looking.at(asked, outside) == NEVER).all()
