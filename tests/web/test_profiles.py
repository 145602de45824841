"""Profiles over HTTP: look-ups by a program, timelines in pages, marks and definitions, keys with odd letters."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from starlette.testclient import TestClient

from tests.customers.living import happens, says
from wend.workspaces.facade import Workspace, create_key

ODD = ["a/b", "x/timeline", "50%", "a?b=c#d", "Đặng Thị Hoà", "a b+c", "..", "tên:có:dấu", "\u202eabc", "'; --"]


def test_a_program_looks_somebody_up(stranger: TestClient, workspace: Workspace) -> None:
    says(workspace, "email:look.up@shop.vn", name="Lê Văn Tra")
    key = create_key(workspace, "secret", "Personalisation", None, ["profiles:read"]).key
    headers = {"authorization": f"Bearer {key}"}
    found = stranger.get("/api/profiles/Look.Up@shop.vn", headers=headers)
    assert found.status_code == 200, found.text
    assert (found.json()["customer"], found.json()["traits"]) == ("email:look.up@shop.vn", {"name": "Lê Văn Tra"})
    assert "timeline" not in found.json()
    for path in ("/api/flags/email:look.up@shop.vn", "/api/trait-rules"):
        assert stranger.put(path, headers=headers, json={"flag": "test"}).status_code in (403, 422), path
    assert stranger.get("/api/profiles/nobody@shop.vn", headers=headers).json()["code"] == "customers.unknown"


@pytest.mark.parametrize("name", ODD)
def test_keys_with_odd_letters(member: TestClient, workspace: Workspace, name: str) -> None:
    happens(workspace, f"customer:{name}", "page.viewed")
    for route in ("customers", "profiles", "timelines"):
        answer = member.get(f"/api/{route}/{quote(f'customer:{name}', safe='')}")
        assert (answer.status_code, answer.json()["customer"]) == (200, f"customer:{name}"), route


def test_a_timeline_in_pages(member: TestClient, workspace: Workspace) -> None:
    for number in range(5):
        happens(workspace, "customer:long", f"step.{number}", ago_s=100 - number, amount=number or None)
    seen, cursor = [], ""
    while cursor is not None:
        page = member.get(
            f"/api/timelines/customer:long?limit=2&with_money=true{cursor and '&cursor=' + cursor}"
        ).json()
        seen += [event["event"] for event in page["events"]]
        cursor = page["next_cursor"]
    assert seen == ["step.4", "step.3", "step.2", "step.1"]
    assert member.get("/api/timelines/customer:long?cursor=x").json()["code"] == "profiles.bad_cursor"


def test_marks_and_rules(member: TestClient, workspace: Workspace) -> None:
    happens(workspace, "customer:mark", "page.viewed")
    marked = member.put("/api/flags/customer:mark", json={"flag": "test", "note": "ours"}).json()["marked"]
    assert [(each["customer"], each["by"], each["note"]) for each in marked] == [("customer:mark", "session", "ours")]
    assert member.put("/api/flags/customer:mark", json={"flag": "vip"}).status_code == 422
    assert member.get("/api/customers?flag=flagged").status_code == 200
    assert member.delete("/api/flags/customer:mark").json()["marked"] == []
    rules = {"default": "trusted", "trusted": ["crm"], "rules": [["name", "first"]]}
    assert member.put("/api/trait-rules", json=rules).json() == rules
    assert member.get("/api/trait-rules").json() == rules


def test_computed_traits(member: TestClient, workspace: Workspace) -> None:
    happens(workspace, "customer:7", "order.placed", amount=20)
    body = {"name": "x", "title": {"en": "Spent", "vi": "Đã mua"}, "measure": "sum", "of": "amount"}
    assert member.put("/api/computed-traits/spent", json=body).json()["version"] == 1
    assert (
        member.put("/api/computed-traits/spent", json=body | {"of": ""}).json()["code"] == "profiles.bad_computed_trait"
    )
    computed = member.get("/api/customers/customer:7").json()["computed"]
    assert computed == [{"name": "spent", "title": {"en": "Spent", "vi": "Đã mua"}, "value": 20}]
    assert member.get("/api/computed-traits/spent").json()["with_value"] > 0
    assert member.get("/api/customers?column=nothing").status_code == 404
    assert member.delete("/api/computed-traits/spent").json() == []
    assert member.get("/api/computed-traits/spent").status_code == 404
