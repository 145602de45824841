"""Personas over HTTP: who may take the file of an invitation, and what a reading key may not."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from wend.workspaces.facade import Workspace, create_key

SEEN = {"version": 1, "condition": {"did": {"event": "product.viewed"}}}
ASKED = {"purpose": "marketing", "channel": "email"}


@pytest.fixture(scope="module")
def persona(member: TestClient) -> str:
    """A persona of everybody who looked at a product."""
    made = member.post("/api/personas", json={"name": "Người xem", "condition": SEEN})
    assert made.status_code == 201, made.text
    return str(made.json()["id"])


def test_an_invitation_is_a_file_with_counts_beside_it(member: TestClient, persona: str) -> None:
    answer = member.post(f"/api/personas/{persona}/invitation/file", json=ASKED)
    assert answer.status_code == 200, answer.text
    assert answer.content.decode("utf-8-sig").startswith("customer,name,address,language,channel,purpose,consent")
    assert int(answer.headers["wend-customers"]) == int(answer.headers["wend-without-consent"]) > 0
    assert "wend-invitation.csv" in answer.headers["content-disposition"]


def test_an_unknown_channel_is_a_sentence(member: TestClient, persona: str) -> None:
    refused = member.post(f"/api/personas/{persona}/invitation/file", json=ASKED | {"channel": "mail"})
    assert (refused.status_code, refused.json()["code"]) == (422, "personas.unknown_channel")


def test_a_key_that_reads_profiles_counts_but_takes_no_file(
    stranger: TestClient, workspace: Workspace, persona: str
) -> None:
    key = create_key(workspace, "secret", "CRM", None, ["data:read", "profiles:read"]).key
    headers = {"authorization": f"Bearer {key}"}
    assert stranger.post(f"/api/personas/{persona}/invitation", json=ASKED, headers=headers).status_code == 200
    refused = stranger.post(f"/api/personas/{persona}/invitation/file", json=ASKED, headers=headers)
    assert (refused.status_code, refused.json()["code"]) == (403, "web.scope_missing")


def test_a_link_needs_no_session_and_shows_no_more(member: TestClient, stranger: TestClient, persona: str) -> None:
    made = member.post(f"/api/personas/{persona}/shares", json={"days": 3}).json()
    token = {"x-wend-share": made["token"]}
    seen = stranger.get("/api/shared/persona", headers=token).json()
    assert (seen["persona"]["name"], seen["persona"]["portrait"]["quotes"]) == ("Người xem", [])
    for address in (f"/api/personas/{persona}", f"/api/personas/{persona}/portrait", "/api/shared/persona/portrait"):
        assert stranger.get(address, headers=token).status_code == 401, address
    assert stranger.get("/api/shared", headers=token).status_code == 404
    assert stranger.get("/api/shared/persona").json()["code"] == "boards.not_shared"
    assert [each["live"] for each in member.get(f"/api/personas/{persona}/shares").json()] == [True]
    member.post(f"/api/shares/{made['share']['id']}/revoke")
    assert stranger.get("/api/shared/persona", headers=token).status_code == 404
