"""All that is wrong with a condition is told at once, each with its place."""

from __future__ import annotations

from typing import Any

import pytest

from wend.conditions import checking, errors, limits
from wend.conditions.findings import found, placed
from wend.conditions.possible import Seen
from wend.kit.errors import Mistake

KNOWN = checking.Catalogue(("order.placed",), (), (), ("price",), ("city",))
GOOD: dict[str, Any] = {"did": {"event": "order.placed"}}
BAD: dict[str, Any] = {"did": {"event": "order.palced"}}


def of(condition: Any) -> Any:
    return found({"version": 1, "condition": condition}, KNOWN)


def test_every_unknown_name_has_its_place() -> None:
    told = of({"all": [GOOD, BAD, {"any": [{"trait": {"trait": "town", "present": True}}, GOOD]}]})
    assert [(each.at, type(each.mistake)) for each in told.findings] == [
        ("condition.all[1]", errors.UnknownEvent),
        ("condition.all[2].any[0]", errors.UnknownTrait),
    ]
    assert (told.condition is not None, told.cost) == (True, 0)


SEEN = Seen({"price": ["small", "big"], "sku": ["12", "x"]}, {"city": ["Huế"], "born": ["28/02/1990"]})


@pytest.mark.parametrize(
    ("leaf", "told"),
    [
        ({"did": {"anything": True, "where": [{"property": "price", "at_least": 5}]}}, [errors.OnlyTexts]),
        ({"did": {"anything": True, "where": [{"property": "sku", "at_least": 5}]}}, []),
        ({"did": {"anything": True, "where": [{"property": "price", "is": "5"}]}}, []),
        ({"sum": {"anything": True, "property": "price", "at_least": 5}}, [errors.OnlyTexts]),
        ({"trait": {"trait": "city", "less_than": 5}}, [errors.OnlyTexts]),
        ({"date": {"trait": "city", "at_most": 0}}, [errors.NoDates]),
        ({"date": {"trait": "born", "at_most": 0}}, []),
        ({"trait": {"trait": "never_seen", "at_least": 5}}, []),
    ],
)
def test_what_the_log_speaks_against_is_odd_and_no_mistake(leaf: Any, told: list[type[Mistake]]) -> None:
    read = found({"version": 1, "condition": {"all": [GOOD, leaf]}}, checking.Catalogue(seen=SEEN))
    assert (read.findings, [(each.at, type(each.mistake)) for each in read.odd]) == (
        (),
        [("condition.all[1]", kind) for kind in told],
    )
    assert all("“" in each.mistake.cause("vi") for each in read.odd)


def test_what_cannot_be_read_has_its_place() -> None:
    told = of({"all": [GOOD, {"did": {"event": "order.placed", "times": {"at_least": "3"}}}]})
    assert (told.condition, [each.at for each in told.findings]) == (None, ["condition.all[1].did.times.at_least"])


def test_a_whole_that_is_too_much_is_said_of_the_whole() -> None:
    told = of({"all": [GOOD] * (limits.MOST_LEAVES + 1)})
    assert [(each.at, type(each.mistake)) for each in told.findings] == [("", errors.TooMany)]


def test_parts_are_placed_as_the_document_places_them() -> None:
    told = of({"none": [{"any": [GOOD, GOOD]}, GOOD]})
    assert told.cost == 3
    at = ["condition", "condition.none[0]", "condition.none[0].any[0]", "condition.none[0].any[1]", "condition.none[1]"]
    assert [place for place, _ in placed(told.condition)] == at
