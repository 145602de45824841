"""Each ready mapping on a body as the system's documentation shows it: what a person reading it would say."""

from __future__ import annotations

import json
from typing import Any

import pytest

from wend.collect import facade as collect
from wend.collect.model_hooks import TriedRecord
from wend.collect.shelf import ready_toml
from wend.workspaces.facade import Workspace

ORDER: dict[str, Any] = {
    "id": 501,
    "name": "#1001",
    "email": "lan@shop.vn",
    "created_at": "2026-06-01T08:00:00Z",
    "created_on": "2026-06-01T08:00:00Z",
    "updated_at": "2026-06-01T09:00:00Z",
    "modified_on": "2026-06-01T09:00:00Z",
    "cancelled_at": None,
    "financial_status": "paid",
    "total_price": 250000,
    "source_name": "web",
    "customer": {"id": 9, "phone": "0903127455", "first_name": "Lan"},
    "line_items": [{"sku": "A", "quantity": 1}],
    "shipping_address": {"province": "Huế"},
}
KIOTVIET = {
    "Id": "x",
    "Attempt": 1,
    "Notifications": [
        {
            "Action": "invoice.update.1",
            "Data": [
                {
                    "Code": "HD01",
                    "PurchaseDate": "2026-06-01T15:00:00.0000000",
                    "ModifiedDate": "2026-06-01T16:00:00.0000000",
                    "CustomerCode": "KH7",
                    "CustomerName": "Lan",
                    "Total": 250000,
                    "StatusValue": "Hoàn thành",
                }
            ],
        }
    ],
}
GHN = {"OrderCode": "G1", "ClientOrderCode": "#1001", "Status": "delivered", "Time": "2026-06-03T03:52:50.158Z"}
CALL = {
    "call_id": "c1",
    "direction": "inbound",
    "status": "missed",
    "phone": "0903127455",
    "started_at": "2026-06-01T08:00:00+07:00",
}
FOLLOW = {"app_id": "77", "user_id_by_app": "u1", "event_name": "follow", "timestamp": "1780300800000"}
TEXT = {**FOLLOW, "event_name": "user_send_text", "message": {"msg_id": "m", "text": "Xin chào"}}
FEEDBACK = {**FOLLOW, "event_name": "user_feedback", "message": {"note": "Tốt", "rate": "5"}}


def tried(workspace: Workspace, key: str, body: object) -> list[TriedRecord]:
    done = collect.hooks.try_mapping(workspace, ready_toml(f"hook_{key}"), json.dumps(body).encode())
    assert done.problems == ()
    return [each for each in done.events if not each.event.startswith("$")]


def names(workspace: Workspace, key: str, body: object) -> list[str]:
    return [each.event for each in tried(workspace, key, body)]


@pytest.mark.parametrize("key", ["haravan_orders", "sapo_orders"])
def test_an_order_is_placed_and_paid_by_a_known_customer(workspace: Workspace, key: str) -> None:
    placed, paid = tried(workspace, key, ORDER)
    assert (placed.event, placed.subject, placed.amount, placed.currency) == (
        "order.placed",
        "customer:9",
        250000,
        "VND",
    )
    assert set(placed.identifiers) == {"email:lan@shop.vn", "phone:+84903127455", "device:#1001"}
    assert (paid.event, paid.at) == ("order.paid", "2026-06-01T09:00:00+00:00")


def test_an_invoice_of_a_shop_is_in_the_shop_s_own_time(workspace: Workspace) -> None:
    placed, completed = tried(workspace, "kiotviet", KIOTVIET)
    assert (placed.event, placed.subject, placed.at) == ("order.placed", "customer:KH7", "2026-06-01T08:00:00+00:00")
    assert completed.event == "order.completed"


def test_carriers_tell_of_parcels_by_the_shop_s_own_number(workspace: Workspace) -> None:
    (delivered,) = tried(workspace, "ghn", GHN)
    assert (delivered.event, delivered.subject) == ("delivery.completed", "device:#1001")
    form = b"partner_id=%231001&label_id=S1&status_id=5&action_time=2026-06-03T12%3A18%3A39%2B07%3A00&fee=20000"
    mapping = ready_toml("hook_ghtk")
    (event,) = collect.hooks.try_mapping(workspace, mapping, form, "application/x-www-form-urlencoded").events
    assert (event.event, event.subject, event.at) == (
        "delivery.completed",
        "device:#1001",
        "2026-06-03T05:18:39+00:00",
    )
    assert names(workspace, "ghn", {**GHN, "Status": "sorting"}) == []  # inside the carrier's house, nobody's journey


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (FOLLOW, ["zalo.followed"]),
        (TEXT, ["zalo.message_sent"]),
        (FEEDBACK, ["chat.rated"]),
        ({**FOLLOW, "event_name": "oa_send_text"}, []),
    ],
)
def test_followers_write_and_rate(workspace: Workspace, body: object, expected: list[str]) -> None:
    assert names(workspace, "zalo_oa", body) == expected


def test_calls_are_received_or_missed(workspace: Workspace) -> None:
    assert names(workspace, "calls", CALL) == ["call.received", "call.missed"]


def test_every_known_system_has_a_mapping_that_can_be_read(workspace: Workspace) -> None:
    for system in collect.hooks.known_systems():
        signature = {"app_id": "77"} if system.key == "zalo" else {}
        made = collect.hooks.add(workspace, system.key, secret="long enough", signature=signature, preset=system.key)
        assert made.mapping == system.mapping
        assert not system.proven


def test_a_delivery_finds_the_customer_of_its_order(workspace: Workspace) -> None:
    from tests.collect.hooks.serving import serving

    for preset in ("haravan", "ghn"):
        signature = {"scheme": "token", "query": "k"}
        collect.hooks.add(workspace, preset, secret="long enough", signature=signature, preset=preset)
    with serving(workspace) as running:
        for preset, body in (("ghn", GHN), ("haravan", ORDER)):
            answer = running.post(f"/hooks/{preset}?k=long%20enough", json.dumps(body).encode(), {})
            assert answer.said["accepted"] > 0
    assert workspace.log.canonical("device:#1001") == "customer:9"
