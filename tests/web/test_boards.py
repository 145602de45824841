"""Boards over HTTP: kept by people and administrators, read by readers, shown to whoever has a link."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from wend.workspaces.facade import Workspace, create_key

ASKED = {"question": "reach", "params": {}, "over": "events", "last_days": 28}
TILE = {"id": "t1", "kind": "question", "x": 0, "y": 0, "width": 6, "height": 8}


@pytest.fixture(scope="module")
def board(member: TestClient) -> str:
    """A dashboard with one tile."""
    saved = member.post("/api/saved-questions", json={"name": "Reach", "asked": ASKED}).json()["id"]
    made = member.post("/api/dashboards", json={"name": "Weekly", "tiles": [TILE | {"question": saved}]})
    assert made.status_code == 201, made.text
    return str(made.json()["id"])


def test_a_saved_question_is_kept_changed_and_answered(member: TestClient) -> None:
    made = member.post("/api/saved-questions", json={"name": "Ai đã xem", "asked": ASKED}).json()
    again = {"name": "Ai đã xem?", "asked": ASKED | {"last_days": 0}, "version": made["version"]}
    changed = member.put(f"/api/saved-questions/{made['id']}", json=again).json()
    assert (changed["version"], changed["by"], changed["name"]) == (2, "session", "Ai đã xem?")
    stale = member.put(f"/api/saved-questions/{made['id']}", json=again)
    assert (stale.status_code, stale.json()["code"]) == (409, "boards.changed_meanwhile")
    told = member.get(f"/api/saved-questions/{made['id']}/answer").json()
    assert (told["question"], told["steps"][0]["customers"] > 0) == ("reach", True)
    assert member.delete(f"/api/saved-questions/{made['id']}").status_code == 204
    assert member.get(f"/api/saved-questions/{made['id']}").status_code == 404


def test_a_link_needs_no_session_and_shows_no_more(member: TestClient, stranger: TestClient, board: str) -> None:
    made = member.post(f"/api/dashboards/{board}/shares", json={"days": 3}).json()
    token = {"x-wend-share": made["token"]}
    seen = stranger.get("/api/shared", headers=token).json()
    assert (seen["board"]["name"], [line["question"] for line in seen["lines"]]) == ("Weekly", ["reach"])
    assert stranger.get("/api/shared/tiles/t1", headers=token).json()["question"] == "reach"
    assert stranger.get("/api/shared/tiles/t2", headers=token).status_code == 404
    for address in ("/api/dashboards", "/api/saved-questions", "/api/touchpoints", "/api/shared/../dashboards"):
        assert stranger.get(address, headers=token).status_code == 401, address
    assert stranger.get("/api/shared").json()["code"] == "boards.not_shared"
    member.post(f"/api/shares/{made['share']['id']}/revoke")
    assert stranger.get("/api/shared", headers=token).status_code == 404


def test_a_reading_key_reads_and_changes_nothing(stranger: TestClient, workspace: Workspace, board: str) -> None:
    headers = {"authorization": f"Bearer {create_key(workspace, 'secret', 'Screen', None, ['data:read']).key}"}
    assert stranger.get(f"/api/dashboards/{board}", headers=headers).status_code == 200
    for method, address in (("PUT", f"/api/dashboards/{board}"), ("POST", f"/api/dashboards/{board}/shares")):
        refused = stranger.request(method, address, json={}, headers=headers)
        assert (refused.status_code, refused.json()["code"]) == (403, "web.scope_missing")


def test_an_administrators_key_makes_no_link(stranger: TestClient, workspace: Workspace, board: str) -> None:
    headers = {"authorization": f"Bearer {create_key(workspace, 'secret', 'Admin', None, ['admin']).key}"}
    assert stranger.get(f"/api/dashboards/{board}/shares", headers=headers).status_code == 200
    assert stranger.post(f"/api/dashboards/{board}/shares", json={}, headers=headers).status_code == 403


def test_tiles_that_do_not_fit_are_refused(member: TestClient, board: str) -> None:
    two = [TILE | {"kind": "text", "text": "a"}, TILE | {"id": "t2", "kind": "text", "text": "b", "x": 5}]
    refused = member.put(f"/api/dashboards/{board}", json={"name": "Weekly", "tiles": two, "version": 1})
    assert (refused.status_code, refused.json()["code"]) == (422, "boards.tiles_overlap")


def test_an_alert_is_set_checked_and_taken_away(member: TestClient) -> None:
    member.post("/api/saved-questions", json={"name": "Watched", "asked": ASKED | {"last_days": 0}})
    watch = {"cell": {"column": "customers"}, "bounds": {"low": 1_000}, "emails": ["lan@shop.vn"], "language": "vi"}
    made = member.post("/api/alerts", json={"name": "Ít người", "question": "Watched", "watch": watch})
    assert (made.status_code, made.json()["secret"]) == (201, ""), made.text
    id = made.json()["alert"]["id"]
    assert member.post(f"/api/alerts/{id}/check").json()["state"] == "outside"
    (told,) = member.get(f"/api/alerts/{id}/messages").json()
    assert (told["kind"], told["to"], told["state"]) == ("email", "lan@shop.vn", "waiting")
    assert [each["state"] for each in member.get(f"/api/alerts/{id}/checks").json()] == ["outside"]
    wrong = member.post("/api/alerts", json={"name": "x", "question": "Watched", "watch": watch | {"emails": []}})
    assert (wrong.status_code, wrong.json()["code"]) == (422, "boards_alerts.nobody")
    assert member.delete(f"/api/alerts/{id}").status_code == 204
