"""Texts searched for a piece of text: a signature tells most customers apart, the bytes decide about the rest.

A text's signature has a bit for each pair of neighbouring bytes; a piece can only be in a text that has all its bits.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar, cast

import numpy as np
from numba import njit
from numpy.typing import NDArray

Bytes = NDArray[np.uint8]
Places = NDArray[np.int64]
Mask = NDArray[np.bool_]
Signs = NDArray[np.uint64]
WORDS = 4
"""A signature has so many 64-bit words."""
F = TypeVar("F", bound=Callable[..., Any])


def kernel(function: F) -> F:
    """Compile a loop over arrays, cached on disk."""
    return cast("F", njit(cache=True, nogil=True)(function))


@kernel
def _sign(data: Bytes, bounds: Places, first: int, last: int, signs: Signs) -> None:
    for row in range(first, last):
        for at in range(bounds[row], bounds[row + 1] - 1):
            bit = (
                np.uint64(data[at]) * np.uint64(0x9E3779B1) ^ np.uint64(data[at + 1]) * np.uint64(0x85EBCA77)
            ) >> np.uint64(5)
            signs[row, (bit >> np.uint64(6)) & np.uint64(WORDS - 1)] |= np.uint64(1) << (bit & np.uint64(63))


@kernel
def _find(
    data: Bytes, bounds: Places, signs: Signs, piece: Bytes, wanted: Signs, first: int, last: int, out: Mask
) -> None:
    size = len(piece)
    for row in range(first, last):
        if not out[row]:
            continue
        fits = True
        for word in range(WORDS):
            fits &= (signs[row, word] & wanted[0, word]) == wanted[0, word]
        found = False
        if fits:
            for at in range(bounds[row], bounds[row + 1] - size + 1):
                if data[at] == piece[0]:
                    k = 1
                    while k < size and data[at + k] == piece[k]:
                        k += 1
                    if k == size:
                        found = True
                        break
        out[row] = found


def signatures(data: Bytes, bounds: Places) -> Signs:
    """The signature of every text; text r is data[bounds[r]:bounds[r + 1]]."""
    signs = np.zeros((len(bounds) - 1, WORDS), np.uint64)
    _sign(data, bounds, 0, len(signs), signs)
    return signs


def narrow(data: Bytes, bounds: Places, signs: Signs, piece: str, out: Mask, threads: int) -> None:
    """Leave true in `out` only the texts that hold this piece."""
    raw = np.frombuffer(piece.encode(), np.uint8)
    if len(raw) == 0:
        return
    wanted = signatures(raw, np.array([0, len(raw)], np.int64))
    cuts = np.linspace(0, len(out), threads + 1).astype(np.int64).tolist()

    def one(part: int) -> None:
        _find(data, bounds, signs, raw, wanted, cuts[part], cuts[part + 1], out)

    if threads == 1 or len(out) < 10_000:
        _find(data, bounds, signs, raw, wanted, 0, len(out), out)
        return
    with ThreadPoolExecutor(threads) as pool:
        list(pool.map(one, range(threads)))
