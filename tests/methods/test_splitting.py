"""Where one run ends and the next begins, by hand."""

from __future__ import annotations

import numpy as np
import pytest

from wend.methods.splitting import cut_pairs, mean_pauses, otsu


def test_a_pause_becomes_the_mean_of_its_pair() -> None:
    told = mean_pauses(np.array([7, 9, 7]), np.array([1.0, 5.0, 3.0]))
    assert told.tolist() == [2.0, 5.0, 2.0]


def test_the_border_lies_in_the_wide_gap() -> None:
    assert otsu(np.array([1.0, 2.0, 10.0, 11.0]), np.ones(4)) == 6.0


def test_a_heavy_value_draws_the_border() -> None:
    values = np.array([0.0, 4.0, 9.0])
    assert otsu(values, np.array([1.0, 1.0, 1.0])) == 6.5
    assert otsu(values, np.array([100.0, 1.0, 1.0])) == 2.0


@pytest.mark.parametrize("values", [[], [3.0], [3.0, 3.0]])
def test_equal_values_have_no_border(values: list[float]) -> None:
    assert otsu(np.array(values), np.ones(len(values))) is None


def test_new_runs_begin_between_slow_neighbours() -> None:
    counts, totals = np.array([2, 0, 4, 1]), np.array([20.0, 0.0, 4.0, 9.0])
    assert cut_pairs(counts, totals).tolist() == [True, False, False, True]
