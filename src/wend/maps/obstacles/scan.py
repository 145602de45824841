"""The worst run of days in a series: a scan statistic with a correction for every window it tried.

For every run of days the likelihood ratio of "failed more often inside than outside" (Kulldorff's Bernoulli scan).
The p value is the tail of that ratio times the number of runs tried, after the ratio is divided by how much more the
weeks outside swing than coins would.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numba import njit
from scipy.special import bdtrc, ndtr

from wend.maps.obstacles.context import Real

LEAST_DAYS = 21
SHORTEST_DAYS = 3
LONGEST_DAYS = 45
ABRUPT = 0.25
"""An incident takes away at least a quarter of those who usually take the step."""
LEAST_FAILED, LEAST_TRIED = 12, 30
LEAST_BEFORE = 7
DAYS_ARE_NOT_COINS = 5
"""Further strictness: what happens on one day (a batch, a holiday) happens to many at once, so runs come too easily."""


class Run(NamedTuple):
    """Days `first` … `last`, both inside; `score` is the corrected log likelihood ratio."""

    first: int
    last: int
    p: float
    score: float


@njit(nogil=True, cache=True)
def _best(tried: Real, failed: Real, longest: int, least_drop: float, abrupt: float) -> tuple[int, int, float]:
    days = len(tried)
    n, f = np.zeros(days + 1), np.zeros(days + 1)
    for d in range(days):
        n[d + 1], f[d + 1] = n[d] + tried[d], f[d] + failed[d]
    all_n, all_f = n[days], f[days]
    best_a, best_b, best = -1, -1, 0.0
    for a in range(days):
        if tried[a] == 0:
            continue
        for b in range(a + SHORTEST_DAYS - 1, min(days, a + longest)):
            n1, f1 = n[b + 1] - n[a], f[b + 1] - f[a]
            if tried[b] == 0 or n1 < 30 or f1 < 12:
                continue
            n0, f0 = all_n - n1, all_f - f1
            if n0 < n1 or f1 / n1 - f0 / n0 < max(least_drop, abrupt * (1 - f0 / n0)):
                continue
            score = _entropy(f1, n1) + _entropy(f0, n0) - _entropy(all_f, all_n)
            if score > best:
                best_a, best_b, best = a, b, score
    return best_a, best_b, best


@njit(nogil=True, cache=True)
def _entropy(f: float, n: float) -> float:
    total = 0.0
    if f > 0:
        total += f * np.log(f / n)
    if f < n:
        total += (n - f) * np.log((n - f) / n)
    return total


def worst_run(tried: Real, failed: Real, least_drop: float) -> Run | None:
    """The run of days with the greatest corrected ratio, or None when no run is worse by `least_drop`."""
    days = len(tried)
    longest = min(LONGEST_DAYS, 2 * days // 5)
    a, b, score = _best(tried, failed, longest, least_drop, ABRUPT)
    if a < 0 or not _abrupt(tried, failed, a, b, least_drop):
        return None
    outside = np.ones(days, np.bool_)
    outside[a : b + 1] = False
    corrected = score / _swing(tried, failed, outside)
    rate = failed[outside].sum() / tried[outside].sum()
    inside_n, inside_f = tried[a : b + 1].sum(), failed[a : b + 1].sum()
    tail = max(float(ndtr(-np.sqrt(2 * corrected))), float(bdtrc(float(inside_f) - 1, int(inside_n), rate)))
    return Run(a, b, min(1.0, DAYS_ARE_NOT_COINS * tail * days * longest), corrected)


def _abrupt(tried: Real, failed: Real, a: int, b: int, least_drop: float) -> bool:
    """There is a week before it, and both flanks, as long as the run itself (a week at least), are better by half of
    what is asked: a step, not a slope, and not just how a log begins.
    """
    if tried[:a].sum() < LEAST_TRIED or a < LEAST_BEFORE:
        return False
    width = max(7, b - a + 1)
    inside = failed[a : b + 1].sum() / tried[a : b + 1].sum()
    for low, high in ((max(0, a - width), a), (b + 1, min(len(tried), b + 1 + width))):
        n = tried[low:high].sum()
        if n >= LEAST_TRIED and inside - failed[low:high].sum() / n < least_drop / 2:
            return False
    return True


def _swing(tried: Real, failed: Real, outside: np.ndarray[tuple[int], np.dtype[np.bool_]]) -> float:
    """How much more the weeks outside the run vary than coin flips of one chance would; at least 1."""
    week = np.arange(len(tried))[outside] // 7
    n, f = np.bincount(week, tried[outside]), np.bincount(week, failed[outside])
    n, f = n[n >= 5], f[n >= 5]
    if len(n) < 4:
        return 1.0
    rate = f.sum() / n.sum()
    expected = n * rate * (1 - rate)
    return max(1.0, float(((f - n * rate) ** 2 / np.maximum(expected, 1e-9)).sum() / (len(n) - 1)))
