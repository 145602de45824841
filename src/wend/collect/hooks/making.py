"""Records become events by a mapping: the same language, and the same compiled meaning, as for the rows of a file.

The libraries that read files are loaded by the first webhook of a process, not before.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping as Table, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any, cast

import numpy as np
import pyarrow as pa

from wend.collect.hooks.records import Record
from wend.collect.live.model import Held, Taken
from wend.collect.mapping.model import Mapping, columns_needed
from wend.collect.mapping.transform import Transformer
from wend.collect.plan.checking import Written
from wend.collect.reading.chunk import ORIGINAL_LIMIT, BadRow, Chunk
from wend.collect.reading.documents import DEEPEST, MOST_PROPERTIES, TooDeep, as_text, flatten, table_of
from wend.identity.reasons import Evidence
from wend.log import live
from wend.log.hashing import content_keys, numbered
from wend.log.live import LiveRow
from wend.log.schema import CONTENT
from wend.log.staging import conform

RECEIVED = "hook.received_at"
"""The column that holds when the request came, for senders that do not say when it happened."""
HEADER, ABOVE = "header.", "up."
"""What a mapping writes before the name of a header, and of a value that stands around the record."""
KIND = "webhook"
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_Row = dict[str, str]


@dataclass(frozen=True, slots=True)
class Made:
    """What the records became."""

    taken: tuple[Taken, ...]
    held: tuple[Held, ...]


@dataclass(frozen=True, slots=True)
class Around:
    """What is known of a request besides its records. `delivery` names it: the sender's own id, or its body's hash."""

    source: str
    received_at: int
    headers: Table[str, str]
    delivery: str


def columns_of(mapping: Mapping, found: Sequence[Record], around: Around) -> tuple[list[_Row], list[Held]]:
    """The records as rows of texts, with what the mapping asks of the request around them; and those that are none."""
    asked = {column for _, column in columns_needed(mapping)}
    given = {f"{HEADER}{name}": value for name, value in around.headers.items()}
    given[RECEIVED] = (_EPOCH + timedelta(microseconds=around.received_at)).isoformat(timespec="microseconds")
    rows: list[_Row] = []
    held: list[Held] = []
    for record in found:
        told = {**given, **{f"{ABOVE}{name}": as_text(value) for name, value in record.above.items()}}
        row = _flat(record.value)
        if isinstance(row, BadRow):
            held.append(_held(row))
        else:
            rows.append(row | {name: value for name, value in told.items() if name in asked})
    return rows, held


def make(mapping: Mapping, rows: Sequence[_Row], around: Around) -> Made:
    """The events of rows, each with its id and its mark; what could not be used, once per row."""
    if not rows:
        return Made((), ())
    named = replace(mapping, name=around.source, lenient=True, joins=())
    lines = np.arange(len(rows), dtype=np.int64)
    mapped = Transformer(named).apply(Chunk(table_of(rows), lines, [], 0))
    bad: dict[int, BadRow] = {}
    for row in mapped.bad:
        bad.setdefault(row.line, row)
    taken = tuple(_taken(row, place) for place, row in enumerate(_events(mapped.events, around)))
    return Made(taken, tuple(_held(row) for row in bad.values()))


def _events(events: pa.Table, around: Around) -> list[LiveRow]:
    """Rows of the log. An event's own id decides who it is, else what it says: said again, it is the same event."""
    if events.num_rows == 0:
        return []
    rows = conform(events, around.source, around.received_at)
    keys = content_keys([rows.column(name).chunk(0) for name in CONTENT])
    ids = numbered(keys, np.zeros(len(keys), np.int64))
    unmoved = [name for name in CONTENT if name != "occurred_at"]
    timeless = content_keys([rows.column(name).chunk(0) for name in unmoved])
    for name in ("occurred_at", "received_at"):
        place = rows.schema.get_field_index(name)
        rows = rows.set_column(place, name, rows.column(name).cast(pa.int64()))
    found = cast("list[LiveRow]", rows.to_pylist())
    for row, by_content, what in zip(found, ids.tolist(), timeless.tolist(), strict=True):
        if row["event_id"] is None:
            # The moment of receipt says nothing of the event: the same request, sent again, would be another event.
            by_delivery = row["occurred_at"] == around.received_at
            row["event_id"] = live.event_id(around.source, f"{around.delivery}:{what}") if by_delivery else by_content
    return found


def _taken(row: LiveRow, place: int) -> Taken:
    mark = hashlib.blake2b(f"event:{row['event_id']}".encode(), digest_size=16).digest()
    others: list[str] = json.loads(row["identifiers"] or "[]")
    at, source = row["occurred_at"], row["source"]
    evidence = tuple(Evidence.of(row["subject"], other, "same_row", source, at) for other in others)
    properties: dict[str, Any] = json.loads(row["properties"] or "{}")
    # The same id is the same event, whatever else it says: so its content is never held against it.
    return Taken(row, Written(properties), mark, mark, evidence, None, {}, place)


def _held(bad: BadRow) -> Held:
    row = bad.original if bad.in_columns else json.dumps(bad.original, ensure_ascii=False)
    content = hashlib.blake2b(row.encode(), digest_size=16).digest()
    mark = hashlib.blake2b(b"held" + content, digest_size=16).digest()
    return Held(bad.reason, bad.details, KIND, row, content, mark, bad.line)


def _flat(value: Any) -> _Row | BadRow:
    if not isinstance(value, dict):
        return _bad(value, "bad_json")
    try:
        row = flatten(value)
    except (TooDeep, RecursionError):
        return _bad(value, "too_deep", limit=str(DEEPEST))
    if len(row) > MOST_PROPERTIES:
        return _bad(value, "too_many_properties", limit=str(MOST_PROPERTIES))
    return row


def _bad(value: Any, reason: str, **details: str) -> BadRow:
    return BadRow(0, reason, json.dumps(value, ensure_ascii=False)[:ORIGINAL_LIMIT], details)
