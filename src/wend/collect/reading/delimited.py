"""CSV in all its dialects, as chunks of text columns."""

from __future__ import annotations

import codecs
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from wend.collect.errors import FileEmpty, NoRows
from wend.collect.reading import records
from wend.collect.reading.chunk import ORIGINAL_LIMIT, BadRow, Chunk
from wend.collect.reading.dialect import Dialect, find_dialect
from wend.collect.reading.stream import BLOCK_BYTES, ByteStream, beginning, encoding_of, text_blocks

_REASONS = {
    records.WRONG_COUNT: "wrong_count",
    records.UNCLOSED: "unclosed_quote",
    records.STRAY: "stray_quote",
    records.TOO_LONG: "too_long",
}
_MOST_BAD_PER_CALL = 4_096


@dataclass
class DelimitedReader:
    """A text table. `limit` is the longest record in bytes; a longer one is bad and is skipped without being held."""

    path: Path
    dialect: Dialect
    encoding: str
    limit: int
    format: str = "csv"
    fixed: bool = True
    block: int = BLOCK_BYTES
    opened: Callable[[Path], ByteStream] = ByteStream
    """How the file's bytes are come by."""

    @property
    def columns(self) -> tuple[str, ...]:
        return self.dialect.columns

    def chunks(self) -> Iterator[Chunk]:
        """Raises NoRows when nothing stands under the header."""
        stream = self.opened(self.path)
        cutter = _Cutter(self.dialect, self.limit)
        empty = True
        blocks = text_blocks(stream, self.encoding, self.block)
        held = next(blocks, b"")
        held = held[self.dialect.skip :]
        for block in blocks:
            for chunk in cutter.feed(held, stream.position, final=False):
                empty = False
                yield chunk
            held = block
        for chunk in cutter.feed(held, stream.position, final=True):
            empty = False
            yield chunk
        if empty:
            raise NoRows(file=self.path.name)


class _Cutter:
    """Carries the unfinished record from block to block."""

    def __init__(self, dialect: Dialect, limit: int) -> None:
        self.dialect = dialect
        self.limit = limit
        self.rest = b""
        self.line = 2 if dialect.skip else 1
        self.skipping = False
        self.header_due = dialect.header

    def feed(self, block: bytes, position: int, final: bool) -> Iterator[Chunk]:
        """The chunks that end inside `block`."""
        data = self.rest + block if self.rest else block
        if self.skipping:
            end = min((p for p in (data.find(b"\n"), data.find(b"\r")) if p >= 0), default=-1)
            if end < 0:
                self.rest = b""
                return
            data = data[end + (2 if data[end : end + 2] == b"\r\n" else 1) :]
            self.skipping = False
            self.line += 1
        array = np.frombuffer(data, dtype=np.uint8)
        places = _Places.for_block(data, self.dialect.delimiter, len(self.dialect.columns))
        used = 0
        while used < len(array) and not self.skipping:
            before = used
            used, chunk = self._cut(array, data, used, places, position, final)
            if chunk is not None:
                yield chunk
            if used == before and chunk is None:
                break
        self.rest = data[used:]

    def _cut(
        self, array: NDArray[np.uint8], data: bytes, begin: int, places: _Places, position: int, final: bool
    ) -> tuple[int, Chunk | None]:
        columns = len(self.dialect.columns)
        header = self.header_due
        used, good, faults, passed, skip = records.cut(
            array,
            begin,
            len(array),
            final,
            ord(self.dialect.delimiter),
            columns,
            self.limit,
            1 if header else places.rows,
            places.starts,
            places.stops,
            places.cares,
            places.lines,
            places.bad,
        )
        first = self.line
        self.line += passed
        self.skipping = bool(skip)
        if header and good:
            self.header_due = False
            return used, None if not faults else self._chunk(array, data, places, 0, faults, first, position)
        if not good and not faults:
            return used, None
        return used, self._chunk(array, data, places, good, faults, first, position)

    def _chunk(
        self, array: NDArray[np.uint8], data: bytes, places: _Places, good: int, faults: int, first: int, position: int
    ) -> Chunk:
        names = self.dialect.columns
        table = pa.table({name: _column(array, places, k, len(names), good) for k, name in enumerate(names)})
        lines = places.lines[:good] + first
        bad = [self._bad(data, places.bad[k], first) for k in range(faults)]
        table, lines, broken = _only_utf8(table, lines)
        return Chunk(table, lines, sorted(bad + broken, key=lambda row: row.line), position)

    def _bad(self, data: bytes, fault: NDArray[np.int64], first: int) -> BadRow:
        line, start, stop, why, found = (int(number) for number in fault)
        original = data[start : min(stop, start + 4 * ORIGINAL_LIMIT)].decode("utf-8", errors="replace").rstrip("\r\n")
        details = {"found": str(found), "expected": str(len(self.dialect.columns)), "limit": str(self.limit)}
        return BadRow(first + line, _REASONS[why], original.replace("\0", "")[:ORIGINAL_LIMIT], details)


@dataclass
class _Places:
    """Room for what the cutting loop notes about one block."""

    rows: int
    starts: NDArray[np.int32]
    stops: NDArray[np.int32]
    cares: NDArray[np.uint8]
    lines: NDArray[np.int64]
    bad: NDArray[np.int64]

    @classmethod
    def for_block(cls, data: bytes, delimiter: str, columns: int) -> _Places:
        rows = data.count(b"\n") + data.count(b"\r") + 1
        fields = min(rows * columns, data.count(delimiter.encode()) + rows) + columns
        rows = min(rows, fields // columns)
        bad = np.empty((min(rows + 1, _MOST_BAD_PER_CALL), records.BAD_FIELDS), dtype=np.int64)
        return cls(
            rows,
            np.empty(fields, np.int32),
            np.empty(fields, np.int32),
            np.empty(fields, np.uint8),
            np.empty(rows, np.int64),
            bad,
        )


def _column(array: NDArray[np.uint8], places: _Places, column: int, columns: int, rows: int) -> pa.StringArray:
    offsets = np.empty(rows + 1, dtype=np.int32)
    records.measure(array, places.starts, places.stops, places.cares, column, columns, rows, offsets)
    out = np.empty(int(offsets[rows]), dtype=np.uint8)
    records.gather(array, places.starts, places.stops, places.cares, column, columns, rows, out)
    return pa.StringArray.from_buffers(rows, pa.py_buffer(offsets), pa.py_buffer(out))


def _only_utf8(table: pa.Table, lines: NDArray[np.int64]) -> tuple[pa.Table, NDArray[np.int64], list[BadRow]]:
    """Take out the rows whose bytes are no UTF-8: a file that changes its encoding on the way."""
    try:
        table.validate(full=True)
    except pa.ArrowInvalid:
        pass
    else:
        return table, lines, []
    keep = np.ones(table.num_rows, dtype=bool)
    bad = []
    plain = [column.cast(pa.binary()).to_pylist() for column in table.columns]
    for row, values in enumerate(zip(*plain, strict=True)):
        whole = b",".join(values)
        try:
            whole.decode("utf-8")
        except UnicodeDecodeError:
            keep[row] = False
            bad.append(BadRow(int(lines[row]), "not_utf8", whole.decode("utf-8", errors="replace")[:ORIGINAL_LIMIT]))
    return table.filter(pa.array(keep)), lines[keep], bad


def open_delimited(
    path: Path, limit: int, delimiter: str | None = None, encoding: str | None = None, header: bool | None = None
) -> DelimitedReader:
    """Look at the beginning of a text table and make its reader; raises the Mistakes of the header."""
    sample = beginning(path)
    if not sample.strip(b"\0 \r\n\t\xef\xbb\xbf\xff\xfe"):
        raise FileEmpty(file=path.name)
    encoding = encoding or encoding_of(sample)
    text = b"".join(text_blocks(_Sample(path, sample), encoding)).decode("utf-8", errors="ignore")
    return DelimitedReader(path, find_dialect(text, path.name, delimiter, header), codecs_name(encoding), limit)


class _Sample(ByteStream):
    """Only the beginning of a file, as a stream."""

    def __init__(self, path: Path, sample: bytes) -> None:
        super().__init__(path)
        self.sample = sample

    def blocks(self, size: int = 0) -> Iterator[bytes]:  # noqa: ARG002  # the whole is one block
        yield self.sample


def codecs_name(encoding: str) -> str:
    """Python's own name of an encoding, except that a byte order mark stays told apart."""
    return encoding if encoding in ("utf-8-sig", "utf-16", "utf-32") else codecs.lookup(encoding).name
