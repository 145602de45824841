"""Columns as text, and the file shapes: CSV with its dialects, gz, JSON lines, and a spreadsheet."""

import gzip
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv
import xlsxwriter

from wend.demo.chance import Flags, Ints
from wend.demo.period import NEVER, UTC_OFFSET_S

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC).replace(tzinfo=None)
_MADE_AT = datetime(2026, 11, 1, tzinfo=UTC)  # the spreadsheet carries a date inside; a fixed one keeps bytes equal


def text(values: Sequence[str | None]) -> pa.Array:
    """A column of texts. Built by hand: pyarrow's own way from a list loads pandas first, which takes a second."""
    builder = pa.lib.StringBuilder()
    builder.append_values(values)
    return builder.finish()


def whole(values: Ints, *, empty: Flags) -> pa.Array:
    """A column of whole numbers with gaps, built by hand for the same reason."""
    bits = pa.py_buffer(np.packbits(~empty, bitorder="little"))
    return pa.Array.from_buffers(
        pa.int64(), len(values), [bits, pa.py_buffer(np.ascontiguousarray(values, dtype=np.int64))]
    )


def chosen(texts: Sequence[str] | pa.Array, which: Ints, *, empty: Flags | None = None) -> pa.Array:
    """The texts at the places `which`; negative places and those marked `empty` stay empty."""
    missing = which < 0 if empty is None else (which < 0) | empty
    words = texts if isinstance(texts, pa.Array) else text(texts)
    return words.take(whole(which, empty=missing))


def number(values: Ints) -> pa.Array:
    """Whole numbers; negative ones stay empty."""
    return whole(values, empty=values < 0)


def moment(at: Ints, *, utc: bool = False) -> pa.Array:
    """Local (or UTC) wall-clock times such as 2026-03-04 10:22:05; NEVER stays empty."""
    shifted = at - UTC_OFFSET_S if utc else at
    return whole(shifted, empty=at == NEVER).cast(pa.timestamp("s"))


def written_moment(at: Ints, pattern: str, *, utc: bool = False) -> pa.Array:
    """Times in another pattern of strftime."""
    return pc.strftime(moment(at, utc=utc), pattern)


def joined(*parts: pa.Array | str) -> pa.Array:
    """Texts glued side by side, row by row; a row with an empty part stays empty."""
    return pc.binary_join_element_wise(*(word(part) if isinstance(part, str) else part for part in parts), word(""))


def word(value: str) -> pa.Scalar:
    """One text as an Arrow scalar, again without waking pandas."""
    return text([value])[0]


def padded(prefix: str, values: Ints, width: int) -> pa.Array:
    """Numbers with a prefix and leading zeros: KH000123; negative ones stay empty."""
    digits = number(values).cast(pa.string())
    return joined(prefix, pc.utf8_lpad(digits, width, "0"))


def dotted(values: Ints) -> pa.Array:
    """Money as tills print it: 1.250.000."""
    return text([f"{value:,}".replace(",", ".") for value in values.tolist()])


def csv(
    path: Path, columns: dict[str, pa.Array], *, delimiter: str = ",", bom: bool = False, bare: bool = False
) -> int:
    """Write a CSV file (compressed when its name ends in .gz); `bare` leaves out quotes. Returns the rows."""
    table = pa.table(columns)
    style = "none" if bare else "needed"
    options = pa.csv.WriteOptions(delimiter=delimiter, quoting_style=style, quoting_header=style)
    with path.open("wb") as raw:
        if path.suffix == ".gz":  # no file name and no time inside, so that equal seeds give equal bytes
            with gzip.GzipFile(filename="", mode="wb", compresslevel=1, fileobj=raw, mtime=0) as packed:
                pa.csv.write_csv(table, packed, options)
        else:
            raw.write("\ufeff".encode() if bom else b"")
            pa.csv.write_csv(table, raw, options)
    return int(table.num_rows)


def json_lines(path: Path, columns: dict[str, pa.Array]) -> int:
    """Write one JSON object a line; empty values are left out. Texts must need no escaping (codes do not)."""
    fields = [_field(name, values) for name, values in columns.items()]
    lines = pc.binary_join_element_wise(*fields, word(","), null_handling="skip")
    wrapped = joined("{", lines, "}\n")
    with path.open("wb") as out:
        for chunk in pa.chunked_array([wrapped]).chunks:
            out.write("".join(chunk.to_pylist()).encode())
    return len(wrapped)


def _field(name: str, values: pa.Array) -> pa.Array:
    if pa.types.is_string(values.type):
        return joined(f'"{name}":"', values, '"')
    return joined(f'"{name}":', values.cast(pa.string()))


def spreadsheet(path: Path, sheet: str, header: Sequence[str], times: Ints, rest: Sequence[Sequence[object]]) -> int:
    """Write a sheet whose first column holds real dates; streams row by row. Returns the rows."""
    book = xlsxwriter.Workbook(str(path), {"constant_memory": True, "default_date_format": "dd/mm/yyyy hh:mm:ss"})
    book.set_properties({"created": _MADE_AT})
    page = book.add_worksheet(sheet)
    page.write_row(0, 0, header)
    page.set_column(0, 0, 20)
    for row, (at, *values) in enumerate(zip(times.tolist(), *rest, strict=True), start=1):
        page.write_datetime(row, 0, _EPOCH + timedelta(seconds=at))
        page.write_row(row, 1, values)
    book.close()
    return len(times)


def counts(names: Sequence[str], which: Ints) -> dict[str, int]:
    """How often each name occurs."""
    found: dict[str, int] = {}
    for name, size in zip(names, np.bincount(which, minlength=len(names)).tolist(), strict=True):
        found[name] = found.get(name, 0) + size
    return {name: size for name, size in found.items() if size}
