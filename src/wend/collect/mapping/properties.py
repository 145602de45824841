"""JSON objects out of columns, written by a compiled loop: the properties of an event, the traits of a customer."""

from __future__ import annotations

import json
from collections.abc import Mapping

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from wend.collect.compiled import kernel
from wend.collect.mapping.columns import text_column

Bytes = NDArray[np.uint8]
_HEX = np.frombuffer(b"0123456789abcdef", dtype=np.uint8)
LONGEST_VALUE = 8_192
"""Bytes of one property value that are kept; the rest of a longer one is cut off."""


@kernel
def _shown(data: Bytes, start: int, stop: int, limit: int) -> int:
    """Where the kept part of a value ends: at most `limit` bytes, never inside a character."""
    if stop - start <= limit:
        return stop
    end = start + limit
    while end > start and (data[end] & 0xC0) == 0x80:
        end -= 1
    return end


@kernel
def _measure(offsets: NDArray[np.int32], data: Bytes, key: int, limit: int, lengths: NDArray[np.int64]) -> None:
    for row in range(len(lengths)):
        start = offsets[row]
        stop = _shown(data, start, offsets[row + 1], limit)
        if start == stop:
            continue
        size = key + 1  # the closing quote
        for i in range(start, stop):
            c = data[i]
            size += 1 if c >= 32 and c != 34 and c != 92 else 2 if c == 34 or c == 92 or c == 10 else 6
        lengths[row] += size


@kernel
def _write(
    offsets: NDArray[np.int32],
    data: Bytes,
    key: Bytes,
    limit: int,
    cursors: NDArray[np.int64],
    out: Bytes,
    digits: Bytes,
) -> None:
    for row in range(len(cursors)):
        start = offsets[row]
        stop = _shown(data, start, offsets[row + 1], limit)
        if start == stop:
            continue
        o = cursors[row]
        for k in key:
            out[o] = k
            o += 1
        for i in range(start, stop):
            c = data[i]
            if c >= 32 and c != 34 and c != 92:
                out[o] = c
                o += 1
            elif c == 34 or c == 92 or c == 10:
                out[o] = 92
                out[o + 1] = 110 if c == 10 else c
                o += 2
            else:
                out[o : o + 4] = (92, 117, 48, 48)  # \u00
                out[o + 4] = digits[c >> 4]
                out[o + 5] = digits[c & 15]
                o += 6
        out[o] = 34
        cursors[row] = o + 1


@kernel
def _frame(places: NDArray[np.int32], out: Bytes) -> None:
    """Braces around each row that has something, and the comma of its first key replaced by the opening brace."""
    for row in range(len(places) - 1):
        if places[row + 1] > places[row]:
            out[places[row]] = 123
            out[places[row + 1] - 1] = 125


def json_objects(columns: Mapping[str, pa.Array], rows: int, limit: int = LONGEST_VALUE) -> pa.StringArray:
    """One JSON object of texts per row; keys sorted, empty values left out, null when nothing is left.

    Sorted keys make the same facts the same text, whatever order a file has its columns in.
    """
    texts = [(name, text_column(columns[name])) for name in sorted(columns)]
    keys = [
        np.frombuffer((f",{json.dumps(name, ensure_ascii=False)}:" + '"').encode(), dtype=np.uint8) for name, _ in texts
    ]
    lengths = np.zeros(rows, np.int64)
    for (_, text), key in zip(texts, keys, strict=True):
        _measure(text.offsets, text.data, len(key), limit, lengths)
    lengths += lengths > 0
    places = np.zeros(rows + 1, np.int64)
    np.cumsum(lengths, out=places[1:])
    out = np.empty(int(places[-1]), np.uint8)
    cursors = places[:-1].copy()
    for (_, text), key in zip(texts, keys, strict=True):
        _write(text.offsets, text.data, key, limit, cursors, out, _HEX)
    narrow = places.astype(np.int32)
    _frame(narrow, out)
    nothing = lengths == 0
    mask = None if not nothing.any() else pa.py_buffer(np.packbits(~nothing, bitorder="little"))
    return pa.StringArray.from_buffers(rows, pa.py_buffer(narrow), pa.py_buffer(out), mask)
