"""Stages by hand: a visitor (v) becomes a buyer with b, and a friend with the second b or with f."""

from __future__ import annotations

from typing import Any

import pytest

from tests.folds.journals import DAY, HOUR, START, journal, told
from wend.domain.selection import Selection
from wend.engines.machine import Machine
from wend.folds import stage_walk, stages
from wend.folds.stages import STAGES

A, B, F = 0, 1, 5
RULES = stage_walk.rules([[B], [B], [F]], need=[1, 2, 1], stage=[1, 2, 2], stages=3, codes=10)
NAMES = "visitor", "buyer", "friend"


def shown(*stories: str, as_of: int = START, selection: Selection | None = None) -> dict[str, Any]:
    params = stages.params(RULES, as_of, slowing_days=3, left_days=6)
    machine = Machine(journal([told(story) for story in stories], buckets=2))
    return STAGES.present(machine.answer(STAGES, params, selection or Selection()).answer, params, NAMES)


def column(answer: dict[str, Any], name: str) -> list[int]:
    return [row[name] for row in answer["stages"]]


def test_each_stage_counts_who_was_in_it_and_who_went_on() -> None:
    answer = shown("aab", "abb", "aaa", "af")
    assert column(answer, "customers") == [4, 2, 2]
    assert column(answer, "next") == [3, 1, 0]
    assert column(answer, "now") == [1, 1, 2]


def test_stages_never_go_back() -> None:
    assert column(shown("faaa"), "now") == [0, 0, 1]


def test_time_in_a_stage_runs_from_entering_to_leaving() -> None:
    answer = shown("aaab")
    assert answer["stages"][0]["median_seconds"] == pytest.approx(3 * HOUR, rel=1 / 64)
    assert answer["flow"] == [{"from": "visitor", "to": "buyer", "customers": 1}]


def test_silence_at_the_moment_of_asking_is_slowing_down_or_having_left() -> None:
    answer = shown("a", "a3a", "a9a", as_of=START + 7 * DAY)
    assert column(answer, "slowing") == [1, 0, 0]
    assert column(answer, "left") == [1, 0, 0]


def test_there_is_a_way_back() -> None:
    answer = shown("a3ab7a", as_of=START + 11 * DAY)
    assert column(answer, "resumed") == [1, 0, 0]
    assert column(answer, "returned") == [0, 1, 0]
    assert column(answer, "left") == [0, 0, 0]


def test_what_happened_before_the_period_still_decides_the_stage() -> None:
    answer = shown("b5a", "a5a", selection=Selection(from_at=START + DAY))
    assert column(answer, "now") == [1, 1, 0]
    assert answer["flow"] == []
