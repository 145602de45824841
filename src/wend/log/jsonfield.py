"""One field of many small JSON objects, without parsing the rest: a compiled scanner over Arrow's bytes.

Twenty times faster than a general JSON function, which is the difference between a property one can group by at once
and one that needs patience. Documents the scanner finds odd (escapes in a key or the value) are read by the ordinary
parser instead.
"""

from __future__ import annotations

import json

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from wend.log.compiled import inlined, kernel

Bytes = NDArray[np.uint8]
Places = NDArray[np.int64]
_NONE, _FOUND, _ODD = 0, 1, 2
_QUOTE, _BACKSLASH, _COMMA, _COLON = 34, 92, 44, 58
_OPEN, _CLOSE, _OPEN_LIST, _CLOSE_LIST, _SMALL_N, _SPACE = 123, 125, 91, 93, 110, 32


@inlined
def _blank(data: Bytes, at: int, end: int) -> int:
    while at < end and data[at] <= _SPACE:
        at += 1
    return at


@inlined
def _text(data: Bytes, at: int, end: int) -> tuple[int, bool]:
    """Place of the closing quote of a text whose first byte is at `at`, and whether it has escapes."""
    escaped = False
    while at < end and data[at] != _QUOTE:
        if data[at] == _BACKSLASH:
            escaped = True
            at += 1
        at += 1
    return at, escaped


@kernel
def _value(data: Bytes, at: int, end: int) -> int:
    """Where the value that starts at `at` (no text) ends."""
    depth = 0
    while at < end:
        byte = data[at]
        if byte == _QUOTE:
            at, _ = _text(data, at + 1, end)
        elif byte == _OPEN or byte == _OPEN_LIST:
            depth += 1
        elif byte == _CLOSE or byte == _CLOSE_LIST:
            if depth == 0:
                return at
            depth -= 1
            if depth == 0:
                return at + 1
        elif depth == 0 and (byte == _COMMA or byte <= _SPACE):
            return at
        at += 1
    return end


@inlined
def _same(data: Bytes, start: int, end: int, key: Bytes) -> bool:
    if end - start != len(key):
        return False
    same = True
    for i in range(len(key)):
        same &= data[start + i] == key[i]
    return same


@kernel
def _find(data: Bytes, at: int, end: int, key: Bytes) -> tuple[int, int, int]:
    """(kind, start, end) of the value under `key`; the text of a string without its quotes."""
    at = _blank(data, at, end) + 1  # behind the opening brace
    while True:
        at = _blank(data, at, end)
        if at >= end or data[at] != _QUOTE:
            return _NONE, 0, 0
        start = at + 1
        stop, escaped = _text(data, start, end)
        wanted = _same(data, start, stop, key)
        if escaped:
            return _ODD, 0, 0
        at = _blank(data, _blank(data, stop + 1, end) + 1, end)  # over the colon
        if at < end and data[at] == _QUOTE:
            start = at + 1
            stop, escaped = _text(data, start, end)
            at = stop + 1
            if wanted:
                return (_ODD if escaped else _FOUND), start, stop
        else:
            start = at
            at = _value(data, at, end)
            if wanted:
                return (_NONE if data[start] == _SMALL_N else _FOUND), start, at
        at = _blank(data, at, end) + 1  # over the comma


@kernel
def _find_all(
    offsets: NDArray[np.int32], data: Bytes, key: Bytes, kinds: NDArray[np.uint8], starts: Places, sizes: Places
) -> None:
    for i in range(len(kinds)):
        kind, start, end = _NONE, 0, 0
        if offsets[i + 1] > offsets[i]:
            kind, start, end = _find(data, offsets[i], offsets[i + 1], key)
        kinds[i] = kind
        starts[i] = start
        sizes[i] = end - start if kind == _FOUND else 0


@kernel
def _copy(data: Bytes, starts: Places, ends: NDArray[np.int32], out: Bytes) -> None:
    for i in range(len(starts)):
        for k in range(ends[i + 1] - ends[i]):
            out[ends[i] + k] = data[starts[i] + k]


def field(documents: pa.StringArray, name: str) -> pa.StringArray:
    """The field `name` of each JSON object as text (numbers and nested values as written); null where it has none."""
    rows = len(documents)
    if rows == 0:
        return pa.array([], pa.string())
    _, offsets, data = documents.buffers()
    bounds = np.frombuffer(offsets, np.int32)[documents.offset : documents.offset + rows + 1]
    raw = np.frombuffer(data, np.uint8) if data is not None and data.size else np.zeros(1, np.uint8)
    kinds, starts, sizes = np.empty(rows, np.uint8), np.empty(rows, np.int64), np.empty(rows, np.int64)
    _find_all(bounds, raw, np.frombuffer(name.encode(), np.uint8), kinds, starts, sizes)
    ends = np.zeros(rows + 1, np.int32)
    np.cumsum(sizes, out=ends[1:])
    out = np.empty(int(ends[-1]), np.uint8)
    _copy(raw, starts, ends, out)
    valid = np.packbits(kinds == _FOUND, bitorder="little")
    found = pa.StringArray.from_buffers(rows, pa.py_buffer(ends), pa.py_buffer(out), pa.py_buffer(valid))
    return _mended(found, documents, np.flatnonzero(kinds == _ODD), name)


def _mended(found: pa.StringArray, documents: pa.StringArray, odd: Places, name: str) -> pa.StringArray:
    if len(odd) == 0:
        return found
    texts = found.to_pylist()
    for place in odd.tolist():
        value = json.loads(documents[place].as_py()).get(name)
        texts[place] = value if isinstance(value, str) or value is None else json.dumps(value, ensure_ascii=False)
    return pa.array(texts, pa.string())
