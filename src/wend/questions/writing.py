"""An answer's table as a file: CSV, Parquet, XLSX. Text from the data never becomes a formula of a spreadsheet."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from wend.questions.tabling import Row, columns_of, joined

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write_csv(rows: Sequence[Row], path: Path) -> None:
    """UTF-8 with a mark, as spreadsheets expect; a text that would be read as a formula gets an apostrophe."""
    columns = columns_of(rows)
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(columns)
        writer.writerows([_safe(row.get(name)) for name in columns] for row in rows)


def write_parquet(table: pa.Table, path: Path) -> None:
    """Types and lists as they are."""
    pq.write_table(table, path)


def write_xlsx(rows: Sequence[Row], path: Path, title: str) -> None:
    """One sheet; numbers as numbers, times as whole seconds."""
    import xlsxwriter

    columns = columns_of(rows)
    options = {"strings_to_formulas": False, "strings_to_urls": False, "nan_inf_to_errors": True}
    with xlsxwriter.Workbook(str(path), options) as book:
        sheet = book.add_worksheet(title[:31])
        bold = book.add_format({"bold": True})
        sheet.write_row(0, 0, columns, bold)
        sheet.freeze_panes(1, 0)
        for line, row in enumerate(rows, 1):
            for place, name in enumerate(columns):
                _put(sheet, line, place, row.get(name))
        sheet.autofit()


def _put(sheet: Any, line: int, place: int, value: object) -> None:
    if isinstance(value, bool):
        sheet.write_boolean(line, place, value)
    elif isinstance(value, (int, float)):
        sheet.write_number(line, place, value)
    elif value is not None:
        sheet.write_string(line, place, joined(value))


def _safe(value: object) -> object:
    if value is None or isinstance(value, (int, float)):
        return value
    written = joined(value)
    return f"'{written}" if written.startswith(_FORMULA) else written
