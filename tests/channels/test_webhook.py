"""Webhooks to others: signed so that the receiver's check accepts them, and never to where a server must not go."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from tests.channels.receiving import receiver
from wend.channels.errors import HookRefused, NotReached, PlaceRefused
from wend.channels.signing import NotSigned, Request, signed_headers, verify
from wend.channels.webhook import SIGNATURE, post

NOW_S = 1_782_907_200
SECRET = "a secret of the test"


@given(st.binary(max_size=200), st.binary(max_size=20))
def test_what_we_sign_is_what_we_would_accept(body: bytes, more: bytes) -> None:
    headers = {name.lower(): value for name, value in signed_headers(SIGNATURE, SECRET, body, NOW_S).items()}
    verify(SIGNATURE, [SECRET], Request(headers, {}, body), NOW_S + 60)
    for secrets, read, now_s in (
        ([SECRET], body + more + b"x", NOW_S),
        (["other"], body, NOW_S),
        ([SECRET], body, NOW_S + 999),
    ):
        with pytest.raises(NotSigned):
            verify(SIGNATURE, secrets, Request(headers, {}, read), now_s)


def test_a_webhook_arrives_signed_with_its_key() -> None:
    with receiver() as seen:
        post(f"http://{seen.host}/in?a=1", b"{}", SECRET, "alert_1/1/left", NOW_S, frozenset({seen.host}))
    ((headers, body),) = seen.requests
    verify(SIGNATURE, [SECRET], Request(headers, {}, body), NOW_S)
    assert (headers["wend-delivery"], headers["content-type"], body) == ("alert_1/1/left", "application/json", b"{}")


@pytest.mark.parametrize(
    ("status", "error"),
    [(302, HookRefused), (404, HookRefused), (410, HookRefused), (429, NotReached), (503, NotReached)],
)
def test_an_answer_says_whether_to_try_again(status: int, error: type[Exception]) -> None:
    with receiver() as seen:
        seen.statuses.append(status)
        with pytest.raises(error):
            post(f"http://{seen.host}/in", b"{}", SECRET, "k", NOW_S, frozenset({seen.host}))
    assert len(seen.requests) == 1  # a redirect is not followed


@pytest.mark.parametrize(
    "url",
    [
        "http://shop.vn/",
        "https://127.0.0.1/",
        "https://[::1]/",
        "https://169.254.169.254/",
        "ftp://shop.vn/",
        "https://u:p@shop.vn/",
        "https://shop.vn:8080/",
    ],
)
def test_a_place_inside_is_refused_when_it_is_sent(url: str) -> None:
    with pytest.raises(PlaceRefused):
        post(url, b"{}", SECRET, "k", NOW_S, look_up=lambda host, _port: [host])


def test_a_public_name_of_a_private_place_is_refused() -> None:
    with pytest.raises(PlaceRefused):
        post("https://shop.vn/", b"{}", SECRET, "k", NOW_S, look_up=lambda _host, _port: ["10.0.0.1"])
