"""Cases in the place of customers: visits and orders, each with a life of its own."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

import numpy as np
import pytest
from hypothesis import given, strategies as st

from tests.folds.journals import HOUR, Event, journal, journeys, told
from wend.domain.selection import Selection
from wend.engines import units
from wend.engines.machine import Machine
from wend.folds import funnel, sessions, transitions
from wend.folds.funnel import FUNNEL
from wend.folds.sessions import SESSIONS
from wend.folds.transitions import TRANSITIONS

PARAMS = transitions.params(5)


def visits(journey: list[Event], gap: int) -> list[list[Event]]:
    found: list[list[Event]] = []
    for event in journey:
        if not found or event.at - found[-1][-1].at > gap:
            found.append([])
        found[-1].append(event)
    return found


def same(machine: Machine, cut_by_hand: list[list[Event]]) -> None:
    mine = machine.answer(TRANSITIONS, PARAMS)
    theirs = Machine(journal(cut_by_hand), threads=1).answer(TRANSITIONS, PARAMS)
    for a, b in zip(mine.answer, theirs.answer, strict=True):
        np.testing.assert_array_equal(a, b)
    assert (mine.customers, mine.events) == (theirs.customers, theirs.events)


@given(log=journeys(), gap=st.sampled_from([0, 5, 3_600, 86_400]), buckets=st.integers(1, 3))
def test_a_question_of_sessions_is_one_of_journeys_cut_by_hand(log: Any, gap: int, buckets: int) -> None:
    engine = Machine(journal(log, buckets), threads=1)
    by_hand = [visit for journey in log for visit in visits(journey, gap)]
    same(units.machine_of(engine, units.by_session(engine.journal, gap)), by_hand)


@given(log=journeys(), seed=st.integers(0, 99))
def test_a_question_of_orders_is_one_of_events_sorted_by_hand(log: Any, seed: int) -> None:
    engine = Machine(journal(log), threads=1)
    codes = np.random.default_rng(seed).integers(-1, 3, sum(len(journey) for journey in log)).astype(np.int32)
    orders: dict[tuple[int, int], list[Event]] = defaultdict(list)
    rows = [(customer, event) for customer, journey in enumerate(log) for event in journey]
    for (customer, event), code in zip(rows, codes.tolist(), strict=True):
        if code >= 0:
            orders[customer, code].append(event)
    cases = units.by_property(engine.journal, "order_id", [codes])
    same(units.machine_of(engine, cases), list(orders.values()))
    assert cases.events == sum(code >= 0 for code in codes.tolist())


def test_there_are_as_many_cases_as_the_sessions_question_counts() -> None:
    engine = Machine(journal([told("ab1ab"), told("a"), told("b2b2b")], buckets=2))
    counted = engine.answer(SESSIONS, sessions.params(2 * HOUR)).answer
    cases = units.by_session(engine.journal, 2 * HOUR)
    assert sum(len(bucket.offsets) - 1 for bucket in cases.buckets) == int(counted.sizes.sum()) == 6


def test_behind_cases_stand_customers_each_once() -> None:
    engine = Machine(journal([told("ab1ab"), told("a1b"), told("b")], buckets=2))
    cases = units.machine_of(engine, units.by_session(engine.journal, 2 * HOUR))
    found = cases.members(FUNNEL, funnel.params([[0], [1]], 5), lambda answer: answer.deepest[2:])
    assert (len(found), list(units.customers_of(found).ids())) == (2, ["c0"])
    assert units.customers_of(units.customers_of(found)).journal is engine.journal


@pytest.mark.parametrize("left_out", [True, False])
def test_who_is_left_out_is_left_out_with_all_their_visits(left_out: bool) -> None:
    engine = Machine(journal([told("ab1ab"), told("ab")]), left_out=(np.array([left_out, False]),))
    cases = units.machine_of(engine, units.by_session(engine.journal, 2 * HOUR))
    assert cases.answer(FUNNEL, funnel.params([[0]], 5)).customers == (1 if left_out else 3)


def test_traits_of_the_customer_choose_cases() -> None:
    engine = Machine(journal([told("a1a"), told("a")], traits={"city": ["Huế", None]}))
    cases = units.machine_of(engine, units.by_session(engine.journal, HOUR))
    assert cases.answer(FUNNEL, funnel.params([[0]], 5), Selection(traits=(("city", "Huế"),))).customers == 2
