"""One run of dossiers: rows sorted by the key of their subject, written row by row into small compressed blocks.

A row is its columns with a separator between them; `properties` stand last, so that whatever they hold is theirs.
Reading one person touches one block a run, and parses only their own rows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from operator import attrgetter
from typing import Any, NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from wend.log.hashing import Words, text_keys

ROWS_OF_A_BLOCK = 128
_SEPARATOR = "\x1f"
_CODEC = pa.Codec("zstd", compression_level=1)
_ORDER = attrgetter("occurred_at", "received_at", "event_id")


class LogRow(NamedTuple):
    """One row of the log; times in microseconds since 1970 in UTC, money minor units, ratings hundredths."""

    event_id: int
    occurred_at: int
    received_at: int
    rating: int | None
    expectation: int | None
    amount: int | None
    subject: str
    event: str
    channel: str
    source: str
    currency: str | None
    about: str | None
    identifiers: str | None
    properties: str | None

    @classmethod
    def of(cls, row: Mapping[str, Any]) -> LogRow:
        """A row given by the names of the log's columns."""
        return cls(**{name: row.get(name) for name in cls._fields})  # type: ignore[arg-type]


_NUMBERS = 6
_LAST_PLAIN = 10
_LAST = len(LogRow._fields) - 1


@dataclass(frozen=True, slots=True)
class Run:
    """`starts[k]:starts[k + 1]` are the rows of `keys[k]`; row i ends at `ends[i]` of its block's text; block b is
    `blocks[block_at[b]:block_at[b + 1]]`, compressed.
    """

    keys: Words
    starts: NDArray[np.int64]
    ends: NDArray[np.uint32]
    block_at: NDArray[np.int64]
    blocks: NDArray[np.uint8]

    @classmethod
    def of(cls, arrays: Mapping[str, NDArray[Any]]) -> Run:
        """From the arrays of a file."""
        return cls(*(arrays[name] for name in ("keys", "starts", "ends", "block_at", "blocks")))

    def arrays(self) -> dict[str, NDArray[Any]]:
        """As the arrays of a file."""
        return {name: getattr(self, name) for name in ("keys", "starts", "ends", "block_at", "blocks")}

    def rows(self, wanted: Words) -> Iterator[LogRow]:
        """All rows under these keys."""
        places = np.searchsorted(self.keys, wanted)
        for key, place in zip(wanted, places.tolist(), strict=True):
            if place < len(self.keys) and self.keys[place] == key:
                yield from self._between(int(self.starts[place]), int(self.starts[place + 1]))

    def _between(self, start: int, end: int) -> Iterator[LogRow]:
        for block in range(start // ROWS_OF_A_BLOCK, -(-end // ROWS_OF_A_BLOCK)):
            first = block * ROWS_OF_A_BLOCK
            ends = self.ends[first : first + ROWS_OF_A_BLOCK].tolist()
            raw = self.blocks[int(self.block_at[block]) : int(self.block_at[block + 1])]
            text = _CODEC.decompress(pa.py_buffer(raw), ends[-1], asbytes=True)
            for place in range(max(start - first, 0), min(end - first, len(ends))):
                yield _parsed(text[ends[place - 1] if place else 0 : ends[place]].decode())


def sorted_run(rows: pa.Table) -> Run:
    """The rows of a table of the log as a run."""
    subjects = _plain(rows.column("subject"))
    keys = text_keys(subjects)
    order = np.argsort(keys, kind="stable")
    unique, starts = np.unique(keys[order], return_index=True)
    ends, block_at, blocks = _packed(_written(rows).take(pa.array(order)))
    return Run(unique, np.append(starts, len(order)).astype(np.int64), ends, block_at, blocks)


def written(text: str) -> str:
    """A text as a run holds it: a control character says nothing to a person."""
    return text.replace(_SEPARATOR, " ")


def rows_of_table(table: pa.Table) -> list[LogRow]:
    """The rows of a table of the log."""
    plain = table.select(LogRow._fields)
    for place, name in enumerate(LogRow._fields):
        if pa.types.is_timestamp(plain.column(place).type):
            plain = plain.set_column(place, name, plain.column(place).cast(pa.int64()))
    columns = [column.to_pylist() for column in plain.columns]
    return [LogRow(*values) for values in zip(*columns, strict=True)]


def in_order(rows: Iterable[LogRow]) -> list[LogRow]:
    """Journey order, every event once."""
    ordered, seen = sorted(rows, key=_ORDER), set[int]()
    return [row for row in ordered if not (row.event_id in seen or seen.add(row.event_id))]  # type: ignore[func-returns-value]


def _written(rows: pa.Table) -> pa.LargeStringArray:
    """Every row as one text."""
    parts = []
    for place, name in enumerate(LogRow._fields):
        column = _plain(rows.column(name))
        if _NUMBERS <= place < _LAST:
            found = pc.match_substring(column, _SEPARATOR)
            if pc.any(found).as_py():
                column = pc.replace_substring(column, _SEPARATOR, written(_SEPARATOR))
        parts.append(column.cast(pa.large_string()))
    return pc.binary_join_element_wise(*parts, pa.scalar(_SEPARATOR, pa.large_string()))


def _plain(column: pa.ChunkedArray) -> pa.Array:
    whole = column.combine_chunks()
    if isinstance(whole, pa.ChunkedArray):
        whole = whole.chunk(0) if whole.num_chunks else pa.array([], column.type)
    if pa.types.is_timestamp(whole.type):
        whole = whole.cast(pa.int64())
    return whole.cast(pa.string()).fill_null("")


def _packed(texts: pa.LargeStringArray) -> tuple[NDArray[np.uint32], NDArray[np.int64], NDArray[np.uint8]]:
    """Texts in compressed blocks: ends within their block, where blocks start, and the blocks."""
    if len(texts) == 0:
        return np.zeros(0, np.uint32), np.zeros(1, np.int64), np.zeros(0, np.uint8)
    _, offsets, data = texts.buffers()
    bounds = np.frombuffer(offsets, np.int64)[texts.offset : texts.offset + len(texts) + 1]
    cuts = [*range(0, len(texts), ROWS_OF_A_BLOCK), len(texts)]
    begins = np.repeat(bounds[cuts[:-1]], np.diff(cuts))
    blocks = [_CODEC.compress(data.slice(bounds[a], bounds[b] - bounds[a]), asbytes=True) for a, b in pairwise(cuts)]
    block_at = np.concatenate([[0], np.cumsum([len(block) for block in blocks])]).astype(np.int64)
    return (bounds[1:] - begins).astype(np.uint32), block_at, np.frombuffer(b"".join(blocks), np.uint8)


def _parsed(text: str) -> LogRow:
    parts = text.split(_SEPARATOR, _LAST)
    numbers = [int(part) if part else None for part in parts[:_NUMBERS]]
    return LogRow(*numbers, *parts[_NUMBERS:_LAST_PLAIN], *(part or None for part in parts[_LAST_PLAIN:]))  # type: ignore[arg-type]
