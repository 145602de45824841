"""Segments over HTTP: made, changed, looked into, exported; and what a reading key may not see."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from tests.customers.living import happens, says
from wend.segments import facade as segments
from wend.workspaces.facade import Workspace, create_key

SEEN = {"version": 1, "condition": {"did": {"event": "product.viewed"}}}


@pytest.fixture(scope="module")
def seen(member: TestClient, workspace: Workspace) -> str:
    """A segment with its members."""
    made = member.post("/api/segments", json={"name": "Đã xem", "condition": SEEN})
    assert made.status_code == 201, made.text
    segments.catch_up(workspace)
    return str(made.json()["segment"]["key"])


def test_members_are_shown_with_who_they_are(member: TestClient, seen: str) -> None:
    shown = member.get(f"/api/segments/{seen}/members", params={"limit": 1}).json()
    assert shown["total"] == member.get(f"/api/segments/{seen}").json()["size"] > 0
    assert shown["page"]["rows"][0]["customer"] == shown["members"][0]["customer"]
    if shown["following"]:
        after = member.get(f"/api/segments/{seen}/members", params={"after": shown["following"]}).json()
        assert len(after["members"]) == shown["total"] - 1
    customer = shown["members"][0]["customer"]
    assert [each["key"] for each in member.get(f"/api/segments/of/{customer}").json()] == [seen]


def test_a_segment_is_changed_by_who_saw_it(member: TestClient, seen: str) -> None:
    again = {"name": "Đã xem", "condition": SEEN, "version": 1}
    assert member.put(f"/api/segments/{seen}", json=again).json()["segment"]["version"] == 2
    stale = member.put(f"/api/segments/{seen}", json=again)
    assert (stale.status_code, stale.json()["code"]) == (409, "segments.changed_meanwhile")
    assert [each["version"] for each in member.get(f"/api/segments/{seen}/versions").json()] == [2, 1]


def test_history_and_size_are_asked_for(member: TestClient, seen: str) -> None:
    assert member.get(f"/api/segments/{seen}/history").json() == {
        "changes": [],
        "reasons": [],
        "before": None,
        "after": None,
        "names": {},
    }
    points = member.get(f"/api/segments/{seen}/size", params={"days": 30}).json()
    assert points[-1]["size"] == member.get(f"/api/segments/{seen}").json()["size"]


@pytest.mark.parametrize(
    ("form", "begins"), [("csv", b"customer,since"), ("parquet", b"PAR1"), ("meta", b"email,phone")]
)
def test_members_come_as_a_file(member: TestClient, seen: str, form: str, begins: bytes) -> None:
    answer = member.get(f"/api/segments/{seen}/export", params={"format": form})
    assert (answer.status_code, answer.content[: len(begins)]) == (200, begins)
    assert int(answer.headers["wend-members"]) > 0


def test_a_list_is_uploaded(member: TestClient) -> None:
    file = {"file": ("vip.csv", b"email\nnobody@shop.vn\n", "text/csv")}
    told = member.post("/api/segments/lists/file", data={"name": "VIP"}, files=file)
    assert (told.status_code, told.json()["rows"], told.json()["unknown"]) == (201, 1, 1)
    said = member.post("/api/segments/lists/left-out", files=file, headers={"accept-language": "vi"})
    assert said.headers["content-type"].startswith("text/csv")
    assert said.text.removeprefix("\ufeff").splitlines()[0] == "Dòng,Lý do,Việc cần làm,email"
    broken = {"file": ("vip.xlsx", b"\xff\xfe\x00", "text/csv")}
    refused = member.post("/api/segments/lists/file", data={"name": "Other"}, files=broken)
    assert (refused.status_code, refused.json()["code"]) == (422, "segments.not_text")
    assert member.delete(f"/api/segments/{told.json()['segment']['key']}").status_code == 204


def test_a_reading_key_sees_no_customer(stranger: TestClient, workspace: Workspace, seen: str) -> None:
    headers = {"authorization": f"Bearer {create_key(workspace, 'secret', 'Screen', None, ['data:read']).key}"}
    assert stranger.get(f"/api/segments/{seen}", headers=headers).status_code == 200
    for rest in ("members", "history", "export"):
        refused = stranger.get(f"/api/segments/{seen}/{rest}", headers=headers)
        assert (refused.status_code, refused.json()["code"]) == (403, "web.scope_missing")


def test_a_person_is_shown_with_their_segments(member: TestClient, workspace: Workspace, seen: str) -> None:
    happens(workspace, "customer:window-shopper", "product.viewed")
    segments.catch_up(workspace)
    page = member.get("/api/customers/customer:window-shopper").json()
    assert [(each["key"], each["why"]) for each in page["segments"]] == [(seen, "event")]
    assert member.get("/api/profiles/customer:window-shopper").json()["segments"] == [seen]
    told = member.get("/api/timelines/customer:window-shopper").json()
    assert [(each["segment"], each["what"]) for each in told["changes"]] == [(seen, "entered")]
    assert told["changes"][0]["event_id"] == told["events"][0]["event_id"]
    alone = member.get("/api/timelines/customer:window-shopper", params={"segments": "none"}).json()
    assert (alone["changes"], alone["events"], alone["total_changes"]) == ([], told["events"], 1)


def test_the_customers_list_is_cut_by_segments(member: TestClient, seen: str) -> None:
    shown = member.get("/api/customers", params={"segment": seen, "limit": 500}).json()
    members = member.get(f"/api/segments/{seen}/members", params={"limit": 500}).json()
    assert {row["customer"] for row in shown["rows"]} == {each["customer"] for each in members["members"]}
    refused = member.get("/api/customers", params={"segment": "nobody"})
    assert (refused.status_code, refused.json()["code"]) == (404, "segments.unknown")


def test_a_segment_has_a_lane_on_the_map(member: TestClient, workspace: Workspace, seen: str) -> None:
    happens(workspace, "customer:newcomer", "product.viewed")
    segments.catch_up(workspace)
    workspace.log.move()
    [lane] = member.get("/api/map/moves", params={"moves": seen}).json()
    cell = next(each for each in lane["stages"] if each["entered"]["customers"])
    behind = member.get("/api/map/customers", params=cell["entered"]["behind"]).json()
    assert behind["total"] == cell["entered"]["customers"]
    assert "customer:newcomer" in {row["customer"] for row in behind["rows"]}
    refused = member.get("/api/map/moves", params={"moves": "nobody"})
    assert (refused.status_code, refused.json()["code"]) == (404, "segments.unknown")
    assert member.get("/api/map/moves", params={"moves": [seen] * 7}).status_code == 422


def test_a_history_says_what_customers_are_called(member: TestClient, workspace: Workspace, seen: str) -> None:
    says(workspace, "customer:named", name="Lê Hoa")
    for who in ("customer:named", "customer:nameless"):
        happens(workspace, who, "product.viewed")
    segments.catch_up(workspace)
    workspace.log.move()
    workspace.log.journal()
    told = member.get(f"/api/segments/{seen}/history").json()
    assert {"customer:named", "customer:nameless"} <= {each["customer"] for each in told["changes"]}
    assert (told["names"]["customer:named"], told["names"]["customer:nameless"]) == ("Lê Hoa", "nameless")
    newest = {each["customer"]: why["en"] for each, why in zip(told["changes"], told["reasons"], strict=True)}
    assert newest["customer:named"].startswith("because of “")


def test_a_list_is_replaced_by_a_file_that_was_looked_at(member: TestClient, workspace: Workspace) -> None:
    def sent(text: str) -> dict[str, tuple[str, bytes, str]]:
        return {"file": ("vip.csv", text.encode(), "text/csv")}

    made = member.post("/api/segments/lists/file", data={"name": "Khách quý"}, files=sent("customer\n1\n2\n"))
    key = made.json()["segment"]["key"]
    told = member.post(f"/api/segments/lists/{key}/preview", files=sent("customer\n2\n777\n")).json()
    assert (told["come"], told["go"], told["stay"]) == (1, 1, 1)
    assert [(each["line"], each["why"]) for each in told["left_out"]] == [(3, "unknown")]
    assert member.put(f"/api/segments/lists/{key}/file", files=sent("customer\n2\n777\n")).json()["rows"] == 2
    segments.catch_up(workspace)
    shown = member.get(f"/api/segments/{key}/members").json()["members"]
    assert [each["customer"] for each in shown] == ["customer:2"]


def test_a_history_is_followed_along(member: TestClient, workspace: Workspace, seen: str) -> None:
    start = member.get(f"/api/segments/{seen}/history", params={"after": 0, "limit": 500}).json()["after"]
    happens(workspace, "customer:followed", "product.viewed")
    segments.catch_up(workspace)
    told = member.get(f"/api/segments/{seen}/history", params={"after": start}).json()
    assert [each["customer"] for each in told["changes"]] == ["customer:followed"]
    assert told["after"] == told["changes"][0]["sequence"] > start
    both = member.get(f"/api/segments/{seen}/history", params={"after": 1, "before": 9})
    assert (both.status_code, both.json()["code"]) == (422, "segments.two_cursors")
