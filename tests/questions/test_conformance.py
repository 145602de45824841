"""Planned against actual: shares, deviations with what goes with them, and who stands behind them."""

from __future__ import annotations

from typing import Any

import pytest

from tests.folds.journals import Event, journal
from tests.questions.shop import CLOCK, STORIES, WORDS, context
from wend.engines.lens import lens_of
from wend.engines.machine import Machine
from wend.questions import errors
from wend.questions.asking import ask, members
from wend.questions.context import Context, Plan

PLAN = "page.seen > cart.filled within 2h > order.placed"


def answered(plan: str = PLAN, **params: Any) -> dict[str, Any]:
    return ask(context(), CLOCK, "conformance", {"plan": plan, **params}).content


def opened(**where: Any) -> set[str]:
    return {STORIES[int(customer[1:])] for customer in members(context(), "conformance", {"plan": PLAN}, where).ids()}


def test_shares_come_with_their_interval() -> None:
    answer = answered()
    assert (answer["journeys"], answer["elsewhere"], answer["conforming"]["journeys"]) == (5, 1, 2)
    assert answer["conforming"]["low"] < answer["conforming"]["share"] == 0.4 < answer["conforming"]["high"]
    assert [(row["on_time"], row["late"], row["skipped"]) for row in answer["steps"]] == [
        (5, 0, 0),
        (3, 1, 1),
        (3, 0, 2),
    ]


def test_deviations_are_compared_by_outcome() -> None:
    rows = answered("page.seen > cart.filled", outcome="order.placed")["deviations"]
    assert [(row["kind"], row["step"], row["journeys"]) for row in rows] == [
        ("any", None, 1),
        ("skipped", "cart.filled", 1),
    ]
    told = rows[1]["outcome"]
    assert (told["share"], told["without"], told["difference"]) == (0.0, 0.75, -0.75)
    assert told["difference_low"] < -0.75 < told["difference_high"]


def test_an_outcome_is_not_compared_with_itself() -> None:
    rows = answered(outcome="order.placed")["deviations"]
    assert [("outcome" in row) for row in rows if row["kind"] == "skipped"] == [False, True]


def test_many_comparisons_are_corrected_together() -> None:
    unhappy = [Event(0, 1), Event(3, 2), Event(1, 3, rating=-200)]
    happy = [Event(0, 1), Event(1, 3, rating=200)]
    log = journal([unhappy, happy, [*unhappy[:2], Event(1, 3, rating=-100)], happy, happy], words=WORDS)
    asked = Context(Machine(log), Plan(), lens_of([], WORDS, ""))
    rows = ask(asked, CLOCK, "conformance", {"plan": "page.seen > cart.filled"}).content["deviations"]
    assert [row["kind"] for row in rows] == ["any", "unplanned"]
    assert rows[0]["feeling"]["difference"] == -3.5
    one = rows[0]["feeling"]["p_adjusted"]
    assert one == rows[1]["feeling"]["p_adjusted"] > 0


def test_every_number_opens_its_customers() -> None:
    assert opened() == {"abc", "abbc", "ab", "a", "a5abc"}
    assert opened(state="conforming") == {"abc", "abbc"}
    assert opened(state="deviating") == {"ab", "a", "a5abc"}
    assert opened(step=2, kind="late") == {"a5abc"}
    assert opened(step=3, kind="skipped") == {"ab", "a"}
    assert opened(unplanned="newsletter.sent") == set()


@pytest.mark.parametrize(
    ("where", "error"), [({"step": 4}, errors.NothingToOpen), ({"step": 1, "kind": "lat"}, errors.BadChoice)]
)
def test_a_number_that_is_not_there_cannot_be_opened(where: dict[str, Any], error: type[Exception]) -> None:
    with pytest.raises(error):
        opened(**where)


def test_words_that_are_not_known_are_mistakes() -> None:
    with pytest.raises(errors.BadChoice):
        answered(unplanned="count")
    with pytest.raises(errors.UnknownEvent):
        answered("page.sen > cart.filled")
