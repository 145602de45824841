"""What a question may cost: it ends when its time is up, when nobody waits, or before it fills the memory."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import pytest

from tests.folds.journals import journal, told
from wend.engines.budgets import Budget, Progress, Told, current, within
from wend.engines.errors import Cancelled, TookTooLong, TooMuchMemory
from wend.engines.machine import Machine
from wend.folds import reach, transitions
from wend.folds.reach import REACH
from wend.folds.transitions import TRANSITIONS

NOON = datetime(2026, 7, 1, 12, tzinfo=UTC)


@dataclass
class Ticking:
    """A clock on which a second passes with every look."""

    ticks: Iterator[int] = field(default_factory=lambda: iter(range(10**6)))

    def now(self) -> datetime:
        return NOON + timedelta(seconds=next(self.ticks))


def ask() -> list[int]:
    machine = Machine(journal([told("ab")] * 6, buckets=6), threads=2)
    return [int(count) for count in machine.answer(REACH, reach.params(2)).answer.customers]


def test_a_question_ends_when_its_time_is_up() -> None:
    with within(Budget(Ticking(), NOON + timedelta(seconds=3), 3)), pytest.raises(TookTooLong) as stopped:
        ask()
    assert "3 seconds" in stopped.value.cause("en")
    assert "3 giây" in stopped.value.cause("vi")
    with within(Budget(Ticking(), NOON + timedelta(seconds=7), 7)):
        assert ask() == [6, 6]


def test_a_question_nobody_waits_for_ends() -> None:
    budget = Budget()
    budget.stop()
    with within(budget), pytest.raises(Cancelled):
        ask()


def test_a_large_answer_is_refused_before_it_is_made() -> None:
    machine = Machine(journal([told("ab")] * 2), threads=1)
    wide = transitions.params(60)
    with within(Budget(memory_mb=1)), pytest.raises(TooMuchMemory):
        machine.answer(TRANSITIONS, wide)
    with within(Budget(memory_mb=64)):
        assert machine.answer(TRANSITIONS, wide).customers == 2


def test_a_question_inside_another_spends_its_budget() -> None:
    outer = Budget(memory_mb=5)
    with within(outer), within(Budget()) as inner:
        assert inner is current() is outer
    assert current() is not outer


def test_progress_counts_the_events_of_every_walk() -> None:
    machine = Machine(journal([told("abc")] * 6, buckets=3), threads=2)
    with within(Budget()) as budget:
        assert budget.progress.told() == Told(0, 0.0)
        machine.answer(REACH, reach.params(3))
        assert budget.progress.told() == Told(1, 1.0)
        machine.answer(REACH, reach.params(3))
        assert budget.progress.told() == Told(2, 1.0)


def test_progress_never_falls() -> None:
    progress = Progress()
    progress.begin(100)
    progress.passed(60)
    progress.begin(100)  # beside it
    assert progress.told() == Told(1, 0.6)
    progress.passed(100)
    assert progress.told() == Told(1, 0.8)
    progress.passed(40)
    progress.begin(10)
    assert progress.told() == Told(2, 0.0)
