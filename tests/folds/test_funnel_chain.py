"""Funnels with more to say about what lies between, that can be checked by hand. Letters are steps, an hour apart."""

from __future__ import annotations

from typing import Any

import numpy as np
from hypothesis import given, strategies as st

from tests.folds.journals import DAY, HOUR, Event, journal, journeys, told
from tests.folds.questions_of import CODE_SETS
from wend.engines.machine import Machine
from wend.folds import chain, funnel, funnel_entries, funnel_steps, histogram
from wend.folds.chain import ChainAnswer
from wend.folds.funnel import FUNNEL
from wend.folds.funnel_any import FUNNEL_ANY
from wend.folds.funnel_entries import FUNNEL_ENTRIES
from wend.folds.funnel_steps import FUNNEL_STEPS

A, B, C, D = 0, 1, 2, 3
ABC = [[A], [B], [C]]


def answer(*stories: str, fold: Any = FUNNEL_STEPS, steps: Any = ABC, **how: Any) -> ChainAnswer:
    walked = Machine(journal([told(story) for story in stories])).answer(fold, chain.params(steps, 5, **how))
    found: ChainAnswer = walked.answer
    return found


def reached(*stories: str, **how: Any) -> list[int]:
    return funnel_steps.reached(answer(*stories, **how), len(how.get("steps", ABC)))[0]


@given(
    log=journeys(),
    steps=st.lists(CODE_SETS, min_size=1, max_size=4),
    window=st.sampled_from([None, 60, 7_200, 90 * DAY]),
)
def test_without_conditions_it_is_the_plain_funnel(log: Any, steps: Any, window: int | None) -> None:
    machine = Machine(journal(log), threads=1)
    plain = machine.answer(FUNNEL, funnel.params(steps, 5, window)).answer
    rich = machine.answer(FUNNEL_STEPS, chain.params(steps, 5, window)).answer
    np.testing.assert_array_equal(plain.deepest, rich.deepest)
    np.testing.assert_array_equal(plain.seconds, rich.seconds[-histogram.BINS :])


def test_strict_means_nothing_lies_between() -> None:
    assert reached("abc", "abdc", "adabc", "abb", strict=True) == [4, 4, 2]


def test_what_is_excluded_between_two_steps_may_stand_elsewhere() -> None:
    assert reached("dabc", "adbc", "abdc", "abcd", without=[[D], [], []]) == [4, 3, 3]
    assert reached("adbabc", without=[[D], [], []]) == [1, 1, 1]


def test_a_later_second_step_saves_who_was_interrupted() -> None:
    assert reached("abdbc", without=[[], [D], []]) == [1, 1, 1]


def test_a_window_for_each_step_lets_the_whole_be_long() -> None:
    assert reached("a1b1c", step_window=2 * DAY) == [1, 1, 1]
    assert reached("ab1c", step_window=2 * HOUR) == [1, 1, 0]


def test_only_the_first_entry_counts_when_asked() -> None:
    assert reached("a5abc", window=DAY) == [1, 1, 1]
    assert reached("a5abc", window=DAY, first=True) == [1, 0, 0]


def test_times_are_told_for_every_step() -> None:
    found = answer("a1bc", steps=ABC)
    gaps = [histogram.median(row) for row in found.gaps.reshape(3, -1)]
    assert gaps[0] is None
    assert [round((gap or 0) / HOUR) for gap in gaps[1:]] == [25, 1]


def test_every_entry_is_a_try_of_its_own() -> None:
    assert reached("aab", "a", fold=FUNNEL_ENTRIES, steps=[[A], [B]]) == [3, 2]
    assert reached("aba5ab", fold=FUNNEL_ENTRIES, steps=[[A], [B]], window=2 * HOUR) == [3, 2]
    assert reached("aa", fold=FUNNEL_ENTRIES, steps=[[A]]) == [2]


def test_too_many_open_tries_are_closed_and_told() -> None:
    most = funnel_entries.MOST_OPEN
    found = answer("a" * (most + 2) + "b", fold=FUNNEL_ENTRIES, steps=[[A], [B]])
    assert found.deepest.tolist() == [0, 2, most]
    assert found.lost.tolist() == [2]


def test_steps_in_any_order_within_one_window() -> None:
    assert reached("cba", "ac", "b", "d", fold=FUNNEL_ANY) == [3, 2, 1]
    assert reached("c2b2a", fold=FUNNEL_ANY, window=3 * DAY) == [1, 1, 0]
    assert reached("cdba", fold=FUNNEL_ANY, without=[[D]]) == [1, 1, 0]


def test_groups_are_those_of_the_entry_or_of_a_later_step() -> None:
    log = journal([[Event(A, 1, about=0), Event(B, 2, about=1)], [Event(A, 1, about=0)], [Event(B, 1, about=1)]])
    machine = Machine(log)
    by_entry = machine.answer(FUNNEL_STEPS, chain.params([[A], [B]], 5, groups=2)).answer
    by_second = machine.answer(FUNNEL_STEPS, chain.params([[A], [B]], 5, groups=2, group_at=1)).answer
    assert by_entry.deepest.reshape(2, 3).tolist() == [[0, 1, 1], [0, 0, 0]]
    assert by_second.deepest.reshape(2, 3).tolist() == [[0, 0, 0], [0, 0, 1]]
