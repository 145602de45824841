"""Promised but not yet in the log: rows of the operational store, numbered per workspace without a gap."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

import msgspec
from sqlalchemy import bindparam, delete, func, select, update

from wend.kit.clock import epoch_micros
from wend.store.facade import HERE, Prepared, Reading, Work, tables

if TYPE_CHECKING:
    from wend.log.staging import Staged

Kind = Literal["staged", "rows"]
_INBOX = tables.inbox.c
_WORKSPACES = tables.workspaces.c
_COUNTER = Prepared(select(_WORKSPACES.inbox_sequence).where(_WORKSPACES.workspace == HERE))
_PROMISED = Prepared(
    select(tables.inbox)
    .where(_INBOX.workspace == HERE, _INBOX.sequence > bindparam("after"), _INBOX.sequence <= bindparam("up_to"))
    .order_by(_INBOX.sequence)
)
_COUNTED = Prepared(
    update(tables.workspaces).where(_WORKSPACES.workspace == HERE).values(inbox_sequence=bindparam("number"))
)


@dataclass(frozen=True, slots=True)
class Waiting:
    """What is known of an inbox row without reading what it holds."""

    sequence: int
    kind: Kind
    events: int


@dataclass(frozen=True, slots=True)
class Promised:
    """One inbox row: a staged file, or a few rows as JSON."""

    sequence: int
    kind: Kind
    file: str
    bytes: int
    first_at: int
    last_at: int
    rows: list[dict[str, Any]]
    events: int


def promise(work: Work, staged: Staged) -> None:
    """Take responsibility for a staged file, in the caller's transaction. Nothing to do when it added nothing."""
    if staged.file:
        _put_file(work, staged.file, staged.bytes, staged.first_at, staged.last_at, staged.added)


def put_staged(work: Work, promised: Promised) -> None:
    """Promise a file again that was promised under a number of no use."""
    _put_file(work, promised.file, promised.bytes, promised.first_at, promised.last_at, promised.events)


def _put_file(work: Work, file: str, size: int, first_at: int, last_at: int, events: int) -> None:
    payload = {"file": file, "bytes": size, "first_at": first_at, "last_at": last_at}
    put(work, "staged", json.dumps(payload), events)


def document(rows: Sequence[object]) -> str:
    """Rows as an inbox row keeps them."""
    return msgspec.json.encode(rows).decode()


def put(work: Work, kind: Kind, payload: str, events: int) -> None:
    """Give the payload the next number of the workspace."""
    number = counter(work) + 1
    _count(work, number)
    promised_at = epoch_micros(work.clock.now())
    row = {"sequence": number, "kind": kind, "payload": payload, "events": events, "promised_at": promised_at}
    work.add(tables.inbox, [row])


def counter(reading: Reading) -> int:
    """The last number given out."""
    rows = reading.found(_COUNTER)
    return int(rows[0][0]) if rows else 0


def align(work: Work, moved: int) -> None:
    """Never give out a number the log has already passed: a store restored from an old backup would have its events
    skipped."""
    if counter(work) < moved:
        _count(work, moved)


def _count(work: Work, number: int) -> None:
    work.run(_COUNTED, number=number)


def is_waiting(reading: Reading) -> bool:
    """Whether anything is promised."""
    return reading.row(select(_INBOX.sequence).where(_INBOX.workspace == reading.workspace).limit(1)) is not None


def load(reading: Reading) -> tuple[int, int]:
    """How many events are promised, and since when the oldest has been waiting (µs; 0 when nothing waits)."""
    measures = (func.coalesce(func.sum(_INBOX.events), 0), func.coalesce(func.min(_INBOX.promised_at), 0))
    row = reading.row(select(*measures).where(_INBOX.workspace == reading.workspace))
    return (0, 0) if row is None else (int(row[0]), int(row[1]))


def waiting(reading: Reading) -> list[Waiting]:
    """Everything promised, in order."""
    columns = (_INBOX.sequence, _INBOX.kind, _INBOX.events)
    query = select(*columns).where(_INBOX.workspace == reading.workspace).order_by(_INBOX.sequence)
    return [Waiting(row.sequence, row.kind, row.events) for row in reading.rows(query)]


def promised(reading: Reading, after: int, up_to: int) -> list[Promised]:
    """What the inbox rows with these numbers hold (first exclusive, last inclusive), in order."""
    rows = reading.found(_PROMISED, after=after, up_to=up_to)
    return [_promised(row.sequence, row.kind, row.payload, row.events) for row in rows]


def staged_files(reading: Reading) -> set[str]:
    """Names of the event files that are promised and not yet in the table."""
    held = (_INBOX.workspace == reading.workspace, _INBOX.kind == "staged")
    return {json.loads(row.payload)["file"] for row in reading.rows(select(_INBOX.payload).where(*held))}


def _promised(sequence: int, kind: Kind, payload: str, events: int) -> Promised:
    held = json.loads(payload)
    if kind == "rows":
        return Promised(sequence, kind, "", 0, 0, 0, held, events)
    return Promised(sequence, kind, held["file"], held["bytes"], held["first_at"], held["last_at"], [], events)


def forget(work: Work, up_to: int) -> None:
    """Delete what the log holds safely."""
    work.execute(delete(tables.inbox).where(_INBOX.workspace == work.workspace, _INBOX.sequence <= up_to))
