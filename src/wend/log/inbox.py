"""Promised but not yet in the log: rows of the operational store, numbered per workspace without a gap."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Literal

from sqlalchemy import delete, select, update

from wend.kit.clock import epoch_seconds
from wend.log.staging import Staged
from wend.store.facade import Reading, Work, tables

Kind = Literal["staged", "rows"]
_INBOX = tables.inbox.c
_WORKSPACES = tables.workspaces.c


@dataclass(frozen=True, slots=True)
class Promised:
    """One inbox row: a staged file, or a few rows as JSON."""

    sequence: int
    kind: Kind
    file: str
    bytes: int
    first_at: int
    last_at: int
    rows: list[dict[str, object]]
    events: int


def promise(work: Work, staged: Staged) -> None:
    """Take responsibility for a staged file, in the caller's transaction. Nothing to do when it added nothing."""
    if staged.file:
        payload = {"file": staged.file, "bytes": staged.bytes, "first_at": staged.first_at, "last_at": staged.last_at}
        _put(work, "staged", json.dumps(payload), staged.added)


def promise_rows(work: Work, rows: list[dict[str, object]]) -> None:
    """Take responsibility for a few events (LOG_SCHEMA columns, ids included, times in µs), in the caller's
    transaction."""
    if rows:
        _put(work, "rows", json.dumps(rows, ensure_ascii=False), len(rows))


def _put(work: Work, kind: Kind, payload: str, events: int) -> None:
    number = counter(work) + 1
    _count(work, number)
    promised_at = epoch_seconds(work.clock.now()) * 1_000_000
    row = {"sequence": number, "kind": kind, "payload": payload, "events": events, "promised_at": promised_at}
    work.add(tables.inbox, [row])


def counter(reading: Reading) -> int:
    """The last number given out."""
    row = reading.row(select(_WORKSPACES.inbox_sequence).where(_WORKSPACES.workspace == reading.workspace))
    return 0 if row is None else int(row[0])


def align(work: Work, moved: int) -> None:
    """Never give out a number the log has already passed: a store restored from an old backup would have its events
    skipped."""
    if counter(work) < moved:
        _count(work, moved)


def _count(work: Work, number: int) -> None:
    work.execute(update(tables.workspaces).where(_WORKSPACES.workspace == work.workspace).values(inbox_sequence=number))


def is_waiting(reading: Reading) -> bool:
    """Whether anything is promised."""
    return reading.row(select(_INBOX.sequence).where(_INBOX.workspace == reading.workspace).limit(1)) is not None


def waiting(reading: Reading) -> list[Promised]:
    """Everything promised, in order."""
    query = select(tables.inbox).where(_INBOX.workspace == reading.workspace).order_by(_INBOX.sequence)
    return [_promised(row.sequence, row.kind, row.payload, row.events) for row in reading.rows(query)]


def _promised(sequence: int, kind: Kind, payload: str, events: int) -> Promised:
    document = json.loads(payload)
    if kind == "rows":
        return Promised(sequence, kind, "", 0, 0, 0, document, events)
    return Promised(
        sequence, kind, document["file"], document["bytes"], document["first_at"], document["last_at"], [], events
    )


def forget(work: Work, up_to: int) -> None:
    """Delete what the log holds safely."""
    work.execute(delete(tables.inbox).where(_INBOX.workspace == work.workspace, _INBOX.sequence <= up_to))
