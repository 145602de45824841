"""Webhooks and connectors set up from the pages: secrets go in, and nothing shows them again."""

from __future__ import annotations

import json

from starlette.testclient import TestClient

from wend.collect.shelf import ready_toml

SECRET = "canary-secret-41"  # of this test only
ORDER = {"id": 1, "created_at": "2026-06-01T08:00:00Z", "customer": {"id": 9}, "total_price": 100}


def test_a_webhook_is_set_up_tried_and_changed(member: TestClient) -> None:
    systems = {each["key"]: each for each in member.get("/api/hook-systems").json()}
    assert systems["haravan"]["proven"] is False
    tried = member.post(
        "/api/hook-trials", json={"mapping": systems["haravan"]["mapping"], "body": json.dumps(ORDER)}
    ).json()
    assert [event["event"] for event in tried["events"]] == ["order.placed"]
    made = member.post("/api/hooks", json={"name": "Cửa hàng", "preset": "haravan", "secret": SECRET})
    assert made.status_code == 201
    assert (made.json()["path"], made.json()["secrets"]) == ("/hooks/cua-hang", 1)
    changed = member.put("/api/hooks/cua-hang", json={"secret": SECRET + "2"}).json()
    assert changed["secrets"] == 2
    assert member.post("/api/hooks/cua-hang/replay").json() == {"records": 0, "events": 0, "still_held": 0}
    for path in ("/api/hooks", "/api/hooks/cua-hang", "/api/sources", "/api/sources/cua-hang"):
        assert SECRET not in member.get(path).text
    assert member.get("/api/hooks/nothing").status_code == 404


def test_nobody_checks_the_sender_only_when_that_is_meant(member: TestClient) -> None:
    body = {"name": "Open", "mapping": ready_toml("hook_calls"), "signature": {"scheme": "none"}}
    assert member.post("/api/hooks", json=body).json()["code"] == "hooks.unsigned"
    assert member.post("/api/hooks", json=body | {"unsigned": True}).status_code == 201


def test_a_connector_is_set_up_and_asked_to_run(member: TestClient) -> None:
    body = {
        "name": "Kho",
        "kind": "database",
        "url": f"postgresql://reader:{SECRET}@db.local/shop",
        "table": "orders",
        "keys": ["id"],
        "cursor": "updated_at",
        "mapping": ready_toml("hook_calls"),
    }
    made = member.post("/api/connectors", json=body)
    assert made.status_code == 201, made.text
    assert made.json()["place"] == "postgresql://db.local/shop"
    assert member.put("/api/connectors/kho", json={"every_s": 600}).json()["every_s"] == 600
    assert member.post("/api/connectors/kho/run").status_code == 202
    for path in ("/api/connectors", "/api/connectors/kho", "/api/sources"):
        assert SECRET not in member.get(path).text


def test_a_private_place_is_refused_at_once(member: TestClient) -> None:
    body = {"name": "X", "kind": "csv", "url": "https://169.254.169.254/", "mapping": ready_toml("hook_calls")}
    assert member.post("/api/connectors", json=body).json()["code"] == "channels.place_refused"
