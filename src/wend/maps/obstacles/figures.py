"""Means of attempts as figures with their 95 % intervals."""

from __future__ import annotations

import numpy as np

from wend.domain.names import Name
from wend.maps.model import Comparison, Interval
from wend.maps.obstacles.attempts import Outcome
from wend.maps.obstacles.context import Real
from wend.maps.obstacles.contrasting import Z95

_BOUNDS: dict[Outcome, tuple[float, float]] = {"rating": (-2.0, 2.0), "money": (0.0, float("inf"))}


def figure(outcome: Outcome, mean: float, error: float, n: int) -> Interval:
    """A mean with the interval of its standard error, cut to what the outcome can be."""
    lowest, highest = _BOUNDS.get(outcome, (0.0, 1.0))
    return Interval(mean, max(lowest, mean - Z95 * error), min(highest, mean + Z95 * error), n, "t")


def bar(outcome: Outcome, label: Name, values: Real, *, hit: bool) -> Comparison | None:
    """One bar: the plain mean of the known values (Wilson's interval for shares), or None of nothing."""
    known = values[~np.isnan(values)]
    n = len(known)
    if n == 0:
        return None
    mean = float(known.mean())
    if outcome in ("rating", "money"):
        error = float(known.std(ddof=1) / np.sqrt(n)) if n > 1 else 0.0
        return Comparison(label, figure(outcome, mean, error, n), hit)
    return Comparison(label, wilson(mean, n), hit)


def wilson(share: float, n: int) -> Interval:
    """A share with Wilson's interval."""
    centre = (share + Z95**2 / (2 * n)) / (1 + Z95**2 / n)
    half = Z95 / (1 + Z95**2 / n) * float(np.sqrt(share * (1 - share) / n + Z95**2 / (4 * n * n)))
    return Interval(share, max(0.0, centre - half), min(1.0, centre + half), n, "wilson")
