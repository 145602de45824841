"""The test vectors of the formulas' page, and examples a person can check by hand."""

from __future__ import annotations

from fractions import Fraction

import pytest

from wend.methods.intervals import Sums, compare_means, compare_shares, mean, wilson
from wend.voice.scores import (
    NpsCounts,
    compare_nps,
    csat,
    effective_answers,
    effort,
    gap,
    nps,
    nps_answers_needed,
    peak_end,
    weighted_nps,
)


def test_nps_and_its_adjusted_interval() -> None:
    answer = nps(NpsCounts(36, 11, 67))
    assert answer.value == pytest.approx(37.313, abs=5e-4)
    centre = (answer.low + answer.high) / 2
    assert (centre, answer.low, answer.high) == pytest.approx((35.714, 18.101, 53.328), abs=5e-4)


def test_nps_of_ten_answers() -> None:
    answer = nps(NpsCounts(5, 1, 10))
    assert (answer.low, answer.high) == pytest.approx((-6.980, 68.519), abs=5e-4)


def test_nps_never_leaves_its_range() -> None:
    assert nps(NpsCounts(10, 0, 10)).high == 100


def test_nps_counts_come_from_answers() -> None:
    assert NpsCounts.of({10: 2, 9: 1, 8: 4, 6: 1, 0: 1}) == NpsCounts(3, 2, 9)


def test_two_nps_compared() -> None:
    answer = compare_nps(NpsCounts(120, 40, 250), NpsCounts(90, 60, 240))
    z = answer.value / ((answer.high - answer.low) / 2 / 1.959964)
    assert (z, answer.p) == pytest.approx((2.832, 0.0046), abs=6e-4)


def test_answers_needed_for_a_margin() -> None:
    assert nps_answers_needed(0.5, 0.2, 0.05) == 938


def test_csat_is_a_top_two_share_with_wilson() -> None:
    answer = csat({5: 500, 4: 460, 3: 200, 1: 40})
    assert (100 * answer.value, 100 * answer.low, 100 * answer.high) == pytest.approx((80, 77.643, 82.166), abs=5e-4)
    nine = wilson(9, 10)
    assert (100 * nine.low, 100 * nine.high) == pytest.approx((59.585, 98.212), abs=5e-4)
    assert csat({7: 1, 6: 1, 5: 2}, "csat7").value == 0.5


def test_one_distribution_gives_three_effort_headlines() -> None:
    answer = effort(dict(zip(range(1, 8), (80, 210, 140, 110, 160, 180, 120), strict=True)))
    assert answer.mean.value == pytest.approx(4.08)
    assert answer.agree.value == pytest.approx(0.46)
    assert answer.index == pytest.approx(-13.0)


def test_a_small_stratum_of_keen_answerers_is_weighted_down() -> None:
    strata = [(800, NpsCounts(12, 14, 40)), (200, NpsCounts(42, 6, 60))]
    assert NpsCounts(54, 20, 100).score == 34
    assert weighted_nps(strata).value == pytest.approx(8)
    weights = [800 / 1000 / (40 / 100)] * 40 + [200 / 1000 / (60 / 100)] * 60
    assert effective_answers(weights) == pytest.approx(60.0)


def test_gap_is_experience_minus_expectation() -> None:
    answer = gap([1, 2, 3], [3, 3, 3])
    assert (answer.value, answer.n) == (-1.0, 3)
    assert (answer.low, answer.high) == pytest.approx((-1 - 4.302653 / 3**0.5, -1 + 4.302653 / 3**0.5), abs=1e-5)


def test_mean_and_interval_of_four_answers_by_hand() -> None:
    answer = mean(Sums(4, 100 + 200 + 0 + 100, 100**2 + 200**2 + 100**2), unit=0.01)
    spread = Fraction(20000, 3)  # squared deviations from 100: 0 + 100² + 100² + 0, over n − 1 = 3
    assert answer.value == 1.0
    assert answer.high - answer.value == pytest.approx(3.182446 * (float(spread) / 4) ** 0.5 / 100, abs=1e-6)


def test_a_single_answer_spans_the_scale_and_none_stands_in_no_way() -> None:
    assert (mean(Sums(1, 200, 40000), (-2, 2), 0.01).low, mean(Sums(0, 0, 0), (-2, 2), 0.01).n) == (-2, 0)
    assert (wilson(0, 0).low, wilson(0, 0).high, nps(NpsCounts(0, 0, 0)).n) == (0.0, 1.0, 0)


def test_welch_agrees_with_a_published_form() -> None:
    scipy_stats = pytest.importorskip("scipy.stats")
    first, second = [1, 2, 2, 4, 5, 5], [3, 5, 5, 6, 8]
    answer = compare_means(_sums(first), _sums(second))
    assert answer.p == pytest.approx(scipy_stats.ttest_ind(first, second, equal_var=False).pvalue)


def test_shares_differ_by_newcombes_own_example() -> None:
    answer = compare_shares(56, 70, 48, 80)  # Newcombe 1998, table II (a)
    assert (answer.value, answer.low, answer.high) == pytest.approx((0.2, 0.0524, 0.3339), abs=5e-5)


def test_peak_and_end() -> None:
    assert peak_end([0.5, -2.0, 1.0]) == -0.5


def _sums(values: list[int]) -> Sums:
    return Sums(len(values), sum(values), sum(value * value for value in values))
