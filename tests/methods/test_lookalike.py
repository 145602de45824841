"""Lookalikes: the better contestant wins, and chance does not look like skill."""

from __future__ import annotations

import numpy as np
import pytest

from wend.methods.lookalike import Likeness, area, lookalikes


def people(weights: list[float], seed: int = 0, noise: float = 0.5) -> tuple[Likeness, np.typing.NDArray[np.bool_]]:
    """Two thousand customers; of the fifth that scores highest by these weights, every fourth is a seed."""
    drawn = np.random.default_rng(seed)
    rows = drawn.normal(0, 1, (2_000, len(weights)))
    truth = rows @ np.array(weights) + drawn.normal(0, noise, 2_000)
    alike = truth >= np.quantile(truth, 0.8)
    seeds = alike & (drawn.random(2_000) < 0.25)
    return lookalikes(rows, seeds), alike & ~seeds


def test_several_numbers_together_beat_the_best_alone() -> None:
    found, alike = people([1.0, 1.0, -1.0])
    assert found.used_model
    assert found.model.low > 2 > 1 > 0
    assert area(found.scores[alike], found.scores[~alike]) > 0.8
    assert np.sign(found.weights).tolist() == [1, 1, -1]


def test_one_number_that_says_it_all_is_not_improved_upon() -> None:
    found, _ = people([0.0, -1.0, 0.0], noise=0.0)
    assert (found.best, found.sign) == (1, -1)
    assert found.single.lift >= found.model.lift
    assert not found.used_model


def test_seeds_drawn_by_chance_have_no_lift() -> None:
    drawn = np.random.default_rng(4)
    rows, seeds = drawn.normal(0, 1, (3_000, 6)), drawn.random(3_000) < 0.05
    for judged in (lookalikes(rows, seeds).model, lookalikes(rows, seeds).single):
        assert judged.low <= 1 <= judged.high
        assert judged.area == pytest.approx(0.5, abs=0.08)


def test_equal_scores_at_the_border_count_as_far_as_there_is_room() -> None:
    drawn = np.random.default_rng(5)
    rows, seeds = np.ones((1_000, 1)), drawn.random(1_000) < 0.1
    assert lookalikes(rows, seeds).single.lift == pytest.approx(1.0)


def test_the_area_is_the_chance_to_score_above() -> None:
    assert area(np.array([2.0, 3.0]), np.array([1.0, 2.0])) == (1 + 1 + 0.5 + 1) / 4
