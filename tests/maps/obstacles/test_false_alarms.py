"""Where nothing is wrong nothing is claimed: false alarms stay at or below the stated five in a hundred logs."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from scipy.stats import binom

from tests.maps.obstacles.worlds import Planted, shop, with_groups_shuffled, with_ratings_shuffled
from wend.maps.obstacles import find_obstacles
from wend.maps.obstacles.context import Context
from wend.methods.correction import LEVEL

SEEDS = 44
ALLOWED = int(binom.ppf(0.95, SEEDS, LEVEL))
"""More alarms than this would refute the stated rate (one-sided, 5 %)."""


def _quiet(seed: int) -> Context:
    return shop(seed, customers=330)


def _late_but_harmless(seed: int) -> Context:
    return shop(seed, customers=330, planted=Planted(late_in="Huế"))


def _harm_shuffled_away(seed: int) -> Context:
    return with_ratings_shuffled(shop(seed, customers=330, planted=Planted(late_hurts=-150, late_in="Huế")), seed)


def _groups_shuffled(seed: int) -> Context:
    return with_groups_shuffled(with_ratings_shuffled(_quiet(seed), seed), seed)


@pytest.mark.parametrize("world", [_quiet, _late_but_harmless, _harm_shuffled_away, _groups_shuffled])
def test_false_alarms_stay_at_the_stated_rate(world: Callable[[int], Context]) -> None:
    alarms = {seed: found for seed in range(SEEDS) if (found := find_obstacles(world(seed)))}
    assert len(alarms) <= ALLOWED, {seed: [each.key for each in found] for seed, found in alarms.items()}
