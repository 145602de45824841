"""Each kind of obstacle, planted alone in a small log made for it, and its harmless twin."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from tests.maps.obstacles.worlds import NONE, context_of
from wend.maps.model import Obstacle
from wend.maps.obstacles import find_obstacles
from wend.maps.obstacles.context import DAY

Row = tuple[int, int, int, int, int, int, int]
Draw = Callable[[np.random.Generator, int, bool], list[tuple[int, int, int]]]  # → (second, step, rating or 0)


def search(
    steps: tuple[str, ...], draw: Draw, harmful: bool, customers: int = 1500, seed: int = 3
) -> tuple[Obstacle, ...]:
    """The obstacles of a log in which every customer lives through `draw` once."""
    rng = np.random.default_rng(seed)
    rows: list[Row] = []
    for who in range(customers):
        begins = 1_700_000_000 + int(rng.integers(0, 150)) * DAY + int(rng.integers(0, DAY))
        for after, step, rating in sorted(draw(rng, who, harmful)):
            rows.append((who, begins + after, step, 0, rating or -32768, NONE, 0))
    end = max(row[1] for row in rows) + 40 * DAY  # the log goes on, so that every outcome is known
    rows += [(customers, end + k, 0, 0, -32768, NONE, 0) for k in range(3)]
    return find_obstacles(context_of(np.asarray(rows, np.int64), steps=steps))


def _error(rng: np.random.Generator, who: int, harmful: bool) -> list[tuple[int, int, int]]:
    """Checkout, for a tenth an error, then for most the order; the error keeps half of them from it."""
    rows = [(0, 0, 0)]
    met = rng.random() < 0.12
    if met:
        rows.append((int(rng.integers(5, 20)), 1, 0))
    if rng.random() < (0.35 if met and harmful else 0.75):
        rows.append((int(rng.integers(40, 300)), 2, 0))
    return rows


def _order(rng: np.random.Generator, who: int, harmful: bool) -> list[tuple[int, int, int]]:
    """A fee shown before or after the payment step, then the order."""
    late = rng.random() < 0.3
    pay = int(rng.integers(200, 400))
    rows = [(0, 0, 0), (pay, 2, 0), (pay + (30 if late else -60), 1, 0)]
    if rng.random() < (0.4 if late and harmful else 0.75):
        rows.append((pay + int(rng.integers(60, 200)), 3, 0))
    return rows


def _repeat(rng: np.random.Generator, who: int, harmful: bool) -> list[tuple[int, int, int]]:
    """Calls within some days, then a rating."""
    times = int(rng.choice([1, 2, 3, 4], p=[0.5, 0.25, 0.15, 0.1]))
    rows = [(int(day * DAY), 0, 0) for day in rng.uniform(0, 6, times)]
    mean = -0.5 if times >= 3 and harmful else 0.7
    return [*rows, (7 * DAY, 1, int(np.clip(round(rng.normal(mean, 1)), -2, 2)) * 100 or 100)]


def _slow(rng: np.random.Generator, who: int, harmful: bool) -> list[tuple[int, int, int]]:
    """An order, its approval after a while, a rating."""
    slow = rng.random() < 0.09
    wait = int(rng.uniform(4, 9) * DAY) if slow else int(rng.gamma(4, 0.25 * DAY))
    mean = -0.6 if slow and harmful else 0.7
    return [(0, 0, 0), (wait, 1, 0), (wait + DAY, 2, int(np.clip(round(rng.normal(mean, 1)), -2, 2)) * 100 or 100)]


def _slowing(rng: np.random.Generator, who: int, harmful: bool) -> list[tuple[int, int, int]]:
    """Visits in a rhythm of one's own; a fifth slow down and then stay away (or, harmlessly, go on)."""
    gap = float(rng.uniform(4, 8))
    gaps = gap * rng.gamma(12, 1 / 12, 24)
    if who % 5 == 0:
        gaps[6:10] *= 2.2
        gaps = gaps[:10] if harmful else gaps
    return [(int(day * DAY), 0, 0) for day in np.cumsum(gaps)]


CASES = {
    "encounter": (("checkout.started", "payment.error", "order.placed"), _error, "next_step"),
    "order": (("cart.filled", "fee.shown", "payment.chosen", "order.placed"), _order, "next_step"),
    "repeat": (("support.called", "survey.answered"), _repeat, "rating"),
    "slow": (("order.placed", "order.approved", "survey.answered"), _slow, "rating"),
    "slowing": (("visit.started",), _slowing, "stay"),
}


@pytest.mark.parametrize("kind", CASES)
def test_the_harm_is_found_under_its_own_name(kind: str) -> None:
    steps, draw, outcome = CASES[kind]
    found = search(steps, draw, harmful=True)
    assert [(each.kind, each.outcome) for each in found] == [(kind, outcome)]
    assert found[0].high < 0


@pytest.mark.parametrize("kind", CASES)
def test_its_harmless_twin_is_not_claimed(kind: str) -> None:
    steps, draw, _ = CASES[kind]
    assert search(steps, draw, harmful=False) == ()
