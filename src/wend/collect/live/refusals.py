"""Why a whole request, or one message of it, is not taken."""

from __future__ import annotations

from typing import ClassVar

from wend.kit.errors import Mistake, Trouble


class Refused(Mistake):
    """A request that is not taken. The wire says the code's last word."""

    status: ClassVar[int] = 400

    @property
    def word(self) -> str:
        return self.code.rpartition(".")[2]


class EmptyBody(Refused):
    """A request without a body."""

    code = "collect.live.empty_body"


class InvalidJson(Refused):
    """The body is no strict JSON."""

    code = "collect.live.invalid_json"


class InvalidEncoding(Refused):
    """The body is not UTF-8."""

    code = "collect.live.invalid_encoding"


class InvalidType(Refused):
    """Something other than a JSON object."""

    code = "collect.live.invalid_type"


class NumberTooLong(Refused):
    """A number nobody means."""

    code = "collect.live.number_too_long"


class DuplicateKey(Refused):
    """A key twice at the top of the body."""

    code = "collect.live.duplicate_key"


class InvalidBatch(Refused):
    """`batch` is missing or no list."""

    code = "collect.live.invalid_batch"


class TooManyEvents(Refused):
    """More messages than a batch may hold."""

    code = "collect.live.too_many_events"


class PayloadTooLarge(Refused):
    """A body over the limit, as sent or unpacked."""

    code = "collect.live.payload_too_large"


class InvalidGzip(Refused):
    """The body says it is packed, and cannot be unpacked."""

    code = "collect.live.invalid_gzip"


class UnsupportedEncoding(Refused):
    """Packed in a way other than gzip."""

    code = "collect.live.unsupported_encoding"
    status = 415


class UnsupportedMediaType(Refused):
    """A form, or something else that is not JSON."""

    code = "collect.live.unsupported_media_type"
    status = 415


class InvalidWriteKey(Refused):
    """One answer for every key that may not send."""

    code = "collect.live.invalid_write_key"
    status = 401


class AmbiguousKey(Refused):
    """Two different keys in one request."""

    code = "collect.live.ambiguous_key"


class OriginNotAllowed(Refused):
    """The source names the pages that may send, and this is none of them."""

    code = "collect.live.origin_not_allowed"
    status = 403


class NoUserAnonId(Refused):
    """A single message that names nobody."""

    code = "collect.live.no_user_anon_id"


class TooSlow(Refused):
    """The body did not arrive in time."""

    code = "collect.live.too_slow"
    status = 408
    retry = True


class TooManyRequests(Trouble):
    """The sender is over its limit."""

    code = "collect.live.too_many_requests"
    status = 429


class Overloaded(Trouble):
    """The queue is full; nothing was taken."""

    code = "collect.live.overloaded"


class NotStored(Trouble):
    """The store did not keep it; nothing was taken, as far as we know."""

    code = "collect.live.not_stored"


class Fault(ValueError):
    """Why one message goes to quarantine: a text key below `collect.bad`, and what fills its places."""

    def __init__(self, reason: str, **details: str) -> None:
        super().__init__(reason)
        self.reason = reason
        self.details = details
