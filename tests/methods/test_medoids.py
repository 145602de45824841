"""Groups around medoids: laws on random data, then by hand."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given, settings, strategies as st
from numpy.typing import NDArray

from wend.methods.medoids import NEAR, best_grouped, grouped, silhouette

POINTS = st.lists(st.floats(0, 1, width=32), min_size=2, max_size=12, unique=True)


def between(points: list[float]) -> NDArray[np.float32]:
    places = np.array(points, np.float32)
    apart: NDArray[np.float32] = np.abs(places[:, None] - places[None, :])
    return apart


def loss(distances: NDArray[np.float32], weights: NDArray[np.float64], medoids: tuple[int, ...]) -> float:
    return float(weights @ distances[:, list(medoids)].min(axis=1))


@settings(max_examples=50)
@given(POINTS, st.integers(1, 4), st.data())
def test_no_swap_makes_groups_better(points: list[float], count: int, data: st.DataObject) -> None:
    distances = between(points)
    weights = np.array(data.draw(st.lists(st.integers(1, 9), min_size=len(points), max_size=len(points))), float)
    found = grouped(distances, weights, count)
    medoids = tuple(found.medoids.tolist())
    assert found.loss == pytest.approx(loss(distances, weights, medoids), abs=1e-6)
    for leaving, coming in itertools.product(medoids, range(len(points))):
        swapped = tuple(coming if medoid == leaving else medoid for medoid in medoids)
        assert loss(distances, weights, swapped) >= found.loss - 1e-6


@settings(max_examples=30)
@given(st.lists(st.integers(1, 4), min_size=3, max_size=6))
def test_a_weight_stands_for_equal_rows(weights: list[int]) -> None:
    distances = between([0, 0.1, 0.5, 0.6, 0.9, 1.0][: len(weights)])
    group = np.array([0, 0, 1, 1, 2, 2][: len(weights)])
    copies = np.repeat(np.arange(len(weights)), weights)
    many = distances[copies][:, copies]
    heavy = silhouette(distances, np.array(weights, float), group, 3)
    assert heavy == pytest.approx(silhouette(many, np.ones(len(copies)), group[copies], 3), abs=1e-6)


def test_silhouette_by_hand() -> None:
    # 0 and 1 are together, 5 is alone: (5 − 1) ÷ 5, (4 − 1) ÷ 4 and 0 for the lonely one
    told = silhouette(between([0, 1, 5]), np.ones(3), np.array([0, 0, 1]), 2)
    assert told == pytest.approx((4 / 5 + 3 / 4 + 0) / 3)


def test_two_heaps_are_two_groups() -> None:
    best, tried = best_grouped(between([0, 0.05, 0.1, 0.9, 0.95, 1.0]), np.ones(6), range(2, 6))
    assert best.medoids.tolist() == [1, 4]
    assert best.group.tolist() == [0, 0, 0, 1, 1, 1]
    assert len(tried) == 4


def test_one_more_group_must_be_worth_it() -> None:
    found, tried = best_grouped(between([0, 0.01, 0.03, 0.5, 0.51, 0.53, 0.54]), np.ones(7), range(2, 7))
    enough = max(one.silhouette or 0 for one in tried) - NEAR
    assert [(one.silhouette or 0) >= enough for one in tried[: tried.index(found)]] == [False] * tried.index(found)
    assert (found.silhouette or 0) >= enough


def test_one_row_is_one_group() -> None:
    best, _ = best_grouped(between([0.5]), np.ones(1), range(2, 9))
    assert (best.medoids.tolist(), best.silhouette) == ([0], None)
