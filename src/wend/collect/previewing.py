"""The first rows of a file, and what a mapping would make of them, without writing anything."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from wend.collect.files import check_columns, find_lookup, load_lookup
from wend.collect.mapping.model import FileShape, Mapping
from wend.collect.mapping.transform import Transformer
from wend.collect.model import Preview, QuarantinedRow
from wend.collect.reading.chunk import BadRow, Chunk
from wend.collect.reading.opening import open_file

ROWS = 20


def preview(
    path: Path, mapping: Mapping | None = None, given: Sequence[Path] = (), rows: int = ROWS, limit: int = 1 << 23
) -> Preview:
    """Look at a file's first rows; with a mapping also at the events they become. Raises the reader's Mistakes."""
    reader = open_file(path, mapping.shape if mapping else FileShape(), limit)
    chunk = head(next(iter(reader.chunks())), rows)
    shown = tuple(zip(*(column.to_pylist() for column in chunk.table.columns), strict=True))
    columns = tuple(chunk.table.column_names)
    if mapping is None:
        return Preview(path.name, reader.format, columns, shown, None, (), _held(path.name, chunk.bad))
    check_columns(mapping, reader, path.name)
    lookups = [load_lookup(join, find_lookup(join, path, given), limit) for join in mapping.joins]
    mapped = Transformer(mapping, lookups).apply(chunk)
    events = tuple(_plain(event) for event in mapped.events.to_pylist())
    return Preview(path.name, reader.format, columns, shown, mapping, events, _held(path.name, mapped.bad))


def head(chunk: Chunk, rows: int) -> Chunk:
    """The first rows of a chunk, and the bad ones among them."""
    lines = chunk.lines[:rows]
    last = int(lines[-1]) if len(lines) else 0
    bad = [row for row in chunk.bad if row.line <= last or chunk.rows <= rows]
    return Chunk(chunk.table.slice(0, rows), lines, bad, chunk.position)


def _plain(event: dict[str, object]) -> dict[str, object]:
    moment = event["occurred_at"]
    written = moment.astimezone(UTC).isoformat() if isinstance(moment, datetime) else str(moment)
    return {key: value for key, value in event.items() if value is not None} | {"occurred_at": written}


def _held(file: str, bad: Sequence[BadRow]) -> tuple[QuarantinedRow, ...]:
    return tuple(
        QuarantinedRow("", file, row.line, row.part, row.reason, tuple(row.details.items()), row.original)
        for row in bad
    )
