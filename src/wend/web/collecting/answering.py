"""What the collecting door answers: exactly 200 when everything is on disk, and one shape for every refusal.

Old libraries take 202, 204 or a redirect for a failure, and an error without a `code` for one worth repeating.
"""

from __future__ import annotations

from typing import NamedTuple

import msgspec
from starlette.types import Send

from wend.collect.live import facade as live
from wend.kit.errors import WendError
from wend.kit.texts import Language, text

_MOST_PROBLEMS = 50
_JSON = (b"content-type", b"application/json")
_ANYWHERE = (
    (b"access-control-allow-origin", b"*"),
    (b"access-control-expose-headers", b"retry-after"),
    (b"x-content-type-options", b"nosniff"),
)
_PREFLIGHT = (
    (b"access-control-allow-origin", b"*"),
    (b"access-control-allow-methods", b"POST, GET, OPTIONS"),
    (b"access-control-allow-headers", b"authorization, content-type, content-encoding, x-retry-count, *"),
    (b"access-control-max-age", b"86400"),
    (b"vary", b"access-control-request-headers"),
)
_encode = msgspec.json.Encoder().encode


class Answer(NamedTuple):
    """Status, headers and body of an answer."""

    status: int
    body: bytes
    headers: tuple[tuple[bytes, bytes], ...] = ()


PREFLIGHT = Answer(204, b"", _PREFLIGHT)
"""Any page may ask, without credentials; what it may send is decided by its key."""


def taken(outcome: live.Outcome, request_id: str) -> Answer:
    """Everything that could be taken is on disk, and the rest waits where a person sees it."""
    said: dict[str, object] = {
        "success": True,
        "accepted": outcome.accepted,
        "repeated": outcome.repeated,
        "quarantined": outcome.quarantined,
        "suppressed": outcome.suppressed,
        "request_id": request_id,
    }
    if outcome.problems:
        said["problems"] = [{"index": each.place, "code": each.reason} for each in outcome.problems[:_MOST_PROBLEMS]]
    return Answer(200, _encode(said))


def document(value: object) -> Answer:
    """A JSON document that browsers may keep for a minute."""
    return Answer(200, _encode(value), ((b"cache-control", b"public, max-age=60"),))


def refused(error: WendError, request_id: str, language: Language, after: float = 1) -> Answer:
    """A refusal, and when to come again if that helps."""
    word = error.code.rpartition(".")[2]
    told = said(word, f"{error.message(language)} {error.next_step(language)}", request_id)
    headers: list[tuple[bytes, bytes]] = []
    if error.retry:
        headers.append((b"retry-after", b"%d" % max(1, -int(-after // 1))))
    if error.status in (400, 408, 503) and word in ("payload_too_large", "too_slow"):
        headers.append((b"connection", b"close"))  # what is left of the body is not read
    return Answer(error.status, told, tuple(headers))


def elsewhere(status: int, word: str, request_id: str, language: Language, allow: str = "") -> Answer:
    """No such address, or not with this method."""
    sentences = [text(language, f"collect_live.{word}.{part}", allow=allow) for part in ("message", "next")]
    headers = ((b"allow", allow.encode()),) if allow else ()
    return Answer(status, said(word, " ".join(sentences), request_id), headers)


def said(code: str, message: str, request_id: str) -> bytes:
    """The body of a refusal."""
    return _encode({"success": False, "code": code, "message": message, "request_id": request_id})


async def give(answer: Answer, send: Send) -> None:
    """Send an answer. Every page may read it: it holds nothing but what became of its own events."""
    headers = [*answer.headers]
    if answer.status != 204:
        headers += [_JSON, (b"content-length", b"%d" % len(answer.body)), *_ANYWHERE]
    await send({"type": "http.response.start", "status": answer.status, "headers": headers})
    await send({"type": "http.response.body", "body": answer.body})
