"""k-means and logistic regression, held against scikit-learn."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings, strategies as st
from sklearn.cluster import KMeans
from sklearn.linear_model import LogisticRegression

from wend.methods.kmeans import centres_of, nearest
from wend.methods.logistic import weights_of


def loss(rows: np.typing.NDArray[np.float64], centres: np.typing.NDArray[np.float64]) -> float:
    return float(((rows - centres[nearest(rows, centres)]) ** 2).sum())


@pytest.mark.parametrize("count", [2, 4, 7])
def test_centres_are_as_near_as_those_of_the_reference(count: int) -> None:
    rows = np.random.default_rng(count).gamma(2, 1, (600, 3))
    theirs = KMeans(count, n_init=10, random_state=1).fit(rows)
    assert loss(rows, centres_of(rows, count, 10, 1)) <= float(theirs.inertia_) * 1.01


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
    rows = np.random.default_rng(1).normal(0, 1, (300, 4))
    assert (centres_of(rows, 5, 3, 7) == centres_of(rows.copy(), 5, 3, 7)).all()


@pytest.mark.parametrize("strength", [0.1, 1.0, 100.0])
def test_weights_are_those_of_the_reference(strength: float) -> None:
    drawn = np.random.default_rng(3)
    rows = drawn.normal(0, 1, (500, 4))
    truth = rows @ [1.0, -2.0, 0.0, 0.5] + drawn.logistic(0, 1, 500) > 1.5
    theirs = LogisticRegression(C=strength, tol=1e-10, max_iter=10_000).fit(rows, truth)
    assert weights_of(rows, truth, strength) == pytest.approx([*theirs.coef_[0], theirs.intercept_[0]], abs=1e-4)


def test_classes_that_one_number_parts_have_finite_weights() -> None:
    rows = np.concatenate([np.linspace(-2, -1, 50), np.linspace(1, 2, 50)])[:, None]
    found = weights_of(rows, rows[:, 0] > 0)
    assert np.isfinite(found).all()
    assert found[0] > 1
