"""Retention by hand: days are periods, each letter is an event an hour after the last, a digit adds days of silence."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np

from tests.folds.journals import DAY, START, journal, told
from wend.domain.selection import Selection
from wend.engines.machine import Machine
from wend.folds import retention, stage_walk
from wend.folds.periods import FOREVER
from wend.folds.retention import RETENTION

ANY = np.ones(10, np.bool_)
B = np.arange(10) == 1
DAYS = np.array([START + day * DAY for day in range(30)] + [FOREVER], np.int64)
SINGLE = [(k, k) for k in range(5)]


def shown(*stories: str, days: int, rolling: bool = False, selection: Selection | None = None, **params: Any) -> Any:
    given: dict[str, Any] = {"runs": SINGLE, "starts": ANY, "returns": ANY, **params}
    rules, as_of = stage_walk.no_stages(10), START + days * DAY - 1
    ready = retention.params(given.pop("runs"), DAYS, given.pop("starts"), given.pop("returns"), rules, as_of, **given)
    machine = Machine(journal([told(story) for story in stories], buckets=2))
    known = replace(selection or Selection(), to_at=as_of + 1)
    return retention.rows(machine.answer(RETENTION, ready, known).answer, ready, rolling)


def cells(row: dict[str, Any]) -> list[tuple[int, int, bool]]:
    return [(cell["customers"], cell["n"], cell["complete"]) for cell in row["periods"]]


def test_who_came_back_on_which_day() -> None:
    [row] = shown("a1a", "a1aa1a", "a3a", days=10)
    assert cells(row) == [(3, 3, True), (2, 3, True), (1, 3, True), (1, 3, True), (0, 3, True)]


def test_a_day_that_is_not_over_is_open_and_not_zero() -> None:
    [row] = shown("a1a", "a", days=1)
    assert cells(row) == [(2, 2, True), (0, 2, False)]
    [row] = shown("a1a", "a", days=2)
    assert cells(row)[1] == (1, 2, True)


def test_rolling_means_in_the_period_or_after() -> None:
    [row] = shown("a1a", "a1a2a", "a9a", days=12, rolling=True)
    assert [customers for customers, _, _ in cells(row)] == [3, 3, 2, 2, 1]


def test_runs_of_days_are_over_when_their_last_day_is() -> None:
    [row] = shown("a1a", "a3a", "a", days=3, runs=[(0, 0), (1, 3)])
    assert cells(row) == [(3, 3, True), (1, 3, False)]
    [row] = shown("a1a", "a3a", "a", days=4, runs=[(0, 0), (1, 3)])
    assert cells(row)[1] == (2, 3, True)


def test_one_cohort_a_day_and_only_newcomers() -> None:
    rows = shown("a1a", "aa", "b2a", days=5, starts=~B, selection=Selection(from_at=START))
    assert [(row["cohort"], row["customers"]) for row in rows] == [(0, 2), (2, 1)]
    late = shown("a1a", "a1a1a", days=5, selection=Selection(from_at=START + DAY), from_at=START + DAY)
    assert late == []


def test_money_of_everything_by_which_customers_returned() -> None:
    paying = [event._replace(amount=100 * (n + 1)) for n, event in enumerate(told("abb1b"))]
    params = retention.params(SINGLE, DAYS, ANY, B, stage_walk.no_stages(10), START + 9 * DAY)
    answer = Machine(journal([paying])).answer(RETENTION, params).answer
    [row] = retention.rows(answer, params)
    assert [cell["money"] for cell in row["periods"]] == [500, 400, 0, 0, 0]


def test_windows_may_begin_when_the_customer_does() -> None:
    story = [told("a")[0]._replace(at=START + DAY - 60), told("a")[0]._replace(at=START + DAY + 60)]
    for window, back in ((0, [1, 1]), (DAY, [1, 0])):
        params = retention.params(SINGLE, DAYS, ANY, ANY, stage_walk.no_stages(10), START + 9 * DAY, window=window)
        [row] = retention.rows(Machine(journal([story])).answer(RETENTION, params).answer, params)
        assert [cell["customers"] for cell in row["periods"]][:2] == back
