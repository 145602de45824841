"""All queries of this room: imports, quarantine, saved mappings."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy import Row, delete, func, select, update

from wend.collect.reading.chunk import BadRow
from wend.kit.clock import epoch_micros
from wend.store.facade import Reading, Work, tables

_I = tables.imports.c
_Q = tables.quarantine.c


@dataclass(frozen=True, slots=True)
class ImportRow:
    """One file's import as the store knows it. `chunks` is how many chunks of the file are safely in."""

    id: str
    file: str
    path: str
    digest: str
    mapping: str
    state: str
    chunks: int
    rows: int
    events: int
    repeated: int
    bad: int
    unnamed: int
    started_at: int


@dataclass(frozen=True, slots=True)
class Held:
    """A row in quarantine."""

    import_id: str
    file: str
    line: int
    part: int
    reason: str
    details: dict[str, str]
    row: str


def _import(row: Row[Any]) -> ImportRow:
    file = json.loads(row.files)[0]
    position = json.loads(row.position)
    return ImportRow(
        row.id,
        file["name"],
        file.get("path", ""),
        file["digest"],
        row.mapping,
        row.state,
        position.get("chunks", 0),
        row.rows,
        row.events,
        row.repeated,
        row.bad,
        position.get("unnamed", 0),
        row.started_at,
    )


def imports(reading: Reading, state: str | None = None) -> list[ImportRow]:
    """All imports, the latest first."""
    query = select(tables.imports).where(_I.workspace == reading.workspace).order_by(_I.started_at.desc(), _I.id.desc())
    return [_import(row) for row in reading.rows(query if state is None else query.where(_I.state == state))]


def import_of(reading: Reading, digest: str, mapping: str) -> ImportRow | None:
    """The import of exactly this content with exactly this mapping, whatever the file was called."""
    query = select(tables.imports).where(_I.workspace == reading.workspace, _I.mapping == mapping)
    found = [_import(row) for row in reading.rows(query)]
    same = [each for each in found if each.digest == digest]
    return max(same, key=lambda each: (each.state != "failed", each.started_at, each.id), default=None)


def dismiss_failed(work: Work, digest: str) -> None:
    """Bad rows of failed imports of this content say nothing any more once it is imported anew."""
    for each in imports(work, "failed"):
        if each.digest == digest:
            dismiss(work, each.id)


def begin(work: Work, id: str, file: dict[str, object], mapping: str, now: datetime) -> None:
    """Note that an import has begun."""
    row = {
        "id": id,
        "files": json.dumps([file], ensure_ascii=False),
        "mapping": mapping,
        "state": "running",
        "batches": 0,
        "position": "{}",
        "rows": 0,
        "events": 0,
        "repeated": 0,
        "bad": 0,
        "started_at": epoch_micros(now),
        "finished_at": None,
    }
    work.add(tables.imports, [row])


def advance(work: Work, state: ImportRow, finished: datetime | None = None) -> None:
    """Save how far an import has come."""
    values = {
        "state": state.state,
        "rows": state.rows,
        "events": state.events,
        "repeated": state.repeated,
        "bad": state.bad,
        "position": json.dumps({"chunks": state.chunks, "unnamed": state.unnamed}),
        "batches": _I.batches + 1,
        "finished_at": None if finished is None else epoch_micros(finished),
    }
    work.execute(update(tables.imports).where(_I.workspace == work.workspace, _I.id == state.id).values(values))


def hold(work: Work, import_id: str, file: str, bad: Iterable[BadRow]) -> None:
    """Put rows into quarantine; of several faults of one event of a row the first is kept."""
    first: dict[tuple[int, int], dict[str, object]] = {}
    for row in bad:
        details = msgspec.json.encode(row.details).decode()
        original = row.original if row.in_columns else msgspec.json.encode(row.original).decode()
        values = {
            "import_id": import_id,
            "file": file,
            "line": row.line,
            "part": row.part,
            "reason": row.reason,
            "details": details,
            "row": original,
            "state": "open",
        }
        first.setdefault((row.line, row.part), values)
    work.add(tables.quarantine, first.values())


def held(reading: Reading, import_id: str | None = None, limit: int | None = None) -> list[Held]:
    """Open rows in quarantine, by import, file and line."""
    query = select(tables.quarantine).where(_Q.workspace == reading.workspace, _Q.state == "open")
    if import_id is not None:
        query = query.where(_Q.import_id == import_id)
    query = query.order_by(_Q.import_id, _Q.file, _Q.line, _Q.part).limit(limit)
    return [
        Held(row.import_id, row.file, row.line, row.part, row.reason, json.loads(row.details), row.row)
        for row in reading.rows(query)
    ]


def held_counts(reading: Reading) -> list[tuple[str, str, str, int]]:
    """(import, file, reason, open rows), most rows first."""
    count = func.count().label("n")
    query = select(_Q.import_id, _Q.file, _Q.reason, count).where(_Q.workspace == reading.workspace, _Q.state == "open")
    query = query.group_by(_Q.import_id, _Q.file, _Q.reason).order_by(count.desc(), _Q.import_id, _Q.reason)
    return [(row.import_id, row.file, row.reason, row.n) for row in reading.rows(query)]


def settle(work: Work, rows: Sequence[Held], state: str) -> None:
    """Mark rows in quarantine as replayed or dismissed."""
    for row in rows:
        where = (
            _Q.workspace == work.workspace,
            _Q.import_id == row.import_id,
            _Q.file == row.file,
            _Q.line == row.line,
        )
        work.execute(update(tables.quarantine).where(*where, _Q.part == row.part).values(state=state))


def dismiss(work: Work, import_id: str | None) -> int:
    """Dismiss all open rows of one import, or of all; returns how many."""
    query = update(tables.quarantine).where(_Q.workspace == work.workspace, _Q.state == "open")
    if import_id is not None:
        query = query.where(_Q.import_id == import_id)
    return int(work.execute(query.values(state="dismissed")).rowcount)


def reason_again(work: Work, row: Held, bad: BadRow) -> None:
    """A replayed row is bad again: say the newest reason."""
    where = (_Q.workspace == work.workspace, _Q.import_id == row.import_id, _Q.file == row.file, _Q.line == row.line)
    values = {"reason": bad.reason, "details": json.dumps(bad.details, ensure_ascii=False)}
    work.execute(update(tables.quarantine).where(*where, _Q.part == row.part).values(values))


def save_mapping(work: Work, name: str, toml: str, now: datetime) -> None:
    """Keep a mapping under its name, replacing an earlier one."""
    saved = tables.mappings.c
    work.execute(delete(tables.mappings).where(saved.workspace == work.workspace, saved.name == name))
    work.add(tables.mappings, [{"name": name, "toml": toml, "saved_at": epoch_micros(now)}])


def mappings(reading: Reading) -> dict[str, str]:
    """Saved mappings: name → TOML."""
    query = select(tables.mappings).where(tables.mappings.c.workspace == reading.workspace)
    return {row.name: row.toml for row in reading.rows(query)}
