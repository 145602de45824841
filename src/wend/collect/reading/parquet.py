"""Parquet, read a few row groups at a time, every column as text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from wend.collect.errors import FileDamaged, NoRows, TooManyColumns
from wend.collect.reading.chunk import Chunk
from wend.collect.reading.dialect import MOST_COLUMNS
from wend.collect.reading.documents import flatten, table_of

ROWS_PER_CHUNK = 131_072


@dataclass
class ParquetReader:
    """A Parquet file; line numbers are row numbers from 1."""

    path: Path
    columns: tuple[str, ...]
    rows: int
    format: str = "parquet"
    fixed: bool = True

    def chunks(self) -> Iterator[Chunk]:
        size = self.path.stat().st_size
        done = 0
        try:
            with pq.ParquetFile(self.path) as file:
                for batch in file.iter_batches(batch_size=ROWS_PER_CHUNK):
                    lines = np.arange(done + 1, done + 1 + batch.num_rows, dtype=np.int64)
                    done += batch.num_rows
                    yield Chunk(as_texts(pa.table(batch)), lines, [], size * done // max(self.rows, 1))
        except (pa.ArrowInvalid, OSError) as error:
            raise FileDamaged(file=self.path.name) from error


def as_texts(table: pa.Table) -> pa.Table:
    """Every column as text; nested ones are flattened with dots, as JSON Lines are."""
    columns: dict[str, pa.ChunkedArray | pa.Array] = {}
    for name, column in zip(table.column_names, table.columns, strict=True):
        if pa.types.is_nested(column.type) and not pa.types.is_dictionary(column.type):
            nested = table_of([flatten({name: value}) for value in column.to_pylist()])
            columns |= {inner: nested.column(inner) for inner in nested.column_names}
        else:
            columns[name] = _text(column)
    return pa.table(columns)


def _text(column: pa.ChunkedArray) -> pa.ChunkedArray:
    if pa.types.is_dictionary(column.type):
        column = column.cast(column.type.value_type)
    kind = column.type
    if pa.types.is_binary(kind) or pa.types.is_large_binary(kind):
        words = [
            value.decode("utf-8", errors="replace").replace("\0", "") if value else "" for value in column.to_pylist()
        ]
        return pa.chunked_array([pa.array(words, pa.string())])
    if pa.types.is_floating(kind):
        whole = pc.and_(pc.equal(pc.floor(column), column), pc.less(pc.abs(column), 1e15))
        counted = pc.if_else(whole, column, None).cast(pa.int64(), safe=False).cast(pa.string())
        column = pc.if_else(pc.fill_null(whole, fill_value=False), counted, column.cast(pa.string()))
    text = column.cast(pa.string())
    if pa.types.is_timestamp(kind) and kind.tz:
        text = column.cast(pa.timestamp(kind.unit, "UTC")).cast(pa.string())
    return pc.fill_null(text, "")


def open_parquet(path: Path) -> ParquetReader:
    """Look at a Parquet file's footer. Raises FileDamaged, NoRows, TooManyColumns."""
    try:
        with pq.ParquetFile(path) as file:
            rows, count = file.metadata.num_rows, len(file.schema_arrow)
            if count > MOST_COLUMNS:
                raise TooManyColumns(file=path.name, columns=count, most=MOST_COLUMNS)
            first = next(file.iter_batches(batch_size=1_000), None)
    except (pa.ArrowInvalid, OSError) as error:
        raise FileDamaged(file=path.name) from error
    if rows == 0 or first is None:
        raise NoRows(file=path.name)
    return ParquetReader(path, tuple(as_texts(pa.table(first)).column_names), rows)
