"""Correction for many comparisons: Holm's step-down method.

Holm keeps the chance of even one false claim on a map at or below the level, whatever the comparisons have to do with
each other. Benjamini–Hochberg would find a little more and allow one claim in twenty to be false; a person who spends
money on an obstacle deserves the stricter one.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Real = NDArray[np.float64]

LEVEL = 0.05


def holm(p: Real, tests: int | None = None) -> Real:
    """Adjusted p values in the given order; `tests` (default: their number) counts all comparisons made, also
    those without a p value.

    >>> holm(np.asarray([0.01, 0.04, 0.03])).round(3).tolist() [0.03, 0.06, 0.06]
    """
    order = np.argsort(p, kind="stable")
    many = max(tests or 0, len(p))
    stepped = np.maximum.accumulate(p[order] * (many - np.arange(len(p))))
    adjusted = np.empty(len(p))
    adjusted[order] = np.minimum(stepped, 1.0)
    return adjusted
