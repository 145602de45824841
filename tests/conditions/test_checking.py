"""Names come from a catalogue only, and what can never hold is found before it is run."""

from __future__ import annotations

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
