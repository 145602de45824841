"""What the first rows of a file show about each of its columns."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from wend.collect.formats import time_format_of
from wend.collect.mapping.columns import BAD, FINE, as_array
from wend.collect.mapping.model import FileShape
from wend.collect.mapping.numbers import parse_decimals
from wend.collect.proposing.words import closeness, folded
from wend.collect.reading.chunk import Reader
from wend.collect.reading.opening import open_file
from wend.identity.normalise import email, phone

ROWS = 20_000
_LOOKED_AT = 500
_SOME = 0.5  # of the values must be times when the name says that the column holds times
_YEARS_AS_NUMBERS = re.compile(r"\d{1,7}(\.\d+)?")


@dataclass(frozen=True, slots=True)
class Column:
    """Shares are of the non-empty values looked at. `lowest`/`highest` are of the numbers, rounded down."""

    name: str
    plain: str
    filled: float
    distinct: int
    unique: float
    time_format: str
    numbers: float
    emails: float
    phones: float
    lowest: int
    highest: int
    length: float
    texts: tuple[str, ...]

    def fits(self, role: str) -> float:
        """How well the column's name fits a role, from 0 to 1."""
        return closeness(self.plain, role)


@dataclass(frozen=True, slots=True)
class Profile:
    """A file's format, its columns, and its first rows."""

    path: Path
    reader: Reader
    rows: int
    columns: tuple[Column, ...]
    table: pa.Table

    def column(self, name: str) -> Column:
        """The column of that name."""
        return next(column for column in self.columns if column.name == name)

    def values(self, name: str) -> pa.StringArray:
        """The first rows of a column."""
        return as_array(self.table.column(name))


def profile_of(path: Path, limit: int = 1 << 23, header: bool | None = None) -> Profile:
    """Look at the beginning of a file. Raises the reader's Mistakes."""
    reader = open_file(path, FileShape(header=header), limit)
    tables: list[pa.Table] = []
    count = 0
    for chunk in reader.chunks():
        tables.append(chunk.table)
        count += chunk.rows
        if count >= ROWS:
            break
    table = pa.concat_tables(tables, promote_options="default").slice(0, ROWS)
    columns = tuple(_column(name, as_array(table.column(name))) for name in table.column_names)
    return Profile(path, reader, table.num_rows, columns, table)


def _column(name: str, values: pa.StringArray) -> Column:
    trimmed = pc.utf8_trim_whitespace(values)
    there = trimmed.filter(pc.not_equal(trimmed, ""))
    distinct = int(pc.count_distinct(there).as_py()) if len(there) else 0
    words: list[str] = pc.unique(there).slice(0, _LOOKED_AT).to_pylist()
    scores, status = parse_decimals(pa.array(words, pa.string()), 0)
    fine = scores[status == FINE]
    return Column(
        name,
        folded(name),
        len(there) / max(len(values), 1),
        distinct,
        distinct / max(len(there), 1),
        time_format_of(words) or (time_format_of(words, _SOME) if closeness(folded(name), "time") >= 0.6 else ""),
        1 - float(np.mean(status == BAD)) if words else 0.0,
        _share(words, lambda word: "@" in word and email(word) is not None),
        _share(
            words, lambda word: len(word) >= 9 and not _YEARS_AS_NUMBERS.fullmatch(word) and phone(word) is not None
        ),
        int(fine.min()) if len(fine) else 0,
        int(fine.max()) if len(fine) else 0,
        sum(map(len, words)) / max(len(words), 1),
        tuple(words),
    )


def _share(words: Sequence[str], test: Callable[[str], bool]) -> float:
    return sum(1 for word in words if test(word)) / len(words) if words else 0.0
