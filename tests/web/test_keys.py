"""Keys at the door: a write key opens nothing, a secret key what its scopes name, and every route says which one."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from dataclasses import replace

import pytest
from starlette.testclient import TestClient

from tests.web.hostile import BODIES
from tests.web.visiting import Address, addresses, visit
from wend.bootstrap import open_workspace
from wend.web.scopes import NEEDED
from wend.workspaces.facade import SCOPES, Workspace, audit_entries, create_key, revoke_key, write_uses


@pytest.fixture(scope="module")
def routes(workspace: Workspace) -> list[Address]:
    return addresses(workspace)


@pytest.fixture
def program(workspace: Workspace) -> Iterator[TestClient]:
    """A program: no cookie, no header of ours."""
    with visit(workspace) as client:
        client.headers.pop("x-wend", None)
        yield client


def _ask(client: TestClient, address: Address, key: str) -> tuple[int, str]:
    headers = {"authorization": f"Bearer {key}"}
    answer = client.request(address.method, address.url(), json=BODIES.get(address.route), headers=headers)
    return answer.status_code, "" if answer.status_code < 400 else answer.json()["code"]


def test_every_route_says_what_a_key_needs(routes: list[Address]) -> None:
    named = {(method, route) for route, methods in NEEDED.items() for method in methods}
    assert named == set(routes)


def test_a_write_key_opens_no_route(program: TestClient, workspace: Workspace, routes: list[Address]) -> None:
    write = create_key(workspace, "write", "Website", "web")
    for address in [*routes, Address("GET", "/api/health"), Address("GET", "/api/nothing")]:
        assert _ask(program, address, write.key) == (401, "web.bad_key"), address
    write_uses(workspace)
    alerts = [dict(entry.details) for entry in audit_entries(workspace, 500) if entry.subject == write.id]
    doors = {alert["door"] for alert in alerts if "door" in alert}
    assert "/api/customers" in doors
    assert all("customer:1" not in door for door in doors)


@pytest.mark.parametrize("scope", SCOPES)
def test_a_secret_key_opens_what_its_scope_names(
    program: TestClient, workspace: Workspace, routes: list[Address], scope: str
) -> None:
    key = create_key(workspace, "secret", "CRM", None, [scope]).key
    for address in routes:
        needed = NEEDED[address.route][address.method]
        if needed is not None and scope in (needed, "admin"):
            continue
        assert _ask(program, address, key) == (403, "web.scope_missing"), address
    for route in ("/api/customers", "/api/catalogue", "/api/sources"):
        status, _ = _ask(program, Address("GET", route), key)
        assert (status == 200) == (scope in (NEEDED[route]["GET"], "admin")), route


def test_a_key_works_as_bearer_and_as_basic(program: TestClient, workspace: Workspace) -> None:
    key = create_key(workspace, "secret", "CRM", None, ["profiles:read"]).key
    basic = [b64encode(pair.encode()).decode() for pair in (f"{key}:", f":{key}", key)]
    for shown in (f"Bearer {key}", f"bearer {key}", *(f"Basic {each}" for each in basic)):
        assert program.get("/api/customers", headers={"authorization": shown}).status_code == 200, shown


def test_a_key_of_another_workspace_opens_nothing(
    program: TestClient, workspace: Workspace, routes: list[Address]
) -> None:
    neighbour = open_workspace(replace(workspace.settings, workspace="neighbour"))
    key = create_key(neighbour, "secret", "CRM", None, ["admin"]).key
    for address in routes:
        assert _ask(program, address, key) == (401, "web.bad_key"), address


def test_what_is_no_key_of_ours_is_left_to_whoever_put_it_there(member: TestClient) -> None:
    for shown in ("Basic bGFuOmxhbg==", "Bearer eyJhbGciOi", "Basic %%%", "Digest x", "Basic", ""):
        assert member.get("/api/customers", headers={"authorization": shown}).status_code == 200, shown


def test_a_bad_key_is_refused_even_beside_a_session(member: TestClient, workspace: Workspace) -> None:
    new = create_key(workspace, "secret", "CRM", None, ["admin"])
    revoke_key(workspace, new.id)
    for key in (new.key, "wend_s_guess", "wend_x", "wend_s_" + "x" * 10_000):
        answer = member.get("/api/customers", headers={"authorization": f"Bearer {key}"})
        assert (answer.status_code, answer.json()["code"]) == (401, "web.bad_key")


def test_a_key_changes_things_without_header_and_origin(program: TestClient, workspace: Workspace) -> None:
    new = create_key(workspace, "secret", "CRM", None, ["admin"])
    headers = {"authorization": f"Bearer {new.key}"}
    added = program.post("/api/sources", json={"name": "Máy bán hàng"}, headers=headers)
    assert added.status_code == 201
    assert audit_entries(workspace, 1)[0].who == f"key:{new.id}"
    too_long = {**headers, "content-length": str(2**45)}
    assert program.post("/api/sources", content=b"{}", headers=too_long).status_code == 413


def test_keys_over_the_browser(member: TestClient) -> None:
    made = member.post("/api/keys", json={"name": "CRM", "scopes": ["data:read"]}).json()["key"]
    next_one = member.post(f"/api/keys/{made['id']}/rotate", json={"keep_hours": 2}).json()["key"]
    assert member.post(f"/api/keys/{next_one['id']}/revoke").json()["state"] == "revoked"
    listed = {key["id"]: key["state"] for key in member.get("/api/keys").json()}
    assert (listed[made["id"]], listed[next_one["id"]]) == ("ending", "revoked")
    assert made["key"] not in member.get("/api/keys").text
    assert [entry["what"] for entry in member.get("/api/audit?limit=3").json()] == [
        "key.revoked",
        "key.rotated",
        "key.created",
    ]
