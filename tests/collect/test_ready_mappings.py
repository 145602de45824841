"""Each ready mapping finds its example by the columns, and makes of it what a person reading the file would."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from tests.collect.conftest import events_of
from wend.collect.facade import import_files, quarantined
from wend.collect.mapping.language import parse_mapping
from wend.collect.mapping.model import FileShape, Mapping
from wend.collect.mapping.writing import all_to_toml, to_toml
from wend.collect.reading.opening import open_file
from wend.collect.shelf import ready_for, ready_keys, ready_mapping
from wend.workspaces.facade import Workspace

EXAMPLES = Path(__file__).parents[2] / "examples" / "imports"
FILES = {
    "event_log": "event_log.csv",
    "segment": "segment.jsonl",
    "ga4": "ga4.jsonl",
    "shopify_orders": "shopify_orders.csv",
    "woocommerce_orders": "woocommerce_orders.csv",
    "kiotviet_orders": "kiotviet_orders.csv",
    "sapo_orders": "sapo_orders.csv",
    "survey": "survey.csv",
    "xes": "repairs.xes",
    "ocel": "orders.json",
}


def imported(workspace: Workspace, key: str) -> list[dict[str, Any]]:
    path = EXAMPLES / FILES[key]
    mapping = ready_for(open_file(path, FileShape(), 1 << 20))
    assert mapping == ready_mapping(key)
    import_files(workspace, [path], [mapping])
    return events_of(workspace)


def counts(events: list[dict[str, Any]]) -> Counter[str]:
    return Counter(event["event"] for event in events)


def one(events: list[dict[str, Any]], name: str) -> dict[str, Any]:
    return next(event for event in events if event["event"] == name)


def test_every_ready_mapping_has_an_example() -> None:
    assert set(FILES) == set(ready_keys())


@pytest.mark.parametrize("key", ready_keys())
def test_writing_and_reading_a_mapping_gives_it_back(key: str) -> None:
    mapping = ready_mapping(key)
    assert parse_mapping(to_toml(mapping)) == mapping


def test_several_mappings_in_one_document_come_back() -> None:
    from wend.collect.facade import parse_mappings

    mappings: list[Mapping] = [ready_mapping(key) for key in ready_keys()]
    assert list(parse_mappings(all_to_toml(mappings))) == mappings


def test_the_plain_event_log(workspace: Workspace) -> None:
    events = imported(workspace, "event_log")
    assert counts(events)["page.viewed"] == 2
    assert one(events, "order.placed")["properties"] == '{"amount":"350000","city":"Huế"}'


def test_segment_joins_what_was_anonymous_and_counts_a_message_once(workspace: Workspace) -> None:
    events = imported(workspace, "segment")
    assert counts(events) == {"$identify": 1, "page.viewed": 1, "Order Completed": 1, "screen.viewed": 1}
    order = one(events, "Order Completed")
    assert (order["amount"], order["currency"], order["channel"]) == (350_000, "VND", "web")
    assert json.loads(order["properties"])["order_id"] == "D-19"
    assert one(events, "$identify")["identifiers"] == '["email:lan.nguyen@shop.vn","device:a-7"]'
    assert json.loads(one(events, "$identify")["properties"]) == {"email": "lan.nguyen@shop.vn", "plan": "gold"}


def test_ga4_parameters_become_properties(workspace: Workspace) -> None:
    events = imported(workspace, "ga4")
    assert json.loads(one(events, "page_view")["properties"])["page_location"] == "https://shop.vn/ao"
    purchase = one(events, "purchase")
    assert (purchase["subject"], purchase["amount"], purchase["currency"]) == ("customer:u-7", 350_000, "VND")
    assert purchase["occurred_at"].isoformat() == "2026-03-01T01:01:45.500000+00:00"


def test_shopify_orders_are_counted_once_however_many_lines(workspace: Workspace) -> None:
    events = imported(workspace, "shopify_orders")
    found = counts(events)
    assert (found["order.placed"], found["order.paid"], found["order.shipped"], found["order.cancelled"]) == (
        2,
        2,
        1,
        1,
    )
    first = one(events, "order.placed")
    assert (first["subject"], first["amount"], first["currency"]) == ("email:mai.tran@mail.vn", 5050, "USD")
    assert first["identifiers"] == '["phone:+84903127455"]'


def test_woocommerce_guests_are_their_address(workspace: Workspace) -> None:
    events = imported(workspace, "woocommerce_orders")
    found = counts(events)
    assert (found["order.placed"], found["order.completed"], found["order.refunded"]) == (2, 1, 1)
    assert one(events, "order.placed")["amount"] == 380_000
    assert {event["subject"] for event in events} == {"customer:41", "email:huy.le@mail.vn"}


def test_kiotviet_invoices_read_as_the_shop_reads_them(workspace: Workspace) -> None:
    events = imported(workspace, "kiotviet_orders")
    found = counts(events)
    assert (found["order.placed"], found["order.delivered"], found["order.cancelled"]) == (3, 1, 1)
    assert [event["amount"] for event in events if event["event"] == "order.placed"] == [250_000, 1_200_000, 90_000]
    assert one(events, "order.placed")["identifiers"] == '["phone:+84393127455"]'
    assert one(events, "order.placed")["occurred_at"].isoformat() == "2026-03-01T01:31:12+00:00"
    assert [row.reason for row in quarantined(workspace)] == ["no_customer"]


def test_sapo_orders(workspace: Workspace) -> None:
    events = imported(workspace, "sapo_orders")
    found = counts(events)
    assert (found["order.placed"], found["order.shipped"], found["order.completed"], found["order.cancelled"]) == (
        2,
        1,
        1,
        1,
    )
    assert one(events, "order.placed")["amount"] == 425_000


def test_survey_answers_are_feelings_about_something(workspace: Workspace) -> None:
    events = imported(workspace, "survey")
    assert counts(events) == {"survey.nps_answered": 2, "survey.csat_answered": 2, "survey.ces_answered": 1}
    assert [event["rating"] for event in events if event["event"] == "survey.nps_answered"] == [160, -80]
    nps = one(events, "survey.nps_answered")
    assert nps["about"] == "order.delivered"
    assert json.loads(nps["properties"]) == {"comment": "Giao nhanh, đóng gói đẹp", "scale": "nps", "score": "9"}


def test_xes_traces_are_customers(workspace: Workspace) -> None:
    events = imported(workspace, "xes")
    assert [(event["subject"], event["event"]) for event in events] == [
        ("customer:Phiếu 1", "Nhận máy"),
        ("customer:Phiếu 1", "Trả máy"),
    ]
    assert json.loads(events[1]["properties"]) == {
        "case:product": "Điện thoại",
        "days": "3",
        "lifecycle:transition": "complete",
    }


def test_ocel_customers_and_their_orders(workspace: Workspace) -> None:
    events = imported(workspace, "ocel")
    assert counts(events) == {"$identify": 2, "place order": 1, "pay order": 1}
    assert one(events, "pay order")["subject"] == "customer:Lan"
    assert json.loads(one(events, "pay order")["properties"]) == {"orders": "o1", "orders:all": '["o1", "o2"]'}
    assert sorted(row.reason for row in quarantined(workspace)) == ["bad_ocel_event", "no_customer"]
