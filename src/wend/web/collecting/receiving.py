"""A request's body: never larger than the limit, never slower than the deadline, unpacked without trusting its word."""

from __future__ import annotations

import asyncio
import base64
import binascii
import zlib

from starlette.types import Receive

from wend.collect.live.facade import MOST_BODY, refusals

HEAD_DEADLINE_S, BODY_DEADLINE_S = 5, 10
"""Together less than fifteen seconds."""
_GZIP = 31  # zlib's word for: with a gzip header
_PIECE = 32 * 1024
_MOST_PARTS = 16  # a body of thousands of tiny packets would cost a copy of the rest for each
_MAGIC = b"\x1f\x8b"
_JSON_TYPES = frozenset({"", "application/json", "text/plain", "text/json", "application/octet-stream"})

Headers = dict[bytes, bytes]


def declared(headers: Headers) -> int:
    """Bytes that the body says it has; the limit when it does not say. Raises PayloadTooLarge."""
    written = headers.get(b"content-length", b"")
    if not written.isdigit():
        return MOST_BODY
    if len(written) > 9 or int(written) > MOST_BODY:
        raise refusals.PayloadTooLarge(most=MOST_BODY // 1024)
    return int(written)


def check_type(headers: Headers) -> None:
    """Raise UnsupportedMediaType for forms and files, UnsupportedEncoding for what is packed in another way."""
    kind = headers.get(b"content-type", b"").decode("latin-1").partition(";")[0].strip().lower()
    if kind not in _JSON_TYPES and not kind.endswith("+json"):
        raise refusals.UnsupportedMediaType
    if packing(headers) not in ("", "identity", "gzip"):
        raise refusals.UnsupportedEncoding


def packing(headers: Headers) -> str:
    """How the body is packed."""
    return headers.get(b"content-encoding", b"").decode("latin-1").strip().lower()


async def body_of(receive: Receive) -> bytes | None:
    """The whole body; None when the sender went away. Raises TooSlow, PayloadTooLarge."""
    parts: list[bytes] = []
    size = 0
    try:
        async with asyncio.timeout(BODY_DEADLINE_S):
            while True:
                message = await receive()
                if message["type"] == "http.disconnect":
                    return None
                parts.append(message.get("body", b""))
                size += len(parts[-1])
                if size > MOST_BODY:
                    raise refusals.PayloadTooLarge(most=MOST_BODY // 1024)
                if not message.get("more_body", False):
                    return parts[0] if len(parts) == 1 else b"".join(parts)
    except TimeoutError as late:
        raise refusals.TooSlow(seconds=HEAD_DEADLINE_S + BODY_DEADLINE_S) from late


def unpacked(body: bytes, packed: str) -> bytes:
    """The body as it was before it was packed. Raises InvalidGzip, PayloadTooLarge, UnsupportedEncoding."""
    if packed != "gzip":
        return body
    plain, rest, parts = bytearray(), body, 0
    while rest:
        parts += 1
        if parts > _MOST_PARTS:
            raise refusals.InvalidGzip
        rest = _inflate(rest, plain)
    if plain.startswith(_MAGIC):
        raise refusals.UnsupportedEncoding
    return bytes(plain)


def _inflate(packed: bytes, plain: bytearray) -> bytes:
    """Inflate one gzip part piece by piece, never beyond the limit; returns what stands behind it."""
    unzip = zlib.decompressobj(_GZIP)
    while True:
        try:
            piece = unzip.decompress(packed, _PIECE)
        except zlib.error as damaged:
            raise refusals.InvalidGzip from damaged
        plain += piece
        if len(plain) > MOST_BODY:
            raise refusals.PayloadTooLarge(most=MOST_BODY // 1024)
        if unzip.eof:
            return unzip.unused_data
        packed = unzip.unconsumed_tail
        if not packed and not piece:  # nothing left to read, nothing left to say, and no end
            raise refusals.InvalidGzip


def basic_key(headers: Headers) -> str | None:
    """The key of a Basic authorization, its user name; None without one. Raises InvalidWriteKey for any other."""
    written = headers.get(b"authorization")
    if written is None:
        return None
    scheme, _, rest = written.partition(b" ")
    if scheme.lower() != b"basic":
        raise refusals.InvalidWriteKey
    try:
        pair = base64.b64decode(rest.strip(), validate=True).decode()
    except (binascii.Error, UnicodeDecodeError) as malformed:
        raise refusals.InvalidWriteKey from malformed
    return pair.partition(":")[0]
