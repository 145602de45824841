"""The log's light side: events that come one by one are promised as rows, without loading what moves them later.

Nothing here imports Arrow or a compiled kernel, so that the collector answers as soon as the process is up.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import TypedDict

from wend.log import inbox
from wend.store.facade import Work


class LiveRow(TypedDict):
    """One event, as a row of the log (`log/schema.py`). Times are microseconds UTC, money minor units, ratings
    hundredths; `identifiers` is a JSON list, `properties` a JSON object, both as text.
    """

    event_id: int
    subject: str
    identifiers: str | None
    event: str
    channel: str
    occurred_at: int
    received_at: int
    rating: int | None
    expectation: int | None
    about: str | None
    amount: int | None
    currency: str | None
    source: str
    properties: str | None


def promise(work: Work, rows: Sequence[LiveRow]) -> None:
    """Take responsibility for these events in the caller's transaction: once it has committed they are in the log, even
    if the machine stops. The caller has already left out what was there before (`tables.marks`).
    """
    if rows:
        inbox.put(work, "rows", inbox.document(rows), len(rows))


def event_id(source: str, message: str) -> int:
    """The id of a message of a source: the same on every machine, 64 bits, signed.

    >>> event_id("web", "m-1") == event_id("web", "m-1") != event_id("app", "m-1")
    True
    """
    named = f"{len(source)}:{source}{message}".encode("utf-8", "surrogatepass")
    return int.from_bytes(hashlib.blake2b(named, digest_size=8).digest(), "big", signed=True)
