"""Whatever happens in which order: members are those that a fresh computation finds, and nobody enters twice."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from tests.segments.story import Killed, Shop, killed_at, stocked
from wend.segments import facade as segments

PLACES = ("before_following", "after_following", "before_computing", "after_computing")


def _is_alternating(shop: Shop, key: str) -> bool:
    """Per customer, entering and leaving take turns."""
    last: dict[str, str] = {}
    for change in shop.changes(key):
        if last.get(change.customer) == change.what:
            return False
        last[change.customer] = change.what
    return True


@pytest.mark.parametrize("seed", range(12))
def test_members_are_those_of_a_fresh_computation(tmp_path: Path, seed: int) -> None:
    random = Random(seed)
    shop = stocked(tmp_path, random)
    for _ in range(60):
        random.choice(shop.steps())()
        if random.random() < 0.05:
            shop.define()
    segments.catch_up(shop.here)
    assert shop.live() == shop.fresh()
    assert all(_is_alternating(shop, each.key) for each in segments.segments(shop.here))


@pytest.mark.parametrize("seed", range(8))
def test_kills_between_transactions_change_nothing(tmp_path: Path, seed: int) -> None:
    random = Random(1_000 + seed)
    shop = stocked(tmp_path, random)
    for _ in range(30):
        try:
            with killed_at(random.choice(PLACES), random.randint(1, 2)):
                random.choice(shop.steps())()
        except Killed:
            shop.restart()
    segments.catch_up(shop.here)
    assert shop.live() == shop.fresh()
    assert all(_is_alternating(shop, each.key) for each in segments.segments(shop.here))
