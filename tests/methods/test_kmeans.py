"""k-means and logistic regression: what must hold of any answer, whoever computes it."""

from __future__ import annotations

import sys

import numpy as np
import pytest
from hypothesis import given, settings, strategies as st
from scipy.optimize import minimize

from wend.methods.kmeans import centres_of, nearest
from wend.methods.logistic import weights_of
from wend.methods.scikit import LearnExtraMissing


@settings(max_examples=40)
@given(st.integers(0, 10_000), st.integers(1, 5))
def test_every_centre_is_the_mean_of_its_rows(seed: int, count: int) -> None:
    rows = np.random.default_rng(seed).normal(0, 1, (40, 2))
    centres = centres_of(rows, count, 2, seed)
    place = nearest(rows, centres)
    assert place.tolist() == [int(np.argmin(((row - centres) ** 2).sum(axis=1))) for row in rows]
    for c in range(count):
        assert rows[place == c].mean(axis=0) == pytest.approx(centres[c], abs=0.02)


def test_equal_rows_give_equal_centres() -> None:
    rows = np.random.default_rng(1).normal(0, 1, (3_000, 4))
    assert (centres_of(rows, 5, 3, 7) == centres_of(rows.copy(), 5, 3, 7)).all()


def test_fewer_different_rows_are_the_centres_themselves() -> None:
    rows = np.array([[1.0, 2.0], [0.0, 0.0], [1.0, 2.0]])
    assert centres_of(rows, 4, 1, 1).tolist() == [[0, 0], [1, 2], [0, 0], [0, 0]]
    assert nearest(rows, centres_of(rows, 4, 1, 1)).tolist() == [1, 0, 1]


@pytest.mark.parametrize("strength", [0.1, 1.0, 100.0])
def test_weights_make_the_penalised_likelihood_largest(strength: float) -> None:
    drawn = np.random.default_rng(3)
    rows = drawn.normal(0, 1, (500, 4))
    truth = rows @ [1.0, -2.0, 0.0, 0.5] + drawn.logistic(0, 1, 500) > 1.5

    def loss(w: np.typing.NDArray[np.float64]) -> float:
        margins = np.where(truth, 1.0, -1.0) * (rows @ w[:-1] + w[-1])
        return float((w[:-1] ** 2).sum() / 2 + strength * np.log1p(np.exp(-margins)).sum())

    best = minimize(loss, np.zeros(5), method="BFGS", options={"gtol": 1e-4}).x
    assert weights_of(rows, truth, strength) == pytest.approx(best, abs=1e-3)


def test_classes_that_one_number_parts_have_finite_weights() -> None:
    rows = np.concatenate([np.linspace(-2, -1, 50), np.linspace(1, 2, 50)])[:, None]
    found = weights_of(rows, rows[:, 0] > 0)
    assert np.isfinite(found).all()
    assert found[0] > 1


def test_without_the_extra_the_next_step_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "sklearn.cluster", None)
    with pytest.raises(LearnExtraMissing) as told:
        centres_of(np.eye(4), 2, 1, 1)
    assert "wend[learn]" in told.value.next_step("vi")
