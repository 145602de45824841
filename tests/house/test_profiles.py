"""At the gate Hypothesis finds the same examples everywhere, and slow machines are no failures."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import settings

from wend.kit.clock import FixedClock


def test_the_gate_is_deterministic() -> None:
    gate = settings.get_profile("gate")
    assert gate.derandomize
    assert gate.deadline is None


def test_the_search_is_wide() -> None:
    assert not settings.get_profile("search").derandomize
    assert settings.get_profile("search").max_examples >= 1000


def test_the_clock_stands_still_until_it_is_moved(clock: FixedClock) -> None:
    before = clock.now()
    assert clock.now() == before
    clock.advance(timedelta(hours=1))
    assert clock.now() - before == timedelta(hours=1)
