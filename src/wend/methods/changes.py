"""When did a daily figure change abruptly, and came back or not?

A scan statistic (Kulldorff 1997, "A spatial scan statistic", Communications in Statistics 26) over runs of days: the
likelihood ratio of "another level inside the run" against the six weeks on either side, for counts (Poisson with
the week's rhythm as exposure), shares (Bernoulli) and means (normal). Comparing with the neighbourhood alone takes
trend and slow seasons out. The ratio is divided by how much more single days, weeks and three weeks swing than chance
would let them (quasi-likelihood, McCullagh & Nelder 1989, § 9.2), so that restless series need stronger evidence. The
p value comes from simulated series of the same exposure, its tail from a Gumbel distribution fitted to their maxima
(Abrams, Kulldorff & Kleinman 2010, "Gumbel based p-value approximations for spatial scan statistics", International
Journal of Health Geographics 9:61). Further changes of a series are looked for where none has been found yet (Zhang,
Assunção & Kulldorff 2010, Journal of Probability and Statistics).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import exp, expm1, pi, sqrt
from typing import Literal

import numpy as np
from numba import njit
from numpy.typing import NDArray

from wend.methods.intervals import Z95, Difference, compare_shares, normal_tails, wilson

Real = NDArray[np.float64]
Kind = Literal["count", "share", "mean"]

COUNT, SHARE, MEAN = range(3)
KINDS: dict[Kind, int] = {"count": COUNT, "share": SHARE, "mean": MEAN}

LEAST_DAYS = 42
"""Shorter series have no usual level to compare with."""
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
SIMULATED = 99
MOST_CHANGES = 3
RIVALS, RIVAL = 3, 0.5
"""A run says nothing in a series in which more than RIVALS others are half as strong: such a series leaps by nature."""
LEAST_SCORE = 7.0
"""Weaker runs come in any series; they are not worth a simulation."""
SWINGS, FEWEST_BLOCKS = (1, 7, 21), 5
_EULER = 0.5772156649015329


@dataclass(frozen=True, slots=True)
class Series:
    """One figure per day: `total` out of `exposure`.

    count: `total` events over `exposure` usual days (see `rhythm`) · share: `total` successes of `exposure` attempts ·
    mean: `total` the sum of `exposure` numbers, whose variance is `variance`.
    """

    kind: Kind
    exposure: Real
    total: Real
    variance: float = 1.0


@dataclass(frozen=True, slots=True)
class Change:
    """Days `first` … `last`, both inside, differ from those around them. `open` when the series ends with the change.

    `before` and `during` are the levels per exposure around and inside, `around` and `inside` the exposure under them;
    `swing` is how much more they vary than chance, `score` the likelihood ratio divided by it; `p` holds after all runs
    tried.
    """

    first: int
    last: int
    open: bool
    before: float
    during: float
    around: float
    inside: float
    swing: float
    score: float
    p: float


@njit(nogil=True, cache=True)
def _ratio(kind: int, x1: float, n1: float, x0: float, n0: float, variance: float) -> float:
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
def _best(
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
            if b < days and (b - a > LONGEST or (b - a) % (1 + (b - a) // FINE) != 0):
                continue
            end = _measured(a, b)
            low, high = max(0, a - AROUND), min(days, b + AROUND)
            n1, x1 = n[end] - n[a], x[end] - x[a]
            n0, x0 = n[high] - n[low] - (n[b] - n[a]), x[high] - x[low] - (x[b] - x[a])
            if n1 <= 0 or n0 <= n1 / 2 or not _enough(kind, x1, n1, x0, n0):
                continue
            usual = x0 / n0
            gap = x1 / n1 - usual
            if abs(gap) < max(points, part * abs(usual)):
                continue
            score = _ratio(kind, x1, n1, x0, n0, variance)
            if score > best and _abrupt(x, n, a, end, b, gap):
                best_a, best_b, best = a, b, score
    return best_a, best_b, best


@njit(nogil=True, cache=True)
def _measured(a: int, b: int) -> int:
    """Up to which day a run is measured: of a level that stays, its first weeks against those before."""
    return b if b - a <= LONGEST else a + SETTLING


@njit(nogil=True, cache=True)
def _enough(kind: int, x1: float, n1: float, x0: float, n0: float) -> bool:
    if kind == COUNT:
        return max(x1, x0 / n0 * n1) >= LEAST_INSIDE
    return n1 >= LEAST_INSIDE and (kind == MEAN or x0 > 0)


@njit(nogil=True, cache=True)
def _swings(kind: int, total: Real, exposure: Real, variance: float, a: int, b: int, size: int, sides: int) -> float:
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
            summed += 2 * _ratio(kind, x1, n1, x0, n0, variance)
    return summed / (seen - 2) if seen >= FEWEST_BLOCKS else 1.0


def rhythm(counts: Real) -> Real:
    """How much of a usual day each day is, by the rhythm of the week: 1 on average."""
    weekday = np.arange(len(counts)) % 7
    mean = np.bincount(weekday, counts, 7) / np.maximum(np.bincount(weekday, minlength=7), 1)
    usual = mean / mean.mean() if mean.sum() else np.ones(7)
    return np.asarray(np.maximum(usual, 0.01)[weekday], np.float64)


def changes(series: Series, points: float, part: float, seed: int = 0, least: float = LEAST_SCORE) -> list[Change]:
    """The changes of a series by at least `points` and by `part` of the level around, the clearest first; p ≤ 0.05.

    `seed` is for the simulated series: the same seed gives the same p. Runs of a `least` score or below are not looked
    into: who compares m series needs no p value above 0.05 / m, and p is never below exp(−score).
    """
    found: list[Change] = []
    rest = series
    while len(found) < MOST_CHANGES and len(series.total) >= LEAST_DAYS:
        change = _clearest(rest, points, part, seed, least)
        if change is None or change.p > 0.05:
            break
        found.append(change)
        rest = _without(rest, change)
    return found


def _clearest(series: Series, points: float, part: float, seed: int, least: float) -> Change | None:
    kind = KINDS[series.kind]
    a, b, score = _best(kind, series.total, series.exposure, series.variance, points, part, least)
    if a < 0:
        return None
    given = kind, series.total, series.exposure, series.variance, a, _measured(a, b)
    sides = 1 if len(series.total) - b < AROUND // 2 else 2
    swing = max(1.0, *(_swings(*given, size, sides) for size in SWINGS))
    if score / swing <= least or _restless(series, points, part, a, b, score):
        return None
    change = _told(series, a, b, swing, score / swing)
    return replace(change, p=_tail(series, change, seed))


def _restless(series: Series, points: float, part: float, a: int, b: int, score: float) -> bool:
    """Whether the series holds several other runs of this kind."""
    for _ in range(RIVALS + 1):
        series = _blank(series, a, b)
        given = KINDS[series.kind], series.total, series.exposure, series.variance
        a, b, _ = _best(*given, points / 2, part / 2, RIVAL * score)
        if a < 0:
            return False
    return True


def _told(series: Series, a: int, b: int, swing: float, score: float) -> Change:
    days = len(series.total)
    around = np.zeros(days, np.bool_)
    around[max(0, a - AROUND) : min(days, b + AROUND)] = True
    around[a:b] = False
    end = _measured(a, b)
    n0, n1 = float(series.exposure[around].sum()), float(series.exposure[a:end].sum())
    before, during = float(series.total[around].sum()) / n0, float(series.total[a:end].sum()) / n1
    return Change(a, b - 1, b == days, before, during, n0, n1, swing, score, 1.0)


def _tail(series: Series, change: Change, seed: int) -> float:
    """The chance of a greatest ratio like this one in series of noise over the same exposure, after Gumbel."""
    scale = change.before if series.kind == "count" else 1.0
    exposure = series.exposure * max(scale, 1e-9)
    noise = np.random.default_rng(seed).standard_normal((SIMULATED, len(exposure))) * np.sqrt(exposure)
    greatest = np.array([_best(MEAN, row, exposure, 1.0, 0.0, 0.0, 0.0)[2] for row in noise])
    width = max(float(greatest.std(ddof=1)) * sqrt(6) / pi, 1.0)  # the tail of a likelihood ratio falls no faster
    place = float(greatest.mean()) - _EULER * width
    return float(-expm1(-exp(-(change.score - place) / width)))


def _without(series: Series, change: Change) -> Series:
    return _blank(series, change.first, change.last + 1)


def _blank(series: Series, a: int, b: int) -> Series:
    exposure, total = series.exposure.copy(), series.total.copy()
    exposure[a:b] = total[a:b] = 0.0
    return replace(series, exposure=exposure, total=total)


def interval(series: Series, change: Change) -> tuple[float, float]:
    """The 95 % interval of the level during the change; a restless series counts for as many days as it is worth."""
    n = change.inside / change.swing
    if series.kind == "share":
        level = wilson(round(change.during * n), round(n))
        return min(level.low, change.during), max(level.high, change.during)
    reach = Z95 * sqrt((change.during if series.kind == "count" else series.variance) / n)
    low = change.during - reach
    return (max(0.0, low) if series.kind == "count" else low), change.during + reach


def difference(series: Series, change: Change) -> Difference:
    """The level during the change minus the level around it, per exposure."""
    value = change.during - change.before
    n1, n0 = change.inside / change.swing, change.around / change.swing
    if series.kind == "share":
        hits = round(change.during * n1), round(change.before * n0)
        told = compare_shares(hits[0], round(n1), hits[1], round(n0))
        return replace(told, value=value, low=min(told.low, value), high=max(told.high, value))
    count = series.kind == "count"
    error = sqrt(
        (change.during if count else series.variance) / n1 + (change.before if count else series.variance) / n0
    )
    return Difference(value, value - Z95 * error, value + Z95 * error, normal_tails(value / max(error, 1e-12)), "wald")
