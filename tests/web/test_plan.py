"""The page *Events*: planned and seen side by side, with who uses each event."""

from __future__ import annotations

from starlette.testclient import TestClient

HEADERS = {"accept-language": "vi"}


def test_events_show_plan_volume_and_use(member: TestClient) -> None:
    body = {
        "event": "order.placed",
        "owner": "Sales",
        "properties": [{"name": "total", "type": "money", "required": True}],
    }
    page = member.put("/api/plan/events", json=body).json()
    lines = {line["event"]: line for line in page["lines"]}
    assert page["has_plan"]
    assert lines["order.placed"]["planned"]["owner"] == "Sales"
    assert lines["order.placed"]["events"] == 1
    assert lines["product.viewed"]["planned"] is None
    assert lines["product.viewed"]["used_by"]["touchpoints"]

    checked = member.post("/api/plan/check").json()
    findings = next(line["findings"] for line in checked["page"]["lines"] if line["event"] == "order.placed")
    assert {"en": "total is missing", "vi": "thiếu total"} in [finding["said"] for finding in findings]

    planned = member.get("/api/plan").json()
    assert member.post("/api/plan/load", json={"toml": planned["toml"]}).status_code == 200
    assert member.delete("/api/plan/events", params={"event": "order.placed"}).json()["has_plan"] is False
    assert member.delete("/api/plan/events", params={"event": "order.placed"}).status_code == 404


def test_a_bad_plan_says_what_is_wrong(member: TestClient) -> None:
    answer = member.post("/api/plan/load", json={"toml": "[event.a]\ncolour = 1"}, headers=HEADERS)
    assert answer.status_code == 422
    assert "colour" in answer.json()["message"]
    assert member.post("/api/plan/propose").json()["events"]
