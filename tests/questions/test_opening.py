"""Every number opens its customers: as many as the number says, and the right ones."""

from __future__ import annotations

from typing import Any

import pytest

from tests.folds.journals import Event, MemoryWords, journal
from tests.questions.shop import CLOCK, STORIES, context
from wend.engines.lens import lens_of
from wend.engines.machine import Machine
from wend.questions import errors
from wend.questions.asking import ask, members
from wend.questions.context import Context, Plan

STEPS = {"steps": "page.seen > cart.filled > order.placed"}


def opened(question: str, params: dict[str, Any] | None = None, over: Any = None, **where: Any) -> set[str]:
    found = members(context(), question, params, where, over=over)
    return {STORIES[int(customer[1:])] for customer in found.ids()}


def test_who_stopped_in_the_funnel_and_who_went_through() -> None:
    assert opened("funnel", STEPS, step=2, state="stopped") == {"ab"}
    assert opened("funnel", STEPS, step=3) == {"abc", "abbc", "a5abc"}


def test_who_took_an_edge() -> None:
    staying: dict[str, Any] = {"from": "cart.filled", "to": "cart.filled"}
    assert opened("transitions", **staying) == {"abbc"}
    assert opened("transitions", end="cart.filled") == {"ab"}


@pytest.mark.parametrize(
    "where",
    [{"stage": s, "state": state} for s in ("looking", "choosing", "buying") for state in ("now", "left", "slowing")],
)
def test_stage_numbers_open_as_many_customers_as_they_say(where: dict[str, str]) -> None:
    row = next(row for row in ask(context(), CLOCK, "stages").rows if row["stage"] == where["stage"])
    assert len(members(context(), "stages", {}, where)) == row[where["state"]]


def test_who_moved_between_stages() -> None:
    assert opened("stages", stage="choosing", to="buying") == {"abc", "abbc", "a5abc"}
    assert opened("stages", stage="looking", state="next") == {"abc", "abbc", "ab", "a5abc"}


def test_who_was_at_a_touchpoint_in_a_stage() -> None:
    assert opened("touchpoints", touchpoint="page") == {"abc", "abbc", "ab", "a", "a5abc"}
    assert opened("touchpoints", touchpoint="cart", stage="looking") == set()


def test_who_stopped_at_a_step_and_who_went_on() -> None:
    params = {"silence": "1d"}
    assert opened("dropoff", params, step="cart.filled") == {"ab"}
    assert opened("dropoff", params, step="cart.filled", state="went_on") == {"abc", "abbc", "a5abc"}


def rated() -> Context:
    shop = context()
    journeys = [
        [Event(0, 1, rating=200)],
        [Event(0, 1, rating=-200)],
        [Event(0, 1), Event(1, 2, rating=-100)],
        [Event(0, 1)],
    ]
    words = MemoryWords(shop.machine.journal.words.events, ("",))
    return Context(Machine(journal(journeys, words=words)), shop.plan, lens_of(shop.plan.touchpoints, words, "rated"))


def test_who_felt_how() -> None:
    unhappy = members(rated(), "feelings", {}, {"touchpoint": "page", "level": 1})
    assert list(unhappy.ids()) == ["c1"]
    assert len(members(rated(), "feelings", {}, {"touchpoint": "page"})) == 3
    assert len(members(rated(), "feelings", {}, {"stage": "looking"})) == 3
    assert len(members(rated(), "feelings", {}, {"stage": "choosing"})) == 0


def test_edges_over_thousands_of_codes_open_too() -> None:
    words = MemoryWords(tuple(f"e{code}" for code in range(1_000)), ("",))
    log = journal([[Event(7, 1), Event(900, 2)], [Event(7, 1), Event(8, 2), Event(900, 3)]], words=words)
    wide = Context(Machine(log), Plan(), lens_of([], words, ""))
    assert list(members(wide, "transitions", {}, {"from": "e7", "to": "e900"}).ids()) == ["c0"]
    assert len(ask(wide, CLOCK, "transitions").rows) == 3


@pytest.mark.parametrize(
    ("question", "where"),
    [("funnel", {"step": 4}), ("transitions", {}), ("reach", {}), ("feelings", {"touchpoint": "page", "level": 9})],
)
def test_a_number_that_is_not_there_cannot_be_opened(question: str, where: dict[str, Any]) -> None:
    with pytest.raises(errors.NothingToOpen):
        members(context(), question, STEPS if question == "funnel" else {}, where)


CONVERTING: dict[str, Any] = {"conversion": "order.placed", "by": "step"}


def test_who_met_a_channel_on_the_way() -> None:
    assert opened("contribution", CONVERTING, channel="page.seen", model="first") == {"abc", "abbc", "a5abc"}
    assert opened("contribution", CONVERTING, channel="page.seen", model="last") == set()
    assert opened("contribution", CONVERTING, channel="cart.filled", model="markov") == {"abc", "abbc", "a5abc"}
    assert opened("contribution", CONVERTING, outcome="null") == {"ab", "a", "dd"}
    with pytest.raises(errors.UnknownChannel):
        opened("contribution", CONVERTING, channel="cart.filed")


def test_an_unknown_state_is_a_mistake() -> None:
    with pytest.raises(errors.BadChoice) as raised:
        members(context(), "stages", {}, {"stage": "looking", "state": "slowin"})
    assert raised.value.details["closest"] == "slowing"
