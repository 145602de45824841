"""One difference over many strata: those who met something against comparable ones who did not.

The Mantel–Haenszel risk difference (Greenland & Robins 1985) with Sato's variance (1989), which holds for many thin
strata and for few thick ones, and the test of Cochran, Mantel & Haenszel (1959) without continuity correction.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

import numpy as np
from numpy.typing import NDArray

from wend.methods.intervals import Z95, normal_tails

Counts = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Matched:
    """Over the strata that have both kinds: how many were exposed and how many not, the share of the exposed to whom it
    happened, the share expected from their strata, the difference with its 95 % interval, and p of "no difference".
    """

    exposed: int
    others: int
    share: float
    expected: float
    difference: float
    low: float
    high: float
    p: float
    chi_squared: float


def mantel_haenszel(hits: Counts, exposed: Counts, other_hits: Counts, others: Counts) -> Matched | None:
    """By stratum: to how many of the exposed and of the others it happened; None where no stratum has both."""
    both = (exposed > 0) & (others > 0)
    a, n1, c, n0 = (counts[both].astype(np.float64) for counts in (hits, exposed, other_hits, others))
    if not len(a):
        return None
    n, m = n1 + n0, a + c
    weight = float((n1 * n0 / n).sum())
    difference = float(((a * n0 - c * n1) / n).sum()) / weight
    slope = (n1**2 * c - n0**2 * a + n1 * n0 * (n0 - n1) / 2) / n**2
    level = (a * (n0 - c) + c * (n1 - a)) / (2 * n)
    reach = Z95 * sqrt(max(0.0, difference * float(slope.sum()) + float(level.sum()))) / weight
    spread = float((n1 * n0 * m * (n - m) / (n**2 * np.maximum(n - 1, 1))).sum())
    surplus = float((a - n1 * m / n).sum())
    chi_squared = surplus**2 / spread if spread else 0.0
    share, expected = float(a.sum() / n1.sum()), float((n1 * c / n0).sum() / n1.sum())
    low, high = max(-1.0, difference - reach), min(1.0, difference + reach)
    p = normal_tails(sqrt(chi_squared))
    return Matched(int(n1.sum()), int(n0.sum()), share, expected, difference, low, high, p, chi_squared)
