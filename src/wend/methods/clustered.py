"""Two means beside each other where one customer stands behind several values, on both sides perhaps.

Values of one customer resemble each other; taken for independent they would promise too much. What is independent are
customers, so the interval is made from what each of them adds: the difference of two ratios in first order (Woodruff
1971), with the spread of these parts over customers (Liang & Zeger 1986, with the factor m / (m − 1)). All that it
needs are sums over customers in whole numbers, so that it is the same however the log was cut.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import inf, sqrt

from wend.methods.intervals import Difference, Estimate, compare_shares, t_quantile, t_tails, wilson


@dataclass(frozen=True, slots=True)
class Products:
    """Over customers with n values that add up to s: Σn, Σs, Σn², Σns, Σs²."""

    n: int
    total: int
    nn: int
    ns: int
    ss: int

    @property
    def mean(self) -> float:
        """Arithmetic mean of the values; 0 without any."""
        return self.total / self.n if self.n else 0.0


@dataclass(frozen=True, slots=True)
class Cross:
    """Over customers with n of their N values on one side, s of S: ΣnN, ΣnS, ΣsN, ΣsS."""

    nn: int
    ns: int
    sn: int
    ss: int


def rest(whole: Products, own: Products, cross: Cross) -> Products:
    """The products of the values that are not on the one side."""
    return Products(
        whole.n - own.n,
        whole.total - own.total,
        whole.nn - 2 * cross.nn + own.nn,
        whole.ns - cross.ns - cross.sn + own.ns,
        whole.ss - 2 * cross.ss + own.ss,
    )


def mean_of(values: Products, customers: int) -> Estimate:
    """One mean with Student's interval; of fewer than two customers nothing is known of the spread."""
    if customers < 2:
        return Estimate(values.mean, -inf, inf, values.n, "clustered")
    reach = t_quantile(0.975, customers - 1) * sqrt(_spread(values) / values.n**2 * customers / (customers - 1))
    return Estimate(values.mean, values.mean - reach, values.mean + reach, values.n, "clustered")


def share_of(values: Products, customers: int) -> Estimate:
    """The same of values that are 0 or 1; never surer than Wilson's of independent ones."""
    alone, found = wilson(values.total, values.n), mean_of(values, customers)
    low, high = max(0.0, min(found.low, alone.low)), min(1.0, max(found.high, alone.high))
    return Estimate(alone.value, low, high, values.n, "clustered")


def compare_means(whole: Products, own: Products, cross: Cross, customers: int, fewest: int) -> Difference:
    """The mean of one side minus the mean of the others. `customers` have a value at all, `fewest` on the side where
    there are fewer: the interval is Student's with fewest − 1. Fewer than two prove nothing: p = 1.
    """
    other = rest(whole, own, cross)
    value = own.mean - other.mean
    if fewest < 2:
        return Difference(value, -inf, inf, 1.0, "clustered")
    error = sqrt(_variance(own, other, cross, customers))
    if error == 0:
        return Difference(value, value, value, 1.0 if value == 0 else 0.0, "clustered")
    reach = t_quantile(0.975, fewest - 1) * error
    return Difference(value, value - reach, value + reach, t_tails(abs(value) / error, fewest - 1), "clustered")


def compare_shares_of(whole: Products, own: Products, cross: Cross, customers: int, fewest: int) -> Difference:
    """The same of values that are 0 or 1; never surer than if all of them were independent, which near 0 and 1 only
    Newcombe's interval is honest about.
    """
    found, other = compare_means(whole, own, cross, customers, fewest), rest(whole, own, cross)
    alone = compare_shares(own.total, own.n, other.total, other.n)
    low, high = max(-1.0, min(found.low, alone.low)), min(1.0, max(found.high, alone.high))
    return Difference(found.value, low, high, max(found.p, alone.p), "clustered")


def _variance(own: Products, other: Products, cross: Cross, customers: int) -> float:
    """Of the sum over customers of (s − mean·n)/Σn on the one side minus the same on the other."""
    one, two = own.mean, other.mean
    beside = (cross.ss - own.ss) - two * (cross.sn - own.ns) - one * (cross.ns - own.ns)
    beside += one * two * (cross.nn - own.nn)
    total = _spread(own) / own.n**2 - 2 * beside / (own.n * other.n) + _spread(other) / other.n**2
    return max(0.0, total) * customers / (customers - 1)


def _spread(values: Products) -> float:
    """Over customers, the square of what their values add beyond the mean."""
    return max(0.0, values.ss - 2 * values.mean * values.ns + values.mean**2 * values.nn)
