"""Computed traits: one person live and everybody in the journal get the same answer, and it is the right one."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from tests.customers.living import happens
from wend.bootstrap import open_workspace
from wend.customers import defining, facade as customers
from wend.customers.model_computed import ComputedTrait, Measure, Of
from wend.domain.names import Name
from wend.kit.clock import FixedClock
from wend.kit.ids import CountingIds
from wend.kit.settings import Settings
from wend.workspaces.facade import Workspace

DAY = 86_400
TITLE = Name("T", "T")
DID = [
    # who, event, days ago, channel, money, quantity, colour
    ("customer:1", "order.placed", 40, "web", 100, 2, "đỏ"),
    ("customer:1", "order.placed", 5, "app", 300, 1, "xanh"),
    ("customer:1", "order.placed", 3, "app", None, 1.5, "đỏ"),
    ("customer:1", "page.viewed", 1, "web", None, None, None),
    ("customer:2", "order.placed", 2, "shop", 50, "many", None),
    ("device:3", "page.viewed", 2, "web", None, None, None),
]


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    clock = FixedClock(datetime(2026, 7, 1, 12, tzinfo=UTC))
    folder: Path = tmp_path_factory.mktemp("computed")
    workspace = open_workspace(Settings(data=folder, buckets=4), clock, CountingIds())
    for who, event, ago, channel, money, quantity, colour in DID:
        properties = {"quantity": quantity, "colour": colour} if quantity is not None else None
        happens(workspace, who, event, ago_s=ago * DAY, channel=channel, amount=money, properties=properties)
    workspace.log.journal()
    return workspace


def everybody(here: Workspace, trait: ComputedTrait) -> dict[str, object]:
    asked = defining.asked(here, trait)
    found: dict[str, object] = {}
    for bucket, rows in zip(here.log.journal().buckets, asked.rows(), strict=True):
        for customer, row in zip(bucket.customers.to_pylist(), rows.tolist(), strict=True):
            found[customer] = asked.decoded(row[1], row[2])
    return found


@pytest.mark.parametrize(
    ("measure", "of", "property_", "window", "answers"),
    [
        ("count", "", "", 0, (3, 1, 0)),
        ("count", "", "", 30, (2, 1, 0)),
        ("sum", "amount", "", 0, (400, 50, 0)),
        ("sum", "property", "quantity", 0, (4.5, 0, 0)),
        ("average", "amount", "", 0, (200.0, 50.0, None)),
        ("first", "channel", "", 0, ("web", "shop", None)),
        ("last", "property", "colour", 0, ("đỏ", None, None)),
        ("most_frequent", "channel", "", 0, ("app", "shop", None)),
        ("most_frequent", "property", "colour", 30, ("đỏ", None, None)),
        ("days_since", "", "", 0, (3, 2, None)),
    ],
)
def test_by_hand(
    here: Workspace, measure: Measure, of: Of, property_: str, window: int, answers: tuple[object, ...]
) -> None:
    trait = ComputedTrait("t", TITLE, measure, of, property_, ("order.placed",), window_days=window)
    found = everybody(here, trait)
    assert tuple(found[who] for who in ("customer:1", "customer:2", "device:3")) == answers


definitions = st.builds(
    ComputedTrait,
    st.just("t"),
    st.just(TITLE),
    st.sampled_from(["first", "last", "most_frequent", "sum", "average"]),
    st.sampled_from(["amount", "property"]),
    st.just("quantity"),
    st.sampled_from([(), ("order.placed",), ("page.viewed", "order.placed")]),
    st.just(()),
    st.sampled_from([(), ("web",), ("app", "shop")]),
    st.sampled_from([0, 1, 4, 30]),
) | st.builds(
    ComputedTrait,
    st.just("t"),
    st.just(TITLE),
    st.sampled_from(["first", "last", "most_frequent"]),
    st.sampled_from(["channel", "event", "touchpoint"]),
    events=st.sampled_from([(), ("order.placed",)]),
    window_days=st.sampled_from([0, 4]),
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(definitions)
def test_one_person_live_and_everybody_at_once_agree(here: Workspace, trait: ComputedTrait) -> None:
    trait = trait if trait.of == "property" else replace(trait, property="")
    customers.define_trait(here, trait)
    for who, value in everybody(here, trait).items():
        assert customers.look_up(here, who).computed["t"] == value


@pytest.mark.parametrize(
    "wrong",
    [
        ComputedTrait("Sum of all", TITLE, "count"),
        ComputedTrait("t", TITLE, "sum"),
        ComputedTrait("t", TITLE, "count", "amount"),
        ComputedTrait("t", TITLE, "average", "channel"),
        ComputedTrait("t", TITLE, "sum", "property"),
        ComputedTrait("t", TITLE, "count", window_days=-1),
    ],
)
def test_what_measures_nothing_is_refused(here: Workspace, wrong: ComputedTrait) -> None:
    with pytest.raises(customers.BadComputedTrait):
        customers.define_trait(here, wrong)


def test_over_everybody(here: Workspace) -> None:
    customers.define_trait(here, ComputedTrait("orders", TITLE, "count", events=("order.placed",)))
    found = customers.computed_trait(here, "orders")
    assert (found.customers, found.with_value, found.lowest, found.median, found.highest) == (3, 3, 0, 1, 3)
    page = customers.search(here, columns=["orders"])
    assert {row.customer: row.computed for row in page.rows}["customer:1"] == (("orders", "3"),)
    customers.forget_trait(here, "orders")
    with pytest.raises(customers.UnknownComputedTrait):
        customers.computed_trait(here, "orders")
