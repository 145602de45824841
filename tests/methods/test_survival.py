"""Kaplan–Meier and log-rank: the leukaemia trial that every textbook reckons, and SciPy as the oracle of random data.

Freireich et al. (1963): weeks of remission of 21 patients with 6-MP and 21 with placebo, as in Kalbfleisch & Prentice.
"""

from __future__ import annotations

import warnings

import numpy as np
import pytest
from hypothesis import given, strategies as st
from scipy import stats

from wend.methods.survival import Counts, kaplan_meier, log_rank, median

MP_ENDED = [6, 6, 6, 7, 10, 13, 16, 22, 23]
MP_OPEN = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35]
PLACEBO = [1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23]
TIMES = st.lists(st.integers(0, 8), min_size=1, max_size=12)


def counts(times: list[int], size: int = 40) -> Counts:
    return np.bincount(np.array(times, np.int64), minlength=size).astype(np.int64)


MP, CONTROL = (counts(MP_ENDED), counts(MP_OPEN)), (counts(PLACEBO), counts([]))


def test_the_published_curve_of_the_leukaemia_trial() -> None:
    curve = kaplan_meier(*MP)
    assert curve.time.tolist() == [6, 7, 10, 13, 16, 22, 23]
    assert curve.at_risk.tolist() == [21, 17, 15, 12, 11, 7, 6]
    assert curve.share.round(3).tolist() == [0.857, 0.807, 0.753, 0.690, 0.627, 0.538, 0.448]
    assert curve.error.round(4).tolist() == [0.0764, 0.0869, 0.0963, 0.1068, 0.1141, 0.1282, 0.1346]


def test_the_published_medians_of_the_leukaemia_trial() -> None:
    with_mp, without = median(kaplan_meier(*MP)), median(kaplan_meier(*CONTROL))
    assert (with_mp.value, with_mp.low, with_mp.high) == (23, 13, None)
    assert (without.value, without.low, without.high) == (8, 4, 11)


def test_the_published_log_rank_test_of_the_leukaemia_trial() -> None:
    test = log_rank([MP, CONTROL])
    assert test is not None
    assert (round(test.chi_squared, 2), test.freedom) == (16.79, 1)
    assert test.p == pytest.approx(4.17e-5, rel=0.01)
    assert [round(each, 2) for each in test.expected] == [19.25, 10.75]
    assert test.ended == (9, 21)


@given(TIMES, TIMES)
def test_any_curve_is_that_of_scipy(ended: list[int], waiting: list[int]) -> None:
    curve = kaplan_meier(counts(ended), counts(waiting))
    theirs = stats.ecdf(stats.CensoredData(uncensored=ended, right=waiting)).sf
    np.testing.assert_allclose(curve.share, theirs.evaluate(curve.time), atol=1e-12)
    with np.errstate(all="ignore"), warnings.catch_warnings():
        warnings.simplefilter("ignore")  # where nothing is left SciPy has no interval, and says so
        sides = theirs.confidence_interval(method="log-log")
        low, high = (getattr(sides, side).probabilities for side in ("low", "high"))
    inside = (curve.share > 0) & (curve.share < 1)
    at = np.searchsorted(theirs.quantiles, curve.time)
    np.testing.assert_allclose(curve.low[inside], low[at][inside], atol=1e-9)
    np.testing.assert_allclose(curve.high[inside], high[at][inside], atol=1e-9)


@given(TIMES, TIMES, TIMES, TIMES)
def test_any_comparison_of_two_is_that_of_scipy(a: list[int], b: list[int], c: list[int], d: list[int]) -> None:
    test = log_rank([(counts(a), counts(b)), (counts(c), counts(d))])
    if test is None:
        return
    theirs = stats.logrank(stats.CensoredData(uncensored=a, right=b), stats.CensoredData(uncensored=c, right=d))
    assert test.chi_squared == pytest.approx(float(theirs.statistic) ** 2, abs=1e-9)
    assert test.p == pytest.approx(float(theirs.pvalue), abs=1e-9)


def test_a_group_without_anybody_changes_nothing_and_the_order_of_groups_neither() -> None:
    half = MP[0] // 2, MP[1]
    two, three = log_rank([MP, CONTROL]), log_rank([MP, (counts([]), counts([])), CONTROL])
    ways = [log_rank(groups) for groups in ([MP, CONTROL, half], [half, MP, CONTROL], [CONTROL, half, MP])]
    assert two is not None
    assert three is not None
    assert three.freedom == 1
    assert three.chi_squared == pytest.approx(two.chi_squared)
    assert {way.freedom for way in ways if way} == {2}
    assert len({round(way.chi_squared, 9) for way in ways if way}) == 1


def test_nobody_and_one_group_cannot_be_compared() -> None:
    nobody = counts([]), counts([3])
    assert log_rank([MP]) is None
    assert log_rank([nobody, nobody]) is None
    assert kaplan_meier(*nobody).at(9) == (1.0, 1.0, 1.0)
