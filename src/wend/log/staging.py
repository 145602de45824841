"""From a batch of rows to a Parquet file that is safe on disk but not yet part of the log."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Self

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
from numpy.typing import NDArray

from wend.log.durable import needing_room, sync_file, sync_folder
from wend.log.errors import BadBatch
from wend.log.failpoints import reached
from wend.log.hashing import content_keys, numbered
from wend.log.marks import Marks
from wend.log.runs import Run, Runs, ranks
from wend.log.schema import CONTENT, LOG_SCHEMA, REPEATING

ROW_GROUP = 128 * 1024


@dataclass(frozen=True, slots=True)
class Staged:
    """What became of one batch. `file` is empty when everything in it was already known; times are µs since 1970."""

    file: str
    added: int
    repeated: int
    bytes: int = 0
    first_at: int = 0
    last_at: int = 0
    ids: Run = field(default_factory=lambda: np.empty(0, np.int64), repr=False, compare=False)


class Writer:
    """Stages batches of one import. Use as a context manager; while it is open nobody else writes to this workspace's
    log.

    Order of work per batch: `staged = writer.stage(table)`, then `log.promise(work, staged)` inside the caller's
    transaction,
    then, after that transaction has committed, `writer.settle(staged)`. Several staged batches may wait for one
    promise.
    A kill between any two steps loses nothing that was promised, and a batch not promised is forgotten.
    """

    def __init__(self, folder: Path, marks: Marks, source: str, now: datetime, held: ExitStack) -> None:
        self._folder = folder
        self._marks = marks
        self._source = source
        self._now_us = int(now.timestamp() * 1_000_000)
        self._rows = 0
        self._contents = Runs()
        self._waiting: dict[str, Run] = {}
        self._held = held

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with self._held:
            if kind is None:
                self._marks.flush()

    def start_file(self) -> None:
        """The next batch begins another file: equal rows of two files are one event, equal rows of one file are
        several."""
        self._contents = Runs()

    def pass_over(self, table: pa.Table) -> None:
        """Count rows that an earlier run of this import has already handled, so that later equal rows are numbered
        on."""
        self._number(conform(table, self._source, self._next_received(len(table))))

    def stage(self, table: pa.Table) -> Staged:
        """Give the rows their ids, leave out those the log already has, and write the rest to disk.

        `table` has LOG_SCHEMA's columns in any order; missing nullable ones are null. Without `received_at`, rows are
        received
        in their order, a microsecond apart, so that file order decides between equal times. `event_id`, where given
        and not
        null, comes from an explicit message id; else the content decides. Raises BadBatch for what the schema cannot
        hold.
        """
        rows = conform(table, self._source, self._next_received(len(table)))
        ids = self._number(rows)
        order = np.argsort(ids)
        lined = ids[order]
        again = ranks(lined) > 0
        if again.any():  # repeated message ids: the first row wins
            order = np.argsort(ids, kind="stable")
        new = ~(again | self._known(lined))
        added = int(np.count_nonzero(new))
        if added == 0:
            return Staged("", 0, len(ids))
        keep = np.zeros(len(ids), np.bool_)
        keep[order[new]] = True
        kept = rows.set_column(0, LOG_SCHEMA.field(0), pa.array(ids))
        staged = self._write(kept if added == len(ids) else kept.filter(pa.array(keep)), lined[new], len(ids) - added)
        self._waiting[staged.file] = staged.ids
        return staged

    def settle(self, staged: Staged) -> None:
        """The promise has been committed: remember its ids."""
        if staged.file:
            self._marks.add(self._waiting.pop(staged.file), staged.file)

    def _next_received(self, rows: int) -> int:
        at = self._now_us + self._rows
        self._rows += rows
        return at

    def _number(self, rows: pa.Table) -> NDArray[np.int64]:
        keys = content_keys([rows.column(name).chunk(0) for name in CONTENT])
        given = rows.column("event_id").chunk(0)
        if given.null_count == 0:
            return np.asarray(given.to_numpy())
        by_content = given.is_null().to_numpy(zero_copy_only=False)
        ids = given.fill_null(0).to_numpy().copy()
        signed = keys[by_content].view(np.int64)
        order = np.argsort(signed)
        lined = signed[order]
        occurrence = np.empty(len(signed), np.int64)
        occurrence[order] = ranks(lined) + self._contents.counts(lined)
        self._contents.add(lined)
        ids[by_content] = numbered(signed.view(np.uint64), occurrence)
        return np.asarray(ids)

    def _known(self, lined: Run) -> NDArray[np.bool_]:
        known = self._marks.known(lined)
        for ids in self._waiting.values():
            waiting = Runs()
            waiting.add(ids)
            known |= waiting.counts(lined) > 0
        return known

    def _write(self, rows: pa.Table, ids: Run, repeated: int) -> Staged:
        times = pc.min_max(rows.column("occurred_at").cast(pa.int64())).as_py()
        received = rows.column("received_at").chunk(0)[0].value
        digest = int(np.bitwise_xor.reduce(ids.view(np.uint64)))
        name = f"{received:016x}-{digest:016x}.parquet"  # names sort in the order the events came
        size = write_events(self._folder / name, rows)
        reached("after_parquet_write")
        return Staged(name, len(ids), repeated, size, times["min"], times["max"], ids)


def conform(table: pa.Table, source: str, received: int) -> pa.Table:
    """The batch with exactly LOG_SCHEMA's columns, one chunk each, repeating texts as dictionaries."""
    if len(table) == 0:
        return _empty()
    columns = [_column(table, field, source, received) for field in LOG_SCHEMA]
    for column, wanted in zip(columns, LOG_SCHEMA, strict=True):
        if column.null_count and not wanted.nullable and wanted.name != "event_id":
            raise BadBatch(column=wanted.name, reason="null")
    return pa.table(columns, schema=_schema(columns))


def _column(table: pa.Table, wanted: pa.Field, source: str, received: int) -> pa.Array:
    rows = len(table)
    if wanted.name in table.column_names:
        column = table.column(wanted.name).combine_chunks()
        column = column if isinstance(column, pa.Array) else pa.concat_arrays(column.chunks)
        try:
            return _typed(column, wanted)
        except (pa.ArrowInvalid, pa.ArrowNotImplementedError) as refused:
            raise BadBatch(column=wanted.name, reason=str(refused)) from refused
    if wanted.name == "received_at":
        return pa.array(np.arange(received, received + rows), pa.int64()).cast(wanted.type)
    if wanted.name == "source":
        return pa.DictionaryArray.from_arrays(pa.array(np.zeros(rows, np.int32)), pa.array([source]))
    if wanted.name == "channel":
        return pa.DictionaryArray.from_arrays(pa.array(np.zeros(rows, np.int32)), pa.array([""]))
    return _typed(pa.nulls(rows, wanted.type), wanted)


def _typed(column: pa.Array, wanted: pa.Field) -> pa.Array:
    if wanted.name not in REPEATING:
        return column.cast(wanted.type)
    if isinstance(column, pa.DictionaryArray):
        return column.cast(pa.dictionary(pa.int32(), pa.string()))
    return column.cast(pa.string()).dictionary_encode()


def _schema(columns: list[pa.Array]) -> pa.Schema:
    pairs = zip(LOG_SCHEMA, columns, strict=True)
    return pa.schema([pa.field(f.name, c.type, f.nullable or f.name == "event_id") for f, c in pairs])


def _empty() -> pa.Table:
    columns = [_typed(pa.array([], field.type), field) for field in LOG_SCHEMA]
    return pa.table([pa.chunked_array([column]) for column in columns], schema=_schema(columns))


def write_events(path: Path, rows: pa.Table) -> int:
    """Write rows as a Parquet file of the log and force it and its name to disk; returns its size in bytes."""
    return write_pieces(path, [rows], {})


def write_pieces(path: Path, pieces: Iterable[pa.Table], notes: Mapping[bytes, bytes]) -> int:
    """The same for rows that come in pieces of one schema; `notes` go to the file's footer. Raises NoRoom."""
    with needing_room(path):
        _write_pieces(path, pieces, notes)
        sync_file(path)
    sync_folder(path.parent)
    return path.stat().st_size


def _write_pieces(path: Path, pieces: Iterable[pa.Table], notes: Mapping[bytes, bytes]) -> None:
    writer: pq.ParquetWriter | None = None
    for rows in pieces:
        plain = pa.schema([field.with_nullable(LOG_SCHEMA.field(field.name).nullable) for field in rows.schema])
        if writer is None:
            writer = pq.ParquetWriter(path, plain, **PARQUET)
            writer.add_key_value_metadata(notes)
        writer.write_table(rows.cast(plain), row_group_size=ROW_GROUP)
    if writer is not None:
        writer.close()


PARQUET: dict[str, object] = {
    "compression": "zstd",
    "compression_level": 1,
    "use_dictionary": [*REPEATING, "rating", "expectation", "subject", "properties"],  # documents often repeat
    "write_statistics": ["event_id", "event", "occurred_at", "received_at", "subject"],
    "store_schema": False,  # else readers would be told to make dictionaries of our repeating texts
}
