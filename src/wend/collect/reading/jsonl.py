"""JSON Lines: one object per line, flattened with dots."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import msgspec
import numpy as np

from wend.collect.errors import NotATable
from wend.collect.reading.chunk import ORIGINAL_LIMIT, BadRow, Chunk
from wend.collect.reading.documents import DEEPEST, MOST_PROPERTIES, TooDeep, columns_of, flatten, table_of
from wend.collect.reading.stream import ByteStream, encoding_of, text_blocks

ROWS_PER_CHUNK = 20_000
_SAMPLE_LINES = 2_000
_DECODER = msgspec.json.Decoder(float_hook=str)  # numbers keep the digits they were written with


@dataclass(frozen=True, slots=True)
class _Line:
    number: int
    text: bytes
    too_long: bool
    position: int


@dataclass
class JsonLinesReader:
    """`record` is the path, with dots, of the object inside each line; "" is the whole line."""

    path: Path
    limit: int
    encoding: str
    record: str
    columns: tuple[str, ...] = ()
    format: str = "jsonl"
    fixed: bool = False

    def chunks(self) -> Iterator[Chunk]:
        rows: list[dict[str, str]] = []
        lines: list[int] = []
        bad: list[BadRow] = []
        position = 0
        for line in self._lines():
            position = line.position
            row = self._row(line)
            if isinstance(row, BadRow):
                bad.append(row)
            elif row is not None:
                rows.append(row)
                lines.append(line.number)
            if len(rows) + len(bad) >= ROWS_PER_CHUNK:
                yield Chunk(table_of(rows), np.array(lines, np.int64), bad, position)
                rows, lines, bad = [], [], []
        if rows or bad:
            yield Chunk(table_of(rows), np.array(lines, np.int64), bad, position)

    def _lines(self) -> Iterator[_Line]:
        """Physical lines; one that is too long is given cut, and the rest of it is passed over."""
        stream = ByteStream(self.path)
        rest, number, skipping = b"", 0, False
        for block in text_blocks(stream, self.encoding):
            pieces = (rest + block).split(b"\n")
            rest = pieces.pop()
            for piece in pieces:
                number += 1
                if not skipping:
                    yield _Line(number, piece, len(piece) > self.limit, stream.position)
                skipping = False
            if len(rest) > self.limit:
                if not skipping:
                    yield _Line(number + 1, rest, too_long=True, position=stream.position)
                rest, skipping = b"", True
        if rest and not skipping:
            yield _Line(number + 1, rest, len(rest) > self.limit, stream.position)

    def _row(self, line: _Line) -> dict[str, str] | BadRow | None:
        text = line.text.strip(b" \r\t\0\x1a")
        if not text:
            return None
        if line.too_long:
            return self._bad(line, "too_long", limit=str(self.limit))
        try:
            value = _DECODER.decode(text.replace(b"\0", b""))
            for key in self.record.split(".") if self.record else ():
                value = value.get(key) if isinstance(value, dict) else None
            if not isinstance(value, dict):
                return self._bad(line, "bad_json")
            row = flatten(value)
        except (msgspec.MsgspecError, UnicodeDecodeError):
            return self._bad(line, "bad_json")
        except (RecursionError, TooDeep):
            return self._bad(line, "too_deep", limit=str(DEEPEST))
        if len(row) > MOST_PROPERTIES:
            return self._bad(line, "too_many_properties", limit=str(MOST_PROPERTIES))
        return row

    def _bad(self, line: _Line, reason: str, **details: str) -> BadRow:
        text = line.text[: 4 * ORIGINAL_LIMIT].decode("utf-8", errors="replace").replace("\0", "")
        return BadRow(line.number, reason, text[:ORIGINAL_LIMIT], details)

    def look(self) -> None:
        """Learn the columns from the first lines. Raises NotATable when none of them is an object."""
        seen: list[dict[str, str]] = []
        for line in self._lines():
            row = self._row(line)
            if isinstance(row, dict):
                seen.append(row)
            if len(seen) >= _SAMPLE_LINES or line.number > 2 * _SAMPLE_LINES:
                break
        if not seen:
            raise NotATable(file=self.path.name)
        self.columns = columns_of(seen)


def open_jsonl(path: Path, limit: int, encoding: str, record: str, sample: bytes) -> JsonLinesReader:
    """The reader of a JSON Lines file, its first lines looked at."""
    reader = JsonLinesReader(path, limit, encoding or encoding_of(sample), record)
    reader.look()
    return reader
