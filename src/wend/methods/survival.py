"""How long until it happens, when for some it has not happened yet: Kaplan–Meier curves and the log-rank test.

Numbers come as counts on a grid of whole units of time: `ended[t]` for whom it happened after t units, `open_[t]` who
had been waiting for t units when the log ended. Whoever is open at t was still at risk for what happened at t.

Kaplan & Meier (1958); variance by Greenwood (1926); interval on the log(−log) scale (Kalbfleisch & Prentice 1980), the
interval of the median by Brookmeyer & Crowley (1982); log-rank after Mantel (1966), for any number of groups.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from wend.methods.intervals import Z95

Counts = NDArray[np.int64]
Real = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Curve:
    """The times at which it happened to somebody, and at each of them: who was at risk, to how many it happened, the
    share it has not happened to, Greenwood's standard error, and the 95 % interval (0 to 1 where nothing is left).
    """

    time: Counts
    at_risk: Counts
    ended: Counts
    share: Real
    error: Real
    low: Real
    high: Real

    def at(self, time: int) -> tuple[float, float, float]:
        """The share that it has not happened to by `time`, and its interval."""
        place = int(np.searchsorted(self.time, time, side="right")) - 1
        if place < 0:
            return 1.0, 1.0, 1.0
        return float(self.share[place]), float(self.low[place]), float(self.high[place])


@dataclass(frozen=True, slots=True)
class Median:
    """When it has happened to half, with its 95 % interval; None = not yet within the time seen."""

    value: int | None
    low: int | None
    high: int | None


@dataclass(frozen=True, slots=True)
class LogRank:
    """The test that groups do not differ: chi-squared with its degrees of freedom and p; for each group how often it
    happened, and how often it would have, were they all alike.
    """

    chi_squared: float
    freedom: int
    p: float
    ended: tuple[int, ...]
    expected: tuple[float, ...]


def kaplan_meier(ended: Counts, open_: Counts) -> Curve:
    """The curve of one group."""
    risk = _at_risk(ended, open_)
    time = np.flatnonzero(ended)
    n, d = risk[time], ended[time]
    share: Real = np.cumprod(1 - d / n, dtype=np.float64)
    with np.errstate(divide="ignore", invalid="ignore"):
        hazard = np.cumsum(d / (n * (n - d)))
        error = np.where(share > 0, share * np.sqrt(hazard), 0.0)
        turn = Z95 * np.sqrt(hazard) / np.log(share)
        low, high = share ** np.exp(-turn), share ** np.exp(turn)
    inside = (share > 0) & (share < 1)
    low, high = np.where(inside, low, np.where(share > 0, share, 0.0)), np.where(inside, high, 1.0)
    return Curve(time, n, d, share, error, low, high)


def median(curve: Curve) -> Median:
    """When the curve, and each border of its interval, first comes down to one half."""
    return Median(*(_first(curve.time, border) for border in (curve.share, curve.low, curve.high)))


def log_rank(groups: Sequence[tuple[Counts, Counts]]) -> LogRank | None:
    """Do the groups (ended, open) differ? None where nothing can be compared."""
    ended = np.array([each for each, _ in groups])
    risk = np.array([_at_risk(*group) for group in groups])
    d, n = ended.sum(axis=0), risk.sum(axis=0)
    seen = (d > 0) & (n > 1)
    if len(groups) < 2 or not seen.any():
        return None
    d, n, share = d[seen], n[seen], risk[:, seen] / n[seen]
    expected = (share * d).sum(axis=1)
    alone = ended[:, (ended.sum(axis=0) > 0) & ~seen].sum(axis=1)  # the last one at risk: expected with certainty
    spread = d * (n - d) / (n - 1)
    covariance = np.diag((share * spread).sum(axis=1)) - (share * spread) @ share.T
    difference = ended[:, seen].sum(axis=1) - expected
    statistic = float(difference[:-1] @ np.linalg.pinv(covariance[:-1, :-1]) @ difference[:-1])
    freedom = int(np.linalg.matrix_rank(covariance[:-1, :-1]))
    if not freedom:
        return None
    from scipy.special import chdtrc  # a tenth of a second: only who compares pays it

    p = float(chdtrc(freedom, statistic))
    whole = ended.sum(axis=1).tolist()
    return LogRank(statistic, freedom, p, tuple(whole), tuple((expected + alone).tolist()))


def _at_risk(ended: Counts, open_: Counts) -> Counts:
    """Who had waited for at least t units."""
    left: Counts = np.cumsum((ended + open_)[::-1])[::-1]
    return left


def _first(time: Counts, border: Real) -> int | None:
    reached = np.flatnonzero(border <= 0.5 + 1e-12)
    return int(time[reached[0]]) if len(reached) else None
