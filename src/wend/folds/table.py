"""Counters under keys that are not known beforehand: open addressing in two arrays, for folds over thousands of codes.

`keys` has a power of two of places, FREE where nothing stands. A table that grows too full answers -1; the fold notes
it and the engine asks again with more room. Merging packs both tables into sorted keys without free places: exact, but
no longer a table to walk into.
"""

from __future__ import annotations

import numpy as np

from wend.folds.contract import Cells
from wend.folds.kernel import kernel

FREE = -1
_LONGEST_SEARCH = 128


@kernel
def place_of(keys: Cells, key: int) -> int:
    """The place of `key` (≥ 0), taken if new; -1 when the table is too full."""
    mask = len(keys) - 1
    scattered = np.uint64(key) * np.uint64(0x9E3779B97F4A7C15)
    at = np.int64(scattered >> np.uint64(33)) & mask
    for _ in range(min(_LONGEST_SEARCH, len(keys))):
        if keys[at] == key:
            return int(at)
        if keys[at] == FREE:
            keys[at] = key
            return int(at)
        at = (at + 1) & mask
    return -1


def empty(places: int) -> Cells:
    """Keys of an empty table."""
    return np.full(places, FREE, np.int64)


def packed(keys: Cells, counts: Cells) -> tuple[Cells, Cells]:
    """The table as sorted keys without free places, each once, and its counts."""
    taken = keys != FREE
    unique, at = np.unique(keys[taken], return_inverse=True)
    sums = np.zeros(len(unique), np.int64)
    np.add.at(sums, at, counts[taken])
    return unique, sums


def merged(keys_a: Cells, counts_a: Cells, keys_b: Cells, counts_b: Cells) -> tuple[Cells, Cells]:
    """Both tables, packed into one."""
    return packed(np.concatenate([keys_a, keys_b]), np.concatenate([counts_a, counts_b]))
