"""Feelings by hand, on the scale −200 … 200."""

from __future__ import annotations

from typing import Any

import pytest

from tests.folds.journals import WORDS, Event, journal
from wend.engines.machine import Machine
from wend.folds import feelings, stage_walk
from wend.folds.contract import NOT_COVERED
from wend.folds.feelings import FEELINGS

RULES = stage_walk.rules([[1]], need=[1], stage=[1], stages=2, codes=5)
SURVEY = 4


def shown(*journeys: list[Event]) -> dict[str, Any]:
    params = feelings.params(RULES, 5)
    return FEELINGS.present(Machine(journal(journeys)).answer(FEELINGS, params).answer, params, WORDS.events)


def test_a_rating_speaks_about_what_it_names() -> None:
    answer = shown([Event(0, 1), Event(2, 2), Event(SURVEY, 3, rating=100, about=0)])
    assert [(row["touchpoint"], row["experience"]["mean"]) for row in answer["touchpoints"]] == [("a", 1.0)]


def test_a_rating_that_names_nothing_speaks_about_what_came_before() -> None:
    answer = shown([Event(0, 1), Event(SURVEY, 2, rating=-200)])
    assert answer["touchpoints"][0]["touchpoint"] == "a"


def test_a_rating_belongs_to_the_stage_before_it() -> None:
    answer = shown([Event(0, 1), Event(1, 2, rating=200)])
    assert [row["experience"]["n"] for row in answer["stages"]] == [1, 0]


def test_mean_spread_and_levels_of_three_answers() -> None:
    ratings = [-200, 0, 200]
    said = shown(*[[Event(0, 1, rating=rating)] for rating in ratings])["touchpoints"][0]["experience"]
    assert said == {"n": 3, "mean": 0.0, "deviation": pytest.approx(2.0), "levels": [1, 0, 1, 0, 1]}


def test_an_uncovered_rating_still_speaks() -> None:
    params = feelings.params(RULES, 5)
    machine = Machine(journal([[Event(0, 1), Event(NOT_COVERED, 2, rating=100)]]))
    shown = FEELINGS.present(machine.answer(FEELINGS, params).answer, params, WORDS.events)
    assert shown["touchpoints"][0]["experience"]["n"] == 1
