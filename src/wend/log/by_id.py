"""Codes of events by their ids, found for many at once in any order: sorted, with a table of where each beginning of an
id stands.

Ids are hashes, so their beginnings are spread evenly and a question looks at a handful of neighbours; ids of any other
kind are found as well, only slower.
"""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numba import int64, uint64
from numpy.typing import NDArray

from wend.log.compiled import kernel
from wend.log.hashing import Words

Codes = NDArray[np.int32]
Places = NDArray[np.int64]
RANGES = 256
_BITS = 8
_NEAR = 8
"""How many neighbours a question looks at, about."""
_FEW = 64
"""So many neighbours are sorted by insertion."""


class Spread(NamedTuple):
    """Some events in the order of the first eight bits of their ids; range r is starts[r]:starts[r + 1]."""

    ids: Words
    codes: Codes
    starts: Places


@kernel
def _spread(ids: Words, codes: Codes, shift: int, mask: int, starts: Places, out: Words, coded: Codes) -> None:
    """Sort by some bits of the ids; `starts` are where each value of these bits begins, and the end."""
    for i in range(len(ids)):
        starts[int64((ids[i] >> uint64(shift)) & uint64(mask)) + 1] += 1
    for k in range(len(starts) - 1):
        starts[k + 1] += starts[k]
    at = starts.copy()
    for i in range(len(ids)):
        k = int64((ids[i] >> uint64(shift)) & uint64(mask))
        out[at[k]], coded[at[k]] = ids[i], codes[i]
        at[k] += 1


@kernel
def _settle(ids: Words, codes: Codes, starts: Places) -> None:
    """Sort each stretch between two of `starts` by insertion."""
    for k in range(len(starts) - 1):
        for i in range(starts[k] + 1, starts[k + 1]):
            moving, code, j = ids[i], codes[i], i
            while j > starts[k] and ids[j - 1] > moving:
                ids[j], codes[j] = ids[j - 1], codes[j - 1]
                j -= 1
            ids[j], codes[j] = moving, code


@kernel
def _find(ids: Words, codes: Codes, starts: Places, shift: int, asked: Words, places: Codes, out: Codes) -> None:
    """The code of each id at its place of `out`."""
    for i in range(len(asked)):
        begin = int64(asked[i] >> uint64(shift))
        low, end = starts[begin], starts[begin + 1]
        high = end
        while low < high:
            middle = (low + high) // 2
            if ids[middle] < asked[i]:
                low = middle + 1
            else:
                high = middle
        if low < end and ids[low] == asked[i]:
            out[places[i]] = codes[low]


def spread(ids: NDArray[np.int64], codes: Codes) -> Spread:
    """Events with a code each, on their way to be found by their ids."""
    words = np.array(ids).view(np.uint64)  # copied: mapped and fresh ones meet one compiled version
    starts, out, coded = np.zeros(RANGES + 1, np.int64), np.empty_like(words), np.empty(len(words), np.int32)
    _spread(words, np.array(codes, np.int32), 64 - _BITS, RANGES - 1, starts, out, coded)
    return Spread(out, coded, starts)


@dataclass(frozen=True, slots=True)
class ById:
    """Codes of events. Of an id that came several times, one of its codes is found."""

    ids: Words
    codes: Codes
    starts: Places
    shift: int

    def find(self, asked: NDArray[np.int64], missing: int) -> Codes:
        """The code of each event, `missing` where it is not known."""
        out = np.full(len(asked), missing, np.int32)
        if len(self.ids):
            words, places = np.array(asked).view(np.uint64), np.arange(len(asked), dtype=np.int32)
            _find(self.ids, self.codes, self.starts, self.shift, words, places, out)
        return out

    def find_all(self, asked: Sequence[NDArray[np.int64]], missing: int, threads: int) -> list[Codes]:
        """The same for many at once, a range of ids after the other, so that what is looked at stays in the processor's
        cache.
        """
        ends = np.cumsum([0, *map(len, asked)])
        out = np.full(ends[-1], missing, np.int32)
        places = [np.arange(begin, end, dtype=np.int32) for begin, end in pairwise(ends.tolist())]

        def look_up(r: int) -> None:
            for piece in pieces:
                mine = slice(int(piece.starts[r]), int(piece.starts[r + 1]))
                _find(self.ids, self.codes, self.starts, self.shift, piece.ids[mine], piece.codes[mine], out)

        with ThreadPoolExecutor(threads) as pool:
            pieces = list(pool.map(spread, asked, places))
            list(pool.map(look_up, range(RANGES) if len(self.ids) else ()))
        return [out[begin:end] for begin, end in pairwise(ends.tolist())]


def by_id(pieces: Sequence[Spread], tables: Sequence[Codes] | None, threads: int) -> ById:
    """All events of the pieces. With tables, a piece's codes are places in its table, and −1 is the table's last."""
    total = sum(len(piece.ids) for piece in pieces)
    bits = max(0, (total // _NEAR).bit_length() - _BITS)
    sizes = (
        np.sum([np.diff(piece.starts) for piece in pieces], axis=0, dtype=np.int64)
        if pieces
        else np.zeros(RANGES, np.int64)
    )
    begins = np.zeros(RANGES + 1, np.int64)
    np.cumsum(sizes, out=begins[1:])
    ids, codes = np.empty(total, np.uint64), np.empty(total, np.int32)
    starts = np.full((RANGES << bits) + 1, total, np.int64)

    def one(r: int) -> None:
        here = slice(int(begins[r]), int(begins[r + 1]))
        mine = [slice(int(piece.starts[r]), int(piece.starts[r + 1])) for piece in pieces]
        found = np.concatenate([piece.ids[rows] for piece, rows in zip(pieces, mine, strict=True)])
        coded = [piece.codes[rows] for piece, rows in zip(pieces, mine, strict=True)]
        if tables is not None:
            coded = [table[each] for table, each in zip(tables, coded, strict=True)]
        within = np.zeros((1 << bits) + 1, np.int64)
        _sorted(found, np.concatenate(coded), bits, within, ids[here], codes[here])
        starts[r << bits : (r + 1) << bits] = within[:-1] + begins[r]

    with ThreadPoolExecutor(threads) as pool:
        list(pool.map(one, range(RANGES) if pieces else ()))
    return ById(ids, codes, starts, 64 - _BITS - bits)


def _sorted(found: Words, coded: Codes, bits: int, within: Places, ids: Words, codes: Codes) -> None:
    _spread(found, coded, 64 - _BITS - bits, (1 << bits) - 1, within, ids, codes)
    if np.diff(within).max(initial=0) > _FEW:  # no hashes
        order = np.argsort(found, kind="stable")
        ids[:], codes[:] = found[order], coded[order]
        return
    _settle(ids, codes, within)
