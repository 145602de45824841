"""When it happened, when the sender's clock may be wrong.

A sender says when it happened and when it sent, both by its own clock; we know when it came, by ours. The difference
between sent and received is the error of that clock (and the network's delay), so it is added to what it said.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import Any, NamedTuple

SECOND = 1_000_000
NETWORK = 2 * SECOND
"""A smaller difference is the network, not the clock: moving events by it would only shuffle them."""
AHEAD = 300 * SECOND
BEHIND = 10 * 366 * 86_400 * SECOND
_DIGITS = re.compile(r"-?\d{9,17}")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICRO = timedelta(microseconds=1)
_FIRST_YEAR, _LAST_YEAR = 1900, 2199
_MOST_SECONDS, _MOST_MILLIS, _MOST_MICROS = 10**11, 10**14, 10**17


class Timed(NamedTuple):
    """The moment we hold an event to have happened, and whether what was written differs from it."""

    occurred_at: int
    differs: bool
    unreadable: bool


def moment(written: Any) -> int | None:
    """Microseconds since 1970 of ISO text or an epoch in seconds, milliseconds or microseconds; without a zone: UTC.

    >>> moment("2026-07-01T12:00:00Z") == moment(1782907200) == moment("1782907200000") == moment("2026-07-01 12:00:00")
    True
    >>> moment("yesterday"), moment("0000-01-01"), moment("2026-07-01T12:00:60Z"), moment("2026-07-01T12:00:00+99:99")
    (None, None, None, None)
    """
    if isinstance(written, str):
        if written[4:5] == "-":
            return _iso(written.strip())
        text = written.strip()
        return _epoch(float(text)) if _DIGITS.fullmatch(text) else _iso(text)
    if isinstance(written, int | float) and not isinstance(written, bool):
        return _epoch(written)
    return None


def _iso(text: str) -> int | None:
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        return None
    if not _FIRST_YEAR <= at.year <= _LAST_YEAR:
        return None
    return ((at if at.tzinfo else at.replace(tzinfo=UTC)) - _EPOCH) // _MICRO


def _epoch(number: float) -> int | None:
    size = abs(number)
    if size < _MOST_SECONDS:
        at = number * SECOND
    elif size < _MOST_MILLIS:
        at = number * 1_000
    elif size < _MOST_MICROS:
        at = number
    else:
        return None
    micros = int(at)
    return micros if -2_208_988_800 * SECOND <= micros < 7_258_118_400 * SECOND else None


def timed(happened: Any, sent: Any, received_at: int) -> Timed:
    """The moment of an event from the three clocks' words.

    >>> timed("2026-07-01T10:00:00Z", "2026-07-01T10:00:05Z", moment("2026-07-01T12:00:05Z")).occurred_at == moment(
    ...     "2026-07-01T12:00:00Z")
    True
    """
    at = moment(happened)
    if at is None:
        return Timed(received_at, differs := happened not in (None, ""), differs)
    occurred, sent_at = at, moment(sent)
    if sent_at is not None and abs(received_at - sent_at) > NETWORK:
        occurred = max(at + received_at - sent_at, received_at - BEHIND)
    occurred = min(occurred, received_at + AHEAD)
    return Timed(occurred, occurred != at, unreadable=False)


def written(at: int) -> str:
    """A moment as ISO text, to the millisecond."""
    return (_EPOCH + timedelta(microseconds=at)).isoformat(timespec="milliseconds").replace("+00:00", "Z")
