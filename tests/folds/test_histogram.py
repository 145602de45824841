"""Histograms keep their promise about error."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, strategies as st

from tests.folds.oracles import plain_bin
from wend.folds import histogram

SECONDS = st.one_of(st.integers(-5, 200), st.integers(0, 2**31 - 1), st.integers(2**31, 2**40))


def counted(values: list[int]) -> np.ndarray:
    counts = np.zeros(histogram.BINS, np.int64)
    for value in values:
        counts[histogram.bin_of(value)] += 1
    return counts


@given(SECONDS)
def test_the_bin_is_the_plain_one_and_its_edges_hold_the_value(value: int) -> None:
    at, edges = histogram.bin_of(value), histogram.edges()
    assert at == plain_bin(value)
    assert edges[at] <= min(max(value, 0), 2**31 - 1) < edges[at + 1]


@given(st.lists(st.integers(0, 10**8), min_size=1, max_size=40), st.sampled_from([0.1, 0.5, 0.9, 1.0]))
def test_a_quantile_is_off_by_less_than_the_stated_error(values: list[int], share: float) -> None:
    read = histogram.quantile(counted(values), share)
    exact = float(np.quantile(values, share))
    assert read == pytest.approx(exact, rel=histogram.ERROR, abs=0.51)


@given(st.lists(st.integers(0, 10**8), min_size=1, max_size=40), st.sampled_from([0.1, 0.5, 0.9, 1.0]))
def test_totals_make_single_numbers_exact_and_keep_a_bound(values: list[int], share: float) -> None:
    counts, totals = counted(values), np.zeros(histogram.BINS, np.int64)
    for value in values:
        totals[histogram.bin_of(value)] += value
    (read,) = histogram.quantiles(counts[None, :], share, totals[None, :])
    exact = float(np.quantile(values, share))
    single = counts.max() == 1
    assert read == pytest.approx(exact, rel=1e-9 if single else histogram.ERROR_WITH_TOTALS, abs=0.51)


def test_numbers_below_64_are_exact() -> None:
    assert histogram.median(counted([1, 2])) == 1.5
    assert histogram.median(counted([60, 61, 63])) == 61
    assert histogram.p90(counted(list(range(11)))) == 9


def test_nothing_has_no_median() -> None:
    assert histogram.median(counted([])) is None
