"""Hash tables on 64-bit keys, compiled: which customers were met, who a linked identifier is, the last value of a
trait."""

from __future__ import annotations

import numpy as np
from numba import uint64
from numpy.typing import NDArray

from wend.log.compiled import inlined, kernel
from wend.log.hashing import Words

Slots = NDArray[np.int64]
_EMPTY = -1
_SPREAD = np.uint64(0x9E3779B185EBCA87)


@inlined
def _slot(key: np.uint64, slots: int) -> int:
    return int((key * _SPREAD) >> uint64(20)) & (slots - 1)


@kernel
def _remap(slots: Slots, keys: Words, values: Words, asked: Words, out: Words) -> None:
    for i in range(len(asked)):
        out[i] = asked[i]
        at = _slot(asked[i], len(slots))
        while slots[at] != _EMPTY:
            if keys[slots[at]] == asked[i]:
                out[i] = values[slots[at]]
                break
            at = (at + 1) & (len(slots) - 1)


@kernel
def _insert(slots: Slots, keys: Words, start: int, end: int) -> None:
    for i in range(start, end):
        at = _slot(keys[i], len(slots))
        while slots[at] != _EMPTY:
            at = (at + 1) & (len(slots) - 1)
        slots[at] = i


@kernel
def _add_new(slots: Slots, keys: Words, count: int, asked: Words, found: Slots) -> int:
    """Append unknown members of `asked` to keys[count:]; found[k] = where the k-th of them stands in `asked`."""
    new = 0
    for i in range(len(asked)):
        at = _slot(asked[i], len(slots))
        while slots[at] != _EMPTY and keys[slots[at]] != asked[i]:
            at = (at + 1) & (len(slots) - 1)
        if slots[at] == _EMPTY:
            slots[at] = count + new
            keys[count + new] = asked[i]
            found[new] = i
            new += 1
    return new


@kernel
def _find(slots: Slots, keys: Words, asked: Words, out: Slots) -> None:
    for i in range(len(asked)):
        at = _slot(asked[i], len(slots))
        while slots[at] != _EMPTY and keys[slots[at]] != asked[i]:
            at = (at + 1) & (len(slots) - 1)
        out[i] = slots[at]


class KeySet:
    """Keys in the order they were first met."""

    def __init__(self) -> None:
        self._slots = np.full(1 << 12, _EMPTY, np.int64)
        self._keys = np.empty(1 << 11, np.uint64)
        self.count = 0

    def add(self, asked: Words) -> NDArray[np.int64]:
        """Take keys in; positions in `asked` at which a key was met for the first time."""
        self._room(len(asked))
        found = np.empty(len(asked), np.int64)
        new = _add_new(self._slots, self._keys, self.count, asked, found)
        self.count += new
        return found[:new]

    def find(self, asked: Words) -> NDArray[np.int64]:
        """For each key how many were met before it; -1 for those that were not met."""
        out = np.empty(len(asked), np.int64)
        _find(self._slots, self._keys, np.array(asked), out)  # copied: mapped and fresh ones meet one compiled version
        return out

    def _room(self, more: int) -> None:
        needed = self.count + more
        if needed <= len(self._keys):
            return
        size = 1 << int(needed - 1).bit_length()
        self._keys = np.concatenate([self._keys[: self.count], np.empty(size - self.count, np.uint64)])
        self._slots = np.full(2 * size, _EMPTY, np.int64)
        _insert(self._slots, self._keys, 0, self.count)


class KeyMap:
    """A fixed mapping of some keys to others; every other key stays what it is."""

    def __init__(self, keys: Words, values: Words) -> None:
        self._keys, self._values = keys, values
        self._slots = np.full(2 << max(4, len(keys).bit_length()), _EMPTY, np.int64)
        _insert(self._slots, keys, 0, len(keys))

    def apply(self, asked: Words) -> Words:
        """Each key, replaced where the mapping knows it."""
        if len(self._keys) == 0:
            return asked
        out = np.empty_like(asked)
        _remap(self._slots, self._keys, self._values, asked, out)
        return out
