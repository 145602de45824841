"""Cut a block of UTF-8 text into records and fields, and gather one column of it.

The rules are RFC 4180 as people break it: any newline (LF, CRLF, CR) even mixed, newlines inside quotes, doubled
quotes, blanks
around quotes, NUL bytes dropped. A quote that never closes, or text behind a closing quote, makes only its own
physical line bad:
reading starts again on the next line, so one broken quote does not swallow the file.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from wend.collect.compiled import kernel

WRONG_COUNT, UNCLOSED, STRAY, TOO_LONG = 1, 2, 3, 4
"""Why a record is bad: fields ≠ columns · a quote never closes · text behind a closing quote · longer than allowed."""
BAD_FIELDS = 5
"""Numbers kept of a bad record: line, first byte, byte behind its end, why, fields found."""

LF, CR, SPACE, TAB, QUOTE = 10, 13, 32, 9, 34

Bytes = NDArray[np.uint8]
Places = NDArray[np.int32]


@kernel
def line_end(data: Bytes, start: int, stop: int) -> int:
    """The first byte behind the physical line that begins at `start`, or −1 when the block ends before the line
    does.
    """
    i = start
    while i < stop:
        if data[i] == LF:
            return i + 1
        if data[i] == CR:
            if i + 1 == stop:
                return -1
            return i + 2 if data[i + 1] == LF else i + 1
        i += 1
    return -1


@kernel
def quoted_end(data: Bytes, start: int, stop: int) -> tuple[int, int, int]:
    """Inside quotes from `start`: place of the closing quote (−1: none here), newlines passed, whether the text needs
    cleaning.
    """
    i = start
    lines = 0
    care = 0
    while i < stop:
        c = data[i]
        if c == QUOTE:
            if i + 1 < stop and data[i + 1] == QUOTE:
                care = 1
                i += 2
                continue
            return i, lines, care
        if c == LF or (c == CR and i + 1 < stop and data[i + 1] != LF):
            lines += 1
        elif c == 0:
            care = 1
        i += 1
    return -1, lines, care


@kernel
def opening_quote(data: Bytes, start: int, stop: int, delimiter: int) -> int:
    """Place of the quote that opens the field at `start`, blanks before it allowed; −1 when the field is bare."""
    i = start
    while i < stop and (data[i] == SPACE or data[i] == TAB) and data[i] != delimiter:
        i += 1
    return i if i < stop and data[i] == QUOTE else -1


@kernel
def bare_end(data: Bytes, start: int, stop: int, delimiter: int) -> tuple[int, int]:
    """Where the bare field at `start` ends, and whether it holds NUL bytes."""
    i = start
    care = 0
    while i < stop:
        c = data[i]
        if c == delimiter or c == LF or c == CR:
            break
        if c == 0:
            care = 1
        i += 1
    return i, care


@kernel
def record_end(
    data: Bytes,
    begin: int,
    stop: int,
    final: bool,
    delimiter: int,
    columns: int,
    base: int,
    starts: Places,
    stops: Places,
    cares: Bytes,
) -> tuple[int, int, int, int]:
    """Walk one record, noting its fields from place `base`: (next record, fields, newlines passed, 0 | UNCLOSED |
    STRAY).

    The next record is −1 when the block ends inside this one and more is to come.
    """
    i = begin
    fields = 0
    lines = 0
    while True:
        quote = opening_quote(data, i, stop, delimiter)
        if quote >= 0:
            first = quote + 1
            last, passed, care = quoted_end(data, first, stop)
            lines += passed
            if last < 0 or (last + 1 == stop and not final):
                return -1, fields, lines, UNCLOSED
            i = last + 1
            while i < stop and (data[i] == SPACE or data[i] == TAB) and data[i] != delimiter:
                i += 1
        else:
            first = i
            i, care = bare_end(data, i, stop, delimiter)
            last = i
        if fields < columns:
            starts[base + fields] = first
            stops[base + fields] = last
            cares[base + fields] = care
        fields += 1
        if i >= stop:
            return (stop if final else -1), fields, lines, 0
        c = data[i]
        if c == delimiter:
            i += 1
        elif c == LF:
            return i + 1, fields, lines + 1, 0
        elif c == CR:
            if i + 1 == stop:
                return (stop if final else -1), fields, lines + 1, 0
            return (i + 2 if data[i + 1] == LF else i + 1), fields, lines + 1, 0
        else:
            return i, fields, lines, STRAY


@kernel
def _note(bad: NDArray[np.int64], place: int, line: int, start: int, stop: int, why: int, fields: int) -> None:
    bad[place, 0] = line
    bad[place, 1] = start
    bad[place, 2] = stop
    bad[place, 3] = why
    bad[place, 4] = fields


@kernel
def cut(
    data: Bytes,
    begin: int,
    stop: int,
    final: bool,
    delimiter: int,
    columns: int,
    limit: int,
    most: int,
    starts: Places,
    stops: Places,
    cares: Bytes,
    lines: NDArray[np.int64],
    bad: NDArray[np.int64],
) -> tuple[int, int, int, int, int]:
    """Cut records until the block, `most` records or the room for bad ones is used up.

    Returns (bytes used, good records, bad records, lines passed, 1 when the rest of a too long line must be skipped).
    `lines` receives the line (from 0, within this call) on which each good record began.
    """
    i = begin
    good = 0
    faults = 0
    line = 0
    while i < stop and good < most and faults < bad.shape[0]:
        after, fields, passed, fault = record_end(
            data, i, stop, final, delimiter, columns, good * columns, starts, stops, cares
        )
        if after < 0 and not final and stop - i <= limit:
            break
        length = (stop if after < 0 else after) - i
        if fault == 0 and after >= 0 and length <= limit:
            if fields == columns and not (columns == 1 and stops[good] == starts[good] and stops[good] == i):
                lines[good] = line
                good += 1
            elif not (fields == 1 and after - i <= 2 and (data[i] == LF or data[i] == CR)):
                _note(bad, faults, line, i, after, WRONG_COUNT, fields)
                faults += 1
            i = after
            line += passed
            continue
        end = line_end(data, i, stop) if fault != 0 else after
        why = TOO_LONG if fault == 0 or (end < 0 and not final) else fault
        _note(bad, faults, line, i, stop if end < 0 else end, why, fields)
        faults += 1
        if end < 0:
            return stop, good, faults, line, (0 if final else 1)
        line += 1 if fault != 0 else passed
        i = end
    return i, good, faults, line, 0


@kernel
def measure(
    data: Bytes, starts: Places, stops: Places, cares: Bytes, column: int, columns: int, rows: int, offsets: Places
) -> None:
    """Where each cleaned value of one column will begin and end."""
    total = 0
    offsets[0] = 0
    for row in range(rows):
        k = row * columns + column
        length = stops[k] - starts[k]
        if cares[k]:
            i = starts[k]
            while i < stops[k]:
                if data[i] == 0:
                    length -= 1
                elif data[i] == QUOTE and i + 1 < stops[k] and data[i + 1] == QUOTE:
                    length -= 1
                    i += 1
                i += 1
        total += length
        offsets[row + 1] = total


@kernel
def gather(
    data: Bytes, starts: Places, stops: Places, cares: Bytes, column: int, columns: int, rows: int, out: Bytes
) -> None:
    """Copy one column's values behind each other: doubled quotes become one, NUL bytes vanish."""
    o = 0
    for row in range(rows):
        k = row * columns + column
        i = starts[k]
        end = stops[k]
        if not cares[k]:
            while i < end:
                out[o] = data[i]
                o += 1
                i += 1
            continue
        while i < end:
            c = data[i]
            if c == QUOTE and i + 1 < end and data[i + 1] == QUOTE:
                i += 1
            if c != 0:
                out[o] = c
                o += 1
            i += 1
