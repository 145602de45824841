"""What a plan says about events: by law for what it proposes itself, and by examples that anybody can check."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, strategies as st

from wend.collect.model_plan import PROPERTY_TYPES, ExpectedEvent, ExpectedProperty, Finding, PropertyType
from wend.collect.plan.checking import EventPlan, findings
from wend.collect.plan.document import parse, written
from wend.collect.plan.proposing import proposed

ORDER = ExpectedEvent(
    "order.placed",
    (
        ExpectedProperty("order_no", "text", required=True),
        ExpectedProperty("total", "money", required=True),
        ExpectedProperty("status", "text", allowed=("new", "paid")),
        ExpectedProperty("items", "list"),
        ExpectedProperty("ship.city", "text", required=True),
        ExpectedProperty("gift", "boolean"),
        ExpectedProperty("due", "time"),
    ),
)
PLAN = EventPlan((ORDER,))
FITS = {"order_no": "A-1", "total": 12.5, "status": "paid", "items": [1], "ship": {"city": "Huế"}, "gift": False}

values = st.one_of(
    st.text(max_size=5), st.integers(), st.floats(allow_nan=False), st.booleans(), st.none(), st.lists(st.integers())
)
documents = st.dictionaries(st.sampled_from(["a", "b", "order_no", "total", "x.y"]), values, max_size=5)
names = st.text("abc.-_ é\"'\\", min_size=1, max_size=8).filter(lambda name: bool(name.strip()))
planned = st.builds(
    ExpectedEvent,
    names,
    st.lists(
        st.builds(ExpectedProperty, names, st.sampled_from(PROPERTY_TYPES), st.booleans(), st.tuples(st.text())),
        max_size=4,
        unique_by=lambda each: each.name,
    ).map(tuple),
    st.text(max_size=5),
    st.text(max_size=5),
    st.text(max_size=5),
)


def test_an_event_as_planned_has_no_findings() -> None:
    assert findings(PLAN, "order.placed", FITS) == ()


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ({"order_no": 7}, ("order_no", "wrong_type")),
        ({"order_no": None}, ("order_no", "missing")),
        ({"order_no": ""}, ("order_no", "missing")),
        ({"total": "12.5"}, ("total", "wrong_type")),
        ({"total": True}, ("total", "wrong_type")),
        ({"status": "lost"}, ("status", "not_allowed")),
        ({"ship": {}}, ("ship.city", "missing")),
        ({"ship": {"city": 1}}, ("ship.city", "wrong_type")),
        ({"due": "soon"}, ("due", "wrong_type")),
        ({"coupon": "TET"}, ("coupon", "unplanned_property")),
    ],
)
def test_each_difference_is_named(change: dict[str, Any], found: tuple[str, Any]) -> None:
    assert findings(PLAN, "order.placed", FITS | change) == (Finding("order.placed", *found),)


def test_texts_of_a_file_count_as_what_they_spell() -> None:
    row = {"order_no": "A-1", "total": "1.250.000 ₫", "ship.city": "Huế", "gift": "true", "due": "2026-07-01"}
    assert findings(PLAN, "order.placed", row, written=True) == ()
    assert {each.property for each in findings(PLAN, "order.placed", row)} == {"total", "gift"}


def test_an_event_nobody_planned_is_one_finding() -> None:
    assert findings(PLAN, "order.lost", {"a": 1}) == (Finding("order.lost", "", "unplanned_event"),)


def test_without_a_plan_nothing_differs() -> None:
    assert findings(EventPlan(), "order.lost", {"a": 1}) == ()
    assert findings(PLAN, "$identify", {"a": 1}) == ()


@given(st.lists(documents, min_size=1, max_size=30))
def test_what_it_proposes_fits_what_it_saw(samples: list[dict[str, Any]]) -> None:
    plan = EventPlan(proposed({"e": [json.dumps(each) for each in samples]}, ["e"]))
    for each in samples:
        assert findings(plan, "e", each, written=True) == ()


@given(st.lists(planned, max_size=4, unique_by=lambda each: each.event))
def test_a_written_plan_reads_back(events: list[ExpectedEvent]) -> None:
    assert parse(written(events)) == tuple(sorted(events, key=lambda each: each.event))


@pytest.mark.parametrize(
    ("name", "seen", "kind"),
    [
        ("order_no", ["1001", "1002"], "text"),
        ("quantity", ["1", "2"], "integer"),
        ("total", ["1250000", "99.5"], "money"),
        ("phone", ["0903127455"], "text"),
        ("gift", [True, False], "boolean"),
        ("created", ["2026-07-01T08:00:00Z"], "time"),
        ("lines", [[{"sku": 1}]], "list"),
        ("city", ["Huế"], "text"),
    ],
)
def test_types_are_told_from_values(name: str, seen: list[Any], kind: PropertyType) -> None:
    (event,) = proposed({"e": [json.dumps({name: value}) for value in seen]}, ["e"])
    assert event.properties[0].type == kind
