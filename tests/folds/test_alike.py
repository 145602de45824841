"""Who is like whom, by hand."""

from __future__ import annotations

from typing import Any

from tests.folds.journals import DAY, HOUR, WORDS, Event, journal, told
from wend.engines.machine import Machine
from wend.folds import alike
from wend.folds.alike import ALIKE
from wend.folds.journey import cutting

CUT = cutting(5)


def shown(params: alike.AlikeParams, *stories: str) -> list[dict[str, Any]]:
    walked = Machine(journal([told(story) for story in stories], buckets=2)).answer(ALIKE, params)
    groups: list[dict[str, Any]] = ALIKE.present(walked.answer, walked.params, WORDS.events)["groups"]
    return groups


def test_everybody_belongs_to_the_nearest() -> None:
    first, second = shown(alike.params(CUT, [[0, 1, 2], [3, 4]]), "abc", "ac", "de", "ddee", "dc")
    assert [(first[k], second[k]) for k in ("journeys", "exact", "edits", "longer")] == [(2, 3), (1, 2), (1, 1), (6, 6)]
    assert [(step["step"], step["journeys"]) for step in first["journey"]] == [("a", 2), ("b", 1), ("c", 2)]


def test_times_run_from_step_to_step() -> None:
    (group,) = shown(alike.params(CUT, [[0, 1, 2]]), "abc", "ab2c", "ac")
    assert [step["median_seconds"] for step in group["journey"]] == [None, HOUR, 2 * HOUR / 2 + DAY]


def test_parts_share_what_their_whole_got() -> None:
    params = alike.params(CUT, [[0, 1], [3], [0], [1]], group=[0, 1, 0, 2], shown=[2, 1, 3], part_of=[-1, -1, 0, 0])
    assert [group["journeys"] for group in shown(params, "a", "ab", "b", "d", "de")] == [2, 2, 1]


def test_merged_samples_are_one_group() -> None:
    params = alike.params(CUT, [[0], [3], [0, 3]], group=[0, 0, 0], shown=[2], part_of=[-1, -1, -2])
    (group,) = shown(params, "a", "d", "ad", "adb")
    assert (group["journeys"], group["exact"], len(group["journey"])) == (4, 1, 2)


def test_money_and_ratings_are_those_of_the_journey() -> None:
    paid = [Event(0, 1), Event(1, 2, amount=500, rating=100), Event(1, 3, amount=200, rating=-50)]
    answer = Machine(journal([paid])).answer(ALIKE, alike.params(CUT, [[0, 1]])).answer
    assert (answer.money.tolist(), answer.felt.tolist()) == ([700], [2, 50, 12_500])
