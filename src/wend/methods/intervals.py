"""Intervals for what customers say: shares, means, and the difference of two groups.

Every figure leaves with its interval and n. Intervals are 95 % and are clamped to the range of their metric.
Sums come in as integers, so that a mean over merged answers is exact until the last division.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from math import erfc, fsum, inf, sqrt
from typing import Literal

Z95 = 1.959963984540054
"""Normal quantile of a two-sided 95 % interval."""
WEAK_BELOW = 10
"""Fewer answers than this are shown as weak: no conclusion is drawn from them."""

Method = Literal["wilson", "t", "adjusted-wald", "newcombe", "welch", "wald", "clustered"]


@dataclass(frozen=True, slots=True)
class Estimate:
    """A value with its 95 % interval, the answers under it and how the interval was made. n = 0: the whole range."""

    value: float
    low: float
    high: float
    n: int
    method: Method

    @property
    def weak(self) -> bool:
        """True when too few answers are under it to conclude anything."""
        return self.n < WEAK_BELOW


@dataclass(frozen=True, slots=True)
class Difference:
    """First group minus second, with its 95 % interval and the two-sided p-value of "no difference"."""

    value: float
    low: float
    high: float
    p: float
    method: Method


@dataclass(frozen=True, slots=True)
class Sums:
    """All that a mean needs of its answers: how many, their sum and the sum of their squares."""

    n: int
    total: int
    squares: int

    @property
    def mean(self) -> float:
        """Arithmetic mean; 0 without answers."""
        return self.total / self.n if self.n else 0.0

    @property
    def variance(self) -> float:
        """Sample variance (n − 1), computed in whole numbers before the division."""
        if self.n < 2:
            return 0.0
        return (self.n * self.squares - self.total * self.total) / (self.n * (self.n - 1))


def wilson(hits: int, n: int, z: float = Z95) -> Estimate:
    """A share with Wilson's score interval (Wilson 1927).

    >>> [round(100 * bound, 3) for bound in (wilson(960, 1200).low, wilson(960, 1200).high)]
    [77.643, 82.166]
    """
    if n == 0:
        return Estimate(0.0, 0.0, 1.0, 0, "wilson")
    share = hits / n
    spread = z * sqrt(share * (1 - share) / n + z * z / (4 * n * n))
    centre, shrink = share + z * z / (2 * n), 1 + z * z / n
    low = 0.0 if hits == 0 else max(0.0, (centre - spread) / shrink)
    high = 1.0 if hits == n else min(1.0, (centre + spread) / shrink)
    return Estimate(share, low, high, n, "wilson")


def mean(sums: Sums, scale: tuple[float, float] = (-inf, inf), unit: float = 1.0) -> Estimate:
    """A mean with Student's t interval. `unit` turns the integers of the sums into the scale (0.01 for hundredths).

    One answer says nothing about the spread: its interval is the whole scale.
    """
    lowest, highest = scale
    if sums.n == 0:
        return Estimate(0.0, lowest, highest, 0, "t")
    value = sums.mean * unit
    if sums.n == 1:
        return Estimate(value, lowest, highest, 1, "t")
    reach = t_quantile(0.975, sums.n - 1) * sqrt(sums.variance / sums.n) * unit
    return Estimate(value, max(lowest, value - reach), min(highest, value + reach), sums.n, "t")


def prediction(values: Sequence[float]) -> Estimate:
    """Where the next value of the same kind lies, 95 %: mean ± t·s·√(1 + 1/n) (Hahn & Meeker 1991, chapter 4).

    Fewer than two values say nothing about the spread.

    >>> told = prediction([50.3, 48.3, 49.6, 50.4, 51.9])
    >>> round(told.value, 2), round(told.low, 1), round(told.high, 1)
    (50.1, 46.1, 54.1)
    """
    n = len(values)
    if n < 2:
        return Estimate(values[0] if n else 0.0, -inf, inf, n, "t")
    middle = fsum(values) / n
    spread = sqrt(fsum((value - middle) ** 2 for value in values) / (n - 1))
    reach = t_quantile(0.975, n - 1) * spread * sqrt(1 + 1 / n)
    return Estimate(middle, middle - reach, middle + reach, n, "t")


def compare_means(first: Sums, second: Sums, unit: float = 1.0) -> Difference:
    """Difference of two means by Welch's test (unequal variances). Fewer than two answers prove nothing: p = 1."""
    value = (first.mean - second.mean) * unit
    if first.n < 2 or second.n < 2:
        return Difference(value, -inf, inf, 1.0, "welch")
    one, two = first.variance / first.n, second.variance / second.n
    error = sqrt(one + two)
    if error == 0:
        return Difference(value, value, value, 1.0 if value == 0 else 0.0, "welch")
    freedom = (one + two) ** 2 / (one * one / (first.n - 1) + two * two / (second.n - 1))
    reach = t_quantile(0.975, freedom) * error * unit
    return Difference(value, value - reach, value + reach, t_tails(abs(value) / unit / error, freedom), "welch")


def compare_shares(hits: int, n: int, other_hits: int, other_n: int) -> Difference:
    """Difference of two shares: Newcombe's interval (1998, method 10), p of the pooled z test."""
    if n == 0 or other_n == 0:
        return Difference(0.0, -1.0, 1.0, 1.0, "newcombe")
    one, two = wilson(hits, n), wilson(other_hits, other_n)
    value = one.value - two.value
    low = value - sqrt((one.value - one.low) ** 2 + (two.high - two.value) ** 2)
    high = value + sqrt((one.high - one.value) ** 2 + (two.value - two.low) ** 2)
    pooled = (hits + other_hits) / (n + other_n)
    error = sqrt(pooled * (1 - pooled) * (1 / n + 1 / other_n))
    return Difference(value, max(-1.0, low), min(1.0, high), normal_tails(value / error) if error else 1.0, "newcombe")


def normal_tails(z: float) -> float:
    """Two-sided p-value of a normal score."""
    return erfc(abs(z) / sqrt(2))


@cache
def t_quantile(level: float, freedom: float) -> float:
    """Quantile of Student's t."""
    from scipy.special import stdtrit  # a tenth of a second: only who asks for an interval pays it

    return float(stdtrit(freedom, level))


def t_tails(t: float, freedom: float) -> float:
    """Two-sided p-value of a score of Student's t."""
    from scipy.special import stdtr

    return 2 * float(stdtr(freedom, -abs(t)))
