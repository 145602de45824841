"""Many customers walked at once enter and leave what each of them does by themselves."""

from __future__ import annotations

from random import Random

import pytest

from tests.conditions.stage_sets import turning
from tests.conditions.worlds import COMPUTED, DATED, SEGMENTS, SETS
from wend.conditions import standing
from wend.conditions.resolving import resolved
from wend.conditions.tree import Condition
from wend.domain.stage import StageSet
from wend.segments.live.passages import Passages

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
