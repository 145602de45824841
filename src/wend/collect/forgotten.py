"""Files may speak of people who were erased since they were written: their rows are passed over as if they were not
there, bad ones too. Where nobody was ever erased this costs one look.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace

import pyarrow as pa
import pyarrow.compute as pc

from wend.collect.mapping.model import Mapping
from wend.collect.mapping.transform import NO_CUSTOMER, Mapped
from wend.collect.reading.chunk import BadRow
from wend.identity.normalise import normalised
from wend.people.erasing import Forgotten, forgotten, is_about
from wend.workspaces.facade import Workspace


def nobody_or_some(workspace: Workspace) -> Forgotten | None:
    """Who was erased, or None. Ask while you hold the log's writer: then nobody is erased before you are done."""
    with workspace.store.reading(workspace.name) as reading:
        return forgotten(reading)


def without(mapped: Mapped, mapping: Mapping, gone: Forgotten | None) -> Mapped:
    """The chunk without anybody who was erased."""
    if gone is None:
        return mapped
    about = [row for row in mapped.bad if _speaks(row, mapping, gone)]
    return replace(
        mapped,
        events=_events(mapped.events, gone),
        bad=[row for row in mapped.bad if row not in about],
        unnamed=mapped.unnamed - sum(row.reason == NO_CUSTOMER for row in about),
        links=frozenset(pair for pair in mapped.links if not gone.among(pair)),
    )


def _events(events: pa.Table, gone: Forgotten) -> pa.Table:
    subjects = events.column("subject").cast(pa.string())
    erased = gone.among(pc.unique(subjects).to_pylist())
    if "identifiers" in events.column_names:
        return _named(events, gone, erased)
    return events.filter(pc.invert(pc.is_in(subjects, value_set=pa.array(sorted(erased), pa.string()))))


def _named(events: pa.Table, gone: Forgotten, erased: set[str]) -> pa.Table:
    """The same where rows name further identifiers, which are looked at text by text: most rows name the same few."""
    written = events.column("identifiers").cast(pa.string()).to_pylist()
    others = {text: tuple(json.loads(text)) for text in set(written) if text}
    erased |= gone.among({each for named in others.values() for each in named})
    if not erased:
        return events
    subjects = events.column("subject").cast(pa.string()).to_pylist()
    keep = [
        not is_about(erased, subject, others.get(text or "", ()))
        for subject, text in zip(subjects, written, strict=True)
    ]
    left = {text: _left(named, erased) for text, named in others.items()}
    column = pa.array([left.get(text or "") for text in written], pa.string())
    at = events.schema.get_field_index("identifiers")
    return events.set_column(at, "identifiers", column).filter(pa.array(keep))


def _left(named: Iterable[str], erased: set[str]) -> str | None:
    kept = [each for each in named if each not in erased]
    return json.dumps(kept, ensure_ascii=False) if kept else None


def _speaks(row: BadRow, mapping: Mapping, gone: Forgotten) -> bool:
    """Whether a row that made no event is about somebody erased, by the columns that name customers or any other."""
    columns: dict[str, object] = json.loads(row.original) if row.in_columns else {"": row.original}
    named = ((kind, normalised(kind, str(columns.get(column, "")))) for kind, column in mapping.customer)
    return bool(gone.among(f"{kind}:{value}" for kind, value in named if value)) or gone.speaks_of(columns.values())
