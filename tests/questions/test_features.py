"""One row of numbers per customer, from nothing later than the moment of asking."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

from tests.folds.journals import DAY, HOUR, START, WORDS, Event, MemoryWords, journal, journeys
from tests.folds.oracle_features import known
from tests.questions.shop import CLOCK, context
from wend.engines.lens import lens_of
from wend.engines.machine import Machine
from wend.questions.asking import ask, members
from wend.questions.context import Context, Plan
from wend.questions.errors import BadNumber

MOMENTS = st.integers(START, START + 300 * DAY)
LATER = MemoryWords(("0 first", *WORDS.events), WORDS.channels)


def table(log: list[list[Event]], as_of: int, words: MemoryWords = WORDS) -> dict[str, dict[str, Any]]:
    there = Context(Machine(journal(log, 2, words), threads=1), Plan(), lens_of([], words, ""))
    rows = ask(there, CLOCK, "features", {"as_of": as_of}).to_arrow().to_pylist()
    return {row.pop("customer"): row for row in rows}


def told(log: list[list[Event]], as_of: int) -> list[list[Event]]:
    return [[event for event in journey if event.at <= as_of] for journey in log]


@settings(max_examples=60)
@given(log=journeys(), more=journeys(), as_of=MOMENTS)
def test_nothing_later_changes_anything(log: list[list[Event]], more: list[list[Event]], as_of: int) -> None:
    past = told(log, as_of)
    late = [[event._replace(at=as_of + 1 + event.at - START) for event in journey] for journey in more]
    both = [past[k] + (late[k] if k < len(late) else []) for k in range(len(past))] + late[len(past) :]
    other_words = [[event._replace(step=event.step + 1) for event in journey] for journey in both]
    other_words.append([Event(0, as_of + 5)])
    assert table(other_words, as_of, LATER) == table(past, as_of)


@settings(max_examples=40)
@given(log=journeys(), as_of=MOMENTS)
def test_each_row_is_its_customer_alone(log: list[list[Event]], as_of: int) -> None:
    found = table(log, as_of)
    own = {f"c{k}": journey for k, journey in enumerate(told(log, as_of)) if journey}
    assert set(found) == set(own)
    for customer, row in found.items():
        numbers = known(own[customer], as_of)
        assert {name: row[name] for name in numbers if name in row} == {n: v for n, v in numbers.items() if n in row}
        assert row["gap_days_mean"] == (numbers["gap_days"] / numbers["gaps"] if numbers["gaps"] else None)
        assert row["count_a"] if any(event.step == 0 for event in own[customer]) else not row.get("count_a")


def test_the_rhythm_of_one_customer() -> None:
    days = [0, 2, 4, 9]
    rhythm = table([[Event(0, START + day * DAY, amount=100) for day in days]], START + 10 * DAY)["c0"]
    assert (rhythm["active_days"], rhythm["longest_gap_days"], rhythm["gap_days_mean"]) == (4, 5, 3.0)
    assert rhythm["gap_days_deviation"] == pytest.approx(3**0.5)
    assert (rhythm["since_last_seconds"], rhythm["amount"], rhythm["amount_7d"]) == (DAY, 400, 200)


def test_a_limit_bounds_what_is_told_and_not_what_is_counted() -> None:
    answer = ask(context(), CLOCK, "features", {"limit": 2})
    assert (len(answer.rows), answer.content["total"], answer.to_arrow().num_rows) == (2, 6, 6)
    assert answer.content["means"]["events"] == pytest.approx(16 / 6, abs=1e-4)
    with pytest.raises(BadNumber):
        ask(context(), CLOCK, "features", {"limit": "few"})


def test_a_moment_looks_back() -> None:
    assert table([[Event(0, START), Event(0, START + HOUR)], [Event(0, START + DAY)]], START + 60)["c0"]["events"] == 1
    assert len(members(context(), "features", {"as_of": START}, {})) == 6
