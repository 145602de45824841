"""The places of many customers among a hundred thousand, compiled: the same bits as `conditions/share.py`."""

from __future__ import annotations

import numpy as np
import pyarrow as pa
from numba import njit
from numpy.typing import NDArray

from wend.conditions.share import PLACES, PRIME, STIR_1, STIR_2, start


@njit(nogil=True, cache=True)
def _places(
    ends: NDArray[np.int64], data: NDArray[np.uint8], begun: np.uint64, out: NDArray[np.int64]
) -> None:  # pragma: no cover  # compiled
    for row in range(len(out)):
        mixed = begun
        for at in range(ends[row], ends[row + 1]):
            mixed = (mixed ^ np.uint64(data[at])) * np.uint64(PRIME)
        mixed = (mixed ^ (mixed >> np.uint64(30))) * np.uint64(STIR_1)
        mixed = (mixed ^ (mixed >> np.uint64(27))) * np.uint64(STIR_2)
        out[row] = np.int64((mixed ^ (mixed >> np.uint64(31))) % np.uint64(PLACES))


def places(customers: pa.Array, salt: str) -> NDArray[np.int64]:
    """The place of every customer id."""
    texts = customers.cast(pa.large_string())
    if isinstance(texts, pa.ChunkedArray):
        texts = texts.combine_chunks()
    out = np.zeros(len(texts), np.int64)
    if len(texts):
        _, offsets, data = texts.buffers()
        ends = np.frombuffer(offsets, np.int64)[texts.offset : texts.offset + len(texts) + 1]
        _places(ends, np.frombuffer(data, np.uint8), np.uint64(start(salt)), out)
    return out
