"""The scan over runs of days finds a plain step where it is, and nothing in noise."""

from __future__ import annotations

import numpy as np
from scipy.stats import binom

from wend.maps.obstacles import scan
from wend.maps.obstacles.context import Real


def _series(rng: np.random.Generator, days: int, rate: Real) -> tuple[Real, Real]:
    tried = rng.poisson(12, days)
    return tried.astype(np.float64), rng.binomial(tried, rate).astype(np.float64)


def test_three_bad_weeks_are_found_to_the_day_or_nearly() -> None:
    rng = np.random.default_rng(1)
    rate = np.full(300, 0.25)
    rate[150:171] = 0.75
    found = scan.worst_run(*_series(rng, 300, rate), 0.08)
    assert found is not None
    assert abs(found.first - 150) <= 1
    assert abs(found.last - 170) <= 1
    assert found.p < 1e-9


def test_noise_is_claimed_no_more_often_than_stated() -> None:
    claimed = 0
    for seed in range(200):
        found = scan.worst_run(*_series(np.random.default_rng(seed), 200, np.full(200, 0.4)), 0.08)
        claimed += found is not None and found.p <= 0.05
    assert claimed <= binom.ppf(0.99, 200, 0.05)


def test_a_slope_is_no_incident() -> None:
    rng = np.random.default_rng(2)
    found = scan.worst_run(*_series(rng, 240, np.linspace(0.1, 0.8, 240)), 0.08)
    assert found is None or found.p > 0.05


def test_a_log_that_only_begins_badly_has_no_incident() -> None:
    rng = np.random.default_rng(3)
    rate = np.where(np.arange(240) < 20, 0.9, 0.3)
    found = scan.worst_run(*_series(rng, 240, rate), 0.08)
    assert found is None or found.p > 0.05


def test_weeks_that_always_swing_make_the_scan_stricter() -> None:
    rng = np.random.default_rng(4)
    calm = np.full(280, 0.4)
    calm[140:150] = 0.75
    stormy = calm + np.repeat(rng.normal(0, 0.2, 40), 7)
    tried = np.full(280, 15.0)
    scores = []
    for rate in (calm, np.clip(stormy, 0.02, 0.98)):
        found = scan.worst_run(tried, np.round(tried * rate), 0.08)
        scores.append(found.score if found else 0.0)
    assert scores[1] < scores[0] / 2
