"""Rows 31–45 of the catalogue of bad input: odd values of JSON."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.collect.live.sending import Sending, event
from wend.log.facade import Log


def raw(properties: str, id: str = "m") -> bytes:
    """A track call whose properties are written by hand."""
    return f'{{"event": "e", "userId": "KH1", "messageId": "{id}", "properties": {properties}}}'.encode()


def in_batch(*messages: bytes) -> bytes:
    """A batch written by hand."""
    return b'{"batch": [' + b",".join(b'{"type": "track",' + each[1:] for each in messages) + b"]}"


@pytest.mark.parametrize(
    ("properties", "code"),
    [
        pytest.param('{"n": NaN}', "invalid_json", id="c31"),
        pytest.param('{"n": -Infinity}', "invalid_json", id="c31-infinity"),
        pytest.param('{"n": 1e999}', "invalid_json", id="c32"),
        pytest.param('{"n": ' + "9" * 5_000 + "}", "number_too_long", id="c34"),
    ],
)
def test_numbers_that_are_none_refuse_the_request(shop: Sending, properties: str, code: str) -> None:
    answer = shop.post("/v1/track", raw=raw(properties))
    assert (answer.status_code, answer.json()["code"]) == (400, code)


@pytest.mark.parametrize("written", ["9223372036854775808", "-9223372036854775809", "123456789012345678901234567890"])
def test_c33_a_large_integer_is_kept_digit_by_digit(shop: Sending, written: str) -> None:
    assert shop.post("/v1/track", raw=raw(f'{{"n": {written}}}')).json()["accepted"] == 1
    properties = shop.rows()[0]["properties"]
    assert (properties["n"], properties["$types"]) == (written, {"properties.n": "integer"})


@pytest.mark.parametrize("depth", [33, 1_000, 100_000])
def test_c35_an_event_that_is_too_deep_waits_alone(shop: Sending, depth: int) -> None:
    deep = raw('{"a": ' + "[" * depth + "]" * depth + "}", "deep")
    answer = shop.post("/v1/batch", raw=in_batch(raw("{}", "a"), deep, raw('{"b": [[1]]}', "b")))
    assert (answer.json()["accepted"], answer.json()["quarantined"]) == (2, 1)
    assert shop.reasons() == ["too_deep"]
    again = shop.post("/v1/batch", raw=in_batch(deep)).json()
    assert (again["repeated"], again["quarantined"]) == (1, 0)


def test_c35_thirty_two_levels_are_taken(shop: Sending) -> None:
    levels = 32 - 2  # the message and its properties
    whole = raw('{"a": ' + "[" * levels + "]" * levels + "}")
    assert shop.post("/v1/batch", raw=in_batch(whole)).json()["accepted"] == 1
    assert shop.post("/v1/track", raw=whole.replace(b'"m"', b'"m2"')).json()["accepted"] == 1


def test_c36_half_a_character_waits(shop: Sending) -> None:
    answer = shop.post("/v1/batch", raw=in_batch(raw(r'{"t": "\ud800"}'), raw(r'{"t": "\ud83d\ude00"}', "good")))
    assert (answer.json()["accepted"], shop.reasons()) == (1, ["invalid_text"])
    assert shop.rows()[0]["properties"]["t"] == "😀"


def test_c37_nul_is_removed_and_said(shop: Sending) -> None:
    shop.post("/v1/track", raw=raw(r'{"na\u0000me": "L\u0000an"}'))
    assert shop.rows()[0]["properties"] == {"name": "Lan", "$warnings": ["nul_removed"]}


def test_c38_a_key_twice(shop: Sending) -> None:
    top = shop.post("/v1/track", raw=b'{"event": "e", "event": "f", "userId": "KH1"}')
    assert (top.status_code, top.json()["code"]) == (400, "duplicate_key")
    shop.post("/v1/track", raw=raw('{"size": "S", "size": "M"}'))
    assert shop.rows()[0]["properties"] == {"size": "M", "$warnings": ["duplicate_key"]}
    said = shop.post("/v1/batch", raw=in_batch(b'{"event": "e", "event": "f", "userId": "KH1"}')).json()
    assert (said["quarantined"], shop.reasons()) == (1, ["duplicate_key"])


def test_c39_names_of_other_languages_are_plain_data(shop: Sending) -> None:
    odd = {"__proto__": {"x": 1}, "constructor": "c", "$where": "1=1", "$ne": None, "'; drop table": "x"}
    shop.track(properties=odd, messageId="m")
    assert shop.rows()[0]["properties"] == odd


def test_c40_ten_thousand_names_wait(shop: Sending) -> None:
    said = shop.batch(
        event(properties={f"p{n}": 1 for n in range(3_000)}), event(properties={f"p{n}": 1 for n in range(480)})
    )
    assert (said["accepted"], shop.reasons()) == (1, ["too_many_properties"])


def test_c41_names_of_properties(shop: Sending) -> None:
    composed, taken_apart = "Tên", "Te\u0302n"
    said = shop.batch(
        event(messageId="long", properties={"k" * 201: 1}),
        event(messageId="odd", properties={"": 1, "Size": 1, "size": 2, "size ": 3, taken_apart: "Lan"}),
        event(messageId="both", properties={composed: 1, taken_apart: 2}),
    )
    assert (said["accepted"], shop.reasons()) == (2, ["name_too_long"])
    odd, both = (row["properties"] for row in shop.rows())
    assert odd == {"": 1, "Size": 1, "size": 2, "size ": 3, composed: "Lan", "$warnings": ["name_composed"]}
    assert (both[composed], both[taken_apart]) == (1, 2)


def test_c42_marks_of_direction_and_stacks_are_kept(shop: Sending) -> None:
    odd = "\u202egpj.\u200b🧑‍🤝‍🧑Z͑ͫ̓ͪ̂ͫ̽͏"
    shop.track(properties={"t": odd}, messageId="m")
    assert shop.rows()[0]["properties"]["t"] == odd


def test_c43_types_that_change_are_kept_and_can_be_asked_about(shop: Sending) -> None:
    values: list[Any] = [True, 20260701, "2026-07-01", 3.5, None, [1, "a"], {"b": 1}]
    shop.batch(*[event(event="mixed", messageId=f"m{n}", properties={"v": value}) for n, value in enumerate(values)])
    assert [row["properties"].get("v") for row in shop.rows()] == values
    log: Log = shop.workspace.log
    log.journal()
    assert any(kind.name == "mixed" for kind in log.catalogue().kinds)


@pytest.mark.parametrize("value", [pytest.param("x" * 9_000, id="c44"), pytest.param("iVBORw0KGgo" * 900, id="c45")])
def test_a_long_text_waits_and_the_rest_is_stored(shop: Sending, value: str) -> None:
    said = shop.batch(event(messageId="a", properties={"picture": value}), event(messageId="b"))
    assert (said["accepted"], shop.reasons()) == (1, ["value_too_long"])
    assert json.loads(shop.held()[0].details)["name"] == "properties.picture"
