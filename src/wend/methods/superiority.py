"""How often does one group have more than another? An effect size that no unit and no rich customer can distort.

Cliff's delta (1993): the chance that a customer of the first group has more than one of the second, minus the chance
that they have less. Of yes and no it is exactly the difference of the two shares, so that numbers and shares can be
ranked together. The interval is DeLong, DeLong and Clarke-Pearson's (1988) on the logit scale, p is Brunner and
Munzel's (2000), which asks nothing of the two groups' spreads; where no value of one group reaches the other, their
variance is zero and Mann and Whitney's test (1947) with its correction for ties takes its place.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import exp, log, sqrt

import numpy as np
from numpy.typing import NDArray

from wend.methods.intervals import Z95, normal_tails, t_tails, wilson

Real = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Superiority:
    """Cliff's delta of the first group over the second, from −1 to 1, with its 95 % interval and the p-value of
    "neither has more".
    """

    value: float
    low: float
    high: float
    p: float
    n: int
    other_n: int


def superiority(first: Real, second: Real) -> Superiority:
    """Over two samples of a number. Fewer than two values on a side prove nothing: p = 1."""
    m, n = len(first), len(second)
    if m < 2 or n < 2:
        return Superiority(0.0, -1.0, 1.0, 1.0, m, n)
    values, place = np.unique(np.concatenate([first, second]), return_inverse=True)
    a = np.bincount(place[:m], minlength=len(values)).astype(np.float64)
    b = np.bincount(place[m:], minlength=len(values)).astype(np.float64)
    over_b, over_a = (np.cumsum(b) - b / 2) / n, (np.cumsum(a) - a / 2) / m
    chance = float(a @ over_b) / m
    mine = float(a @ (over_b - chance) ** 2) / (m - 1) / m
    theirs = float(b @ (over_a - 1 + chance) ** 2) / (n - 1) / n
    error = sqrt(mine + theirs)
    low, high = _interval(chance, error, min(m, n))
    if error > 0:
        freedom = error**4 / (mine**2 / (m - 1) + theirs**2 / (n - 1))
        p = t_tails((chance - 0.5) / error, freedom)
    else:
        p = _mann_whitney(chance, a + b, m, n)
    return Superiority(2 * chance - 1, 2 * low - 1, 2 * high - 1, p, m, n)


def _interval(chance: float, error: float, smaller: int) -> tuple[float, float]:
    """On the logit scale, where it cannot leave 0 … 1; without any spread as wide as a share of the smaller group."""
    if error == 0 or not 0 < chance < 1:
        known = wilson(round(chance * smaller), smaller)
        return min(known.low, chance), max(known.high, chance)
    middle, reach = log(chance / (1 - chance)), Z95 * error / (chance * (1 - chance))
    low, high = (1 / (1 + exp(min(700.0, -bound))) for bound in (middle - reach, middle + reach))
    return low, high


def _mann_whitney(chance: float, ties: Real, m: int, n: int) -> float:
    everybody = m + n
    spread = everybody + 1 - float((ties**3 - ties).sum()) / (everybody * (everybody - 1))
    return normal_tails((chance - 0.5) / sqrt(spread / (12 * m * n))) if spread > 0 else 1.0
