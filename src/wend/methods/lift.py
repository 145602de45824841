"""How many times as often, or as much, in one group as in another.

Shares: the risk ratio with the interval of Katz, Baptista, Azen and Pike (1978); where a count is zero, half a customer
is added everywhere (Walter 1975), so that "never" has an interval too. Means: the ratio with the delta method on the
logarithm (Fieller's exact region is not always an interval).
"""

from __future__ import annotations

from dataclasses import dataclass
from math import exp, log, sqrt

from wend.methods.intervals import Z95, Sums


@dataclass(frozen=True, slots=True)
class Lift:
    """First group ÷ second, with its 95 % interval; 1 = no difference."""

    value: float
    low: float
    high: float


def lift_of_shares(hits: int, n: int, other_hits: int, other_n: int) -> Lift | None:
    """Of two shares; None where a group is empty or neither has any.

    >>> told = lift_of_shares(40, 100, 20, 200)
    >>> [round(each, 2) for each in (told.value, told.low, told.high)]
    [4.0, 2.47, 6.46]
    """
    if n == 0 or other_n == 0 or hits + other_hits == 0:
        return None
    a, b, m, k = float(hits), float(other_hits), float(n), float(other_n)
    if hits == 0 or other_hits == 0:
        a, b, m, k = a + 0.5, b + 0.5, m + 1, k + 1
    error = sqrt(max(0.0, 1 / a - 1 / m + 1 / b - 1 / k))
    return _around((a / m) / (b / k), error)


def lift_of_means(first: Sums, second: Sums) -> Lift | None:
    """Of two means of numbers that are not negative; None where one is not above zero, or has fewer than two
    values.
    """
    if min(first.n, second.n) < 2 or min(first.total, second.total) <= 0:
        return None
    error = sqrt(sum(each.variance / each.n / each.mean**2 for each in (first, second)))
    return _around(first.mean / second.mean, error)


def _around(value: float, error: float) -> Lift:
    return Lift(value, exp(log(value) - Z95 * error), exp(log(value) + Z95 * error))
