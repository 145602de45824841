"""The newest events of one source, for a view that shows them arriving: the end of the inbox, then the youngest files.

Only the last rows of a few files are read. What came longer ago is not arriving any more.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from wend.log import inbox
from wend.store.facade import Reading

COLUMNS = ("event_id", "subject", "event", "received_at", "source")
_MOST_PROMISES, _AT_ONCE = 200, 10
_MOST_FILES = 8
_MOST_ROWS = 500_000


Row = dict[str, Any]


def promised(reading: Reading, source: str, limit: int) -> list[Row]:
    """Events of the source at the end of the inbox; a few promises at a time, for each may hold thousands."""
    top, found = inbox.counter(reading), list[Row]()
    for end in range(top, max(top - _MOST_PROMISES, 0), -_AT_ONCE):
        rows = (row for each in inbox.promised(reading, end - _AT_ONCE, end) for row in each.rows)
        found += [{column: row[column] for column in COLUMNS} for row in rows if row["source"] == source]
        if len(found) >= limit:
            break
    return found


def newest(promised: Sequence[Row], files: Sequence[Path], source: str, limit: int) -> list[Row]:
    """Rows with COLUMNS, the newest first; `received_at` in microseconds. `files` are in the order of their events."""
    found, read = {_sign(row): row for row in promised}, 0
    for rows in chain.from_iterable(map(_backwards, list(reversed(files))[:_MOST_FILES])):
        if len(found) >= limit or read >= _MOST_ROWS:
            break
        read += len(rows)
        found |= {_sign(row): row for row in _of(rows, source)}
    return heapq.nlargest(limit, found.values(), key=lambda row: int(row["received_at"]))


def _sign(row: Row) -> int:
    """An event may be met twice: promised when we looked there, moved when we looked at the files."""
    return int(row["event_id"])


def _backwards(path: Path) -> Iterator[pa.Table]:
    """The file's row groups, the last one first; nothing when the file has just been joined with others."""
    try:
        with pq.ParquetFile(path) as file:
            for group in reversed(range(file.num_row_groups)):
                yield file.read_row_group(group, columns=list(COLUMNS))
    except FileNotFoundError:
        return


def _of(rows: pa.Table, source: str) -> list[Row]:
    own = rows.filter(pc.equal(rows.column("source").cast(pa.string()), source))
    at = own.schema.get_field_index("received_at")
    found: list[Row] = own.set_column(at, "received_at", own.column("received_at").cast(pa.int64())).to_pylist()
    return found
