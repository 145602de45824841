"""Rows 1–30 of the catalogue of bad input: what surrounds the events. 21–23 need a real server (`tests/web`)."""

from __future__ import annotations

import gzip
import json
import zlib
from typing import Any

import pytest
from sqlalchemy import select
from starlette.testclient import TestClient

from tests.collect.live.sending import Sending, basic, door, event, opened, sending
from wend.collect.live.model import MOST_BODY
from wend.kit.clock import FixedClock
from wend.store.facade import tables
from wend.workspaces.facade import Workspace, create_key, revoke_key
from wend.workspaces.ring import ring_of

GOOD = json.dumps(event(messageId="m")).encode()
BATCH = b'{"batch": []}'
BOMB = zlib.compress(bytes(100 * 1024 * 1024), 9, wbits=31)
HALF = gzip.compress(GOOD)[:-9]

REFUSED: list[Any] = [
    pytest.param("/v1/track", b"", {}, 400, "empty_body", id="c1"),
    pytest.param("/v1/track", b"  \n", {}, 400, "empty_body", id="c1-blank"),
    pytest.param("/v1/track", b"order placed", {}, 400, "invalid_json", id="c2"),
    pytest.param("/v1/track", b"17", {}, 400, "invalid_type", id="c3"),
    pytest.param("/v1/track", b"[" + GOOD + b"]", {}, 400, "invalid_type", id="c3-list"),
    pytest.param("/v1/track", GOOD + b"x", {}, 400, "invalid_json", id="c4"),
    pytest.param("/v1/track", GOOD + GOOD, {}, 400, "invalid_json", id="c4-two"),
    pytest.param("/v1/track", b'{"event": "\xff"}', {}, 400, "invalid_encoding", id="c5"),
    pytest.param("/v1/track", GOOD.decode().encode("utf-16"), {}, 400, "invalid_encoding", id="c5-utf16"),
    pytest.param("/v1/track", b"event=x", {"content_type": "application/x-www-form-urlencoded"}, 415,
                 "unsupported_media_type", id="c7"),
    pytest.param("/v1/track", HALF, {"content_encoding": "gzip"}, 400, "invalid_gzip", id="c9"),
    pytest.param("/v1/track", GOOD, {"content_encoding": "gzip"}, 400, "invalid_gzip", id="c9-magic"),
    pytest.param("/v1/track", gzip.compress(b" ") * 20_000, {"content_encoding": "gzip"}, 400, "invalid_gzip",
                 id="c9-thousands-of-parts"),
    pytest.param("/v1/track", BOMB, {"content_encoding": "gzip"}, 400, "payload_too_large", id="c10"),
    pytest.param("/v1/track", gzip.compress(gzip.compress(GOOD)), {"content_encoding": "gzip"}, 415,
                 "unsupported_encoding", id="c11"),
    pytest.param("/v1/track", GOOD, {"content_encoding": "br"}, 415, "unsupported_encoding", id="c11-br"),
    pytest.param("/v1/batch", BATCH + b" " * (MOST_BODY - len(BATCH) + 1), {}, 400, "payload_too_large", id="c12"),
    pytest.param("/v1/batch", json.dumps({"batch": [{}] * 2501}).encode(), {}, 400, "too_many_events", id="c13"),
    pytest.param("/v1/batch", b"{}", {}, 400, "invalid_batch", id="c16"),
    pytest.param("/v1/batch", b'{"batch": {"0": {}}}', {}, 400, "invalid_batch", id="c16-object"),
]  # fmt: skip


@pytest.mark.parametrize(("path", "body", "headers", "status", "code"), REFUSED)
def test_a_whole_request_is_refused(
    shop: Sending, path: str, body: bytes, headers: dict[str, str], status: int, code: str
) -> None:
    answer = shop.post(path, raw=body, **headers)
    said = answer.json()
    assert (answer.status_code, said["code"]) == (status, code)
    assert said["message"]
    assert said["request_id"]
    assert not shop.rows()


TAKEN: list[Any] = [
    pytest.param(b"\xef\xbb\xbf" + GOOD, {}, id="c5-mark"),
    pytest.param(GOOD, {"content_type": "text/plain;charset=UTF-8"}, id="c6"),
    pytest.param(gzip.compress(GOOD), {"content_encoding": "gzip"}, id="c8"),
    pytest.param(gzip.compress(GOOD[:9]) + gzip.compress(GOOD[9:]), {"content_encoding": "gzip"}, id="c8-two-parts"),
]


@pytest.mark.parametrize(("body", "headers"), TAKEN)
def test_a_request_is_taken(shop: Sending, body: bytes, headers: dict[str, str]) -> None:
    answer = shop.post("/v1/track", raw=body, **headers)
    assert (answer.status_code, answer.json()["success"], answer.json()["accepted"]) == (200, True, 1)
    assert [row["event"] for row in shop.rows()] == ["order.placed"]


def test_c2_the_fault_is_named_by_its_byte(shop: Sending) -> None:
    assert "at byte 5" in shop.post("/v1/track", raw=b'{"a":').json()["message"]


def test_c12_a_body_at_the_limit_is_taken(shop: Sending) -> None:
    assert shop.post("/v1/batch", raw=BATCH + b" " * (MOST_BODY - len(BATCH))).status_code == 200


def test_c14_one_event_that_is_too_large_waits_and_the_others_live(shop: Sending) -> None:
    large = event(messageId="l", properties={f"part_{n}": "x" * 8_000 for n in range(5)})
    said = shop.batch(event(messageId="a"), large, event(messageId="b"))
    assert (said["accepted"], said["quarantined"]) == (2, 1)
    assert said["problems"] == [{"index": 1, "code": "event_too_large"}]
    assert shop.reasons() == ["event_too_large"]


def test_c15_an_empty_batch_counts_nothing(shop: Sending) -> None:
    said = shop.batch()
    assert [said[each] for each in ("accepted", "repeated", "quarantined", "suppressed")] == [0, 0, 0, 0]


def test_c17_one_bad_event_never_fails_its_batch(shop: Sending) -> None:
    said = shop.batch(*[event(messageId=f"m-{n}") for n in range(99)], {"type": "dance"})
    assert (said["accepted"], said["quarantined"]) == (99, 1)
    assert len(shop.rows()) == 99


def test_c18_every_key_that_may_not_send_gets_the_same_answer(shop: Sending, workspace: Workspace) -> None:
    gone = create_key(workspace, "write", "gone", shop.source)
    revoke_key(workspace, gone.id)
    headers: list[str | None] = [None, basic(""), basic("wend_w_nobody"), basic(gone.key), "Basic ***", "Bearer x"]
    told = set()
    for header in headers:
        answer = shop.client.post("/v1/track", content=GOOD, headers={"authorization": header} if header else {})
        told.add((answer.status_code, answer.json()["code"], answer.json()["message"]))
    assert {(status, code) for status, code, _ in told} == {(401, "invalid_write_key")}
    assert len(told) == 1


def test_c19_a_secret_key_does_not_send_and_the_audit_log_tells(shop: Sending, workspace: Workspace) -> None:
    secret = create_key(workspace, "secret", "reports", scopes=["data:read"])
    assert shop.post("/v1/track", event(), auth=secret.key).json()["code"] == "invalid_write_key"
    ring_of(workspace).write(workspace)  # what it does by itself a moment later
    with workspace.store.reading(workspace.name) as reading:
        told = reading.rows(select(tables.audit).where(tables.audit.c.workspace == reading.workspace))
    assert any(row.subject == secret.id and "collect" in row.details for row in told)


def test_c20_two_different_keys_are_one_too_many(shop: Sending) -> None:
    assert shop.post("/v1/track", event(writeKey="another")).json()["code"] == "ambiguous_key"
    assert shop.post("/v1/track", event(writeKey=shop.key)).status_code == 200
    assert shop.post("/v1/track", event(writeKey=shop.key), auth=None).status_code == 200


@pytest.mark.parametrize(
    ("method", "path", "status", "allow"),
    [
        pytest.param("POST", "/v1/nothing", 404, None, id="c24"),
        pytest.param("GET", "/v1/track", 405, "POST, OPTIONS", id="c24-method"),
        pytest.param("PUT", "/v1/batch", 405, "POST, OPTIONS", id="c24-put"),
        pytest.param("POST", "/v1/projects/x/settings", 405, "GET, OPTIONS", id="c24-settings"),
    ],
)
def test_c24_other_addresses_and_methods(shop: Sending, method: str, path: str, status: int, allow: str | None) -> None:
    answer = shop.client.request(method, path)
    assert (answer.status_code, answer.headers.get("allow")) == (status, allow)
    assert answer.json()["code"] in ("not_found", "not_allowed")


def test_c26_any_page_may_ask_without_credentials(shop: Sending) -> None:
    asked = {"origin": "https://shop.vn", "access-control-request-method": "POST"}
    answer = shop.client.options("/v1/t", headers=asked)
    assert (answer.status_code, answer.headers["access-control-allow-origin"]) == (204, "*")
    assert "access-control-allow-credentials" not in answer.headers
    assert shop.post("/v1/t", event(), origin="https://shop.vn").headers["access-control-allow-origin"] == "*"


def test_c27_a_burst_over_the_limit_is_told_when_to_come_again(data_dir: Any, clock: FixedClock) -> None:
    workspace = opened(data_dir, clock, collect_rate=10)
    with door(workspace) as client:
        shop = sending(workspace, client, "web")
        first = shop.post("/v1/batch", {"batch": [event(messageId=f"m-{n}") for n in range(50)]})
        second = shop.post("/v1/track", event(messageId="late"))
    assert (first.status_code, second.status_code, second.json()["code"]) == (200, 429, "too_many_requests")
    assert int(second.headers["retry-after"]) >= 1


def test_c28_a_store_that_cannot_write_is_never_answered_200(data_dir: Any, clock: FixedClock, on_sqlite: None) -> None:
    workspace = opened(data_dir, clock)
    with door(workspace) as client, workspace.store.reading(workspace.name):
        shop = sending(workspace, client, "web")
        assert shop.track(messageId="before").status_code == 200
        (data_dir / "wend.db").rename(data_dir / "away.db")
        (data_dir / "wend.db").mkdir()
        workspace.store.close()
        answer = shop.track(messageId="during")
        (data_dir / "wend.db").rmdir()
        (data_dir / "away.db").rename(data_dir / "wend.db")
        after = shop.track(messageId="during")
    assert (answer.status_code, answer.json()["code"], int(answer.headers["retry-after"]) >= 1) == (
        503,
        "not_stored",
        True,
    )
    assert (after.status_code, after.json()["accepted"]) == (200, 1)


def test_c30_the_same_request_a_hundred_times_is_one_event(shop: Sending) -> None:
    answers = [shop.track(messageId="m-1", sentAt=f"2026-07-01T12:00:{n % 60:02}Z") for n in range(100)]
    assert {answer.status_code for answer in answers} == {200}
    assert sum(answer.json()["accepted"] for answer in answers) == 1
    assert len(shop.rows()) == 1


def test_the_settings_of_the_browser_library_point_back_here(shop: Sending) -> None:
    answer = shop.client.get(f"/v1/projects/{shop.key}/settings")
    integration = answer.json()["integrations"]["Segment.io"]
    assert (integration["apiKey"], integration["apiHost"]) == (shop.key, "events.shop.vn/v1")
    assert integration["protocol"] == "http"
    assert shop.client.get("/v1/projects/wend_w_no/settings").status_code == 401


def test_a_source_may_name_the_pages_that_send(workspace: Workspace, client: TestClient) -> None:
    document = json.dumps({"origins": ["https://shop.vn"]})
    row = {"key": "site", "kind": "http", "name": "Site", "document": document, "progress": "{}", "state": "on"}
    with workspace.store.work(workspace.name) as work:
        work.add(tables.sources, [row | {"created_at": 0}])
    shop = sending(workspace, client, "site")
    assert shop.post("/v1/track", event(), origin="https://shop.vn").status_code == 200
    assert shop.post("/v1/track", event(), origin="https://evil.example").json()["code"] == "origin_not_allowed"


@pytest.mark.parametrize("path", ["batch", "b", "import", "batch/"])
def test_every_address_of_batches(shop: Sending, path: str) -> None:
    assert shop.post(f"/v1/{path}", {"batch": [event()]}).json()["accepted"] == 1


@pytest.mark.parametrize(
    ("paths", "event_name"),
    [("track t", "order.placed"), ("identify i", "$identify"), ("page p", "page.viewed"),
     ("screen s", "screen.viewed"), ("group g", "$group"), ("alias a", "$alias")],
)  # fmt: skip
def test_every_address_of_single_events(shop: Sending, paths: str, event_name: str) -> None:
    for path in paths.split():
        message = event(type=None, groupId="acme", previousId="old", messageId=path)
        assert shop.post(f"/v1/{path}", message).json()["accepted"] == 1
    assert {row["event"] for row in shop.rows()} == {event_name}
