"""What follows what, by hand."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from tests.folds.journals import DAY, HOUR, WORDS, Event, journal, told
from wend.engines.machine import Machine
from wend.folds import edges, table, transitions
from wend.folds.transitions import TRANSITIONS


def shown(*stories: str, space: edges.Space | None = None) -> dict[str, Any]:
    walked = Machine(journal([told(story) for story in stories], buckets=2)).answer(
        TRANSITIONS, space or transitions.params(5)
    )
    return TRANSITIONS.present(walked.answer, walked.params, WORDS.events)


def edge(a: str, b: str, rows: dict[str, Any]) -> tuple[int, int]:
    return next((row["count"], row["customers"]) for row in rows["edges"] if (row["from"], row["to"]) == (a, b))


def test_a_customer_who_goes_there_twice_is_one_customer() -> None:
    rows = shown("abab", "ab")
    assert edge("a", "b", rows) == (3, 2)
    assert edge("b", "a", rows) == (1, 1)


def test_staying_is_an_edge_too() -> None:
    assert edge("a", "a", shown("aaa")) == (2, 1)


def test_where_journeys_begin_and_end() -> None:
    rows = shown("abc", "bc", "c")
    assert rows["starts"] == [{"step": s, "customers": 1} for s in "abc"]
    assert rows["ends"] == [{"step": "c", "customers": 3}]


def test_time_between_is_read_within_the_stated_error() -> None:
    row = shown("ab", "ab", "a1b")["edges"][0]
    assert row["median_seconds"] == pytest.approx(HOUR, rel=1 / 64)
    assert row["p90_seconds"] == pytest.approx(HOUR + 0.8 * DAY, rel=1 / 64)


def test_a_table_that_grows_too_full_is_asked_again_with_more_room() -> None:
    journey = [Event(code, 10 * code) for code in range(400)]
    wide = transitions.params(1_000, places=64)
    walked = Machine(journal([journey]), threads=1).answer(TRANSITIONS, wide)
    assert walked.params.places > 64
    assert sum(1 for _ in edges.each(walked.answer, walked.params)) == 399


def test_dense_and_open_tables_say_the_same() -> None:
    stories = "abcabd", "ddca", "a3bca", "e"
    assert shown(*stories) == shown(*stories, space=edges.Space(5, 64, 1))


def test_a_table_finds_what_it_holds_and_says_when_it_is_full() -> None:
    keys = table.empty(4)
    places = [table.place_of(keys, key) for key in (7, 11, 7, 13, 17)]
    assert places[0] == places[2]
    assert len(set(places)) == 4
    assert table.place_of(keys, 19) == -1
    assert set(np.sort(keys)) == {7, 11, 13, 17}
