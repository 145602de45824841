"""Going in circles, by hand."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from tests.folds.journals import DAY, HOUR, WORDS, journal, told
from wend.engines.machine import Machine
from wend.folds import loops
from wend.folds.loops import LOOPS


def shown(*stories: str, places: int = 64, **params: Any) -> dict[str, dict[str, Any]]:
    asked = loops.params(np.arange(1, 11), places=places, **params)
    walked = Machine(journal([told(story) for story in stories], buckets=2)).answer(LOOPS, asked)
    rows = LOOPS.present(walked.answer, walked.params, WORDS.events)["loops"]
    return {"".join(row["loop"]): row for row in rows}


def test_around_and_around_is_one_visit() -> None:
    row = shown("cababad")["aba"]
    assert (row["customers"], row["visits"], row["rounds"], row["left"]) == (1, 1, 2, 0)
    assert row["total_seconds"] == 4 * HOUR


def test_a_circle_is_the_same_wherever_it_is_entered() -> None:
    row = shown("aba", "bab", "abab")["aba"]
    assert (row["customers"], row["visits"], row["rounds"]) == (3, 3, 3)


def test_who_leaves_out_of_a_circle() -> None:
    row = shown("dabca", "abcad", "abcaeabca")["abca"]
    assert (row["customers"], row["visits"], row["left"]) == (3, 4, 2)


def test_staying_is_a_circle_of_one_step() -> None:
    assert shown("aaab")["aa"]["rounds"] == 2
    assert shown("aaab", collapse=True) == {}


def test_something_else_in_between_is_no_circle() -> None:
    assert set(shown("abcdea", "abac")) == {"aba"}
    assert set(shown("aabaab")) == {"aa", "aba"}


def test_a_silence_ends_a_visit() -> None:
    assert set(shown("ab2a", gap=DAY)) == set()
    assert shown("aba2aba", gap=DAY)["aba"]["visits"] == 2


def test_a_full_table_is_asked_again_with_more_room() -> None:
    stories = [f"{a}{b}{a}" for a in "abcdefghij" for b in "abcdefghij" if a < b][:20]
    assert len(shown(*stories, places=16)) == len(stories)


@pytest.mark.parametrize("circle", [[3], [2, 9], [7, 1, 4], [65_534, 65_533, 40_000, 50_000]])
def test_keys_hold_their_circle(circle: list[int]) -> None:
    first = circle.index(min(circle))
    assert loops.circle_of(loops.key_of(circle)) == circle[first:] + circle[:first]
