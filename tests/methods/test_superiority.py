"""Cliff's delta: its definition, its tie to shares, and an interval that holds what it promises."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, strategies as st

from wend.methods.intervals import compare_shares
from wend.methods.superiority import superiority

SMALL = st.lists(st.integers(0, 4), min_size=2, max_size=12)


def plain(first: list[int], second: list[int]) -> float:
    """More often above than below, over all pairs."""
    return sum((a > b) - (a < b) for a in first for b in second) / len(first) / len(second)


@given(first=SMALL, second=SMALL)
def test_it_is_more_minus_less_over_all_pairs(first: list[int], second: list[int]) -> None:
    found = superiority(np.array(first, float), np.array(second, float))
    assert found.value == pytest.approx(plain(first, second), abs=1e-12)
    assert -1 <= found.low <= found.value + 1e-12
    assert found.value - 1e-12 <= found.high <= 1
    assert 0 <= found.p <= 1


@given(first=SMALL, second=SMALL)
def test_the_other_way_round_is_the_mirror(first: list[int], second: list[int]) -> None:
    one, other = (superiority(np.array(a, float), np.array(b, float)) for a, b in ((first, second), (second, first)))
    assert (one.value, one.low, one.high) == pytest.approx((-other.value, -other.high, -other.low), abs=1e-9)
    assert one.p == pytest.approx(other.p)


def test_of_yes_and_no_it_is_the_difference_of_shares() -> None:
    yes, no = np.repeat([1.0, 0.0], [30, 70]), np.repeat([1.0, 0.0], [10, 90])
    found, shares = superiority(yes, no), compare_shares(30, 100, 10, 100)
    assert found.value == pytest.approx(shares.value)
    assert (found.low, found.high) == pytest.approx((shares.low, shares.high), abs=0.01)


def test_the_published_test_of_pain_scores() -> None:
    """Brunner & Munzel (2000), pain after surgery under two treatments: t = 3.1375, p = 0.005786."""
    active = np.array([1, 2, 1, 1, 1, 1, 1, 1, 1, 1, 2, 4, 1, 1], float)
    control = np.array([3, 3, 4, 3, 1, 2, 3, 1, 1, 5, 4], float)
    assert superiority(control, active).p == pytest.approx(0.005786, abs=5e-6)
    assert (superiority(control, active).value + 1) / 2 == pytest.approx(0.788961, abs=5e-7)


def test_groups_that_do_not_meet_still_have_a_test() -> None:
    apart = superiority(np.arange(10.0) + 100, np.arange(10.0))
    assert (apart.value, apart.high) == (1.0, 1.0)
    assert 0.3 < apart.low < 0.8
    assert apart.p == pytest.approx(0.000157, abs=1e-6)  # Mann–Whitney: z = 50 ÷ √175


def test_the_interval_holds_the_truth_as_often_as_it_says() -> None:
    drawn, truth, held = np.random.default_rng(3), 2 * 0.7602 - 1, 0
    for _ in range(400):  # two normals a deviation apart: P(X > Y) = Φ(1 ÷ √2) = 0.7602
        found = superiority(drawn.normal(1, 1, 40), drawn.normal(0, 1, 60))
        held += found.low <= truth <= found.high
    assert 0.92 <= held / 400 <= 0.98
