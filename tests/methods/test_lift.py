"""Lift: a published table, zero counts, and means."""

from __future__ import annotations

import numpy as np
import pytest

from wend.methods.intervals import Sums
from wend.methods.lift import lift_of_means, lift_of_shares


def sums(values: list[int]) -> Sums:
    return Sums(len(values), sum(values), sum(value * value for value in values))


def test_the_published_ratio_of_the_physicians_health_study() -> None:
    """Agresti (2002), aspirin and heart attacks: placebo against aspirin 1.82, 95 % from 1.43 to 2.31."""
    found = lift_of_shares(189, 11_034, 104, 11_037)
    assert found is not None
    assert (found.value, found.low, found.high) == pytest.approx((1.818, 1.433, 2.306), abs=5e-4)


def test_never_has_an_interval_too() -> None:
    never = lift_of_shares(0, 100, 20, 100)
    assert never is not None
    assert 0 < never.low < never.value < never.high < 1
    assert lift_of_shares(0, 100, 0, 100) is None
    assert lift_of_shares(0, 0, 5, 100) is None


def test_means_are_compared_as_a_ratio() -> None:
    found = lift_of_means(sums([4, 6, 8, 6]), sums([2, 3, 4, 3]))
    assert found is not None
    assert found.value == 2.0
    assert found.low * found.high == pytest.approx(4.0)
    assert lift_of_means(sums([0, 0]), sums([1, 2])) is None


def test_the_interval_of_means_holds_the_truth() -> None:
    drawn, held = np.random.default_rng(5), 0
    for _ in range(300):
        first, second = (drawn.gamma(2, scale, 150) * 100 for scale in (3, 1.5))
        found = lift_of_means(sums(first.astype(int).tolist()), sums(second.astype(int).tolist()))
        held += found is not None and found.low <= 2 <= found.high
    assert 0.92 <= held / 300 <= 0.98
