"""Where those who stop, stop, by hand."""

from __future__ import annotations

from typing import Any

from tests.folds.journals import DAY, START, WORDS, journal, told
from wend.engines.machine import Machine
from wend.folds import dropoff, reach, stage_walk
from wend.folds.dropoff import DROPOFF
from wend.folds.reach import REACH


def shown(*stories: str, as_of_day: int, silence_days: int = 3) -> list[dict[str, Any]]:
    params = dropoff.params(stage_walk.no_stages(5), 5, START + as_of_day * DAY, silence_days * DAY)
    machine = Machine(journal([told(story) for story in stories], buckets=2))
    rows: list[dict[str, Any]] = DROPOFF.present(machine.answer(DROPOFF, params).answer, params, WORDS.events)["steps"]
    return rows


def test_two_stopped_at_the_cart_one_went_on() -> None:
    rows = shown("ab", "ab", "abc", as_of_day=9)
    cart = next(row for row in rows if row["step"] == "b")
    assert cart == {"step": "b", "customers": 3, "stopped": 2, "pending": 0, "went_on": 1, "share": 2 / 3}


def test_who_was_seen_lately_is_pending_and_in_no_share() -> None:
    (row,) = shown("a", as_of_day=1)
    assert (row["pending"], row["stopped"], row["share"]) == (1, 0, None)


def test_coming_back_to_a_step_and_stopping_there_counts_once() -> None:
    rows = {row["step"]: row for row in shown("aba", as_of_day=9)}
    assert (rows["a"]["stopped"], rows["a"]["went_on"], rows["b"]["went_on"]) == (1, 0, 1)


def test_reach_counts_customers_once_and_events_each_time() -> None:
    params = reach.params(5)
    answer = Machine(journal([told("aab"), told("a")])).answer(REACH, params).answer
    rows = REACH.present(answer, params, WORDS.events)["steps"]
    assert [(row["step"], row["events"], row["customers"]) for row in rows] == [("a", 3, 2), ("b", 1, 1)]
