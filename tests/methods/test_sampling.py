"""A weighted sample: what it keeps, and that it stays true."""

from __future__ import annotations

import numpy as np
import pytest

from wend.methods.sampling import priority_sample


def test_few_weights_are_all_kept() -> None:
    kept, weights = priority_sample(np.array([3.0, 1.0]), 2, seed=1)
    assert (kept.tolist(), weights.tolist()) == ([0, 1], [3.0, 1.0])


def test_the_same_seed_draws_the_same_sample() -> None:
    weights = np.arange(1.0, 101.0)
    assert [priority_sample(weights, 10, seed=3)[0].tolist() for _ in range(2)] == [
        priority_sample(weights, 10, seed=3)[0].tolist()
    ] * 2


def test_sums_come_out_right_on_average() -> None:
    weights = np.array([1000.0, *[1.0] * 99])
    sums = [priority_sample(weights, 20, seed=seed)[1].sum() for seed in range(400)]
    assert np.mean(sums) == pytest.approx(1099, rel=0.02)


def test_a_giant_is_never_left_out() -> None:
    weights = np.array([*[1.0] * 99, 1e6])
    assert all(99 in priority_sample(weights, 5, seed=seed)[0] for seed in range(50))
