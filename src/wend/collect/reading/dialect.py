"""How a text table is written: its delimiter, and whether its first row holds names."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from wend.collect.errors import DuplicateHeader, FileEmpty, NoHeader, TooManyColumns

DELIMITERS = (",", ";", "\t", "|")
MOST_COLUMNS = 2_000
"""More columns than this are refused: an event carries at most a few hundred properties."""
_SAMPLE_ROWS = 200
_SEPARATOR_LINE = re.compile(r'^"?sep=(.)"?\r?\n', re.IGNORECASE)
_DATE = re.compile(r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}([ T].*)?|\d{1,2}[-/.]\d{1,2}[-/.]\d{4}([ T].*)?")
_NUMBER = re.compile(r"[-+]?\d+([.,]\d+)*%?")
_MAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")


@dataclass(frozen=True, slots=True)
class Dialect:
    """`skip` is how many bytes of UTF-8 stand before the first record (a `sep=;` line)."""

    delimiter: str
    columns: tuple[str, ...]
    header: bool
    skip: int = 0


def first_rows(sample: str, delimiter: str) -> list[list[str]]:
    """The first records of a text, cut loosely: only to look at."""
    whole = sample.replace("\0", "").replace("\r\n", "\n").replace("\r", "\n")
    rows: list[list[str]] = []
    try:
        for row in csv.reader(io.StringIO(whole), delimiter=delimiter, skipinitialspace=True):
            if row:
                rows.append(row)
            if len(rows) > _SAMPLE_ROWS:
                break
    except csv.Error:  # one field longer than the csv module's limit; what was read so far is enough
        pass
    return rows


def sniff(sample: str) -> str:
    """The delimiter whose count per record is steadiest; a comma when there is but one column."""
    best = (0.0, 0, ",")
    for delimiter in DELIMITERS:
        widths = Counter(len(row) for row in first_rows(sample, delimiter)[:-1] or first_rows(sample, delimiter))
        if not widths:
            continue
        width, times = max(widths.items(), key=lambda item: (item[0] > 1, item[1], item[0]))
        steadiness = times / widths.total()
        if width > 1 and (steadiness, width) > best[:2]:
            best = (steadiness, width, delimiter)
    return best[2]


def looks_like_data(cell: str) -> bool:
    """Whether a cell is a number, a date or an address: things a header does not hold."""
    value = cell.strip()
    return bool(_NUMBER.fullmatch(value) or _DATE.fullmatch(value) or _MAIL.fullmatch(value))


def find_dialect(sample: str, file: str, delimiter: str | None = None, header: bool | None = None) -> Dialect:
    """Read the dialect off the beginning of a text; `delimiter` and `header` overrule what it looks like.

    Raises FileEmpty, NoHeader (with a guess that the first row is data), DuplicateHeader or TooManyColumns.
    """
    skip = 0
    if separator := _SEPARATOR_LINE.match(sample):
        delimiter = delimiter or separator.group(1)
        skip = len(separator.group(0).encode())
        sample = sample[separator.end() :]
    delimiter = delimiter or sniff(sample)
    rows = first_rows(sample, delimiter)
    if not rows:
        raise FileEmpty(file=file)
    if len(rows[0]) > MOST_COLUMNS:
        raise TooManyColumns(file=file, columns=len(rows[0]), most=MOST_COLUMNS)
    if header is False:
        return Dialect(delimiter, numbered(len(rows[0])), header=False, skip=skip)
    if header is None and any(looks_like_data(cell) for cell in rows[0]):
        shown = next(cell for cell in rows[0] if looks_like_data(cell)).strip()
        raise NoHeader(file=file, value=shown[:60])
    return Dialect(delimiter, named(rows[0], file), header=True, skip=skip)


def numbered(count: int) -> tuple[str, ...]:
    """Names for the columns of a table without a header."""
    return tuple(f"column_{place}" for place in range(1, count + 1))


def named(cells: Sequence[str], file: str) -> tuple[str, ...]:
    """Trimmed header names; a nameless column is called after its place. Raises DuplicateHeader, TooManyColumns."""
    if len(cells) > MOST_COLUMNS:
        raise TooManyColumns(file=file, columns=len(cells), most=MOST_COLUMNS)
    trimmed = [unicodedata.normalize("NFC", cell.replace("\0", "").strip("\ufeff \t\r\n")) for cell in cells]
    names = tuple(cell or f"column_{place}" for place, cell in enumerate(trimmed, 1))
    repeated = [name for name, times in Counter(names).items() if times > 1]
    if repeated:
        places = ", ".join(str(place) for place, name in enumerate(names, 1) if name == repeated[0])
        raise DuplicateHeader(file=file, name=repeated[0], places=places)
    return names
