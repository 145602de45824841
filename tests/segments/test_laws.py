"""Whatever happens in which order: members are those that a fresh computation finds, and nobody enters twice."""

from __future__ import annotations

import os
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest

from tests.customers.living import happens
from tests.segments import campaign
from tests.segments.story import CROWD, HOUR, PLACES, Killed, killed_at, stocked
from wend.segments import facade as segments
from wend.segments.live.following import MOST_PROMISES

SEEDS = int(os.environ.get("WEND_SEGMENT_SEEDS", "8"))
FIRST = int(os.environ.get("WEND_SEGMENT_SEED", "0"))


@pytest.mark.parametrize("seed", range(FIRST, FIRST + SEEDS))
def test_members_are_those_of_a_fresh_computation(tmp_path: Path, seed: int) -> None:
    random = Random(seed)
    shop = stocked(tmp_path, random)
    for _ in range(60):
        random.choice(shop.steps())()
        if random.random() < 0.05:
            shop.define()
        if random.random() < 0.02:
            shop.remove()
    assert shop.faults() == []


@pytest.mark.parametrize("seed", range(FIRST, FIRST + SEEDS))
def test_many_who_come_at_once_are_judged_alike(tmp_path: Path, seed: int) -> None:
    shop = stocked(tmp_path, Random(2_000_000 + seed))
    for _ in range(15):
        shop.crowd()
        shop.wait()
        shop.follow()
    assert shop.faults() == []


def test_what_waits_for_the_next_portion_was_not_known_before(tmp_path: Path) -> None:
    shop = stocked(tmp_path, Random(1))
    for who in CROWD:
        happens(shop.here, who, "product.viewed")
    segments.catch_up(shop.here)
    shop.clock.advance(timedelta(days=5))
    segments.catch_up(shop.here)
    for late in (60, 61):
        for who in CROWD:  # either of them alone says as much as both
            happens(shop.here, who, "order.placed", ago_s=late * HOUR)
        for _ in range(MOST_PROMISES):
            happens(shop.here, "customer:1", "case.opened")
    assert shop.faults() == []


@pytest.mark.parametrize("seed", range(FIRST, FIRST + SEEDS))
def test_kills_between_transactions_change_nothing(tmp_path: Path, seed: int) -> None:
    random = Random(1_000_000 + seed)
    shop = stocked(tmp_path, random)
    for _ in range(30):
        try:
            with killed_at(random.choice(PLACES), random.randint(1, 2)):
                random.choice(shop.steps())()
        except Killed:
            shop.restart()
    assert shop.faults() == []


def test_killed_processes_lose_and_double_nothing(tmp_path: Path) -> None:
    killed, faults = campaign.story(tmp_path, FIRST, lives=1)
    assert killed > 0
    assert faults == []
