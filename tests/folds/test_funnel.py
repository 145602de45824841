"""Funnels that can be checked by hand. Letters are steps, an hour apart; digits are days of silence."""

from __future__ import annotations

import pytest

from tests.folds.journals import HOUR, WORDS, Event, journal, told
from wend.engines.machine import Machine
from wend.folds import funnel
from wend.folds.funnel import FUNNEL

A, B, C = 0, 1, 2


def reached(*stories: str, steps: list[list[int]], within: int | None = None) -> list[int]:
    params = funnel.params(steps, 5, within)
    return funnel.reached(Machine(journal([told(story) for story in stories])).answer(FUNNEL, params).answer)


def test_three_saw_two_filled_the_cart_one_paid() -> None:
    assert reached("abc", "ab", "a", "bc", steps=[[A], [B], [C]]) == [3, 2, 1]


def test_other_events_may_lie_between() -> None:
    assert reached("addbedc", steps=[[A], [B], [C]]) == [1, 1, 1]


def test_the_window_spans_the_whole_funnel() -> None:
    assert reached("a1b1c", steps=[[A], [B], [C]], within=2 * 24 * HOUR) == [1, 1, 0]
    assert reached("a1b1c", steps=[[A], [B], [C]], within=3 * 24 * HOUR) == [1, 1, 1]


def test_a_second_entry_saves_who_was_too_slow_the_first_time() -> None:
    assert reached("a5ab", steps=[[A], [B]], within=2 * HOUR) == [1, 1]


def test_the_end_of_the_window_belongs_to_it() -> None:
    assert reached("ab", steps=[[A], [B]], within=HOUR) == [1, 1]
    assert reached("ab", steps=[[A], [B]], within=HOUR - 1) == [1, 0]


def test_one_event_serves_one_step() -> None:
    assert reached("a", "aa", steps=[[A], [A]]) == [2, 1]


@pytest.mark.parametrize(("story", "customers"), [("ac", 1), ("bc", 1), ("c", 0)])
def test_a_step_may_be_any_of_several_events(story: str, customers: int) -> None:
    assert reached(story, steps=[[A, B], [C]])[1] == customers


def test_events_of_the_same_second_keep_the_order_of_the_journey() -> None:
    params = funnel.params([[A], [B]], 5)
    late, early = [Event(B, 9), Event(A, 9)], [Event(A, 9), Event(B, 9)]
    assert funnel.reached(Machine(journal([late])).answer(FUNNEL, params).answer) == [1, 0]
    assert funnel.reached(Machine(journal([early])).answer(FUNNEL, params).answer) == [1, 1]


def test_the_time_to_the_end_is_that_of_the_entry_that_got_there() -> None:
    params = funnel.params([[A], [B]], 5)
    answer = Machine(journal([told("aab"), told("ab")])).answer(FUNNEL, params).answer
    shown = FUNNEL.present(answer, params, WORDS.events)
    assert shown["median_seconds"] == pytest.approx(HOUR, rel=1 / 64)
    assert shown["steps"] == [{"step": "a", "customers": 2}, {"step": "b", "customers": 2}]
