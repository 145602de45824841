"""Changes of daily figures: found where they were made, and nowhere else."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray
from scipy.stats import chi2_contingency

from wend.methods.changes import Change, Series, changes, difference, interval, rhythm
from wend.methods.correction import holm
from wend.methods.scanning import MEAN, SHARE, best_run, greatest, ratio

DAYS = 300
WEEK = 1 + 0.4 * np.sin(2 * np.pi * np.arange(DAYS) / 7)
GROWTH = np.exp(np.linspace(0, 0.7, DAYS))


def counts(rng: np.random.Generator, mean: NDArray[np.float64] | float) -> Series:
    total = rng.poisson(mean * WEEK).astype(np.float64)
    return Series("count", rhythm(total), total)


def shares(rng: np.random.Generator, share: NDArray[np.float64] | float, tried: float = 30) -> Series:
    n = rng.poisson(tried, DAYS)
    return Series("share", n.astype(np.float64), rng.binomial(n, share).astype(np.float64))


def means(rng: np.random.Generator, mean: NDArray[np.float64] | float) -> Series:
    n = rng.poisson(20, DAYS).astype(np.float64)
    return Series("mean", n, n * mean + rng.normal(0, 50, DAYS) * np.sqrt(n), 2_500.0)


def inside(first: int, last: int, level: float, usual: float) -> NDArray[np.float64]:
    levels = np.full(DAYS, usual)
    levels[first : last + 1] = level
    return levels


def only(series: Series, points: float = 0.05, part: float = 0.2) -> Change:
    (found,) = changes(series, points, part)
    return found


def test_the_ratio_is_half_the_g_statistic() -> None:
    told = chi2_contingency([[12, 18], [70, 30]], correction=False, lambda_="log-likelihood").statistic
    assert 2 * ratio(SHARE, 12.0, 30.0, 70.0, 100.0, 1.0) == pytest.approx(told)


@pytest.mark.parametrize("days", [45, 100, DAYS])
def test_series_of_noise_at_once_are_those_one_by_one(days: int) -> None:
    rng = np.random.default_rng(days)
    exposure = rng.gamma(2, 10, days) * (rng.random(days) < 0.9)  # some days have nothing
    noise = rng.standard_normal((99, days))
    alone = [best_run(MEAN, row * np.sqrt(exposure), exposure, 1.0, 0.0, 0.0, 0.0)[2] for row in noise]
    assert greatest(noise, exposure) == pytest.approx(alone, rel=1e-9)
    assert max(alone) > 1


@pytest.mark.parametrize("seed", range(4))
def test_the_days_of_a_change_are_found(seed: int) -> None:
    rng = np.random.default_rng(seed)
    made = (
        shares(rng, inside(150, 170, 0.4, 0.7)),
        counts(rng, inside(150, 170, 20, 40) * GROWTH),
        means(rng, inside(150, 170, 460, 400)),
    )
    for series in made:
        found = only(series, *((0.05, 0.2) if series.kind == "share" else (5.0, 0.1)))
        assert abs(found.first - 150) <= 2
        assert abs(found.last - 170) <= 2
        assert not found.open
        assert found.p < 1e-3
        low, high = interval(series, found)
        assert low <= found.during <= high
        assert difference(series, found).high > difference(series, found).low


def test_a_level_that_stays_is_open() -> None:
    found = only(shares(np.random.default_rng(1), inside(120, DAYS, 0.4, 0.7)))
    assert abs(found.first - 120) <= 2
    assert (found.last, found.open) == (DAYS - 1, True)
    assert found.during == pytest.approx(0.4, abs=0.05)


def test_what_swings_back_within_days_needs_no_week() -> None:
    found = only(counts(np.random.default_rng(2), inside(200, 202, 4, 40)), 0, 0.3)
    assert (found.first, found.last) == (200, 202)


def test_quiet_series_stay_quiet() -> None:
    rng = np.random.default_rng(5)
    uneven = [rng.gamma(10, 0.1, DAYS) for _ in range(20)]  # days swing by a third more than chance lets them
    made = [counts(rng, 40 * GROWTH) for _ in range(60)] + [counts(rng, 3.0) for _ in range(30)]
    made += [counts(rng, 40 * each) for each in uneven] + [means(rng, 400) for _ in range(30)]
    made += [shares(rng, 0.7) for _ in range(30)] + [shares(rng, 0.05, 3) for _ in range(30)]
    p = np.array(
        [min([each.p for each in changes(series, 0, 0.1, seed)], default=1.0) for seed, series in enumerate(made)]
    )
    assert len(made) == 200
    assert (p <= 0.05).mean() <= 0.05
    assert holm(p).min() > 0.05


def test_a_slope_is_no_change() -> None:
    rng = np.random.default_rng(6)
    for _ in range(10):
        assert changes(counts(rng, 20 * np.exp(np.linspace(0, 2, DAYS))), 0, 0.2) == []


def test_what_leaps_every_month_is_no_change() -> None:
    letters = np.where(np.arange(DAYS) % 30 < 2, 400.0, 20.0)
    assert changes(counts(np.random.default_rng(7), letters), 0, 0.3) == []


def test_the_same_seed_gives_the_same_p() -> None:
    series = shares(np.random.default_rng(8), inside(150, 160, 0.5, 0.7))
    assert changes(series, 0.05, 0.2, seed=3) == changes(series, 0.05, 0.2, seed=3)


def test_short_series_have_no_usual_level() -> None:
    assert changes(Series("count", np.ones(41), np.r_[np.full(30, 50.0), np.zeros(11)]), 0, 0.3) == []
