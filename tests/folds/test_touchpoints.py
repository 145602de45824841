"""Touchpoints by hand."""

from __future__ import annotations

from typing import Any

from tests.folds.journals import DAY, START, WORDS, journal, told
from wend.engines.machine import Machine
from wend.folds import stage_walk, touchpoints
from wend.folds.touchpoints import TOUCHPOINTS

RULES = stage_walk.rules([[1]], need=[1], stage=[1], stages=2, codes=5)


def shown(*stories: str, days: int = 30) -> dict[str, Any]:
    params = touchpoints.params(RULES, 5, START, START + days * DAY)
    walked = Machine(journal([told(story) for story in stories], buckets=2)).answer(TOUCHPOINTS, params)
    return TOUCHPOINTS.present(walked.answer, params, WORDS.events)


def row(answer: dict[str, Any], name: str) -> dict[str, Any]:
    return next(row for row in answer["touchpoints"] if row["touchpoint"] == name)


def test_a_repeat_is_every_time_after_a_customers_first() -> None:
    a = row(shown("aaa", "ab", "b"), "a")
    assert (a["events"], a["customers"], a["repeats"]) == (4, 2, 2)


def test_an_event_belongs_to_the_stage_it_leads_into() -> None:
    answer = shown("aba")
    assert row(answer, "a")["stages"] == [
        {"stage": 0, "events": 1, "customers": 1},
        {"stage": 1, "events": 1, "customers": 1},
    ]
    assert row(answer, "b")["stages"] == [{"stage": 1, "events": 1, "customers": 1}]


def test_what_comes_next_and_what_came_before() -> None:
    answer = shown("abc", "abd", "ab")
    assert row(answer, "a")["next"] == [{"touchpoint": "b", "count": 3}]
    assert row(answer, "c")["previous"] == [{"touchpoint": "b", "count": 1}]


def test_weeks_begin_on_monday() -> None:
    answer = shown("a7a")  # START is a Tuesday
    assert START - answer["trend_from"] == 1 * DAY + START % DAY
    assert row(answer, "a")["trend"][:2] == [1, 1]
