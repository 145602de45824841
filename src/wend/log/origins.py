"""Where the rows of a bucket that was written anew stood before: both are in the order of journeys, so that one walk
over both tells.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from wend.log.compiled import inlined, kernel
from wend.log.hashing import Words

Array = NDArray[Any]
Origins = NDArray[np.int32]
NOWHERE = -1
_ORDER = ("occurred_at", "micro", "received_at", "event_id")


@inlined
def _before(a: Any, i: int, b: Any, k: int) -> bool:
    """Whether row i of one customer stands before row k of the same; most rows are told apart by the first column."""
    if a[0][i] != b[0][k]:
        return bool(a[0][i] < b[0][k])
    if a[1][i] != b[1][k]:
        return bool(a[1][i] < b[1][k])
    if a[2][i] != b[2][k]:
        return bool(a[2][i] < b[2][k])
    return bool(a[3][i] < b[3][k])


@kernel
def _walk(
    keys: Words,
    offsets: NDArray[np.int64],
    rows: Any,
    new_keys: Words,
    new_offsets: NDArray[np.int64],
    new_rows: Any,
    out: Origins,
) -> None:
    customer = 0
    for c in range(len(new_keys)):
        while customer < len(keys) and keys[customer] < new_keys[c]:
            customer += 1
        known = customer < len(keys) and keys[customer] == new_keys[c]
        i = offsets[customer] if known else 0
        end = offsets[customer + 1] if known else 0
        for k in range(new_offsets[c], new_offsets[c + 1]):
            while i < end and rows[3][i] != new_rows[3][k] and _before(rows, i, new_rows, k):
                i += 1
            out[k] = NOWHERE
            if i < end and rows[3][i] == new_rows[3][k]:
                out[k] = i
                i += 1


def origins(before: Mapping[str, Array], after: Mapping[str, Array]) -> Origins:
    """For every row of `after` its place in `before`, or NOWHERE; the arrays of two buckets, mixed or not."""
    out = np.empty(len(after["event_id"]), np.int32)
    old: Any = tuple(before[name] for name in _ORDER)
    new: Any = tuple(after[name] for name in _ORDER)
    _walk(before["keys"], before["offsets"], old, after["keys"], after["offsets"], new, out)
    return out


def left(found: Origins, rows: int) -> NDArray[np.int64]:
    """Places of the rows, of so many, that stand nowhere any more."""
    stays = np.zeros(rows, np.bool_)
    stays[found[found >= 0]] = True
    return np.flatnonzero(~stays)
