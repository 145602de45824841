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
from wend.questions.errors import BadNumber, NothingToOpen


def did(event: str) -> dict[str, Any]:
    return {"version": 1, "condition": {"did": {"event": event}}}


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


def _spread(log: list[list[Event]], **params: Any) -> dict[str, Any]:
    there = Context(Machine(journal(log, 2, WORDS), threads=1), Plan(), lens_of([], WORDS, ""))
    return ask(there, CLOCK, "features", {"feature": "events", "as_of": START + 300 * DAY} | params).content


@settings(max_examples=12, deadline=None)
@given(log=journeys())
def test_a_spread_counts_everybody_once_and_opens_them(log: list[list[Event]]) -> None:
    there = Context(Machine(journal(log, 2, WORDS), threads=1), Plan(), lens_of([], WORDS, ""))
    asked = {"feature": "events", "as_of": START + 3_000 * DAY, "condition": did("a")}
    told = ask(there, CLOCK, "features", asked).content
    for row in told["spread"]:
        first, second = set[str](), set[str]()
        for k, journey in enumerate(log):
            if row["from"] <= len(journey) < row["to"]:
                (first if any(event.step == 0 for event in journey) else second).add(f"c{k}")
        assert (row["customers"], row["other_customers"]) == (len(first), len(second))
    if told["spread"]:
        assert set(members(there, "features", asked, {"from": row["from"], "group": "second"}).ids()) == second
    assert sum(row["customers"] + row["other_customers"] for row in told["spread"]) == told["total"]


def test_a_bar_begins_where_the_one_before_it_ends() -> None:
    one, twenty = [Event(0, START)], [Event(0, START + k) for k in range(20)]
    told = _spread([one, one, twenty])
    assert [(row["from"], row["to"], row["customers"]) for row in told["spread"]] == [
        (1, 2, 2), (2, 5, 0), (5, 10, 0), (10, 20, 0), (20, 50, 1),
    ]  # fmt: skip
    assert told["groups"] == [
        {"group": "first", "customers": 3, "mean": 22 / 3, "lower_quartile": 1.0, "median": 1.0, "upper_quartile": 10.5}
    ]
    assert told["difference"] is None


def test_a_bar_that_is_none_opens_nothing() -> None:
    with pytest.raises(NothingToOpen):
        members(context(), "features", {"feature": "events"}, {"from": "3"})


def test_a_moment_looks_back() -> None:
    assert table([[Event(0, START), Event(0, START + HOUR)], [Event(0, START + DAY)]], START + 60)["c0"]["events"] == 1
    assert len(members(context(), "features", {"as_of": START}, {})) == 6
