"""The guard: hosts, sessions, foreign changes and protective headers, on the smallest app there is."""

from __future__ import annotations

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from wend.web.security import CHANGE_HEADER, SESSION_COOKIE, Guard


class _OneSession:
    def is_open(self, session: str) -> bool:
        return session == "good"

    def secret_key(self, text: str, door: str) -> None:  # noqa: ARG002  # nobody has a key here
        return None


async def _hello(request: Request) -> PlainTextResponse:
    return PlainTextResponse(request.method)


@pytest.fixture
def stranger() -> TestClient:
    routes = [Route(path, _hello, methods=["GET", "POST"]) for path in ("/", "/api/map", "/api/session", "/api/health")]
    guarded = Guard(Starlette(routes=routes), _OneSession(), frozenset({"127.0.0.1"}), most_bytes=1000)
    return TestClient(guarded, base_url="http://127.0.0.1:8377")


@pytest.fixture
def member(stranger: TestClient) -> TestClient:
    stranger.cookies.set(SESSION_COOKIE, "good")
    return stranger


def test_a_stranger_reads_nothing(stranger: TestClient) -> None:
    refused = stranger.get("/api/map")
    assert (refused.status_code, refused.json()["code"]) == (401, "web.sign_in")
    assert stranger.get("/").status_code == 200  # the page itself holds no data


def test_a_member_reads_and_changes(member: TestClient) -> None:
    assert member.get("/api/map").status_code == 200
    assert member.post("/api/map", headers={CHANGE_HEADER: "1"}).status_code == 200


def test_another_site_cannot_change_anything(member: TestClient) -> None:
    assert member.post("/api/map").json()["code"] == "web.foreign_change"
    elsewhere = {CHANGE_HEADER: "1", "Origin": "http://evil.example"}
    assert member.post("/api/map", headers=elsewhere).status_code == 403


def test_a_rebound_host_name_is_refused(member: TestClient) -> None:
    assert member.get("/", headers={"Host": "evil.example:8377"}).status_code == 421


@pytest.mark.parametrize("cookie", ["", "wend_session", "wend_session=bad", "\x01=;;", "wend_session=good2; x=y"])
def test_odd_cookies_are_strangers(stranger: TestClient, cookie: str) -> None:
    assert stranger.get("/api/map", headers={"Cookie": cookie}).status_code == 401


def test_every_answer_is_protected(member: TestClient) -> None:
    page, data, refused = member.get("/"), member.get("/api/map"), member.post("/api/map")
    for answer in (page, data, refused):
        assert "script-src 'self'" in answer.headers["content-security-policy"]
        assert answer.headers["x-content-type-options"] == "nosniff"
    assert data.headers["cache-control"] == refused.headers["cache-control"] == "no-store"


def test_refusals_speak_the_readers_language(stranger: TestClient) -> None:
    refused = stranger.get("/api/map", headers={"Accept-Language": "vi-VN"})
    assert refused.json()["message"] == "Bạn chưa đăng nhập."


def test_a_body_larger_than_allowed_is_refused_before_it_is_read(member: TestClient) -> None:
    refused = member.post("/api/map", headers={CHANGE_HEADER: "1"}, content=b"x" * 1001)
    assert (refused.status_code, refused.json()["code"]) == (413, "web.too_large")


def test_a_body_of_unknown_size_is_refused(member: TestClient) -> None:
    refused = member.post("/api/map", headers={CHANGE_HEADER: "1"}, content=iter([b"x"]))
    assert refused.status_code == 413
