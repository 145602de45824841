"""The scan behind `changes.py`: every run of days of a daily figure, and how much its level differs from that around.

Sources are named there. A series is looked at run by run; series of noise, of which there are many over the same
exposure, run by run all at once: what depends on the exposure alone is told once, and a few products are left for each
of them, without a branch (measured over 300 days, one core: 99 series one by one 15.3 ms, at once 1.0 ms).
"""

from __future__ import annotations

import numpy as np
from numba import njit
from numpy.typing import NDArray

Real = NDArray[np.float64]

COUNT, SHARE, MEAN = range(3)

SHORTEST, LONGEST, FINE = 2, 60, 31
"""Runs of fewer than FINE days are all tried, of longer ones every second length."""
AROUND = 42
BEFORE = 14
"""A run is compared with AROUND days on each side, as far as the series has them, and with BEFORE at least."""
BORDER = 7
SETTLING = 28
"""A level that stays is measured on its first weeks, and was another for twice as long."""
LEAST_INSIDE = 30.0
"""At least so much is counted inside a run, or was to be expected there."""
FEWEST_BLOCKS = 5


@njit(nogil=True, cache=True)
def ratio(kind: int, x1: float, n1: float, x0: float, n0: float, variance: float) -> float:
    """Log likelihood ratio of two levels against one."""
    if kind == MEAN:
        gap = x1 / n1 - x0 / n0
        return gap * gap / (2 * variance * (1 / n1 + 1 / n0))
    if kind == COUNT:
        return _part(x1, n1) + _part(x0, n0) - _part(x1 + x0, n1 + n0)
    misses = _part(n1 - x1, n1) + _part(n0 - x0, n0) - _part(n1 + n0 - x1 - x0, n1 + n0)
    return _part(x1, n1) + _part(x0, n0) - _part(x1 + x0, n1 + n0) + misses


@njit(nogil=True, cache=True)
def _part(x: float, n: float) -> float:
    return x * np.log(x / n) if x > 0 else 0.0


@njit(nogil=True, cache=True)
def _level(x: Real, n: Real, a: int, b: int) -> float:
    """Level of days a … b − 1, from running sums; NaN of nothing."""
    much = n[b] - n[a]
    return (x[b] - x[a]) / much if much > 0 else np.nan


@njit(nogil=True, cache=True)
def _abrupt(x: Real, n: Real, a: int, end: int, b: int, gap: float) -> bool:
    """At each end of days a … b − 1 the level jumps within a week by half of the change, and each side differs as much;
    days after `end` keep to it.
    """
    days = len(n) - 1
    inside = _level(x, n, a, end)
    for low, high in ((max(0, a - AROUND), a), (b, min(days, b + AROUND))):
        if high - low >= BORDER and not (inside - _level(x, n, low, high)) * gap >= gap * gap / 2:
            return False
    if end < b and not _stays(x, n, a, end, b, gap):
        return False
    jump = _level(x, n, a, min(b, a + BORDER)) - _level(x, n, a - BORDER, a)
    if not jump * gap >= gap * gap / 2:
        return False
    if days - b < AROUND // 2:  # one side alone cannot tell a step from a slope, unless that side is flat
        half = min(AROUND, a) // 2
        if not abs(_level(x, n, a - half, a) - _level(x, n, a - 2 * half, a - half)) <= abs(gap) / 3:
            return False
    if days - b < BORDER:
        return True
    jump = _level(x, n, max(a, b - BORDER), b) - _level(x, n, b, b + BORDER)
    return bool(jump * gap >= gap * gap / 2)


@njit(nogil=True, cache=True)
def _stays(x: Real, n: Real, a: int, end: int, b: int, gap: float) -> bool:
    """The level of a run that is measured up to `end` is a step, not a slope: it was flat before, is flat afterwards,
    and is still there.
    """
    if a < 2 * SETTLING:
        return False
    first, second = _level(x, n, a - 2 * SETTLING, a - SETTLING), _level(x, n, a - SETTLING, a)
    third, fourth = _level(x, n, a, end), _level(x, n, end, min(b, end + SETTLING))
    flat = abs(second - first) <= abs(gap) / 4 and abs(fourth - third) <= abs(gap) / 4
    return bool(flat and (_level(x, n, end, b) - second) * gap >= gap * gap / 2)


@njit(nogil=True, cache=True)
def best_run(
    kind: int, total: Real, exposure: Real, variance: float, points: float, part: float, least: float
) -> tuple[int, int, float]:
    """The run [a, b) of greatest ratio above `least`, its level `points` and `part` of that around it away from it."""
    days = len(total)
    x, n = np.zeros(days + 1), np.zeros(days + 1)
    for d in range(days):
        x[d + 1], n[d + 1] = x[d] + total[d], n[d] + exposure[d]
    best_a, best_b, best = -1, -1, least
    for a in range(BEFORE, days - SHORTEST + 1):
        for b in range(a + SHORTEST, days + 1):
            if not _tried(a, b, days):
                continue
            end = measured(a, b)
            low, high = max(0, a - AROUND), min(days, b + AROUND)
            n1, x1 = n[end] - n[a], x[end] - x[a]
            n0, x0 = n[high] - n[low] - (n[b] - n[a]), x[high] - x[low] - (x[b] - x[a])
            if n1 <= 0 or n0 <= n1 / 2 or not _enough(kind, x1, n1, x0, n0):
                continue
            usual = x0 / n0
            gap = x1 / n1 - usual
            if abs(gap) < max(points, part * abs(usual)):
                continue
            score = ratio(kind, x1, n1, x0, n0, variance)
            if score > best and _abrupt(x, n, a, end, b, gap):
                best_a, best_b, best = a, b, score
    return best_a, best_b, best


@njit(nogil=True, cache=True)
def _tried(a: int, b: int, days: int) -> bool:
    """Whether the run [a, b) is looked at; one that lasts to the end always is."""
    return b == days or (b - a <= LONGEST and (b - a) % (1 + (b - a) // FINE) == 0)


@njit(nogil=True, cache=True)
def measured(a: int, b: int) -> int:
    """Up to which day a run is measured: of a level that stays, its first weeks against those before."""
    return b if b - a <= LONGEST else a + SETTLING


@njit(nogil=True, cache=True)
def _enough(kind: int, x1: float, n1: float, x0: float, n0: float) -> bool:
    if kind == COUNT:
        return max(x1, x0 / n0 * n1) >= LEAST_INSIDE
    return n1 >= LEAST_INSIDE and (kind == MEAN or x0 > 0)


@njit(nogil=True, cache=True)
def swings(kind: int, total: Real, exposure: Real, variance: float, a: int, b: int, size: int, sides: int) -> float:
    """Twice the log ratio of every `size` days outside [a, b) against those around them: 1 on average by chance.

    Against those before alone with `sides` 1, which then sees a slope as well. A little more where blocks are few.
    """
    days = len(total)
    x, n = np.zeros(days + 1), np.zeros(days + 1)
    for d in range(days):
        inside = a <= d < b
        x[d + 1], n[d + 1] = x[d] + (0.0 if inside else total[d]), n[d] + (0.0 if inside else exposure[d])
    seen, summed = 0, 0.0
    for low in range(0, days - size + 1, size):
        high = low + size
        left, right = max(0, low - AROUND), min(days, high + AROUND) if sides == 2 else high
        n1, x1 = n[high] - n[low], x[high] - x[low]
        n0, x0 = n[right] - n[left] - n1, x[right] - x[left] - x1
        if n1 > 0 and n0 > 0 and x0 > 0:
            seen += 1
            summed += 2 * ratio(kind, x1, n1, x0, n0, variance)
    return summed / (seen - 2) if seen >= FEWEST_BLOCKS else 1.0


@njit(nogil=True, cache=True, error_model="numpy")
def greatest(noise: Real, exposure: Real) -> Real:
    """The ratio of the best run in each series of noise: in row s, day by day, standard normal numbers that become sums
    over `exposure`. As `best_run` says of a mean of variance 1 without anything it must exceed, but for rounding.
    """
    many, days = noise.shape
    n, score, best = np.zeros(days + 1), np.zeros(many), np.zeros(many)
    x, across = np.zeros((many, days + 1)), np.zeros((days + 1, many))
    for d in range(days):
        n[d + 1], spread = n[d] + exposure[d], np.sqrt(exposure[d])
        for s in range(many):
            x[s, d + 1] = x[s, d] + noise[s, d] * spread
            across[d + 1, s] = x[s, d + 1]
    for a in range(BEFORE, days - SHORTEST + 1):
        for b in range(a + SHORTEST, days + 1):
            if not _tried(a, b, days):
                continue
            end, low, high = measured(a, b), max(0, a - AROUND), min(days, b + AROUND)
            n1, n0 = n[end] - n[a], n[high] - n[low] - (n[b] - n[a])
            if n1 < LEAST_INSIDE or n0 <= n1 / 2:
                continue
            if _scored(across, (low, a, end, b, high), n1, n0, score, best):
                for s in range(many):
                    if score[s] > best[s]:
                        gap = _gap(x[s, low], x[s, a], x[s, end], x[s, b], x[s, high], 1 / n1, 1 / n0)
                        best[s] = score[s] if _abrupt(x[s], n, a, end, b, gap) else best[s]
    return best


@njit(nogil=True, cache=True, error_model="numpy")
def _scored(across: Real, days: tuple[int, ...], n1: float, n0: float, score: Real, best: Real) -> bool:
    """Write down how one run of all series is scored; whether any of them is above its best."""
    low, a, end, b, high = days
    inside, outside, weight = 1 / n1, 1 / n0, n1 * n0 / (2 * (n1 + n0))
    above = 0
    for s in range(len(score)):
        gap = _gap(across[low, s], across[a, s], across[end, s], across[b, s], across[high, s], inside, outside)
        score[s] = gap * gap * weight
        above += score[s] > best[s]
    return above > 0


@njit(nogil=True, cache=True, error_model="numpy")
def _gap(low: float, a: float, end: float, b: float, high: float, inside: float, outside: float) -> float:
    """The level inside minus that around, of running sums at the borders."""
    return (end - a) * inside - ((high - low) - (b - a)) * outside
