"""What comes after, before and between, by hand."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from tests.folds.journals import DAY, WORDS, journal, told
from wend.engines.machine import Machine
from wend.folds import pathways
from wend.folds.paths import PATHS_TAKEN
from wend.folds.paths_told import told as told_in_words

A, B, C, D = 1, 2, 3, 4
LETTERS = np.arange(1, 6)


def shown(*stories: str, length: int = 3, places: int = 0, **params: Any) -> dict[str, Any]:
    asked = pathways.params(LETTERS, length, **params)._replace(places=places)
    walked = Machine(journal([told(story) for story in stories], buckets=2)).answer(PATHS_TAKEN, asked)
    return PATHS_TAKEN.present(walked.answer, walked.params, WORDS.events)


def paths(*stories: str, **params: Any) -> dict[str, tuple[int, int]]:
    rows = shown(*stories, **params)["paths"]
    return {"".join(row["path"]): (row["count"], row["customers"]) for row in rows}


def test_after_a_step_the_first_time() -> None:
    assert paths("xabcd", "abd", "ab", "cd", start=A) == {"abc": (1, 1), "abd": (1, 1), "ab": (1, 1)}


def test_after_a_step_every_time_paths_overlap() -> None:
    assert paths("aabc", "aab", start=A, every=True) == {"aab": (2, 2), "abc": (1, 1), "ab": (1, 1)}


def test_before_a_step() -> None:
    assert paths("abcabc", "bc", end=C) == {"abc": (1, 1), "bc": (1, 1)}
    assert paths("abcabc", "bc", end=C, every=True) == {"abc": (2, 1), "bc": (1, 1)}


def test_between_two_steps_only_whole_paths_count() -> None:
    answer = shown("abd", "aabd", "abcabcd", "ab", start=A, end=D, length=4)
    assert [row["path"] for row in answer["paths"]] == [["a", "a", "b", "d"], ["a", "b", "d"]]
    assert (answer["counted"]["longer"], answer["counted"]["unfinished"]) == (1, 1)


def test_a_silence_begins_another_journey() -> None:
    assert paths("ab2c", start=A) == {"abc": (1, 1)}
    assert paths("ab2c", "ab1ab", start=A, gap=DAY) == {"ab": (3, 2)}


def test_repeats_may_be_told_once() -> None:
    assert paths("aabbbcd", collapse=True) == {"abc": (1, 1)}


def test_hidden_steps_are_not_there_and_merged_ones_are_one() -> None:
    letters = np.array([1, 2, 2, 0, 3])
    walked = Machine(journal([told("adbe"), told("ace")])).answer(PATHS_TAKEN, pathways.params(letters, 3))
    rows = PATHS_TAKEN.present(walked.answer, walked.params, WORDS.events)["paths"]
    assert [(row["path"], row["count"]) for row in rows] == [(["a", "b | c", "e"], 2)]


def test_the_tree_says_where_journeys_ended() -> None:
    tree = {"".join(row["path"]): (row["count"], row["ended"]) for row in shown("abc", "ab", "a", start=A)["tree"]}
    assert tree == {"a": (3, 1), "ab": (2, 1), "abc": (1, None)}


def test_links_count_neighbours_at_their_place() -> None:
    links = shown("abbc", "acbc", length=4)["links"]
    assert {"layer": 2, "from": "b", "to": "c", "count": 2, "customers": 2} in links
    assert shown("abc", end=C)["links"][0] == {"layer": -2, "from": "a", "to": "b", "count": 1, "customers": 1}


@pytest.mark.parametrize("params", [{"start": A}, {"start": A, "every": True}, {"end": C, "every": True}, {"gap": DAY}])
def test_dense_and_open_tables_say_the_same(params: dict[str, Any]) -> None:
    stories = "abcabd", "ddca", "a3bca", "e"
    assert shown(*stories, **params) == shown(*stories, places=64, **params)


def test_what_is_not_told_is_counted() -> None:
    walked = Machine(journal([told(s) for s in ("abc", "abc", "abd", "acd")])).answer(
        PATHS_TAKEN, pathways.params(LETTERS, 3)
    )
    answer = told_in_words(walked.answer, walked.params, WORDS.events, top=1)
    assert answer["truncated"] == {"paths": 2, "count": 2, "nodes": 0, "links": 0}


def test_a_full_table_is_asked_again_with_more_room() -> None:
    stories = [f"{a}{b}{c}" for a in "abcde" for b in "abcde" for c in "abcde"]
    asked = pathways.params(LETTERS, 3)._replace(places=64)
    walked = Machine(journal([told(story) for story in stories]), threads=1).answer(PATHS_TAKEN, asked)
    assert walked.params.places > 64
    assert int((walked.answer.times > 0).sum()) == 125


@pytest.mark.parametrize("free", [1, 4, 9, 19])
def test_as_many_letters_as_fit_into_a_key(free: int) -> None:
    most = pathways.most_letters(free)
    assert (most + 2) ** free < pathways.LARGEST_KEY <= (most + 3) ** free
