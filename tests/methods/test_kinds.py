"""Kinds of customers: known worlds are found, worlds without kinds are refused."""

from __future__ import annotations

import numpy as np
import pytest

from wend.methods import kinds
from wend.methods.kmeans import nearest
from wend.methods.matching import agreement

CENTRES = np.array([[0.0, 0, 0], [6, 0, 0], [0, 6, 0], [0, 0, 6]])


def world(people: int, seed: int = 0) -> tuple[kinds.Real, kinds.Whole]:
    drawn = np.random.default_rng(seed)
    truth = drawn.integers(0, len(CENTRES), people)
    return CENTRES[truth] + drawn.normal(0, 1, (people, 3)), truth


def test_a_known_number_of_kinds_is_found_again() -> None:
    rows, truth = world(800)
    found = kinds.chosen(kinds.tried(rows, range(3, 6)), 100)
    assert found is not None
    assert len(found.centres) == 4
    assert agreement(nearest(rows, found.centres), truth) > 0.98
    assert found.comes_back.min() > 0.95


def test_one_cloud_has_no_kinds() -> None:
    cloud = np.random.default_rng(1).normal(0, 1, (800, 5))
    assert kinds.chosen(kinds.tried(cloud, [2, 3, 5]), 40) is None


def test_a_kind_that_is_too_small_is_refused() -> None:
    rows, _ = world(1_200)
    assert kinds.chosen(kinds.tried(rows, [4]), 1_000) is None


def test_equal_customers_cannot_be_parted() -> None:
    assert kinds.tried(np.ones((50, 2)), range(2, 5)) == []
    scale = kinds.scale_of(np.ones((50, 2)), [True, False])
    assert scale.scaled(np.ones((1, 2)))[0] == pytest.approx([0, 0], abs=1e-9)


def test_scaled_numbers_have_mean_zero_and_deviation_one() -> None:
    rows = np.random.default_rng(2).gamma(1, 1_000, (500, 2))
    scaled = kinds.scale_of(rows, [True, False]).scaled(rows)
    assert scaled.mean(axis=0) == pytest.approx([0, 0], abs=1e-12)
    assert scaled.std(axis=0) == pytest.approx([1, 1])
