"""Fifths by rank, with one rule for ties: equal values always stay together.

A run of equal values belongs to the fifth in which its middle lies. So nobody's fifth depends on the order of rows, on
chance, or on how many others have the very same value and came first; the price is that fifths of a number with few
values are not equally large, and some may be empty. They are shown with their sizes.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

PARTS = 5
Real = NDArray[np.float64]


def fifths(values: Real) -> NDArray[np.int64]:
    """For each value 1 (lowest) to 5 (highest).

    >>> fifths(np.array([1.0, 1, 1, 2, 3, 4, 5, 6, 7, 8])).tolist()
    [1, 1, 1, 2, 3, 3, 4, 4, 5, 5]
    """
    _, place, counts = np.unique(values, return_inverse=True, return_counts=True)
    middle = (np.cumsum(counts) - counts / 2) / max(len(values), 1)
    return (np.minimum(np.floor(middle * PARTS), PARTS - 1).astype(np.int64) + 1)[place]


def borders(values: Real, parts: NDArray[np.int64]) -> list[tuple[float, float] | None]:
    """The lowest and the highest value of every fifth; None of one in which nobody is."""
    inside = [values[parts == part] for part in range(1, PARTS + 1)]
    return [(float(each.min()), float(each.max())) if len(each) else None for each in inside]
