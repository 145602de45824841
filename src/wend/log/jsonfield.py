"""One field of many small JSON objects, without parsing the rest: a compiled scanner over Arrow's bytes.

Twenty times faster than a general JSON function, which is the difference between a property one can group by at once
and one that needs patience. Documents the scanner finds odd (escapes in a key or the value) are read by the ordinary
parser instead.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from wend.log.compiled import inlined, kernel
from wend.log.hashing import Words, hash_bytes

Bytes = NDArray[np.uint8]
Places = NDArray[np.int64]
_NONE, _FOUND, _ODD = 0, 1, 2
_LONGEST_KEY = 0xFFFF
_QUOTE, _BACKSLASH, _COMMA = 34, 92, 44
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


@inlined
def _next(data: Bytes, at: int, end: int) -> tuple[int, int, int, int, int, int]:
    """The field at `at`: (place behind it or −1 when there is none, key from, key to, kind, value from, value to).

    A text's place is without its quotes. Escapes in the key or the value make a field odd.
    """
    at = _blank(data, at, end)
    if at >= end or data[at] != _QUOTE:
        return -1, 0, 0, _NONE, 0, 0
    key_from = at + 1
    key_to, escaped = _text(data, key_from, end)
    kind = _ODD if escaped or key_to - key_from > _LONGEST_KEY else _FOUND
    at = _blank(data, _blank(data, key_to + 1, end) + 1, end)  # over the colon
    if at < end and data[at] == _QUOTE:
        value_from = at + 1
        value_to, escaped = _text(data, value_from, end)
        at = value_to + 1
        kind = _ODD if escaped else kind
    else:
        value_from = at
        value_to = _value(data, at, end)
        at = value_to
        kind = _NONE if data[value_from] == _SMALL_N and kind == _FOUND else kind
    return _blank(data, at, end) + 1, key_from, key_to, kind, value_from, value_to  # over the comma


@kernel
def _find(data: Bytes, at: int, end: int, key: Bytes) -> tuple[int, int, int]:
    """(kind, start, end) of the value under `key`."""
    at = _blank(data, at, end) + 1  # behind the opening brace
    odd = False
    while True:
        at, key_from, key_to, kind, start, stop = _next(data, at, end)
        if at < 0:
            return (_ODD if odd else _NONE), 0, 0
        if _same(data, key_from, key_to, key):
            return kind, start, stop
        odd = odd or kind == _ODD


@kernel
def _count(offsets: NDArray[np.int32], data: Bytes, counts: Places) -> None:
    """Fields that are not null, per document; −1 for a document with an odd field."""
    for i in range(len(counts)):
        at = _blank(data, offsets[i], offsets[i + 1]) + 1
        found = 0
        while at >= 0:
            at, _, _, kind, _, _ = _next(data, at, offsets[i + 1])
            if kind == _ODD:
                found = -1
                break
            found += at >= 0 and kind == _FOUND
        counts[i] = found


@kernel
def _take(
    offsets: NDArray[np.int32], data: Bytes, first: Places, keys: Words, places: Places, starts: Places, sizes: Places
) -> None:
    for i in range(len(first) - 1):
        if first[i] == first[i + 1]:
            continue
        at = _blank(data, offsets[i], offsets[i + 1]) + 1
        k = first[i]
        while at >= 0:
            at, key_from, key_to, kind, value_from, value_to = _next(data, at, offsets[i + 1])
            if at >= 0 and kind == _FOUND:
                keys[k] = hash_bytes(data, key_from, key_to)
                places[k] = key_from * 65536 + key_to - key_from
                starts[k] = value_from
                sizes[k] = value_to - value_from
                k += 1


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
def _alike(data: Bytes, starts: Places, sizes: Places, a: int, b: int) -> bool:
    alike = sizes[a] == sizes[b]
    k = 0
    while alike and k < sizes[a]:
        alike = data[starts[a] + k] == data[starts[b] + k]
        k += 1
    return bool(alike)


@kernel
def _encode(
    data: Bytes,
    kinds: NDArray[np.uint8],
    starts: Places,
    sizes: Places,
    slots: NDArray[np.int32],
    codes: NDArray[np.int32],
    first: Places,
) -> int:
    """Number the different values; first[c] = the row that has value c first. `slots` are so many that some stay −1."""
    found = 0
    for i in range(len(codes)):
        codes[i] = -1
        if kinds[i] != _FOUND:
            continue
        at = int(hash_bytes(data, starts[i], starts[i] + sizes[i])) & (len(slots) - 1)
        while slots[at] >= 0 and not _alike(data, starts, sizes, first[slots[at]], i):
            at = (at + 1) & (len(slots) - 1)
        if slots[at] < 0:
            slots[at] = found
            first[found] = i
            found += 1
        codes[i] = slots[at]
    return found


@kernel
def _copy(data: Bytes, starts: Places, ends: NDArray[np.int32], out: Bytes) -> None:
    for i in range(len(starts)):
        for k in range(ends[i + 1] - ends[i]):
            out[ends[i] + k] = data[starts[i] + k]


def _bytes_of(documents: pa.StringArray) -> tuple[NDArray[np.int32], Bytes]:
    _, offsets, data = documents.buffers()
    bounds = np.frombuffer(offsets, np.int32)[documents.offset : documents.offset + len(documents) + 1]
    return bounds, np.frombuffer(data, np.uint8) if data is not None and data.size else np.zeros(1, np.uint8)


def _texts(raw: Bytes, starts: Places, sizes: Places, valid: NDArray[np.bool_] | None) -> pa.StringArray:
    ends = np.zeros(len(sizes) + 1, np.int32)
    np.cumsum(sizes, out=ends[1:])
    out = np.empty(int(ends[-1]), np.uint8)
    _copy(raw, starts, ends, out)
    mask = None if valid is None else pa.py_buffer(np.packbits(valid, bitorder="little"))
    return pa.StringArray.from_buffers(len(sizes), pa.py_buffer(ends), pa.py_buffer(out), mask)


def field(documents: pa.StringArray, name: str) -> pa.StringArray:
    """The field `name` of each JSON object as text (numbers and nested values as written); null where it has none."""
    if len(documents) == 0:
        return pa.array([], pa.string())
    raw, kinds, starts, sizes = _found(documents, name)
    found = _texts(raw, starts, sizes, kinds == _FOUND)
    return _mended(found, documents, np.flatnonzero(kinds == _ODD), name)


def coded(documents: pa.StringArray, name: str) -> tuple[NDArray[np.int32], pa.StringArray]:
    """The same as places in a list of different texts, −1 for null; no text is copied but those of the list."""
    if len(documents) == 0:
        return np.empty(0, np.int32), pa.array([], pa.string())
    raw, kinds, starts, sizes = _found(documents, name)
    if (kinds == _ODD).any():
        texts = field(documents, name).dictionary_encode()
        return texts.indices.fill_null(-1).to_numpy().astype(np.int32), texts.dictionary
    codes, first = np.empty(len(documents), np.int32), np.empty(len(documents), np.int64)
    slots = np.full(2 << len(documents).bit_length(), -1, np.int32)
    few = first[: _encode(raw, kinds, starts, sizes, slots, codes, first)]
    return codes, _texts(raw, starts[few], sizes[few], None)


def _found(documents: pa.StringArray, name: str) -> tuple[Bytes, NDArray[np.uint8], Places, Places]:
    """The bytes of all documents; for each, what kind of field it has under this name, and where: from, how long."""
    rows = len(documents)
    bounds, raw = _bytes_of(documents)
    kinds, starts, sizes = np.empty(rows, np.uint8), np.empty(rows, np.int64), np.empty(rows, np.int64)
    _find_all(bounds, raw, np.frombuffer(name.encode(), np.uint8), kinds, starts, sizes)
    return raw, kinds, starts, sizes


@dataclass(frozen=True, slots=True)
class Fields:
    """All fields of many documents, one per row: which document, which of `names`, and the value as text."""

    document: Places
    name: Places
    names: tuple[str, ...]
    value: pa.StringArray


def fields(documents: pa.StringArray) -> Fields:
    """Every field that is not null of each JSON object; documents without a missing one among them."""
    bounds, raw = _bytes_of(documents)
    counts = np.zeros(len(documents), np.int64)
    _count(bounds, raw, counts)
    odd = np.flatnonzero(counts < 0)
    first = np.zeros(len(documents) + 1, np.int64)
    np.cumsum(np.maximum(counts, 0), out=first[1:])
    keys = np.empty(int(first[-1]), np.uint64)
    places, starts, sizes = (np.empty(len(keys), np.int64) for _ in range(3))
    _take(bounds, raw, first, keys, places, starts, sizes)
    _, example, name = np.unique(keys, return_index=True, return_inverse=True)
    spelled = [bytes(raw[at >> 16 : (at >> 16) + (at & 0xFFFF)]).decode() for at in places[example].tolist()]
    document = np.repeat(np.arange(len(documents)), np.maximum(counts, 0))
    plain = Fields(document, name.astype(np.int64), tuple(spelled), _texts(raw, starts, sizes, None))
    return _with_odd(plain, documents, odd) if len(odd) else plain


def _with_odd(plain: Fields, documents: pa.StringArray, odd: Places) -> Fields:
    """The same with the documents that only a parser understands."""
    names = list(plain.names)
    codes = {name: code for code, name in enumerate(names)}
    document, name, value = [], [], []
    for place in odd.tolist():
        for key, found in json.loads(documents[place].as_py()).items():
            if found is not None:
                if codes.setdefault(key, len(names)) == len(names):
                    names.append(key)
                document.append(place)
                name.append(codes[key])
                value.append(_written(found))
    return Fields(
        np.concatenate([plain.document, np.array(document, np.int64)]),
        np.concatenate([plain.name, np.array(name, np.int64)]),
        tuple(names),
        pa.concat_arrays([plain.value, pa.array(value, pa.string())]),
    )


def _mended(found: pa.StringArray, documents: pa.StringArray, odd: Places, name: str) -> pa.StringArray:
    if len(odd) == 0:
        return found
    texts = found.to_pylist()
    for place in odd.tolist():
        value = json.loads(documents[place].as_py()).get(name)
        texts[place] = None if value is None else _written(value)
    return pa.array(texts, pa.string())


def _written(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
