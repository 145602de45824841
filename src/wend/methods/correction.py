"""Correction for many comparisons: Holm's step-down method, and Benjamini–Hochberg's share of false claims.

Holm keeps the chance of even one false claim on a map at or below the level, whatever the comparisons have to do with
each other; a person who spends money on an obstacle deserves it. Benjamini–Hochberg finds more and lets a stated share
of what it claims be false: right for a description that is made of many small findings, such as what sets a group of
customers apart.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Real = NDArray[np.float64]

LEVEL = 0.05
FALSE_DISCOVERY = 0.10
"""The share of claims about what sets customers apart that may be false."""


def holm(p: Real, tests: int | None = None) -> Real:
    """Adjusted p values in the given order; `tests` (default: their number) counts all comparisons made, also
    those without a p value.

    >>> holm(np.asarray([0.01, 0.04, 0.03])).round(3).tolist()
    [0.03, 0.06, 0.06]
    """
    order = np.argsort(p, kind="stable")
    many = max(tests or 0, len(p))
    stepped = np.maximum.accumulate(p[order] * (many - np.arange(len(p))))
    adjusted = np.empty(len(p))
    adjusted[order] = np.minimum(stepped, 1.0)
    return adjusted


def benjamini_hochberg(p: Real) -> Real:
    """Adjusted p values in the given order: claiming all of at most q leaves, on average, at most a share q of false
    claims (Benjamini & Hochberg 1995; also under the positive dependence of Benjamini & Yekutieli 2001).

    >>> benjamini_hochberg(np.asarray([0.01, 0.04, 0.03, 0.005])).round(3).tolist()
    [0.02, 0.04, 0.04, 0.02]
    """
    order = np.argsort(p, kind="stable")[::-1]
    scaled = p[order] * len(p) / np.arange(len(p), 0, -1)
    adjusted = np.empty(len(p))
    adjusted[order] = np.minimum(np.minimum.accumulate(scaled), 1.0)
    return adjusted
