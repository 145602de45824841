"""How fast business goes on some days: by hand on even weeks, and how surely on uneven ones."""

from __future__ import annotations

import numpy as np
import pytest

from wend.methods.pace import pace

WEEKS = 20
EVEN = np.tile([10.0, 20.0, 20.0, 20.0, 30.0, 40.0, 5.0], WEEKS)


def week(*numbers: int) -> np.typing.NDArray[np.bool_]:
    """The days of these weeks."""
    return np.isin(np.arange(len(EVEN)) // 7, numbers)


def test_half_of_every_weekday_is_half_the_pace() -> None:
    seen = pace(np.where(week(10), EVEN / 2, EVEN), week(10), ~week(10))
    assert seen is not None
    assert (seen.ratio, seen.low, seen.high, seen.expected) == pytest.approx((0.5, 0.5, 0.5, 145))
    assert (seen.used.tolist(), seen.sure) == (list(range(70, 77)), True)


def test_a_week_like_any_other_is_never_sure_to_be_otherwise() -> None:
    drawn = np.random.default_rng(5)
    sure = [pace(drawn.poisson(EVEN).astype(float), week(10), ~week(10)) for _ in range(200)]
    assert sum(each is not None and each.sure for each in sure) <= 200 * 0.05


def test_growth_by_and_by_is_no_season() -> None:
    growing = EVEN * np.linspace(1.0, 2.0, len(EVEN))
    seen = pace(growing, week(10), ~week(10))
    assert seen is not None and seen.ratio == pytest.approx(1.0, abs=0.02)


@pytest.mark.parametrize("scale", [0.1, 1.0])
def test_few_events_or_few_days_leave_it_open(scale: float) -> None:
    days = week(10) if scale < 1 else week(10) & (np.arange(len(EVEN)) % 7 < 3)
    seen = pace(np.where(days, 0.0, EVEN * scale), days, ~days)
    assert seen is not None and not seen.sure


def test_without_ordinary_days_around_nothing_is_said() -> None:
    assert pace(EVEN, week(10), week(0, 1)) is None
    assert pace(np.zeros(3), np.ones(3, np.bool_), np.zeros(3, np.bool_)) is None
