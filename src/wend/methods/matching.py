"""Two partings of the same things compared: how far they agree, and which group became which.

The adjusted Rand index (Hubert & Arabie 1985): 1 = the same groups whatever they are called, 0 = what chance would
give. Groups keep their names over time by the assignment that keeps most of their members (Kuhn 1955; Jonker &
Volgenant 1987 in SciPy).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Whole = NDArray[np.int64]
Real = NDArray[np.float64]


def agreement(one: Whole, other: Whole) -> float:
    """The adjusted Rand index of two groupings of the same rows, by codes from 0; 1.0 where both are one group.

    >>> agreement(np.array([0, 0, 1, 1]), np.array([1, 1, 0, 0]))
    1.0
    """
    table = _pairs_of(crossed(one, other))
    rows, columns = (_pairs_of(np.bincount(codes)) for codes in (one, other))
    every = len(one) * (len(one) - 1) / 2
    expected = rows * columns / every if every else 0.0
    most = (rows + columns) / 2
    return 1.0 if most == expected else (table - expected) / (most - expected)


def crossed(one: Whole, other: Whole) -> Whole:
    """How many rows are in group i of the one and in group j of the other."""
    shape = (int(one.max(initial=-1)) + 1, int(other.max(initial=-1)) + 1)
    return np.bincount(one * shape[1] + other, minlength=shape[0] * shape[1]).reshape(shape).astype(np.int64)


def _pairs_of(counts: Whole) -> float:
    return float((counts * (counts - 1) / 2).sum())


def successors(distances: Real) -> list[int | None]:
    """For every old group (a row) the new group (a column) that it became, by the smallest sum of distances; None for
    one that has no successor.
    """
    from scipy.optimize import linear_sum_assignment  # a tenth of a second: only who matches pays it

    rows, columns = linear_sum_assignment(distances)
    found: list[int | None] = [None] * len(distances)
    for row, column in zip(rows.tolist(), columns.tolist(), strict=True):
        found[row] = column
    return found
