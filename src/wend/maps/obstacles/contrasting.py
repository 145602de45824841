"""One contrast: those who were hit against comparable ones who were not.

Comparable = same stratum (month, channel …). The others are weighted to the strata of those who were hit, so the
difference is what the hit ones lost. The interval is robust against several attempts of one customer; the p value is
the larger of the robust one and the one of the permutation test within strata (both by Student's t with the customers
of the smaller arm; 30 attempts in each arm are required before anyone looks).
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from scipy.special import stdtr

from wend.maps.obstacles.context import Flags, Real, Whole

Z95 = 1.959963984540054
LEAST = 30
"""Fewest attempts with a known outcome in each arm."""
LEAST_OTHERS = 3
"""Fewest comparable ones in a stratum; hit ones without them are left out of the figure."""
WORTH_A_LOOK = 0.01
"""Above this uncorrected p the robust error is not computed: it can only make p larger, and nothing here passes
the correction.
"""


class Contrast(NamedTuple):
    """`effect` = mean of the hit − mean of the comparable others; `hit_error`, `other_error` are standard errors
    of the two means.
    """

    effect: float
    low: float
    high: float
    p: float
    hit_mean: float
    other_mean: float
    hit_error: float
    other_error: float
    hit_n: int
    other_n: int


class _Arms(NamedTuple):
    y: Real
    hit: Flags
    stratum: Whole
    owner: Whole
    n1: Real
    n0: Real
    mean1: Real
    mean0: Real


def contrast(outcome: Real, hit: Flags, stratum: Whole, owner: Whole, *, always: bool = False) -> Contrast | None:
    """The contrast over attempts whose outcome is known (not NaN), or None when there are too few.

    `stratum` are small whole numbers; with `always` the robust error is computed whatever p is.
    """
    known = ~np.isnan(outcome)
    if known.sum() < 2 * LEAST:
        return None
    y, h, s, who = outcome[known], hit[known], stratum[known], owner[known]
    size = int(s.max()) + 1
    n1 = np.bincount(s[h], minlength=size).astype(np.float64)
    n0 = np.bincount(s, minlength=size) - n1
    usable = (n1 >= 1) & (n0 >= LEAST_OTHERS)
    n1, n0 = n1 * usable, n0 * usable
    if n1.sum() < LEAST or n0.sum() < LEAST:
        return None
    sum1 = np.bincount(s[h], y[h], size) * usable
    sum0 = np.bincount(s, y, size) * usable - sum1
    arms = _Arms(y, h, s, who, n1, n0, sum1 / np.maximum(n1, 1), sum0 / np.maximum(n0, 1))
    squares = np.asarray(np.bincount(s, y * y, size) * usable, np.float64)
    return _difference(arms, squares, always=always)


def _difference(arms: _Arms, squares: Real, *, always: bool) -> Contrast:
    n1, n0, n = arms.n1, arms.n0, arms.n1 + arms.n0
    weight = n1 / n1.sum()
    hit_mean, other_mean = float((weight * arms.mean1).sum()), float((weight * arms.mean0).sum())
    effect = hit_mean - other_mean
    overall = (arms.mean1 * n1 + arms.mean0 * n0) / np.maximum(n, 1)
    variance = np.maximum(squares - n * overall**2, 0) / np.maximum(n - 1, 1)
    permuted = float(np.sqrt((weight**2 * variance * (1 / np.maximum(n1, 1) + 1 / np.maximum(n0, 1))).sum()))
    errors, freedom = (permuted, permuted / np.sqrt(2), permuted / np.sqrt(2)), int(n1.sum()) - 1
    if always or _p(effect, permuted, freedom) < WORTH_A_LOOK:
        errors, freedom = _robust(arms, weight, hit_mean, effect), _freedom(arms)
    p = _p(effect, max(errors[0], permuted), freedom)
    low, high = effect - Z95 * errors[0], effect + Z95 * errors[0]
    return Contrast(effect, low, high, p, hit_mean, other_mean, errors[1], errors[2], int(n1.sum()), int(n0.sum()))


def _p(effect: float, error: float, freedom: int) -> float:
    return float(2 * stdtr(max(freedom, 1), -abs(effect) / max(error, 1e-12)))


def _freedom(arms: _Arms) -> int:
    """Customers in the smaller arm, less one: so much the error itself is worth."""
    usable = (arms.n1 + arms.n0)[arms.stratum] > 0
    return min(int(np.count_nonzero(np.bincount(arms.owner[usable & side]))) for side in (arms.hit, ~arms.hit)) - 1


def _robust(arms: _Arms, weight: Real, hit_mean: float, effect: float) -> tuple[float, float, float]:
    """Errors of the difference and of both means: what each attempt adds to them, summed within its customer
    before squaring.
    """
    s, total = arms.stratum, arms.n1.sum()
    usable = (arms.n1 + arms.n0)[s] > 0
    hit, others = arms.hit & usable, ~arms.hit & usable
    spread = weight / np.sqrt(np.maximum(arms.n0, 1) * np.maximum(arms.n0 - 1, 1))
    pull0 = np.where(others, spread[s] * (arms.y - arms.mean0[s]), 0.0)
    pull1 = np.where(hit, (arms.y - arms.mean0[s] - effect) / total, 0.0)
    own = np.where(hit, (arms.y - hit_mean) / total, 0.0)
    return _clustered(pull1 - pull0, arms.owner), _clustered(own, arms.owner), _clustered(pull0, arms.owner)


def _clustered(pull: Real, owner: Whole) -> float:
    """The standard error of a sum of pulls when one customer's pulls may move together."""
    return float(np.sqrt((np.bincount(owner, pull) ** 2).sum()))
