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
from functools import lru_cache
from math import exp, expm1, pi, sqrt
from typing import Literal

import numpy as np

from wend.methods.intervals import Z95, Difference, compare_shares, normal_tails, wilson
from wend.methods.scanning import AROUND, COUNT, MEAN, SHARE, Real, best_run, greatest, measured, swings

Kind = Literal["count", "share", "mean"]

KINDS: dict[Kind, int] = {"count": COUNT, "share": SHARE, "mean": MEAN}

LEAST_DAYS = 42
"""Shorter series have no usual level to compare with."""
SIMULATED = 99
MOST_CHANGES = 3
RIVALS, RIVAL = 3, 0.5
"""A run says nothing in a series in which more than RIVALS others are half as strong: such a series leaps by nature."""
LEAST_SCORE = 7.0
"""Weaker runs come in any series; they are not worth a simulation."""
SWINGS = 1, 7, 21
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
    a, b, score = best_run(kind, series.total, series.exposure, series.variance, points, part, least)
    if a < 0:
        return None
    given = kind, series.total, series.exposure, series.variance, a, measured(a, b)
    sides = 1 if len(series.total) - b < AROUND // 2 else 2
    swing = max(1.0, *(swings(*given, size, sides) for size in SWINGS))
    if score / swing <= least or _restless(series, points, part, a, b, score):
        return None
    change = _told(series, a, b, swing, score / swing)
    return replace(change, p=_tail(series, change, seed))


def _restless(series: Series, points: float, part: float, a: int, b: int, score: float) -> bool:
    """Whether the series holds several other runs of this kind."""
    for _ in range(RIVALS + 1):
        series = _blank(series, a, b)
        given = KINDS[series.kind], series.total, series.exposure, series.variance
        a, b, _ = best_run(*given, points / 2, part / 2, RIVAL * score)
        if a < 0:
            return False
    return True


def _told(series: Series, a: int, b: int, swing: float, score: float) -> Change:
    days = len(series.total)
    around = np.zeros(days, np.bool_)
    around[max(0, a - AROUND) : min(days, b + AROUND)] = True
    around[a:b] = False
    end = measured(a, b)
    n0, n1 = float(series.exposure[around].sum()), float(series.exposure[a:end].sum())
    before, during = float(series.total[around].sum()) / n0, float(series.total[a:end].sum()) / n1
    return Change(a, b - 1, b == days, before, during, n0, n1, swing, score, 1.0)


@lru_cache(maxsize=4)
def _noise(seed: int, days: int) -> Real:
    """Series of standard normal numbers; those that are compared mostly have as many days and one seed."""
    noise = np.random.default_rng(seed).standard_normal((SIMULATED, days))
    noise.flags.writeable = False
    return noise


def _tail(series: Series, change: Change, seed: int) -> float:
    """The chance of a greatest ratio like this one in series of noise over the same exposure, after Gumbel."""
    scale = change.before if series.kind == "count" else 1.0
    exposure = series.exposure * max(scale, 1e-9)
    best = greatest(_noise(seed, len(exposure)), exposure)
    width = max(float(best.std(ddof=1)) * sqrt(6) / pi, 1.0)  # the tail of a likelihood ratio falls no faster
    place = float(best.mean()) - _EULER * width
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
