"""Webhooks over real HTTP: acknowledged means kept, forged means nothing happened, repeated means counted once."""

from __future__ import annotations

import base64
import hashlib
import hmac
import http.client
import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.collect.conftest import events_of
from tests.collect.hooks.serving import Sender, serving
from wend.collect import facade as collect
from wend.collect.sources import repository as sources
from wend.kit.clock import FixedClock, epoch_seconds
from wend.web import hooks as door
from wend.worker.repository import forget_marks
from wend.workspaces.facade import Workspace

SECRET = "a shared secret"  # of this test only
MAPPING = """
name = "orders"
record = "orders"
currency = "VND"
[customer]
customer = "customer"
phone = "phone"
[[event]]
name = "order.placed"
time = "at"
amount = "total"
id = "no"
required = true
[[event]]
name = "order.paid"
time = "paid_at"
id = "no"
[traits]
city = "city"
"""
ORDER = {"no": "A-1", "customer": "17", "phone": "0903127455", "at": "2026-07-01T08:00:00Z", "total": 250000}


@pytest.fixture
def sender(workspace: Workspace) -> Iterator[Sender]:
    collect.hooks.add(workspace, "Orders", MAPPING, SECRET, {"scheme": "hmac", "prefix": "sha256="})
    with serving(workspace) as running:
        yield running


def signed(body: bytes, secret: str = SECRET) -> dict[str, str]:
    return {"x-signature": "sha256=" + hmac.new(secret.encode(), body, "sha256").hexdigest()}


def body_of(*orders: dict[str, Any]) -> bytes:
    return json.dumps({"orders": orders}, ensure_ascii=False).encode()


def push(sender: Sender, *orders: dict[str, Any], source: str = "orders") -> tuple[int, dict[str, Any]]:
    body = body_of(*orders)
    answer = sender.post(f"/hooks/{source}", body, signed(body))
    return answer.status, answer.said


def test_what_was_acknowledged_is_in_the_log(workspace: Workspace, sender: Sender) -> None:
    paid = {**ORDER, "no": "A-2", "paid_at": "2026-07-01T09:00:00Z", "city": "Huế"}
    assert push(sender, ORDER, paid) == (200, {"success": True, "accepted": 4, "repeated": 0, "quarantined": 0})
    events = {(e["event"], e["subject"], e["amount"], e["source"]) for e in events_of(workspace)}
    assert events == {
        ("order.placed", "customer:17", 250000, "orders"),
        ("order.paid", "customer:17", None, "orders"),
        ("$identify", "customer:17", None, "orders"),
    }
    assert workspace.log.canonical("phone:+84903127455") == "customer:17"


def test_a_repeat_is_acknowledged_and_counted_once(workspace: Workspace, sender: Sender) -> None:
    push(sender, ORDER)
    assert push(sender, ORDER)[1]["repeated"] == 1
    assert push(sender, {**ORDER, "note": "the same order, told anew"})[1]["accepted"] == 0
    assert len(events_of(workspace)) == 1


def test_a_forged_request_changes_nothing(workspace: Workspace, sender: Sender) -> None:
    body = body_of(ORDER)
    for headers in ({}, signed(body, "guessed"), signed(body + b" ")):
        answer = sender.post("/hooks/orders", body, headers)
        assert (answer.status, answer.said["code"]) == (401, "hooks.not_signed")
    workspace.log.move()
    assert not workspace.log.folder.exists()


def test_years_late_it_is_still_the_same_event(workspace: Workspace, sender: Sender, clock: FixedClock) -> None:
    push(sender, ORDER)
    workspace.log.move()
    clock.advance(timedelta(days=800))
    with workspace.store.work(workspace.name) as work:
        assert forget_marks(work, 2**62, 1_000) > 0  # as the worker does after a month
    assert push(sender, ORDER)[1] == {"success": True, "accepted": 0, "repeated": 1, "quarantined": 0}
    assert len(events_of(workspace)) == 1


def test_out_of_order_every_state_is_kept_at_its_time(workspace: Workspace, sender: Sender) -> None:
    paid = {**ORDER, "paid_at": "2026-07-01T09:00:00Z"}
    assert push(sender, paid)[1]["accepted"] == 2
    assert push(sender, ORDER)[1] == {"success": True, "accepted": 0, "repeated": 1, "quarantined": 0}
    in_order = sorted(events_of(workspace), key=lambda event: str(event["occurred_at"]))
    assert [event["event"] for event in in_order] == ["order.placed", "order.paid"]


def test_a_bad_record_waits_and_a_mended_mapping_takes_it_in(workspace: Workspace, sender: Sender) -> None:
    odd = {**ORDER, "no": "A-3", "at": "01/07/2026 15:00"}
    assert push(sender, ORDER, odd)[1] == {"success": True, "accepted": 1, "repeated": 0, "quarantined": 1}
    assert push(sender, odd)[1]["quarantined"] == 0  # sent again, it does not wait twice
    assert collect.hooks.replay(workspace, "orders").still_held == 1
    mended = MAPPING.replace('time = "at"', 'time = { column = "at", format = "%d/%m/%Y %H:%M" }')
    collect.hooks.change(workspace, "orders", mapping=mended)
    assert collect.hooks.replay(workspace, "orders") == collect.hooks.ReplayedHook(1, 1, 0)
    assert collect.hooks.replay(workspace, "orders").records == 0
    assert len(events_of(workspace)) == 2


def test_a_new_secret_counts_beside_the_old_one(workspace: Workspace, sender: Sender, clock: FixedClock) -> None:
    collect.hooks.change(workspace, "orders", secret="the next secret")  # of this test only
    clock.advance(timedelta(seconds=3))
    for number, secret in enumerate((SECRET, "the next secret")):
        body = body_of({**ORDER, "no": f"B-{number}"})
        assert sender.post("/hooks/orders", body, signed(body, secret)).status == 200
    collect.hooks.change(workspace, "orders", secret="the third secret")  # of this test only
    clock.advance(timedelta(seconds=3))
    assert push(sender, ORDER)[0] == 401


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        (b"{", 400, "hooks.bad_body"),
        (b"", 400, "hooks.bad_body"),
        (b'{"a": NaN}', 400, "hooks.bad_body"),
        (b"[" * 5_000 + b"]" * 5_000, 400, "hooks.bad_body"),
        (b"\xff\xfe{}", 400, "hooks.bad_body"),
        (b'{"orders": "' + b"x" * 1_100_000 + b'"}', 413, "hooks.too_large"),
        (b'{"orders": [' + b"{}," * 2_500 + b"{}]}", 413, "hooks.too_large"),
    ],
)
def test_bodies_that_are_none(sender: Sender, body: bytes, status: int, code: str) -> None:
    answer = sender.post("/hooks/orders", body, signed(body))
    assert (answer.status, answer.said["code"]) == (status, code)


def test_records_that_are_none_wait_one_by_one(sender: Sender) -> None:
    body = b'{"orders": [7, null, {"no": "A-9"}, {"customer": "17", "at": "2026-07-01T08:00:00Z", "no": "A-8"}]}'
    answer = sender.post("/hooks/orders", body, signed(body))
    assert answer.said == {"success": True, "accepted": 1, "repeated": 0, "quarantined": 3}


def test_nobody_listens_elsewhere(workspace: Workspace, sender: Sender, clock: FixedClock) -> None:
    assert push(sender, ORDER, source="nothing")[0] == 404
    assert sender.post("/hooks/orders", b"", {}, "GET").status == 405
    collect.change_source(workspace, "orders", state="off")
    clock.advance(timedelta(seconds=3))
    assert push(sender, ORDER)[0] == 404


def test_a_slow_body_is_not_waited_for(workspace: Workspace) -> None:
    import socket

    collect.hooks.add(workspace, "Orders", MAPPING, SECRET)
    with (
        serving(workspace, read_within_s=0.2) as running,
        socket.create_connection(("127.0.0.1", running.port)) as line,
    ):
        line.sendall(b"POST /hooks/orders HTTP/1.1\r\nHost: x\r\nContent-Length: 50\r\n\r\n{")
        assert line.recv(100).startswith(b"HTTP/1.1 408")


def test_every_scheme_is_taken_over_http(workspace: Workspace, clock: FixedClock) -> None:
    now = epoch_seconds(clock.now())
    order = body_of(ORDER)
    stamped = hmac.new(SECRET.encode(), f"{now}.".encode() + order, "sha1").digest()
    zalo = json.dumps({"app_id": "77", "timestamp": str(now * 1000), "orders": [ORDER]}).encode()
    mac = hashlib.sha256(b"77" + zalo + str(now * 1000).encode() + SECRET.encode()).hexdigest()
    stamp = {"scheme": "hmac", "algorithm": "sha1", "encoding": "base64"}
    schemes: dict[str, tuple[dict[str, object], str, bytes, dict[str, str]]] = {
        "stamped": (
            {**stamp, "signed": "{timestamp}.{body}", "timestamp_header": "X-Time"},
            "",
            order,
            {"x-signature": base64.b64encode(stamped).decode(), "x-time": str(now)},
        ),
        "zalo": ({"scheme": "zalo", "app_id": "77"}, "", zalo, {"x-zevent-signature": f"mac={mac}"}),
        "header": ({"scheme": "token", "header": "Token"}, "", order, {"token": SECRET}),
        "address": ({"scheme": "token", "query": "hash"}, "?hash=a%20shared%20secret", order, {}),
        "basic": (
            {"scheme": "basic", "user": "shop"},
            "",
            order,
            {"authorization": "Basic " + base64.b64encode(f"shop:{SECRET}".encode()).decode()},
        ),
    }
    for name, (signature, _, _, _) in schemes.items():
        collect.hooks.add(workspace, name, MAPPING, SECRET, signature)
    with serving(workspace) as running:
        for name, (_, query, body, headers) in schemes.items():
            assert running.post(f"/hooks/{name}{query}", body, headers).status == 200, name
            assert running.post(f"/hooks/{name}", body, {}).status == 401, name
        clock.advance(timedelta(seconds=301))
        for name in ("stamped", "zalo"):
            _, query, body, headers = schemes[name]
            assert running.post(f"/hooks/{name}{query}", body, headers).status == 401, name


def test_unsigned_is_refused_unless_somebody_means_it(workspace: Workspace) -> None:
    with pytest.raises(collect.hooks.UnsignedHook):
        collect.hooks.add(workspace, "Open", MAPPING, signature={"scheme": "none"})
    made = collect.hooks.add(workspace, "Open", MAPPING, signature={"scheme": "none"}, unsigned=True)
    with serving(workspace) as running:
        assert running.post(made.path, body_of(ORDER), {}).status == 200


@pytest.mark.parametrize(
    "signature",
    [
        {"scheme": "rsa"},
        {"colour": "red"},
        {"tolerance_s": 0},
        {"signed": "{timestamp}"},
        {"timestamp_header": "X-Time"},
        {"signed": "{timestamp}.{body}"},
        {"header": "X Signature"},
        {"scheme": "zalo"},
        {"tolerance_s": "300"},
    ],
)
def test_settings_that_protect_nothing_are_refused(workspace: Workspace, signature: dict[str, object]) -> None:
    with pytest.raises(collect.hooks.BadHookSetting):
        collect.hooks.add(workspace, "Orders", MAPPING, SECRET, signature)


def test_a_secret_is_nowhere_but_under_its_key(workspace: Workspace, data_dir: Path) -> None:
    canary = "canary-7f3a-secret"
    made = collect.hooks.add(workspace, "Orders", MAPPING, canary)
    assert canary not in repr(made)
    with workspace.store.reading(workspace.name) as reading:
        assert canary not in repr(sources.source_of(reading, "orders"))
    workspace.store.close()
    for path in data_dir.rglob("*"):
        assert not path.is_file() or canary.encode() not in path.read_bytes(), path


def test_the_event_plan_reads_texts_as_what_they_spell(workspace: Workspace, sender: Sender) -> None:
    toml = (
        '[event."order.placed".properties]\nnote = { type = "integer", required = true }\nsize = "text"\nup = "text"\n'
    )
    collect.plan.load(workspace, collect.plan.parse(toml))
    push(sender, {**ORDER, "note": "12"}, {**ORDER, "no": "A-2", "note": "a dozen"}, {**ORDER, "no": "A-3"})
    found = {(each.property, each.problem, each.count) for each in collect.plan.counted(workspace)}
    assert found == {("note", "wrong_type", 1), ("note", "missing", 1)}


def test_the_quarantine_tries_each_source_on_its_own_path(workspace: Workspace, sender: Sender) -> None:
    push(sender, {**ORDER, "at": "01/07/2026 15:00"})
    mended = MAPPING.replace('time = "at"', 'time = { column = "at", format = "%d/%m/%Y %H:%M" }')
    collect.hooks.change(workspace, "orders", mapping=mended)
    assert collect.replay(workspace) == collect.Replayed(1, 1, 0)


def test_what_stands_around_a_record_and_in_headers_can_be_mapped(workspace: Workspace) -> None:
    mapping = """
record = "notes.data"
[customer]
customer = "who"
[[event]]
name = { column = "header.x-topic" }
time = "hook.received_at"
properties = ["up.action", "n"]
"""
    made = collect.hooks.add(workspace, "Notes", mapping, signature={"scheme": "none"}, unsigned=True)
    body = json.dumps({"notes": [{"action": "made", "data": [{"who": "1", "n": 1}, {"who": "2", "n": 2}]}]}).encode()
    with serving(workspace) as running:
        for repeated in (0, 2):
            answer = running.post(made.path, body, {"x-topic": "note.made"})
            assert (answer.said["accepted"], answer.said["repeated"]) == (2 - repeated, repeated)
    found = {(event["event"], event["subject"], event["properties"]) for event in events_of(workspace)}
    assert found == {
        ("note.made", "customer:1", '{"n":"1","up.action":"made"}'),
        ("note.made", "customer:2", '{"n":"2","up.action":"made"}'),
    }


def test_too_much_at_once_is_told_to_come_again(sender: Sender, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(door, "MOST_HELD", 30_000)
    body = body_of(*({**ORDER, "no": f"C-{number}"} for number in range(500)))
    answer = sender.post("/hooks/orders", body, signed(body))
    assert (answer.status, answer.said["code"], answer.headers["retry-after"]) == (429, "hooks.too_many", "2")
    assert push(sender, ORDER)[1]["accepted"] == 1  # and nothing of it is held on to
    monkeypatch.setattr(door, "MOST_AT_ONCE", 0)
    assert push(sender, ORDER)[0] == 429


def test_a_system_may_ask_first_whether_the_address_is_ours(workspace: Workspace, sender: Sender) -> None:
    token = collect.hooks.settings(workspace, "orders").verify_token
    assert token
    assert token != SECRET
    line = http.client.HTTPConnection("127.0.0.1", sender.port, timeout=30)
    for given, expected in ((token, (200, b"<b>7</b>")), ("guessed", (401, None))):
        line.request("GET", f"/hooks/orders?hub.mode=subscribe&hub.verify_token={given}&hub.challenge=%3Cb%3E7%3C/b%3E")
        answer = line.getresponse()
        body = answer.read()
        assert (answer.status, body if expected[1] else None) == expected
        assert answer.status != 200 or answer.headers["content-type"].startswith("text/plain")
    line.close()
