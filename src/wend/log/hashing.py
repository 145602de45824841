"""Stable 64-bit keys: the same event gets the same id on every machine, in every process and in every version.

Texts are hashed with XXH64 (seed 0; the published algorithm, checked against its published values in the tests), over
their
UTF-8 bytes. A row's key feeds the 64-bit words of its columns through XXH64's word round and final avalanche. No
library's
own hash is used: those may change between releases or between processes.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numba import uint64
from numpy.typing import NDArray

from wend.log.compiled import inlined, kernel

Words = NDArray[np.uint64]
Bytes = NDArray[np.uint8]

_P1 = np.uint64(0x9E3779B185EBCA87)
_P2 = np.uint64(0xC2B2AE3D27D4EB4F)
_P3 = np.uint64(0x165667B19E3779F9)
_P4 = np.uint64(0x85EBCA77C2B2AE63)
_P5 = np.uint64(0x27D4EB2F165667C5)
_NULL = np.uint64(0x6E756C6C6E756C6C)
"""The word of a missing value; any fixed number would do."""


@inlined
def _rotl(x: np.uint64, r: int) -> np.uint64:
    return (x << uint64(r)) | (x >> uint64(64 - r))


@inlined
def _round(acc: np.uint64, word: np.uint64) -> np.uint64:
    return _rotl(acc + word * _P2, 31) * _P1


@inlined
def _feed(acc: np.uint64, word: np.uint64) -> np.uint64:
    return _rotl(acc ^ _round(uint64(0), word), 27) * _P1 + _P4


@inlined
def _avalanche(h: np.uint64) -> np.uint64:
    h ^= h >> uint64(33)
    h *= _P2
    h ^= h >> uint64(29)
    h *= _P3
    return h ^ (h >> uint64(32))


@inlined
def _word(data: Bytes, at: int) -> np.uint64:
    w = uint64(0)
    for k in range(8):
        w |= uint64(data[at + k]) << uint64(8 * k)
    return w


@kernel
def hash_bytes(data: Bytes, start: int, end: int) -> np.uint64:
    """XXH64 with seed 0 of data[start:end]."""
    at = start
    if end - start >= 32:
        v1, v2, v3, v4 = _P1 + _P2, _P2, uint64(0), uint64(0) - _P1
        while at + 32 <= end:
            v1 = _round(v1, _word(data, at))
            v2 = _round(v2, _word(data, at + 8))
            v3 = _round(v3, _word(data, at + 16))
            v4 = _round(v4, _word(data, at + 24))
            at += 32
        h = _rotl(v1, 1) + _rotl(v2, 7) + _rotl(v3, 12) + _rotl(v4, 18)
        h = (h ^ _round(uint64(0), v1)) * _P1 + _P4
        h = (h ^ _round(uint64(0), v2)) * _P1 + _P4
        h = (h ^ _round(uint64(0), v3)) * _P1 + _P4
        h = (h ^ _round(uint64(0), v4)) * _P1 + _P4
    else:
        h = _P5
    h += uint64(end - start)
    while at + 8 <= end:
        h = _feed(h, _word(data, at))
        at += 8
    if at + 4 <= end:
        four = uint64(data[at]) | uint64(data[at + 1]) << uint64(8)
        four |= uint64(data[at + 2]) << uint64(16) | uint64(data[at + 3]) << uint64(24)
        h = _rotl(h ^ (four * _P1), 23) * _P2 + _P3
        at += 4
    while at < end:
        h = _rotl(h ^ (uint64(data[at]) * _P5), 11) * _P1
        at += 1
    return _avalanche(h)


@kernel
def _hash_texts(offsets: NDArray[np.int32], data: Bytes, out: Words) -> None:
    for i in range(len(out)):
        out[i] = hash_bytes(data, offsets[i], offsets[i + 1])


@kernel
def _feed_rows(acc: Words, words: Words) -> None:
    for i in range(len(acc)):
        acc[i] = _feed(acc[i], words[i])


@kernel
def _finish_rows(acc: Words) -> None:
    for i in range(len(acc)):
        acc[i] = _avalanche(acc[i])


@kernel
def _number(keys: Words, occurrences: NDArray[np.int64], out: Words) -> None:
    for i in range(len(keys)):
        out[i] = _avalanche(_feed(_feed(_P5, keys[i]), uint64(occurrences[i])))


def text_keys(texts: pa.Array) -> Words:
    """XXH64 of each text of a string or dictionary array; missing values get a word of their own."""
    if isinstance(texts, pa.DictionaryArray):
        keys = np.append(text_keys(texts.dictionary), _NULL)
        codes = texts.indices.fill_null(len(keys) - 1).to_numpy(zero_copy_only=False)
        return np.asarray(keys[codes])
    plain = texts if pa.types.is_string(texts.type) else texts.cast(pa.string())
    out = np.empty(len(plain), np.uint64)
    if len(plain):
        _, offsets, data = plain.buffers()
        bounds = np.frombuffer(offsets, np.int32)[plain.offset : plain.offset + len(plain) + 1]
        raw = np.frombuffer(data, np.uint8) if data is not None and data.size else np.zeros(1, np.uint8)
        _hash_texts(bounds, raw, out)
    if plain.null_count:
        out[plain.is_null().to_numpy(zero_copy_only=False)] = _NULL
    return out


def text_key(text: str) -> int:
    """XXH64 of one text, unsigned."""
    return int(text_keys(pa.array([text], pa.string()))[0])


def number_keys(numbers: pa.Array) -> Words:
    """The words of an integer or timestamp array; missing values get a word of their own."""
    filled = numbers.cast(pa.int64()) if not pa.types.is_timestamp(numbers.type) else numbers.view(pa.int64())
    words = pc.fill_null(filled, 0).to_numpy(zero_copy_only=False).view(np.uint64)
    if numbers.null_count:
        words = np.where(numbers.is_null().to_numpy(zero_copy_only=False), _NULL, words)
    return np.asarray(words)


def content_keys(columns: Sequence[pa.Array]) -> Words:
    """One key per row over all given columns, in their order."""
    acc = np.full(len(columns[0]), _P5, np.uint64)
    for column in columns:
        textual = pa.types.is_string(column.type) or pa.types.is_dictionary(column.type)
        _feed_rows(acc, text_keys(column) if textual else number_keys(column))
    _finish_rows(acc)
    return acc


def numbered(keys: Words, occurrences: NDArray[np.int64]) -> NDArray[np.int64]:
    """Event ids: content key and its occurrence number (0 for the first) mixed to one signed 64-bit id."""
    out = np.empty(len(keys), np.uint64)
    _number(keys, occurrences, out)
    return out.view(np.int64)


def message_ids(kind: str, ids: pa.Array) -> pa.Array:
    """Event ids from explicit message ids of one kind of source; a missing message id stays missing."""
    kinds = pa.DictionaryArray.from_arrays(np.zeros(len(ids), np.int32), pa.array([kind]))
    made = content_keys([kinds, ids.cast(pa.string())]).view(np.int64)
    return pa.array(made, mask=ids.is_null().to_numpy(zero_copy_only=False))
