"""The protocol over HTTP: the same tools, behind the same door and the same keys as the API."""

from __future__ import annotations

import json
from typing import Any

import pytest
from starlette.testclient import TestClient
from starlette.types import ASGIApp

from tests.assistants.conftest import PEOPLE, beside
from wend.assistants.over_http import over_http
from wend.web.security import KEY
from wend.web.shell import listening
from wend.workspaces.facade import Scope, Workspace, create_key, revoke_key

mcp = pytest.importorskip("mcp", reason="the SDK of the Model Context Protocol is not installed")
HELLO = {"jsonrpc": "2.0", "id": 1, "method": "tools/list", "params": {}}
SPOKEN = {"accept": "application/json, text/event-stream", "accept-language": "vi"}


def _app(here: Workspace) -> ASGIApp:
    made = over_http(here, lambda scope: scope[KEY])
    return listening(here, lambda: made, assistants=lambda: made)


def _headers(here: Workspace, *scopes: Scope) -> dict[str, str]:
    return SPOKEN | {"authorization": f"Bearer {create_key(here, 'secret', 'Assistant', None, list(scopes)).key}"}


def _talk(here: Workspace, headers: dict[str, str], *calls: tuple[str, dict[str, Any]]) -> tuple[list[str], list[Any]]:
    """The names of the tools, and what a few calls of them gave."""
    import httpx2
    from mcp.client.streamable_http import streamable_http_client

    async def talk() -> tuple[list[str], list[Any]]:
        transport = httpx2.ASGITransport(app=_app(here))
        async with (
            httpx2.AsyncClient(transport=transport, headers=headers) as http,
            mcp.Client(streamable_http_client("http://localhost/mcp", http_client=http)) as client,
        ):
            offered = [each.name for each in (await client.list_tools()).tools]
            return offered, [json.loads((await client.call_tool(*each)).content[0].text) for each in calls]

    said: tuple[list[str], list[Any]] = beside(talk)
    return said


def test_the_official_client_asks_with_a_key(here: Workspace) -> None:
    names, [log, wrong] = _talk(here, _headers(here, "data:read"), ("log", {}), ("funnel", {"steps": PEOPLE[0]}))
    assert {"log", "funnel", "reach"} <= set(names)
    assert not {"features", "customers_behind"} & set(names)
    assert (log["customers"], log["note"][:7]) == (3, "Văn bản")
    assert wrong["error"] == "questions.unknown_event"


def test_the_scopes_of_the_key_decide_what_is_seen(here: Workspace) -> None:
    where = {"question": "reach", "where": {"step": "order.placed"}}
    sees, behind = _headers(here, "data:read", "profiles:read"), ("customers_behind", where)
    names, [found] = _talk(here, sees, behind)
    assert "customers_behind" in names
    assert found["ids"] == [PEOPLE[0]] or len(found["ids"]) == 1
    _, [refused] = _talk(here, _headers(here, "data:read"), behind)
    assert refused["error"] == "assistants.not_for_this_role"


def test_nobody_comes_in_without_a_key_that_reads(here: Workspace) -> None:
    with TestClient(_app(here), base_url="http://localhost") as client:
        for headers in (SPOKEN, SPOKEN | {"authorization": "Bearer wend_s_no"}, SPOKEN | {"x-wend": "1"}):
            refused = client.post("/mcp", json=HELLO, headers=headers)
            assert (refused.status_code, refused.json()["code"]) == (401, "web.bad_key")
        only_writes = client.post("/mcp", json=HELLO, headers=_headers(here, "profiles:write"))
        assert (only_writes.status_code, only_writes.json()["code"]) == (401, "assistants.key_refused")
        assert client.get("/mcp", headers=_headers(here, "data:read")).status_code == 405
        elsewhere = _headers(here, "data:read") | {"host": "evil.example"}
        assert client.post("/mcp", json=HELLO, headers=elsewhere).status_code == 421


def test_a_revoked_key_ends_at_once(here: Workspace) -> None:
    made = create_key(here, "secret", "Assistant", None, ["data:read"])
    headers = SPOKEN | {"authorization": f"Bearer {made.key}"}
    with TestClient(_app(here), base_url="http://localhost") as client:
        assert client.post("/mcp", json=HELLO, headers=headers).status_code == 200
        revoke_key(here, made.id)
        assert client.post("/mcp", json=HELLO, headers=headers).status_code == 401
