"""Names come from a catalogue only, and what can never hold is found before it is run."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from wend.conditions import checking, document, errors

KNOWN = checking.Catalogue(("order.placed",), ("cart",), ("new",), ("price",), ("city",))


def read(leaf: Any) -> Any:
    return document.from_json({"version": 1, "condition": leaf})


@pytest.mark.parametrize(
    ("leaf", "error"),
    [
        ({"did": {"event": "order.palced"}}, errors.UnknownEvent),
        ({"did": {"touchpoint": "card"}}, errors.UnknownTouchpoint),
        ({"stage": {"is": "mew"}}, errors.UnknownStage),
        ({"did": {"event": "order.placed", "where": [{"property": "prise", "at_least": 1}]}}, errors.UnknownProperty),
        ({"trait": {"trait": "town", "is": "Huế"}}, errors.UnknownTrait),
        ({"did": {"event": "order.placed", "in": {"since": {"event": "x"}}}}, errors.UnknownEvent),
    ],
)
def test_an_unknown_name_is_told_with_the_closest(leaf: Any, error: type[errors.UnknownEvent]) -> None:
    with pytest.raises(error) as refused:
        checking.check(read(leaf), KNOWN)
    assert str(refused.value.details["closest"]) in "order.placed cart new price city"


@pytest.mark.parametrize(
    "test",
    [
        {"property": "price", "at_least": "many"},
        {"property": "price", "contains": 5},
        {"field": "amount", "is": "five"},
        {"field": "rating", "starts_with": "a"},
        {"field": "channel", "at_least": 5},
        {"property": "price", "is": 5, "currency": "VND"},
    ],
)
def test_a_test_that_can_never_hold_is_refused(test: Any) -> None:
    with pytest.raises(errors.WrongType):
        checking.check(read({"did": {"event": "order.placed", "where": [test]}}), KNOWN)


DID: dict[str, Any] = {"event": "order.placed"}


@pytest.mark.parametrize(
    "leaf",
    [
        {"did": {**DID, "in": {"last": "0d"}}},
        {"did_not": {**DID, "in": {"from": "2026-06-01", "before": "2026-06-01"}}},
        {"did": {**DID, "times": {"at_most": -1}}},
        {"did": {**DID, "where": [{"field": "rating", "at_least": 2.5}]}},
        {"average": {**DID, "field": "rating", "at_most": -3}},
        {"distinct": {**DID, "property": "price", "at_most": -1}},
        {"answer": {"scale": "nps", "at_least": 11}},
        {"answer": {"scale": "stars5", "at_most": 0}},
        {"date": {"trait": "city", "at_least": -3, "at_most": 3, "yearly": True}},
        {"date": {"trait": "city", "at_least": 367, "yearly": True}},
    ],
)
def test_what_nobody_can_ever_be_is_refused_with_what_could_stand_there(leaf: Any) -> None:
    with pytest.raises(errors.NeverHolds) as refused:
        checking.check(read(leaf), KNOWN)
    assert str(refused.value.details["needs"]) in refused.value.cause("en")
    assert str(refused.value.details["needs"]) in refused.value.next_step("vi")


@pytest.mark.parametrize(
    "leaf",
    [
        {"did": {**DID, "in": {"last": "1s"}}},
        {"did": {**DID, "in": {"from": "2026-06-01", "before": "2026-06-02"}}},
        {"did": {**DID, "where": [{"field": "rating", "at_least": 2}]}},
        {"sum": {**DID, "field": "rating", "at_most": -3}},
        {"answer": {"scale": "nps", "at_least": 0, "at_most": 10}},
        {"date": {"trait": "city", "at_least": 0, "at_most": 366, "yearly": True}},
        {"date": {"trait": "city", "at_least": -400, "at_most": -367}},
    ],
)
def test_the_edges_of_what_can_be_are_allowed(leaf: Any) -> None:
    assert checking.check(read(leaf), KNOWN) >= 1


def test_a_currency_is_one_of_the_world_or_of_the_log() -> None:
    def paid(currency: str) -> Any:
        return read({"sum": {**DID, "field": "amount", "currency": currency, "at_least": 5}})

    for known in ("VND", "USD", "KWD"):
        assert checking.check(paid(known), KNOWN) > 1
    with pytest.raises(errors.UnknownCurrency) as refused:
        checking.check(paid("VMD"), KNOWN)
    assert refused.value.details["closest"] == "VND"
    assert checking.check(paid("PTS"), replace(KNOWN, currencies=("PTS",))) > 1


def test_a_condition_has_a_cost_and_limits() -> None:
    plain, tested = {"did": {"event": "order.placed"}}, [{"property": "price", "present": True}]
    assert checking.check(read({"all": [plain, {"did_not": plain["did"]}]}), KNOWN) == 2
    assert checking.check(read({"did": {"event": "order.placed", "where": tested}}), KNOWN) == 5
    with pytest.raises(errors.TooMany):
        checking.check(read({"any": [plain] * 61}))
    with pytest.raises(errors.TooCostly):
        checking.check(read({"any": [{"did": {"event": "a", "where": tested * 50}}] * 3}))
    with pytest.raises(errors.TooManyDifferent):
        checking.check(read({"distinct": {"anything": True, "property": "price", "at_least": 101}}))
