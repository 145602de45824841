"""Rows 46–68 of the catalogue of bad input: who, when, and what the contract says."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.collect.live.sending import Sending, door, event, opened, sending
from wend.collect.live.timing import SECOND, moment
from wend.kit.clock import FixedClock
from wend.kit.ids import RandomIds
from wend.people import erasing, facade as people

NOON = moment("2026-07-01T12:00:00Z") or 0
YEAR = 366 * 86_400 * SECOND


def person_of(shop: Sending, identifier: str) -> str:
    """Whom an identifier belongs to now."""
    with shop.workspace.store.reading(shop.workspace.name) as reading:
        return people.canonical(reading, [identifier])[identifier]


def test_c46_nobody_is_named(shop: Sending) -> None:
    answer = shop.track(userId=None)
    assert (answer.status_code, answer.json()["code"]) == (400, "no_user_anon_id")
    assert (shop.batch(event(userId=None))["quarantined"], shop.reasons()) == (1, ["no_user_anon_id"])


@pytest.mark.parametrize(
    "nobody", ["", " ", "null", "undefined", "0", "anonymous", "[object Object]", "N/A", {}, [], True, 1.5, "a\nb"]
)
def test_c47_ids_that_name_nobody(shop: Sending, nobody: Any) -> None:
    said = shop.batch(
        {"type": "track", "event": "e", "userId": nobody}, {"type": "track", "event": "e", "anonymousId": nobody}
    )
    assert (said["quarantined"], shop.reasons()) == (2, ["illegal_id", "illegal_id"])


def test_c47_a_server_may_leave_the_device_blank(shop: Sending) -> None:
    shop.track(anonymousId="", messageId="m")
    assert (shop.rows()[0]["subject"], shop.rows()[0]["properties"]) == (
        "customer:KH1",
        {"$warnings": ["device_ignored"]},
    )


def test_c48_a_number_is_an_id_as_text(shop: Sending) -> None:
    shop.post("/v1/track", raw=b'{"event": "e", "userId": 17}')
    shop.post("/v1/track", raw=b'{"event": "e", "userId": 90071992547409931234}')
    assert [row["subject"] for row in shop.rows()] == ["customer:17", "customer:90071992547409931234"]


def test_c49_an_id_of_ten_kilobytes_waits(shop: Sending) -> None:
    shop.batch(event(userId="x" * 513), event(userId="x" * 512))
    assert (shop.reasons(), len(shop.rows())) == (["id_too_long"], 1)


def test_c50_two_people_at_one_device_stay_two(shop: Sending) -> None:
    shop.batch(event(userId="A50", anonymousId="kiosk"), event(userId="B50", anonymousId="kiosk"))
    assert person_of(shop, "customer:A50") != person_of(shop, "customer:B50")


def test_c51_aliases_in_a_circle_end(shop: Sending) -> None:
    a, b = "5b1f0c9e-0000-4000-8000-00000000000a", "5b1f0c9e-0000-4000-8000-00000000000b"
    calls = [{"type": "alias", "userId": "C51", "previousId": before} for before in (a, b, "C51", a)]
    assert shop.batch(*calls)["accepted"] == 4
    assert person_of(shop, f"device:{a}") == person_of(shop, f"device:{b}") == "customer:C51"


def test_c52_a_merge_of_too_many_stops(shop: Sending) -> None:
    shop.batch(*[event(userId="D52", anonymousId=f"d52-{n}") for n in range(70)])
    joined = [person_of(shop, f"device:d52-{n}") == "customer:D52" for n in range(70)]
    assert 0 < sum(joined) <= 50


def test_c53_an_address_of_somebody_else_takes_nobody_over(shop: Sending) -> None:
    shop.batch(*[{"type": "identify", "userId": id, "traits": {"email": "lan53@shop.vn"}} for id in ("E53", "F53")])
    assert person_of(shop, "customer:E53") != person_of(shop, "customer:F53")
    assert len(shop.rows()) == 2


@pytest.mark.parametrize(
    ("written", "found"),
    [(" Lan.54@Shop.VN ", "email:lan.54@shop.vn"), ("lan54+sale@shop.vn", "email:lan54+sale@shop.vn"),
     ("lan@thửhàng.vn", "email:lan@thửhàng.vn"), ("a@b", None), ("x" * 300 + "@shop.vn", None)],
)  # fmt: skip
def test_c54_an_address_is_kept_and_only_a_good_one_identifies(shop: Sending, written: str, found: str | None) -> None:
    shop.post("/v1/identify", {"userId": "KH1", "traits": {"email": written}})
    row = shop.rows()[0]
    assert (row["properties"]["email"], json.loads(row["identifiers"] or "[]")) == (written, [found] if found else [])


def test_c54_an_address_with_a_line_break_waits(shop: Sending) -> None:
    said = shop.batch({"type": "identify", "userId": "KH1", "traits": {"email": "lan@shop.vn\r\nBcc: x@y.z"}})
    assert (said["quarantined"], shop.reasons()) == (1, ["line_break"])


@pytest.mark.parametrize(
    ("written", "found"),
    [("0903 127 455", "phone:+84903127455"), ("+84903127455", "phone:+84903127455"),
     ("84903127455", "phone:+84903127455"), ("gọi em nhé", None)],
)  # fmt: skip
def test_c55_a_phone_is_kept_and_only_a_good_one_identifies(shop: Sending, written: str, found: str | None) -> None:
    shop.post("/v1/identify", {"userId": "KH1", "traits": {"phone": written}})
    row = shop.rows()[0]
    assert (row["properties"]["phone"], json.loads(row["identifiers"] or "[]")) == (written, [found] if found else [])


@pytest.mark.parametrize(
    ("message", "reason"),
    [
        pytest.param({"type": "dance", "userId": "KH1"}, "unknown_type", id="c56"),
        pytest.param({"userId": "KH1"}, "unknown_type", id="c56-none"),
        pytest.param({"type": ["track"], "userId": "KH1"}, "unknown_type", id="c56-list"),
        pytest.param(event(event=None), "unnamed_event", id="c57"),
        pytest.param(event(event="  "), "unnamed_event", id="c57-blank"),
        pytest.param(event(event={"a": 1}), "unnamed_event", id="c57-object"),
        pytest.param(event(event="x" * 5_000), "event_name_too_long", id="c57-long"),
        pytest.param(event(event="$identify"), "reserved_name", id="c57-ours"),
        pytest.param(event(messageId=17), "bad_message_id", id="c59-number"),
        pytest.param(event(properties=[1]), "not_an_object", id="properties-list"),
        pytest.param("hello", "not_an_object", id="text-for-a-message"),
        pytest.param({"type": "group", "userId": "KH1"}, "no_group_id", id="group-of-nothing"),
        pytest.param({"type": "alias", "userId": "KH1"}, "no_previous_id", id="alias-of-nothing"),
    ],
)
def test_a_message_waits_with_its_reason(shop: Sending, message: Any, reason: str) -> None:
    assert shop.batch(message)["problems"] == [{"index": 0, "code": reason}]
    assert shop.reasons() == [reason]


def test_c58_without_a_message_id_a_repeat_cannot_be_told(shop: Sending) -> None:
    assert [shop.track().json()["accepted"] for _ in range(2)] == [1, 1]
    assert shop.rows()[0]["properties"]["$warnings"] == ["no_message_id"]
    assert len({row["event_id"] for row in shop.rows()}) == 2


def test_c59_long_ids_and_ids_of_other_sources(shop: Sending) -> None:
    other = sending(shop.workspace, shop.client, shop.workspace.ids.fresh("other"))
    long = "m" * 5_000
    assert [shop.track(messageId=long).json()["accepted"] for _ in range(2)] == [1, 0]
    assert other.track(messageId=long).json()["accepted"] == 1
    assert shop.rows()[0]["event_id"] != other.rows()[0]["event_id"]


def test_c60_one_id_for_two_events(shop: Sending) -> None:
    shop.track(messageId="m", event="first")
    for _ in range(2):  # a repeat of the clash is no second clash
        assert shop.track(messageId="m", event="second").status_code == 200
    assert ([row["event"] for row in shop.rows()], shop.reasons()) == (["first"], ["id_conflict"])


@pytest.mark.parametrize(
    "written",
    [
        None,
        "",
        "yesterday",
        "2026-07-01T12:00:60Z",
        "0000-01-01T00:00:00Z",
        "9999-12-31T23:59:59-05:00",
        "2026-07-01T12:00:00+99:99",
        {"a": 1},
        -1e17,
    ],
)
def test_c61_c62_what_is_no_time_happened_when_it_came(shop: Sending, written: Any) -> None:
    shop.track(timestamp=written, messageId="m")
    row = shop.rows()[0]
    warned = [] if written in (None, "") else ["time_unreadable"]
    assert (row["occurred_at"], row["properties"].get("$warnings", [])) == (NOON, warned)
    if warned:
        assert row["properties"]["$times"]["originalTimestamp"] == written


@pytest.mark.parametrize(
    "written", [1782900000, 1782900000000, "1782900000", "2026-07-01T10:00:00", "2026-07-01T17:00+07:00"]
)
def test_c61_times_in_other_words(shop: Sending, written: Any) -> None:
    shop.track(timestamp=written, messageId="m")
    assert shop.rows()[0]["occurred_at"] == NOON - 7_200 * SECOND
    assert "$times" not in shop.rows()[0]["properties"]


def test_c63_a_clock_that_is_wrong_is_put_right(shop: Sending) -> None:
    shop.track(timestamp="2031-01-01T00:00:00Z", sentAt="2031-01-01T00:00:30Z", messageId="m")
    row = shop.rows()[0]
    assert row["occurred_at"] == NOON - 30 * SECOND
    assert row["properties"]["$times"] == {
        "originalTimestamp": "2031-01-01T00:00:00Z",
        "sentAt": "2031-01-01T00:00:30Z",
        "receivedAt": "2026-07-01T12:00:00.000Z",
        "timestamp": "2026-07-01T11:59:30.000Z",
    }


@pytest.mark.parametrize(
    ("happened", "sent", "at"),
    [
        ("2026-07-01T13:00:00Z", "2026-07-01T11:00:00Z", NOON + 300 * SECOND),
        ("1990-01-01T00:00:00Z", "2026-06-01T00:00:00Z", NOON - 10 * YEAR),
    ],
)
def test_c63_what_is_put_right_stays_within_bounds(shop: Sending, happened: str, sent: str, at: int) -> None:
    shop.track(timestamp=happened, sentAt=sent, messageId="m")
    assert shop.rows()[0]["occurred_at"] == at


@pytest.mark.parametrize("written", ["1969-06-01T00:00:00Z", "2023-07-01T00:00:00Z", "2026-07-02T12:00:00Z"])
def test_c64_old_and_future_events_are_stored(shop: Sending, written: str) -> None:
    shop.track(timestamp=written, messageId="m")
    assert shop.rows()[0]["occurred_at"] == min(moment(written) or 0, NOON + 300 * SECOND)


def test_c65_events_in_reverse_order_are_ordered_by_when_they_happened(shop: Sending) -> None:
    shop.batch(*[event(messageId=f"m{n}", timestamp=f"2026-07-01T0{9 - n}:00:00Z") for n in range(5)])
    rows = shop.rows()
    assert [row["occurred_at"] for row in rows] == sorted((row["occurred_at"] for row in rows), reverse=True)
    assert [row["received_at"] for row in rows] == [NOON + n for n in range(5)]


@pytest.mark.parametrize("address", ["127.0.0.1", "fe80::1%eth0", "10.0.0.1", "not an address"])
def test_c66_an_address_is_what_the_sender_says_and_nothing_more(shop: Sending, address: str) -> None:
    shop.track(context={"ip": address}, messageId="m")
    assert shop.rows()[0]["properties"]["$context"] == {"ip": address}


def test_c67_of_contradicting_consents_the_stricter_counts(shop: Sending) -> None:
    preferences = {"Analytics": True, "Marketing": True, "marketing": False, "Astrology": True, "functional": "yes"}
    shop.track(context={"consent": {"categoryPreferences": preferences}}, messageId="m")
    told = shop.rows()[0]["properties"]["$consent"]
    assert (told["analytics"], told["marketing"], told["astrology"], told["functional"], told["advertising"]) == (
        True, False, False, False, False)  # fmt: skip


def test_c68_an_erased_person_does_not_come_back(data_dir: Any, clock: FixedClock, on_sqlite: None) -> None:
    workspace = opened(data_dir, clock)
    with door(workspace) as client:
        shop = sending(workspace, client, "web")
        with workspace.store.work(workspace.name) as work:
            erasing.forget(work, ["email:lan@shop.vn"], RandomIds())
        late = {"type": "identify", "userId": "KH68", "messageId": "m", "traits": {"email": "Lan@shop.vn"}}
        first, again = shop.batch(late, event(messageId="other")), shop.batch(late)
    assert (first["suppressed"], first["accepted"], again["repeated"]) == (1, 1, 1)
    assert [row["subject"] for row in shop.rows()] == ["customer:KH1"]
    assert b"lan@shop.vn" not in (data_dir / "wend.db").read_bytes().lower()
