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

    code = "collect_live.empty_body"


class InvalidJson(Refused):
    """The body is no strict JSON."""

    code = "collect_live.invalid_json"


class InvalidEncoding(Refused):
    """The body is not UTF-8."""

    code = "collect_live.invalid_encoding"


class InvalidType(Refused):
    """Something other than a JSON object."""

    code = "collect_live.invalid_type"


class NumberTooLong(Refused):
    """A number nobody means."""

    code = "collect_live.number_too_long"


class DuplicateKey(Refused):
    """A key twice at the top of the body."""

    code = "collect_live.duplicate_key"


class InvalidBatch(Refused):
    """`batch` is missing or no list."""

    code = "collect_live.invalid_batch"


class TooManyEvents(Refused):
    """More messages than a batch may hold."""

    code = "collect_live.too_many_events"


class PayloadTooLarge(Refused):
    """A body over the limit, as sent or unpacked."""

    code = "collect_live.payload_too_large"


class InvalidGzip(Refused):
    """The body says it is packed, and cannot be unpacked."""

    code = "collect_live.invalid_gzip"


class UnsupportedEncoding(Refused):
    """Packed in a way other than gzip."""

    code = "collect_live.unsupported_encoding"
    status = 415


class UnsupportedMediaType(Refused):
    """A form, or something else that is not JSON."""

    code = "collect_live.unsupported_media_type"
    status = 415


class InvalidWriteKey(Refused):
    """One answer for every key that may not send."""

    code = "collect_live.invalid_write_key"
    status = 401


class AmbiguousKey(Refused):
    """Two different keys in one request."""

    code = "collect_live.ambiguous_key"


class OriginNotAllowed(Refused):
    """The source names the pages that may send, and this is none of them."""

    code = "collect_live.origin_not_allowed"
    status = 403


class NoUserAnonId(Refused):
    """A single message that names nobody."""

    code = "collect_live.no_user_anon_id"


class TooSlow(Refused):
    """The body did not arrive in time."""

    code = "collect_live.too_slow"
    status = 408
    retry = True


class TooManyRequests(Trouble):
    """The sender is over its limit, for `after` seconds."""

    code = "collect_live.too_many_requests"
    status = 429

    def __init__(self, rate: int, after: float) -> None:
        super().__init__(rate=rate)
        self.after = after


class Overloaded(Trouble):
    """The queue is full; nothing was taken."""

    code = "collect_live.overloaded"


class NotStored(Trouble):
    """The store did not keep it; nothing was taken, as far as we know."""

    code = "collect_live.not_stored"


class Fault(ValueError):
    """Why one message goes to quarantine: a text key below `collect.bad`, and what fills its places."""

    def __init__(self, reason: str, **details: str) -> None:
        super().__init__(reason)
        self.reason = reason
        self.details = details
