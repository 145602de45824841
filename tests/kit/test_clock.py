"""Seconds and moments agree, before and after 1970."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given, strategies as st

from wend.kit.clock import FixedClock, epoch_seconds, from_epoch


@given(st.integers(min_value=-(10**10), max_value=10**11))
def test_seconds_survive_the_way_to_a_moment_and_back(seconds: int) -> None:
    assert epoch_seconds(from_epoch(seconds)) == seconds


def test_parts_of_a_second_are_floored_on_both_sides_of_1970() -> None:
    assert epoch_seconds(datetime(1970, 1, 1, 0, 0, 1, 900_000, tzinfo=UTC)) == 1
    assert epoch_seconds(datetime(1969, 12, 31, 23, 59, 59, 900_000, tzinfo=UTC)) == -1


def test_a_fixed_clock_moves_only_when_told() -> None:
    clock = FixedClock(datetime(2026, 1, 31, tzinfo=UTC))
    clock.advance(timedelta(days=1))
    assert clock.now() == datetime(2026, 2, 1, tzinfo=UTC)
