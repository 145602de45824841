"""All queries about sources: the sources themselves, their hourly counts, what waits of theirs in quarantine."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, NamedTuple

from sqlalchemy import Row, func, select, update

from wend.collect.model_sources import HourVolume, Source, SourceState, Volume
from wend.store.facade import Reading, Work, tables

_S, _C, _Q = tables.sources.c, tables.source_counts.c, tables.quarantine.c
IN_QUARANTINE = "source:"
"""What the quarantine puts before a source's key where an import's id would stand."""


class WaitingEvent(NamedTuple):
    """An event of a source in quarantine; `at` in microseconds."""

    reason: str
    details: Mapping[str, str]
    row: str
    at: int


class Reason(NamedTuple):
    """One reason among a source's quarantined events: how many, the newest moment in microseconds."""

    reason: str
    events: int
    newest_at: int


def add(work: Work, source: Source) -> bool:
    """Keep a new source; False when its key is taken."""
    row = {
        "key": source.key,
        "kind": source.kind,
        "name": source.name,
        "document": _written(source.document),
        "progress": "{}",
        "state": source.state,
        "created_at": source.created_at * 1_000_000,
    }
    return work.add_new(tables.sources, [row]) == 1


def change(work: Work, key: str, name: str, state: SourceState, document: Mapping[str, object]) -> None:
    """Replace what may change of a source."""
    values = {"name": name, "state": state, "document": _written(document)}
    work.execute(update(tables.sources).where(_S.workspace == work.workspace, _S.key == key).values(values))


def source_of(reading: Reading, key: str) -> Source | None:
    """The source with this key."""
    row = reading.row(select(tables.sources).where(_S.workspace == reading.workspace, _S.key == key))
    return None if row is None else _source(row)


def all_sources(reading: Reading) -> list[Source]:
    """Every source, the oldest first."""
    query = select(tables.sources).where(_S.workspace == reading.workspace).order_by(_S.created_at, _S.key)
    return [_source(row) for row in reading.rows(query)]


def hours(reading: Reading, from_at: int, source: str | None = None) -> dict[str, list[HourVolume]]:
    """What came in since an hour, per source, hours in order; hours without anything are left out."""
    query = select(tables.source_counts).where(_C.workspace == reading.workspace, _C.hour >= from_at)
    if source is not None:
        query = query.where(_C.source == source)
    found: dict[str, list[HourVolume]] = {}
    for row in reading.rows(query.order_by(_C.source, _C.hour)):
        volume = Volume(row.accepted, row.repeated, row.quarantined, row.refused)
        found.setdefault(row.source, []).append(HourVolume(row.hour, volume))
    return found


def last_at(reading: Reading) -> dict[str, int]:
    """When each source last sent anything, in epoch seconds."""
    query = select(_C.source, func.max(_C.last_at).label("last_at")).where(_C.workspace == reading.workspace)
    return {row.source: row.last_at // 1_000_000 for row in reading.rows(query.group_by(_C.source))}


def reasons(reading: Reading, source: str) -> list[Reason]:
    """Why events of the source wait in quarantine, the newest reason first."""
    count, newest = func.count().label("events"), func.max(_Q.at).label("newest_at")
    query = select(_Q.reason, count, newest).where(*_waits(reading, source)).group_by(_Q.reason)
    return [Reason(row.reason, row.events, row.newest_at) for row in reading.rows(query.order_by(newest.desc()))]


def newest_waiting(reading: Reading, source: str, limit: int, reason: str | None = None) -> list[WaitingEvent]:
    """The newest events of the source in quarantine."""
    query = select(_Q.reason, _Q.details, _Q.row, _Q.at).where(*_waits(reading, source))
    if reason is not None:
        query = query.where(_Q.reason == reason)
    newest = query.order_by(_Q.at.desc(), _Q.line.desc()).limit(limit)
    return [WaitingEvent(row.reason, json.loads(row.details), row.row, row.at) for row in reading.rows(newest)]


def _waits(reading: Reading, source: str) -> tuple[Any, ...]:  # Any: SQLAlchemy's own terms
    held = IN_QUARANTINE + source
    return (_Q.workspace == reading.workspace, _Q.import_id == held, _Q.state == "open")


def _source(row: Row[Any]) -> Source:
    document = json.loads(row.document)
    return Source(row.key, row.kind, row.name, row.state, document, row.created_at // 1_000_000)


def _written(document: Mapping[str, object]) -> str:
    return json.dumps(document, ensure_ascii=False, sort_keys=True)
