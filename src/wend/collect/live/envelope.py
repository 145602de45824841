"""A request's body as messages: unpacked by the strict reader, its faults told for the whole or for one message."""

from __future__ import annotations

from typing import Any, NamedTuple

from wend.collect.live import refusals
from wend.collect.live.model import MOST_BODY, MOST_EVENTS, Fields, Kind
from wend.kit.strictjson import (
    MOST_LEVELS,
    NotStrict,
    Parsed,
    Twice,
    decoded,
    outside_texts,
    parse,
    pruned,
    too_deep,
)

_AROUND_A_MESSAGE = 2  # brackets of the body and of its list
_NOT_STRICT = {
    "invalid_encoding": refusals.InvalidEncoding,
    "number_too_long": refusals.NumberTooLong,
}


class Envelope(NamedTuple):
    """The messages of one request and what is said about all of them. `kind` is None in a batch: each says its own."""

    messages: list[Any]
    kind: Kind | None
    key: Any
    sent_at: Any
    context: Fields
    odd: bool
    """Somewhere in it a key came twice, a number is beyond 64 bits, or something was nested too deeply."""


def opened(body: bytes, kind: Kind | None) -> Envelope:
    """The messages of a body; `kind` for an address of single messages, None for a batch. Raises Refused."""
    if len(body) > MOST_BODY:
        raise refusals.PayloadTooLarge(most=MOST_BODY // 1024)
    if not body.strip():
        raise refusals.EmptyBody
    found, cut = _parsed(body, MOST_LEVELS if kind else MOST_LEVELS + _AROUND_A_MESSAGE)
    top = found.value
    if not isinstance(top, dict):
        raise refusals.InvalidType
    if isinstance(top, Twice):
        raise refusals.DuplicateKey
    odd = found.twice or found.exact or cut
    if kind:
        return Envelope([top], kind, top.get("writeKey"), top.get("sentAt"), {}, odd)
    messages = top.get("batch")
    if not isinstance(messages, list):
        raise refusals.InvalidBatch
    if len(messages) > MOST_EVENTS:
        raise refusals.TooManyEvents(events=len(messages), most=MOST_EVENTS)
    context = top.get("context")
    shared = context if isinstance(context, dict) else {}
    return Envelope(messages, None, top.get("writeKey"), top.get("sentAt"), shared, odd)


def _parsed(body: bytes, levels: int) -> tuple[Parsed, bool]:
    try:
        text, outside = decoded(body), outside_texts(body)
        deep = too_deep(outside, levels)
        if deep and (b"NaN" in outside or b"Infinity" in outside):
            raise refusals.InvalidJson(place=0)
        return parse(pruned(text, levels), cut=True) if deep else parse(text), deep
    except NotStrict as error:
        known = _NOT_STRICT.get(error.reason)
        raise known() if known else refusals.InvalidJson(place=error.at or 0) from error
