"""XLSX (and old XLS) sheets as text. Formulas are never computed: a cell says what the spreadsheet last showed
in it.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import islice
from pathlib import Path

import numpy as np
import pyarrow as pa
from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook

from wend.collect.errors import FileDamaged, FileEmpty, NoHeader, NoRows, SheetMissing, UnpacksTooLarge
from wend.collect.reading.chunk import BadRow, Chunk
from wend.collect.reading.dialect import looks_like_data, named, numbered
from wend.collect.reading.documents import as_text

ROWS_PER_CHUNK = 50_000
MOST_UNPACKED_BYTES = 2 * 1024**3
MOST_ENTRIES = 10_000
_RATIO = 200
_RATIO_COUNTS_FROM = 64 * 1024 * 1024
Cell = int | float | str | bool | time | date | datetime | timedelta


def check_size(path: Path) -> None:
    """Refuse a workbook that would grow beyond reason when unpacked, before anything is unpacked."""
    if not zipfile.is_zipfile(path):
        return
    with zipfile.ZipFile(path) as archive:
        inside = archive.infolist()
    whole = sum(entry.file_size for entry in inside)
    packed = max(sum(entry.compress_size for entry in inside), 1)
    steep = whole > _RATIO_COUNTS_FROM and whole > _RATIO * packed
    if len(inside) > MOST_ENTRIES or whole > MOST_UNPACKED_BYTES or steep:
        raise UnpacksTooLarge(file=path.name, ratio=_RATIO)


def cell_text(cell: Cell) -> str:
    """A cell as text: dates in ISO form, whole numbers without a decimal point."""
    if isinstance(cell, datetime):
        return cell.isoformat(sep=" ")
    if isinstance(cell, date | time):
        return cell.isoformat()
    if isinstance(cell, timedelta):
        return str(cell.total_seconds())
    return as_text(cell)


@dataclass
class WorkbookReader:
    """One sheet. The header is its first row that is not empty; `first` is that row's place from 0."""

    path: Path
    sheet: str
    columns: tuple[str, ...]
    first: int
    header: bool
    format: str = "xlsx"
    fixed: bool = True

    def chunks(self) -> Iterator[Chunk]:
        """Raises NoRows when nothing stands under the header."""
        size = self.path.stat().st_size
        rows = enumerate(_rows(_open(self.path), self.sheet), 1)
        for _ in range(self.first + self.header):
            next(rows, None)
        empty = True
        while part := list(islice(rows, ROWS_PER_CHUNK)):
            chunk = self._chunk(part, size)
            empty = empty and not chunk.rows and not chunk.bad
            yield chunk
        if empty:
            raise NoRows(file=self.path.name)

    def _chunk(self, part: Sequence[tuple[int, list[Cell]]], size: int) -> Chunk:
        width = len(self.columns)
        kept: list[list[str]] = []
        lines: list[int] = []
        bad: list[BadRow] = []
        for number, cells in part:
            texts = [cell_text(cell) for cell in cells]
            if not any(texts):
                continue
            if any(texts[width:]):
                details = {"found": str(len(texts)), "expected": str(width)}
                bad.append(BadRow(number, "wrong_count", "\t".join(texts), details))
                continue
            kept.append((texts + [""] * width)[:width])
            lines.append(number)
        columns = list(zip(*kept, strict=True)) or [()] * width
        table = pa.table(
            {name: pa.array(column, pa.string()) for name, column in zip(self.columns, columns, strict=True)}
        )
        return Chunk(table, np.array(lines, np.int64), bad, size)


def _open(path: Path) -> CalamineWorkbook:
    try:
        return CalamineWorkbook.from_path(str(path))
    except (CalamineError, OSError) as error:
        raise FileDamaged(file=path.name) from error


def _rows(book: CalamineWorkbook, name: str) -> Iterator[list[Cell]]:
    sheet: CalamineSheet = book.get_sheet_by_name(name)
    lead = sheet.start[0] if sheet.start else 0
    for row in sheet.to_python(skip_empty_area=False) if lead else sheet.iter_rows():
        yield list(row)


def open_workbook(path: Path, sheet: str, header: bool | None) -> WorkbookReader:
    """Look at a workbook. Raises UnpacksTooLarge, FileDamaged, SheetMissing, FileEmpty and the Mistakes of the
    header.
    """
    check_size(path)
    book = _open(path)
    names = book.sheet_names
    if sheet and sheet not in names:
        raise SheetMissing(file=path.name, sheet=sheet, sheets=", ".join(names))
    for name in [sheet] if sheet else names:
        for place, cells in enumerate(_rows(book, name)):
            texts = [cell_text(cell) for cell in cells]
            if any(texts):
                return _reader(path, name, place, texts, cells, header)
    raise FileEmpty(file=path.name)


def _reader(
    path: Path, sheet: str, place: int, texts: list[str], cells: Sequence[Cell], header: bool | None
) -> WorkbookReader:
    if header is False:
        return WorkbookReader(path, sheet, numbered(len(texts)), place, header=False)
    while texts and not texts[-1]:
        texts.pop()
    odd = next(
        (text for text, cell in zip(texts, cells, strict=False) if looks_like_data(text) or not isinstance(cell, str)),
        None,
    )
    if header is None and odd is not None:
        raise NoHeader(file=path.name, value=odd[:60])
    return WorkbookReader(path, sheet, named(texts, path.name), place, header=True)
