"""Every address of the API: strangers get nothing, members get data or a reason, nobody gets a crash.

The list is made from the contract, so that a new route is tested on the day it is added.
"""

from __future__ import annotations

import json

import pytest
from starlette.testclient import TestClient

from tests.web.hostile import BODIES, CANARY, NAMES, VALUES, spoiled, with_extra
from tests.web.visiting import BASE, OPEN, Address, addresses, visit
from wend.web.app import create_app
from wend.web.security import CHANGE_HEADER
from wend.workspaces.facade import Workspace

JSON = {"content-type": "application/json"}
PROTECTED = {"content-security-policy", "x-content-type-options", "referrer-policy", "cross-origin-opener-policy"}
BEHIND = "/api/map/customers?kind=stage&key=awareness"
PAGED = ["/api/customers", "/api/accounts", BEHIND, "/api/quarantine"]


@pytest.fixture(scope="module")
def routes(workspace: Workspace) -> list[Address]:
    found = addresses(workspace)
    assert len(found) > 25
    return found


def _asked(client: TestClient, address: Address) -> tuple[int, str]:
    answer = client.request(address.method, address.url(), json=BODIES.get(address.route))
    return answer.status_code, answer.text


def test_a_stranger_gets_no_data_anywhere(stranger: TestClient, routes: list[Address]) -> None:
    stranger.headers[CHANGE_HEADER] = "1"
    for address in routes:
        status, text = _asked(stranger, address)
        if address.route not in OPEN:
            assert (status, json.loads(text)["code"]) == (401, "web.sign_in"), address
        assert not any(word in text for word in (CANARY, "Lan Canary", "product.viewed")), address


def test_nothing_changes_without_our_header(member: TestClient, routes: list[Address]) -> None:
    for address in routes:
        if address.method in ("GET", "HEAD"):
            continue
        request = member.build_request(address.method, address.url(), json=BODIES.get(address.route))
        del request.headers[CHANGE_HEADER]
        answer = member.send(request)
        assert (answer.status_code, answer.json()["code"]) == (403, "web.foreign_change"), address


def test_nothing_changes_for_another_site(member: TestClient, routes: list[Address]) -> None:
    for address in routes:
        if address.method not in ("GET", "HEAD"):
            answer = member.request(address.method, address.url(), headers={"origin": "http://evil.example"})
            assert answer.status_code == 403, address


def test_every_answer_is_protected(member: TestClient, stranger: TestClient, routes: list[Address]) -> None:
    for client in (member, stranger):
        for address in routes:
            if address.method == "GET":
                answer = client.get(address.url())
                assert set(answer.headers) >= PROTECTED, address
                assert answer.headers["cache-control"] == "no-store", address
    pages = ["/", "/map", "/nothing.js", "/no%00", "/" + "x" * 9_000, "/../../etc/passwd.x"]
    for path in [*pages, "/api/health", "/api/nothing"]:
        assert set(member.get(path).headers) >= PROTECTED, path


def test_a_page_may_have_a_dot_in_its_address(member: TestClient) -> None:
    page = member.get("/customers/email:lan.nguyen@shop.vn")
    assert (page.status_code, page.text) == (member.get("/").status_code, member.get("/").text)
    assert member.get("/assets/nothing.js").status_code == member.get("/nothing.css").status_code == 404


def test_what_is_not_there_is_not_found(member: TestClient) -> None:
    for path in (
        "/api/customers/customer:nobody",
        "/api/customers/nobody%00",
        "/api/map/obstacles/none",
        "/api/imports/job_none",
        "/api/nothing",
    ):
        assert member.get(path).status_code == 404, path
    assert member.post("/api/questions/funel", json={}).json()["code"] == "questions.unknown_question"
    assert member.delete("/api/touchpoints/none").status_code == 404
    assert member.post("/api/stage-sets/none/choose").status_code in (404, 422)
    for rest in ("check", "import"):
        assert member.post(f"/api/uploads/upload_none/{rest}", json={}).status_code == 404


@pytest.mark.parametrize("page", ["limit=1000000000", "limit=0", "limit=-1", "offset=-1", "offset=9999999999999"])
def test_pages_have_bounds(member: TestClient, page: str) -> None:
    for path in PAGED:
        answer = member.get(f"{path}{'&' if '?' in path else '?'}{page}")
        assert (answer.status_code, answer.json()["code"]) == (422, "web.bad_request"), path


@pytest.mark.parametrize("moment", [2**62, -(2**62), 10**17, "x", "1e3", "NaN"])
def test_periods_have_dates(member: TestClient, moment: object) -> None:
    for path in ("/api/map", "/api/overview", "/api/map/export.json"):
        assert member.get(f"{path}?from_at={moment}").status_code == 422
    assert member.post(f"/api/questions/reach?to_at={moment}", json={}).status_code == 422


def test_every_json_route_is_in_the_table_of_bodies(workspace: Workspace) -> None:
    paths = create_app(workspace).openapi()["paths"].items()
    taking = {path for path, methods in paths for each in methods.values() if "json" in str(each.get("requestBody"))}
    assert taking == set(BODIES)


@pytest.mark.parametrize("inside", [False, True])
def test_unknown_fields_are_refused(member: TestClient, routes: list[Address], inside: bool) -> None:
    for address in routes:
        body = BODIES.get(address.route)
        if body and address.method in ("POST", "PUT"):
            answer = member.request(address.method, address.url(), json=with_extra(body, inside=inside))
            assert (answer.status_code, answer.json()["code"]) == (422, "web.bad_request"), address


@pytest.mark.parametrize("kind", VALUES)
def test_hostile_json_is_refused(member: TestClient, routes: list[Address], kind: str) -> None:
    for address in routes:
        body = BODIES.get(address.route)
        if not body or address.method not in ("POST", "PUT"):
            continue
        contents = [spoiled(body, field, VALUES[kind]) for field in body]
        if VALUES[kind].startswith('"'):
            contents.append(spoiled(body, next(iter(body)), VALUES[kind], as_key=True))
        for content in contents:
            answer = member.request(address.method, address.url(), content=content, headers=JSON)
            assert answer.status_code in (400, 422), (address, content[:80], answer.text[:200])
            assert set(answer.json()) == {"code", "message", "cause", "next", "retry"}


@pytest.mark.parametrize("content", [b"", b"{", b"null", b"[]", b"\xff\xfe{}", b'{"token":"a","token":"b"}', b"x=1"])
def test_what_is_no_object_is_refused(member: TestClient, content: bytes) -> None:
    for route, method in (("/api/session", "POST"), ("/api/touchpoints/x", "PUT"), ("/api/stage-sets/preview", "POST")):
        assert member.request(method, route, content=content, headers=JSON).status_code in (400, 422)


@pytest.mark.parametrize("language", ["en", "vi"])
@pytest.mark.parametrize("ask", ["lang", "header"])
def test_every_refusal_speaks_the_language_asked_for(
    member: TestClient, workspace: Workspace, language: str, ask: str
) -> None:
    def said(client: TestClient, method: str, path: str) -> str:
        address = f"{path}{'&' if '?' in path else '?'}lang={language}" if ask == "lang" else path
        headers = {} if ask == "lang" else {"accept-language": f"{language}-VN, *;q=0.1"}
        answer = client.request(method, address, headers=headers)
        assert answer.status_code >= 400
        fault = answer.json()
        assert all(fault[part] for part in ("code", "message", "cause", "next"))
        return str(fault["message"])

    refusals = [
        said(visit(workspace), "GET", "/api/map"),
        said(visit(workspace), "POST", "/api/session"),
        said(member, "GET", "/api/customers/nobody"),
        said(member, "GET", "/api/customers?limit=0"),
        said(member, "POST", "/api/catalogue"),
        said(member, "GET", "/api/nothing"),
        said(member, "GET", "/api/map?trait=smoke"),
    ]
    accented = [any(ord(letter) > 0x7F and letter not in "“”’…–" for letter in each) for each in refusals]
    assert accented == [language == "vi"] * len(refusals), refusals


def test_a_foreign_host_is_refused(workspace: Workspace) -> None:
    client = visit(workspace)
    assert client.get("/api/health", headers={"host": "evil.example"}).status_code == 421
    assert client.get("/api/health", headers={"host": BASE.partition("//")[2]}).status_code == 200


@pytest.mark.parametrize("name", NAMES)
def test_hostile_words_in_addresses_and_queries(member: TestClient, name: str) -> None:
    for path in ("/api/customers/", "/api/map/obstacles/", "/api/touchpoints/"):
        request = member.build_request("GET", path + "x", params={"query": name, "stage_set": name, "trait": name})
        assert member.send(request).status_code < 500
    for params in ({"query": name}, {"channel": name}, {"trait": f"name={name}"}, {"stage_set": name}, {"trait": name}):
        for path in ("/api/customers", "/api/map", "/api/overview", "/api/map/choices"):
            assert member.get(path, params=params).status_code < 500, (path, params)
