"""Is this request from who it says it is, and was it sent just now? And how a request of ours proves itself. Pure:
the moment and the secrets are arguments.

Everything is compared in constant time. There may be several live secrets, so that one can be exchanged without losing
a request. An answer never says which part did not fit.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, get_args

from wend.kit.errors import Mistake

Scheme = Literal["hmac", "zalo", "token", "basic", "none"]
SCHEMES: tuple[Scheme, ...] = get_args(Scheme)
Algorithm = Literal["sha256", "sha1", "sha512"]
Encoding = Literal["hex", "base64"]
ALGORITHMS: tuple[Algorithm, ...] = get_args(Algorithm)
ENCODINGS: tuple[Encoding, ...] = get_args(Encoding)

TOLERANCE_S = 300
MOST_TOLERANCE_S = 86_400
_MILLISECONDS_FROM = 100_000_000_000
_LONGEST = 4_096


class NotSigned(Mistake):
    """The signature is missing or does not fit, or the request is too old. One answer for every reason."""

    code = "hooks.not_signed"
    status = 401


@dataclass(frozen=True, slots=True)
class Signature:
    """How a sender proves itself.

    `hmac`: over `signed` (`{body}` and `{timestamp}` in it), in `header` behind `prefix`; `timestamp_header` carries
    seconds or milliseconds since 1970. `zalo`: SHA-256 over app id, body, timestamp and secret. `token`: the secret
    itself, in `header` or in the address as `query`. `basic`: `user` and the secret. `none`: anybody may send.
    """

    scheme: Scheme = "hmac"
    header: str = "X-Signature"
    algorithm: Algorithm = "sha256"
    encoding: Encoding = "hex"
    prefix: str = ""
    signed: str = "{body}"
    timestamp_header: str = ""
    tolerance_s: int = TOLERANCE_S
    query: str = ""
    user: str = ""
    app_id: str = ""


@dataclass(frozen=True, slots=True)
class Request:
    """What arrived. Names of headers are in lower case."""

    headers: Mapping[str, str]
    query: Mapping[str, str]
    body: bytes


def verify(signature: Signature, secrets: Sequence[str], request: Request, now_s: int) -> None:
    """Raises NotSigned unless one of the secrets explains the request and it is fresh."""
    if not _CHECKS[signature.scheme](signature, secrets, request, now_s):
        raise NotSigned(tolerance=signature.tolerance_s)


def signed_headers(signature: Signature, secret: str, body: bytes, now_s: int) -> dict[str, str]:
    """The headers with which a request of ours proves itself: what `verify` of the same `hmac` signature accepts."""
    stamp = str(now_s) if signature.timestamp_header else ""
    proof = hmac.digest(secret.encode(), _signed(signature, stamp, body), signature.algorithm)
    told = proof.hex() if signature.encoding == "hex" else base64.b64encode(proof).decode()
    stamped = {signature.timestamp_header: stamp} if stamp else {}
    return {signature.header: signature.prefix + told, **stamped}


def _hmac(signature: Signature, secrets: Sequence[str], request: Request, now_s: int) -> bool:
    given = request.headers.get(signature.header.lower(), "").strip()[:_LONGEST]
    stamp = ""
    if signature.timestamp_header:
        stamp = request.headers.get(signature.timestamp_header.lower(), "").strip()
        if not _is_fresh(stamp, now_s, signature.tolerance_s):
            return False
    if not given.startswith(signature.prefix):
        return False
    told = _decoded(given[len(signature.prefix) :], signature.encoding)
    signed = _signed(signature, stamp, request.body)
    return _any(secrets, lambda secret: hmac.digest(secret.encode(), signed, signature.algorithm), told)


def _signed(signature: Signature, stamp: str, body: bytes) -> bytes:
    before, _, after = signature.signed.partition("{body}")
    return before.replace("{timestamp}", stamp).encode() + body + after.replace("{timestamp}", stamp).encode()


def _zalo(signature: Signature, secrets: Sequence[str], request: Request, now_s: int) -> bool:
    given = request.headers.get("x-zevent-signature", "").strip().removeprefix("mac=")
    told = _decoded(given[:_LONGEST], "hex")
    said = _object(request.body)
    app, stamp = str(said.get("app_id", "")), str(said.get("timestamp", ""))
    if not hmac.compare_digest(app.encode(), signature.app_id.encode()):
        return False
    if not _is_fresh(stamp, now_s, signature.tolerance_s):
        return False
    signed = signature.app_id.encode() + request.body + stamp.encode()
    return _any(secrets, lambda secret: hashlib.sha256(signed + secret.encode()).digest(), told)


def _token(signature: Signature, secrets: Sequence[str], request: Request, now_s: int) -> bool:
    del now_s
    if signature.query:
        given = request.query.get(signature.query, "")
    else:
        given = request.headers.get(signature.header.lower(), "")
        if not given.startswith(signature.prefix):
            return False
        given = given[len(signature.prefix) :]
    return _any(secrets, str.encode, given.strip()[:_LONGEST].encode())


def _basic(signature: Signature, secrets: Sequence[str], request: Request, now_s: int) -> bool:
    del now_s
    scheme, _, packed = request.headers.get("authorization", "").partition(" ")
    told = _decoded(packed.strip()[:_LONGEST], "base64")
    if scheme.lower() != "basic":
        return False
    return _any(secrets, lambda secret: f"{signature.user}:{secret}".encode(), told)


def _anybody(signature: Signature, secrets: Sequence[str], request: Request, now_s: int) -> bool:
    del signature, secrets, request, now_s
    return True


Check = Callable[[Signature, Sequence[str], Request, int], bool]
_CHECKS: Mapping[Scheme, Check] = {
    "hmac": _hmac,
    "zalo": _zalo,
    "token": _token,
    "basic": _basic,
    "none": _anybody,
}


def _any(secrets: Sequence[str], expected: Callable[[str], bytes], told: bytes) -> bool:
    """Whether one of the secrets gives what was told; all are tried, whichever fits."""
    fits = [hmac.compare_digest(expected(secret), told) for secret in secrets if secret]
    return bool(told) and any(fits)


def _decoded(text: str, encoding: Encoding) -> bytes:
    try:
        return bytes.fromhex(text) if encoding == "hex" else base64.b64decode(text, validate=True)
    except (ValueError, binascii.Error):
        return b""


def _is_fresh(stamp: str, now_s: int, tolerance_s: int) -> bool:
    if not stamp.isascii() or not stamp.isdecimal() or len(stamp) > len("9999999999999"):
        return False
    at = int(stamp)
    at_s = at // 1_000 if at >= _MILLISECONDS_FROM else at
    return abs(now_s - at_s) <= tolerance_s


def _object(body: bytes) -> Mapping[str, Any]:
    try:
        said = json.loads(body)
    except (ValueError, RecursionError):
        return {}
    return said if isinstance(said, dict) else {}
