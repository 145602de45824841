"""All queries about segments as they are kept: definitions, their versions, lists."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

import msgspec
from sqlalchemy import Row, delete, select, update

from wend.segments.model import Segment, SegmentKind, SegmentState, SegmentVersion
from wend.store.facade import HERE, Prepared, Reading, Work, tables

_S, _V, _L = tables.segments.c, tables.segment_versions.c, tables.segment_listed.c
_C = tables.counters.c
_MICROS = 1_000_000
CHANGES = "segments.changes"
"""The counter that grows with every change of what segments say."""
_CHANGED = Prepared(select(_C.value).where(_C.workspace == HERE, _C.name == CHANGES))
_NUMBERS = "segments"


Anew = Literal["first", "first_again", "definition", "recount"]
"""Why everybody is judged in this turn. What the first one finds is told to nobody; nor is what is found when that one
was broken off and begun again.
"""
SILENT: frozenset[Anew] = frozenset({"first", "first_again"})


@dataclass(frozen=True, slots=True)
class Document:
    """What is kept of what a segment says: its condition, whom it tells, and the sealed secret of its webhook."""

    kind: SegmentKind
    condition: dict[str, Any]
    webhook: str = ""
    sealed: str = ""


@dataclass(frozen=True, slots=True)
class Kept:
    """A segment with what only this room knows of it."""

    segment: Segment
    number: int
    turn: int
    anew: Anew
    sealed: str


def every(reading: Reading) -> list[Kept]:
    """All segments, by name."""
    rows = reading.rows(select(tables.segments).where(_S.workspace == reading.workspace))
    return sorted(map(_kept, rows), key=lambda each: each.segment.name.casefold())


def changes(reading: Reading) -> int:
    """How often what segments say was changed; 0 when there never was any."""
    rows = reading.found(_CHANGED)
    return int(rows[0].value) if rows else 0


def is_any_computing(reading: Reading) -> bool:
    """Whether everybody is to be judged by some segment."""
    waiting = select(_S.key).where(_S.workspace == reading.workspace, _S.state == "computing").limit(1)
    return reading.row(waiting) is not None


def add(work: Work, key: str, name: str, document: Document, by: str, at: int) -> None:
    """Keep a new segment. Everybody is to be judged; whoever is found is not told of."""
    number = work.numbers(_NUMBERS)
    row = {"key": key, "number": number, "name": name, "document": _written(document), "version": 1, "by": by}
    start = {"turn": work.numbers(CHANGES), "anew": "first", "state": "computing", "size": 0, "made_at": at, "at": at}
    work.add(tables.segments, [{**row, **start}])
    _remember(work, number, 1, name, document, by, at)


def change(work: Work, before: Kept, name: str, document: Document, by: str, at: int, *, anew: bool) -> None:
    """Keep the next version; `anew`: everybody is to be judged by it."""
    version = before.segment.version + 1
    values: dict[str, Any] = {"name": name, "document": _written(document), "version": version, "by": by, "at": at}
    turn = work.numbers(CHANGES)
    if anew:
        silent = before.anew in SILENT and before.segment.state == "computing"
        values |= {"turn": turn, "anew": "first_again" if silent else "definition"}
        values |= {"state": "computing", "done": 0, "total": 0}
    work.execute(update(tables.segments).where(*_named(work, before.segment.key)).values(**values))
    _remember(work, before.number, version, name, document, by, at)


def again(work: Work, keys: Iterable[str] | None = None, anew: Anew = "recount") -> None:
    """Let everybody be judged anew by these segments, or by all. One that is being computed for the first time stays
    silent.
    """
    mine = [_S.workspace == work.workspace]
    if keys is not None:
        mine.append(_S.key.in_(sorted(keys)))
    turn = work.numbers(CHANGES)
    work.execute(update(tables.segments).where(*mine, _S.state == "live").values(anew=anew))
    begun = (_S.state == "computing", _S.anew == "first")
    work.execute(update(tables.segments).where(*mine, *begun).values(anew="first_again"))
    work.execute(update(tables.segments).where(*mine).values(turn=turn, state="computing", done=0, total=0))


def changed(work: Work) -> None:
    """What segments say is another thing than before, though none of them says anything new."""
    work.numbers(CHANGES)


def remove(work: Work, gone: Kept) -> None:
    """Take a segment away, with everything that was written down of it."""
    for table in (
        tables.segment_versions,
        tables.segment_listed,
        tables.segment_history,
        tables.segment_sizes,
    ):
        of = (table.c.workspace == work.workspace, table.c.number == gone.number)
        work.execute(delete(table).where(*of))
    work.execute(delete(tables.segments).where(*_named(work, gone.segment.key)))
    work.numbers(CHANGES)


def versions(reading: Reading, number: int) -> list[SegmentVersion]:
    """Everything a segment ever said, the newest first."""
    held = (_V.workspace == reading.workspace, _V.number == number)
    rows = reading.rows(select(tables.segment_versions).where(*held).order_by(_V.version.desc()))
    return [
        SegmentVersion(int(row.version), row.name, _read(row.document).condition, row.by, int(row.at) // _MICROS)
        for row in rows
    ]


def _remember(work: Work, number: int, version: int, name: str, document: Document, by: str, at: int) -> None:
    plain = _written(Document(document.kind, document.condition))
    row = {"number": number, "version": version, "name": name, "document": plain, "by": by, "at": at}
    work.add(tables.segment_versions, [row])


def _named(reading: Reading, key: str) -> tuple[Any, ...]:
    return (_S.workspace == reading.workspace, _S.key == key)


def _written(document: Document) -> str:
    return msgspec.json.encode(document).decode()


def _read(document: str) -> Document:
    return msgspec.json.decode(document, type=Document)


_ANEW: dict[str, Anew] = {
    "first": "first",
    "first_again": "first_again",
    "definition": "definition",
    "recount": "recount",
}
_STATES: dict[str, SegmentState] = {"computing": "computing", "live": "live"}


def _kept(row: Row[Any]) -> Kept:
    document = _read(row.document)
    told = (_STATES[row.state], int(row.done), int(row.total), int(row.size), int(row.made_at) // _MICROS, row.by)
    named = (row.key, row.name, document.kind, document.condition, document.webhook, int(row.version))
    segment = Segment(*named, *told, int(row.at) // _MICROS)
    return Kept(segment, int(row.number), int(row.turn), _ANEW[row.anew], document.sealed)
