"""What a message becomes: a row of the log that everything else already understands."""

from __future__ import annotations

import json
from typing import Any

import pytest
from sqlalchemy import select

from tests.collect.live.sending import Sending, event, sending
from wend.collect import facade as collect
from wend.store.facade import tables
from wend.workspaces.facade import create_key


def test_an_order_with_money_campaign_and_context(shop: Sending) -> None:
    context = {
        "campaign": {"name": "tet", "source": "zalo"},
        "library": {"name": "analytics.js"},
        "page": {"url": "https://shop.vn/", "title": "Trang chủ"},
        "userAgent": "",
    }
    properties = {"revenue": "1250.5", "currency": "usd", "url": "https://shop.vn/"}
    shop.track(event="Order Completed", messageId="m", anonymousId="d", properties=properties, context=context)
    row = shop.rows()[0]
    assert (row["event"], row["channel"], row["amount"], row["currency"]) == ("Order Completed", "web", 125050, "USD")
    assert (row["subject"], json.loads(row["identifiers"])) == ("customer:KH1", ["device:d"])
    assert row["properties"] == {
        "utm_campaign": "tet", "utm_source": "zalo", "revenue": "1250.5", "currency": "usd", "url": "https://shop.vn/",
        "$context": {"library": {"name": "analytics.js"}, "page": {"title": "Trang chủ"}},
    }  # fmt: skip


@pytest.mark.parametrize(
    ("properties", "amount"),
    [
        ({"total": 250000, "currency": "VND"}, 250000),
        ({"value": 19.99, "currency": "USD"}, 1999),
        ({"revenue": -5, "currency": "KWD"}, -5000),
        ({"revenue": 0.5, "currency": "VND"}, 1),
        ({"value": 3}, None),
        ({"revenue": "a lot", "currency": "VND"}, None),
        ({"revenue": True, "currency": "VND"}, None),
        ({"revenue": 10**30, "currency": "VND"}, None),
    ],
)
def test_money_is_minor_units_or_nothing(shop: Sending, properties: dict[str, Any], amount: int | None) -> None:
    shop.track(properties=properties, messageId="m")
    assert shop.rows()[0]["amount"] == amount


def test_money_without_a_currency_is_not_guessed(shop: Sending) -> None:
    shop.track(properties={"revenue": 10}, messageId="m")
    assert (shop.rows()[0]["amount"], shop.rows()[0]["properties"]["$warnings"]) == (None, ["no_currency"])


def test_an_answer_on_a_known_scale_is_a_rating(shop: Sending) -> None:
    shop.track(
        event="survey.answered", properties={"rating": 4, "expectation": 9, "scale": "stars5", "about": "giao hàng"}
    )
    row = shop.rows()[0]
    assert (row["rating"], row["expectation"], row["about"]) == (100, None, "giao hàng")


def test_identify_says_traits_flat_and_who_is_who(shop: Sending) -> None:
    traits = {"name": "Lan", "email": "lan.m@shop.vn", "address": {"city": "Huế"}}
    shop.post("/v1/identify", {"userId": "M1", "anonymousId": "m1", "messageId": "m", "traits": traits})
    row = shop.rows()[0]
    assert row["event"] == "$identify"
    assert row["properties"] == {"name": "Lan", "email": "lan.m@shop.vn", "address.city": "Huế"}
    assert json.loads(row["identifiers"]) == ["device:m1", "email:lan.m@shop.vn"]


def test_a_group_is_an_account_with_its_newest_traits(shop: Sending) -> None:
    account = f"acme-{shop.source}"
    for day, size in ((2, 20), (1, 10)):
        message = {
            "userId": "KH1",
            "groupId": account,
            "traits": {"size": size},
            "timestamp": f"2026-06-0{day}T00:00:00Z",
        }
        shop.post("/v1/group", message)
    with shop.workspace.store.reading(shop.workspace.name) as reading:
        known = tables.accounts.c
        row = reading.row(select(tables.accounts).where(known.workspace == reading.workspace, known.account == account))
        members = tables.account_members.c
        who = reading.rows(
            select(members.identifier).where(members.workspace == reading.workspace, members.account == account)
        )
    assert row is not None
    assert json.loads(row.traits)["size"][0] == 20
    assert row.first_at < row.last_at
    assert [each.identifier for each in who] == ["customer:KH1"]


@pytest.mark.parametrize(
    ("context", "channel"),
    [
        ({"library": {"name": "analytics.js"}}, "web"),
        ({"library": {"name": "analytics-ios"}}, "app"),
        ({"library": {"name": "analytics-python"}}, "server"),
        ({"device": {"type": "android"}}, "app"),
        ({"channel": "browser"}, "web"),
        ({}, "server"),
    ],
)
def test_the_channel_follows_from_who_sends(shop: Sending, context: dict[str, Any], channel: str) -> None:
    shop.track(context=context)
    assert shop.rows()[0]["channel"] == channel


def test_a_batch_speaks_for_its_messages(shop: Sending) -> None:
    shop.batch(event(messageId="m"), context={"library": {"name": "analytics.js"}}, sentAt="2026-07-01T12:00:00Z")
    assert shop.rows()[0]["channel"] == "web"


def test_protected_events_need_a_secret_key(shop: Sending) -> None:
    paid = event(event="Payment Succeeded", messageId="p")
    assert shop.batch(paid)["problems"] == [{"index": 0, "code": "needs_secret_key"}]
    secret = create_key(shop.workspace, "secret", "server", shop.source, ["collect:protected"])
    assert shop.post("/v1/batch", {"batch": [paid]}, auth=secret.key).json()["accepted"] == 1


def test_counts_of_a_source(shop: Sending) -> None:
    other = sending(shop.workspace, shop.client, shop.source + "-other")
    shop.batch(event(messageId="a"), event(messageId="a"), {"type": "dance"})
    shop.post("/v1/track", raw=b"[]")
    other.track()
    counts = tables.source_counts
    query = select(counts).where(counts.c.workspace == shop.workspace.name, counts.c.source == shop.source)
    with shop.workspace.store.reading(shop.workspace.name) as reading:
        row = reading.rows(query)[0]
    assert (row.accepted, row.repeated, row.quarantined) == (1, 1, 1)
    assert row.hour % 3600 == 0


def test_what_wend_notes_is_neither_a_trait_nor_a_property_of_the_catalogue(shop: Sending) -> None:
    noted = {"context": {"ip": "10.0.0.1"}, "timestamp": "yesterday"}
    shop.post("/v1/identify", {"userId": "N1", "traits": {"hair": "black"}, **noted})
    shop.track(event="noted", userId="N1", properties={"size": "M"}, **noted)
    told = shop.rows()[1]["properties"]
    journal = shop.workspace.log.journal()
    kind = shop.workspace.log.catalogue().kind("noted")
    assert "hair" in journal.trait_names
    assert not any(name.startswith("$") for name in journal.trait_names)
    assert kind is not None
    assert [each.name for each in kind.properties] == ["size"]
    planned = next(each for each in collect.plan.propose(shop.workspace) if each.event == "noted")
    assert [each.name for each in planned.properties] == ["size"]
    assert not collect.plan.findings(collect.plan.EventPlan((planned,)), "noted", told)


def test_a_campaign_is_no_trait(shop: Sending) -> None:
    shop.post("/v1/identify", {"userId": "N2", "messageId": "m", "context": {"campaign": {"source": "zalo"}}})
    assert shop.rows()[0]["properties"] == {"$context": {"campaign": {"source": "zalo"}}}
