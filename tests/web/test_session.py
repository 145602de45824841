"""Signing in over HTTP: one link, one browser, once; and out for good."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from tests.web.visiting import visit
from wend.kit.clock import FixedClock
from wend.web.security import CHANGE_HEADER, SESSION_COOKIE
from wend.workspaces.facade import SESSION_LIFE, TOKEN_LIFE, Workspace, first_run_token


def _browser(workspace: Workspace) -> TestClient:
    client = visit(workspace)
    client.headers[CHANGE_HEADER] = "1"
    return client


@pytest.fixture
def browser(workspace: Workspace) -> TestClient:
    return _browser(workspace)


def _enter(client: TestClient, token: str) -> int:
    return int(client.post("/api/session", json={"token": token}).status_code)


def test_a_link_opens_once(browser: TestClient, workspace: Workspace) -> None:
    token = first_run_token(workspace)
    assert (_enter(browser, token), _enter(_browser(workspace), token)) == (200, 401)
    assert browser.get("/api/catalogue").status_code == 200


def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites(browser: TestClient, workspace: Workspace) -> None:
    answer = browser.post("/api/session", json={"token": first_run_token(workspace)})
    cookie = answer.headers["set-cookie"].lower()
    assert all(part in cookie for part in ("httponly", "samesite=lax", "path=/", "max-age="))
    assert len(answer.cookies[SESSION_COOKIE]) >= 22  # 128 bits and more, in base 64
    assert answer.cookies[SESSION_COOKIE] not in answer.text


def test_signing_out_ends_the_session_on_the_server(browser: TestClient, workspace: Workspace) -> None:
    _enter(browser, first_run_token(workspace))
    kept = browser.cookies[SESSION_COOKIE]
    assert browser.delete("/api/session").status_code == 204
    browser.cookies.set(SESSION_COOKIE, kept)
    assert browser.get("/api/catalogue").status_code == 401


def test_links_and_sessions_end_with_time(browser: TestClient, workspace: Workspace) -> None:
    clock = workspace.clock
    assert isinstance(clock, FixedClock)
    token, before = first_run_token(workspace), clock.now()
    clock.advance(TOKEN_LIFE)
    assert _enter(browser, token) == 401
    assert _enter(browser, first_run_token(workspace)) == 200
    clock.advance(SESSION_LIFE)
    assert browser.get("/api/catalogue").status_code == 401
    clock.moment = before


@pytest.mark.parametrize("token", ["", "x", "x" * 200, "' OR 1=1 --"])
def test_guessing_gets_one_answer(browser: TestClient, token: str) -> None:
    answer = browser.post("/api/session", json={"token": token})
    assert (answer.status_code, answer.json()["code"]) == (401, "workspaces.bad_token")
    assert SESSION_COOKIE not in answer.cookies
