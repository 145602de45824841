"""All queries about notes."""

from __future__ import annotations

import json
from collections.abc import Collection
from typing import Any

from sqlalchemy import Row, select, update

from wend.customers.model_notes import Hidden, Note
from wend.kit.clock import epoch_micros
from wend.store.facade import Reading, Work, tables

_N = tables.notes.c
_AT_ONCE = 500
_HIDDEN: dict[str, Hidden] = {"card": "card", "id": "id"}


def of(reading: Reading, identifiers: Collection[str]) -> list[Note]:
    """The notes under any of these identifiers, the newest first."""
    found: list[Note] = []
    asked = sorted(identifiers)
    for start in range(0, len(asked), _AT_ONCE):
        part = asked[start : start + _AT_ONCE]
        query = select(tables.notes).where(_N.workspace == reading.workspace, _N.identifier.in_(part))
        found += [_note(row) for row in reading.rows(query)]
    return sorted(found, key=lambda note: (note.at, note.id), reverse=True)


def one(reading: Reading, id: str) -> Note | None:
    """A note by its id."""
    row = reading.row(select(tables.notes).where(_N.workspace == reading.workspace, _N.id == id))
    return None if row is None else _note(row)


def add(work: Work, id: str, identifier: str, text: str, by: str, hidden: Collection[Hidden]) -> None:
    """Keep a note."""
    at = epoch_micros(work.clock.now())
    kept = {"id": id, "identifier": identifier, "text": text, "by": by, "at": at, "hidden": json.dumps(list(hidden))}
    work.add(tables.notes, [kept])


def remove(work: Work, id: str) -> None:
    """Take a note off the page; that it was there stays."""
    removed_at = epoch_micros(work.clock.now())
    held = (_N.workspace == work.workspace, _N.id == id, _N.removed_at.is_(None))
    work.execute(update(tables.notes).where(*held).values(removed_at=removed_at))


def _note(row: Row[Any]) -> Note:
    removed_at = None if row.removed_at is None else int(row.removed_at) // 1_000_000
    hidden = tuple(_HIDDEN[each] for each in json.loads(row.hidden) if each in _HIDDEN)
    text = row.text if removed_at is None else ""
    return Note(row.id, row.identifier, text, row.by, int(row.at) // 1_000_000, removed_at, hidden)
