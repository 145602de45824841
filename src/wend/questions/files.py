"""An answer as a file, told by its ending: its table as CSV, Parquet or XLSX, its drawing as SVG, PNG or PDF."""

from __future__ import annotations

import codecs
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from wend.questions.answer import Answer
from wend.questions.drawing.picture import Picture, picture
from wend.questions.errors import TooManyRows, UnknownEnding, Unwritable
from wend.questions.tabling import joined

MOST_XLSX_ROWS = 1_048_575
_LONGEST_CELL = 32_767
_FORMULA = "^[=+\\-@\t\r]"
"""How a text begins that a spreadsheet would take for a formula."""


def write(answer: Answer, path: Path, ending: str = "") -> int | None:
    """Write the table of an answer, all rows of it, in the form of the path's ending or of another one; gives their
    number. A drawing has no rows. What stood there before goes only when the new file is whole.

    Raises UnknownEnding, Unwritable, TooManyRows and NoDrawing.
    """
    ending = (ending or path.suffix).lower()
    if ending in DRAWN_FORMS:
        save(picture(answer), path, ending)
        return None
    form = FORMS.get(ending)
    if form is None:
        raise UnknownEnding(ending=path.suffix or path.name, known=", ".join((*FORMS, *DRAWN_FORMS)))
    return _whole(path, lambda part: form(answer, part))


def save(drawn: Picture, path: Path, ending: str = "") -> None:
    """Write a drawing in the form of the path's ending or of another one. Raises UnknownEnding and Unwritable."""
    form = DRAWN_FORMS.get((ending or path.suffix).lower())
    if form is None:
        raise UnknownEnding(ending=path.suffix or path.name, known=", ".join(DRAWN_FORMS))
    _whole(path, lambda part: part.write_bytes(form(drawn)))


def _whole(path: Path, written: Callable[[Path], int]) -> int:
    part = path.with_name(f"{path.name}.part")
    try:
        rows = written(part)
        part.replace(path)
    except OSError as refused:
        raise Unwritable(file=str(path), reason=refused.strerror or str(refused)) from refused
    finally:
        part.unlink(missing_ok=True)
    return rows


def _tables(answer: Answer) -> Iterator[pa.Table]:
    """The table in pieces; a column of nothing is one of texts."""
    for batch in answer.batches():
        table = pa.Table.from_batches([batch])
        for place, kind in enumerate(table.schema.types):
            if pa.types.is_null(kind):
                table = table.set_column(place, table.schema.names[place], pa.nulls(len(table), pa.string()))
        yield table


def _plain(answer: Answer) -> Iterator[pa.Table]:
    """The same with texts and numbers alone: lists of words become paths, other lists JSON."""
    for table in _tables(answer):
        for place, kind in enumerate(table.schema.types):
            if pa.types.is_nested(kind):
                texts = [None if cell is None else joined(cell) for cell in table.column(place).to_pylist()]
                table = table.set_column(place, table.schema.names[place], pa.array(texts, pa.string()))
        yield table


def _parquet(answer: Answer, path: Path) -> int:
    """Types as they are, lists among them."""
    import pyarrow.parquet as pq

    return _stream(_tables(answer), lambda schema: pq.ParquetWriter(path, schema))


def _csv(answer: Answer, path: Path) -> int:
    """UTF-8 with the mark by which spreadsheets know it."""
    import pyarrow.csv as pa_csv

    with path.open("wb") as file:
        file.write(codecs.BOM_UTF8)
        return _stream((_guarded(table) for table in _plain(answer)), lambda schema: pa_csv.CSVWriter(file, schema))


def _stream(tables: Iterator[pa.Table], opened: Callable[[pa.Schema], Any]) -> int:
    first = next(tables, pa.table({}))
    rows = len(first)
    with opened(first.schema) as writer:
        writer.write_table(first)
        for table in tables:
            writer.write_table(table)
            rows += len(table)
    return rows


def _guarded(table: pa.Table) -> pa.Table:
    """Texts that would be formulas stand behind an apostrophe, the headings too."""
    for place, kind in enumerate(table.schema.types):
        if pa.types.is_string(kind):
            texts = table.column(place)
            risky = pc.match_substring_regex(texts, _FORMULA)
            guarded = pc.if_else(risky, pc.binary_join_element_wise("'", texts, ""), texts)
            table = table.set_column(place, table.schema.names[place], guarded)
    return table.rename_columns([f"'{name}" if name[:1] in tuple("=+-@") else name for name in table.schema.names])


def _xlsx(answer: Answer, path: Path) -> int:
    """Text is written as text, so nothing in the data can become a formula."""
    import xlsxwriter

    kept = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(str(path), kept)
    sheet: Any = book.add_worksheet(answer.title[:31])
    rows = 0
    for table in _plain(answer):
        if rows == 0:
            sheet.write_row(0, 0, table.schema.names)
        if rows + len(table) > MOST_XLSX_ROWS:
            raise TooManyRows(most=f"{MOST_XLSX_ROWS:,}")
        for values in zip(*(column.to_pylist() for column in table.columns), strict=True):
            rows += 1
            for place, value in enumerate(values):
                _cell(sheet, rows, place, value)
    book.close()
    return rows


def _cell(sheet: Any, row: int, place: int, value: Any) -> None:
    if isinstance(value, bool):
        sheet.write_boolean(row, place, value)
    elif isinstance(value, int | float):
        sheet.write_number(row, place, value)
    elif value is not None:
        sheet.write_string(row, place, str(value)[:_LONGEST_CELL])


FORMS: dict[str, Callable[[Answer, Path], int]] = {".csv": _csv, ".parquet": _parquet, ".xlsx": _xlsx}
DRAWN_FORMS: dict[str, Callable[[Picture], bytes]] = {
    ".svg": lambda drawn: drawn.svg.encode(),
    ".png": lambda drawn: drawn.png,
    ".pdf": lambda drawn: drawn.pdf,
}
