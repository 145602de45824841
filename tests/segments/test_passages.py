"""Many customers walked at once enter and leave what each of them does by themselves."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import numpy as np
import pytest

from tests.conditions.stage_sets import turning
from tests.conditions.worlds import COMPUTED, DATED, SEGMENTS, SETS, log_of
from wend.conditions import standing
from wend.conditions.journey import Happened, Journey
from wend.conditions.resolving import resolved
from wend.conditions.tree import Condition, Ground
from wend.domain.stage import StageSet
from wend.segments.live.passages import Passages
from wend.segments.live.standing import NEVER

CASES = 40


@pytest.mark.parametrize("seed", range(2))
def test_walked_at_once_is_read_one_by_one(seed: int) -> None:
    found = 0
    for case in range(CASES):
        random = Random(1_000 * seed + case)
        told = turning(random)
        bucket = told.world.machine.journal.buckets[0]
        rows = {name: place for place, name in enumerate(bucket.customers.to_pylist())}
        passages = Passages(bucket, rows, lambda told=told: told.world)  # type: ignore[misc]
        said = [resolved(SEGMENTS[key], SEGMENTS, COMPUTED) for key in random.sample(DATED, 3)]
        grounds: list[StageSet | Condition | None] = [told.stage_set, *SETS.values(), None, *said]
        for who, name in enumerate(told.log.names):
            journey = told.journey(who, random)
            for ground in [*grounds, journey.stage_set] if name in rows else ():
                alone = list(standing.entered(journey, ground))
                assert list(passages.entered(journey, ground)) == alone, (case, who, ground)
                found += len(alone)
    assert found > CASES


def told_of(journey: Journey, ground: StageSet | Condition) -> list[tuple[int, str, int | None]]:
    """Every entry of somebody: when, into what, and at which event."""
    every = standing.entered(journey, ground)
    return [(at, stage, None if place is None else journey.happened[place].event_id) for at, place, stage in every]


@pytest.mark.parametrize("seed", range(2))
def test_what_is_new_changes_what_both_walks_tell_otherwise(seed: int) -> None:
    seen = set[tuple[bool, bool]]()
    for case in range(CASES):
        random = Random(2_000 * seed + case)
        told = turning(random)
        lives = told.log.lives
        pasts = [random.sample(life, max(0, len(life) - random.randint(0, 2))) for life in lives]
        both = replace(told, log=log_of(random, [*map(list[Happened], lives), *pasts]))
        buckets = both.world.machine.journal.buckets
        if len(buckets) > 1 or not all(pasts):
            continue
        ids = np.array([event.event_id for life in both.log.lives for event in life], np.int64)
        places = {name: place for place, name in enumerate(buckets[0].customers.to_pylist())}
        before = {f"c{who}": places[f"c{len(lives) + who}"] for who in range(len(lives))}
        passages = Passages(buckets[0], places, lambda both=both: both.world, before, ids)  # type: ignore[misc]
        said = [resolved(SEGMENTS[key], SEGMENTS, COMPUTED) for key in random.sample(DATED, 3)]
        keyed: dict[Ground, StageSet | Condition] = {
            told.stage_set.key: told.stage_set,
            **{each: each for each in said},
        }
        for who, (ground, meant) in ((who, each) for who in range(len(lives)) for each in keyed.items()):
            now = random.choice(lives[who]).at + random.choice((0, 1, 86_400, 40 * 86_400))
            mine, theirs = (told_of(both.journey(k, random), meant) for k in (who, len(lives) + who))
            up_to_now = [[each for each in entries if each[0] <= now] for entries in (mine, theirs)]
            ahead = min((each[0] for each in mine if each[0] > now), default=NEVER)
            differs = up_to_now[0] != up_to_now[1]
            assert passages.changed(f"c{who}", ground, now) == differs, (seed, case, who, ground)
            assert passages.ahead(f"c{who}", ground, now) == ahead, (seed, case, who, ground)
            seen.add((differs, ahead < NEVER))
    assert len(seen) == 4
