"""A number that leaves its range is told once, and once when it is back, however it wanders."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from wend.boards.alerts.judging import LEAST_CHECKS, LEAST_PART, Range, judge, range_of
from wend.boards.model_alerts import AlertState, Bounds

numbers = st.floats(-1e6, 1e6, allow_nan=False)


def told(values: list[float], found: Range, margin: int = 10) -> list[str]:
    state: AlertState = "unknown"
    said: list[str] = []
    for value in values:
        state, tells = judge(state, value, found, margin)
        said += [tells] if tells else []
    return said


@given(st.lists(numbers, max_size=40), numbers, st.floats(0.1, 1e5), st.integers(0, 45))
def test_left_and_back_take_turns(values: list[float], low: float, width: float, margin: int) -> None:
    said = told(values, Range(low, low + width), margin)
    assert said == ["left", "back"][:2] * (len(said) // 2) + ["left"] * (len(said) % 2)


@given(st.lists(st.floats(-0.9, 0.9), min_size=1, max_size=30))
def test_who_wanders_along_a_bound_is_told_once(around: list[float]) -> None:
    values = [102.0, *(100.0 + each for each in around)]  # within the margin of ten around the upper bound
    assert told(values, Range(0.0, 100.0)) == ["left"]


@given(st.lists(numbers, max_size=30))
def test_nothing_is_told_of_what_stays_inside(values: list[float]) -> None:
    assert told(values, Range(-1e6, 1e6)) == []
    assert told(values, Range(None, None)) == []


@given(st.lists(st.floats(50, 150), min_size=LEAST_CHECKS, max_size=60))
def test_the_usual_range_holds_its_own_middle(values: list[float]) -> None:
    found = range_of(Bounds(usual=True), values)
    assert found is not None
    middle = sum(values) / len(values)
    assert found.holds(middle)
    assert found.holds(middle * (1 + LEAST_PART * 0.99))


def test_a_number_that_stood_still_leaves_by_a_twentieth() -> None:
    found = range_of(Bounds(usual=True), [100.0] * LEAST_CHECKS)
    assert found == Range(95.0, 105.0)
    assert range_of(Bounds(usual=True), [100.0] * (LEAST_CHECKS - 1)) is None


@pytest.mark.parametrize(("state", "after"), [("unknown", "learning"), ("outside", "outside")])
def test_while_nothing_is_usual_nothing_is_told(state: AlertState, after: AlertState) -> None:
    assert judge(state, 5.0, None, 10) == (after, "")
