"""Planned against actual, by hand."""

from __future__ import annotations

from typing import Any

import pytest

from tests.folds.journals import DAY, WORDS, journal, told
from wend.engines.machine import Machine
from wend.folds import conformance
from wend.folds.conformance import CONFORMANCE
from wend.folds.journey import cutting

CUT = cutting(5)
PLAN = [[0], [1], [2]]  # a > b > c


def shown(params: conformance.ConformanceParams, *stories: str) -> dict[str, Any]:
    walked = Machine(journal([told(story) for story in stories], buckets=2)).answer(CONFORMANCE, params)
    return CONFORMANCE.present(walked.answer, walked.params, WORDS.events)


def step(answer: dict[str, Any], place: int) -> list[int]:
    return [answer["steps"][place][kind] for kind in ("on_time", "late", "moved", "skipped")]


def test_who_does_as_planned_conforms() -> None:
    answer = shown(conformance.params(PLAN, CUT), "abc", "aabbc", "ac", "e")
    assert (answer["journeys"], answer["conforming"], answer["elsewhere"]) == (3, 2, 1)
    assert step(answer, 1) == [2, 0, 0, 1]
    assert answer["conformance"] == pytest.approx(1 - 1 / (6 + 6 + 5))


def test_a_step_in_another_place_is_out_of_order() -> None:
    answer = shown(conformance.params(PLAN, CUT), "bac")
    assert [step(answer, place) for place in range(3)] in (
        [[0, 0, 1, 0], [1, 0, 0, 0], [1, 0, 0, 0]],
        [[1, 0, 0, 0], [0, 0, 1, 0], [1, 0, 0, 0]],
    )
    assert answer["extras"] == []


def test_a_step_past_its_deadline_is_late() -> None:
    params = conformance.params(PLAN, CUT, deadlines=[None, None, DAY])
    assert step(shown(params, "abc", "ab1c", "ab5c"), 2) == [1, 2, 0, 0]


def test_the_clock_of_a_deadline_starts_at_the_last_planned_step_done() -> None:
    params = conformance.params(PLAN, CUT, deadlines=[None, None, DAY])
    assert step(shown(params, "a5c"), 2) == [0, 1, 0, 0]


def test_an_optional_step_may_be_missing() -> None:
    answer = shown(conformance.params(PLAN, CUT, optional=[1]), "abc", "ac")
    assert (answer["conforming"], answer["conformance"]) == (2, 1.0)


@pytest.mark.parametrize(("counted", "conforming"), [(True, 0), (False, 1)])
def test_what_was_not_planned_counts_if_wanted(counted: bool, conforming: int) -> None:
    answer = shown(conformance.params(PLAN, CUT, extra=counted), "adbac")
    assert answer["conforming"] == conforming
    assert [(row["after"], row["step"]) for row in answer["extras"]] == [(1, "d"), (2, "a")]


def test_an_outcome_that_is_not_planned_ends_the_journey() -> None:
    answer = shown(conformance.params(PLAN, cutting(5, outcome=3)), "abdc")
    assert step(answer, 2) == [0, 0, 0, 1]
