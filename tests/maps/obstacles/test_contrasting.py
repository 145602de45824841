"""The arithmetic of one contrast: by hand, against a plain definition, and its errors against simulation."""

from __future__ import annotations

from collections import defaultdict

import numpy as np
import pytest
from hypothesis import given, strategies as st

from wend.maps.obstacles.contrasting import LEAST_OTHERS, contrast
from wend.methods.correction import holm


def test_two_months_by_hand() -> None:
    """Month 0: hit 1 of 4 against 3 of 4; month 1: hit 0 of 4 against 2 of 4. Both differ by a half."""
    y = np.asarray([1, 0, 0, 0, 1, 1, 1, 0] * 10 + [0, 0, 0, 0, 1, 1, 0, 0] * 10, np.float64)
    hit = np.asarray(([True] * 4 + [False] * 4) * 20)
    month = np.repeat([0, 1], 80)
    found = contrast(y, hit, month, np.arange(160), always=True)
    assert found is not None
    assert (found.hit_mean, found.other_mean, found.effect) == pytest.approx((1 / 8, 5 / 8, -1 / 2))
    assert (found.hit_n, found.other_n) == (80, 80)


def test_a_bad_month_is_not_blamed_on_those_who_were_hit_in_it() -> None:
    """All of December is bad and most were hit in December: compared with December's others nothing is left."""
    month = np.repeat([0, 1], 400)
    hit = np.r_[np.arange(400) < 40, np.arange(400) < 300]
    y = np.where(month == 1, np.arange(800) % 2 == 0, 1.0).astype(np.float64)
    found = contrast(y, hit, month, np.arange(800))
    assert found is not None
    assert found.effect == pytest.approx(0, abs=0.01)
    assert y[hit].mean() - y[~hit].mean() < -0.3  # what a naive comparison would say


@given(st.integers(0, 2**32), st.integers(80, 300))
def test_the_effect_is_what_the_hit_lost_against_their_own_strata(seed: int, size: int) -> None:
    rng = np.random.default_rng(seed)
    stratum, hit, y = rng.integers(0, 4, size), rng.random(size) < rng.uniform(0.1, 0.9), rng.integers(-2, 3, size)
    owner, rows = rng.integers(0, 30, size), zip(stratum.tolist(), hit.tolist(), y.tolist(), strict=True)
    found = contrast(y.astype(np.float64), hit, stratum, owner)
    arms: dict[tuple[int, bool], list[int]] = defaultdict(list)
    for s, is_hit, value in rows:
        arms[s, is_hit].append(value)
    usable = [s for s in range(4) if arms[s, True] and len(arms[s, False]) >= LEAST_OTHERS]
    lost = [v - np.mean(arms[s, False]) for s in usable for v in arms[s, True]]
    others = sum(len(arms[s, False]) for s in usable)
    if found is None:
        assert len(lost) < 30 or others < 30
    else:
        assert found.effect == pytest.approx(float(np.mean(lost)))
        assert (found.hit_n, found.other_n) == (len(lost), others)


def test_the_interval_holds_when_customers_come_back_many_times() -> None:
    """Ten attempts a customer, all of one mood: in 200 draws the 95 % interval holds the true zero about 95 % of
    times.
    """
    rng = np.random.default_rng(5)
    held = 0
    for _ in range(200):
        owner = np.repeat(np.arange(120), 10)
        y = rng.normal(0, 1, 120)[owner] + rng.normal(0, 0.3, 1200)
        hit = (owner % 3 == 0) & (rng.random(1200) < 0.9)
        found = contrast(y, hit, np.zeros(1200, np.int64), owner, always=True)
        assert found is not None
        held += found.low <= 0 <= found.high
    assert 181 <= held <= 199  # 95 % of 200, give or take three standard errors


def test_too_few_is_no_contrast() -> None:
    y, hit = np.ones(100), np.arange(100) < 29
    assert contrast(y, hit, np.zeros(100, np.int64), np.arange(100)) is None
    assert contrast(np.where(hit, np.nan, y), hit, np.zeros(100, np.int64), np.arange(100)) is None


def test_holm_steps_down_and_counts_comparisons_that_were_never_shown() -> None:
    p = np.asarray([0.01, 0.02, 0.5])
    assert holm(p).tolist() == pytest.approx([0.03, 0.04, 0.5])
    assert holm(p, tests=10).tolist() == pytest.approx([0.1, 0.18, 1.0])
