"""Each scheme by its published construction, written out here a second time; and all that must not pass."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
from dataclasses import replace

import pytest
from hypothesis import given, strategies as st

from wend.channels.signing import NotSigned, Request, Signature, verify

NOW = 1_782_900_000
BODY = b'{"id": 1, "name": "L\xc3\xaa Lan"}'
SECRETS = ("new secret", "old secret")


def _signed(signature: Signature, secret: str, body: bytes = BODY, stamp: int = NOW, app: str = "77") -> Request:
    if signature.scheme == "zalo":
        body = json.dumps({"app_id": app, "timestamp": str(stamp), "event_name": "follow"}).encode()
        mac = hashlib.sha256(app.encode() + body + str(stamp).encode() + secret.encode()).hexdigest()
        return Request({"x-zevent-signature": f"mac={mac}"}, {}, body)
    if signature.scheme == "token":
        query = {signature.query: secret} if signature.query else {}
        return Request({} if query else {signature.header.lower(): signature.prefix + secret}, query, body)
    if signature.scheme == "basic":
        packed = base64.b64encode(f"{signature.user}:{secret}".encode()).decode()
        return Request({"authorization": f"Basic {packed}"}, {}, body)
    over = signature.signed.replace("{timestamp}", str(stamp)).encode().replace(b"{body}", body)
    made = hmac.new(secret.encode(), over, signature.algorithm).digest()
    told = made.hex() if signature.encoding == "hex" else base64.b64encode(made).decode()
    headers = {signature.header.lower(): signature.prefix + told}
    if signature.timestamp_header:
        headers[signature.timestamp_header.lower()] = str(stamp)
    return Request(headers, {}, body)


STAMPED = Signature(signed="{timestamp}.{body}", timestamp_header="X-Time")
SCHEMES = {
    "hex": Signature(prefix="sha256="),
    "sha1": Signature(algorithm="sha1", header="X-Hub-Signature", prefix="sha1="),
    "base64": Signature(encoding="base64", header="X-Haravan-Hmacsha256"),
    "stamped": STAMPED,
    "zalo": Signature("zalo", app_id="77"),
    "header": Signature("token", header="Token"),
    "address": Signature("token", query="hash"),
    "basic": Signature("basic", user="shop"),
}
every = pytest.mark.parametrize("signature", SCHEMES.values(), ids=SCHEMES)
timed = pytest.mark.parametrize("signature", [STAMPED, SCHEMES["zalo"]], ids=["hmac", "zalo"])


@every
def test_either_live_secret_opens(signature: Signature) -> None:
    for secret in SECRETS:
        verify(signature, SECRETS, _signed(signature, secret), NOW)


@every
def test_another_secret_does_not(signature: Signature) -> None:
    with pytest.raises(NotSigned):
        verify(signature, SECRETS, _signed(signature, "forged"), NOW)


@every
def test_no_secret_opens_nothing(signature: Signature) -> None:
    for secrets in ((), ("",)):
        with pytest.raises(NotSigned):
            verify(signature, secrets, _signed(signature, ""), NOW)


@every
def test_nothing_said_opens_nothing(signature: Signature) -> None:
    with pytest.raises(NotSigned):
        verify(signature, SECRETS, Request({}, {}, BODY), NOW)


@pytest.mark.parametrize("name", ["hex", "sha1", "base64", "stamped", "zalo"])
def test_a_changed_body_is_refused(name: str) -> None:
    sent = _signed(SCHEMES[name], SECRETS[0])
    with pytest.raises(NotSigned):
        verify(SCHEMES[name], SECRETS, replace(sent, body=sent.body.replace(b"1", b"2") + b" "), NOW)


@timed
@pytest.mark.parametrize("off", [-301, 301, 86_400 * 365])
def test_an_old_or_future_moment_is_refused(signature: Signature, off: int) -> None:
    with pytest.raises(NotSigned):
        verify(signature, SECRETS, _signed(signature, SECRETS[0], stamp=NOW + off), NOW)


@timed
def test_five_minutes_either_way_and_milliseconds_pass(signature: Signature) -> None:
    for stamp in (NOW - 300, NOW + 300, NOW * 1_000):
        verify(signature, SECRETS, _signed(signature, SECRETS[0], stamp=stamp), NOW)


def test_the_moment_is_signed_too() -> None:
    sent = _signed(STAMPED, SECRETS[0], stamp=NOW - 10_000)
    with pytest.raises(NotSigned):
        verify(STAMPED, SECRETS, replace(sent, headers={**sent.headers, "x-time": str(NOW)}), NOW)


def test_another_app_of_zalo_is_refused() -> None:
    with pytest.raises(NotSigned):
        verify(SCHEMES["zalo"], SECRETS, _signed(SCHEMES["zalo"], SECRETS[0], app="78"), NOW)


@given(st.dictionaries(st.sampled_from(["x-signature", "x-time", "authorization", "token"]), st.text()), st.binary())
def test_noise_never_passes_and_never_breaks(headers: dict[str, str], body: bytes) -> None:
    for signature in SCHEMES.values():
        with pytest.raises(NotSigned):
            verify(signature, SECRETS, Request(headers, headers, body), NOW)
