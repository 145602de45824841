"""How fast does a business go on some days, beside days of the same weekday around them?

The pace is a ratio: what was counted on those days over what would have been, the mean of the ordinary days of the same
weekday within eight weeks before and after, so that weekdays and slow growth cancel. Its interval is that of a ratio
estimator (Cochran, Sampling Techniques, 1977, § 2.11) with days as the units, by Student's t; days of one and the same
holiday are taken for independent, which makes it rather too narrow than too wide.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from wend.methods.intervals import t_quantile

Real = NDArray[np.float64]
Mask = NDArray[np.bool_]

WEEK, AROUND = 7, 8
"""Days of a week; weeks before and after."""
FEWEST_AROUND, FEWEST_DAYS, LEAST = 4, 5, 100.0
"""Ordinary days that a day needs beside it, days that the pace needs, and what must have been expected of all."""
APART = 0.10
"""A pace that is nearer to the usual one is the usual one."""


@dataclass(frozen=True, slots=True)
class Pace:
    """Counted over expected, 1.0 = as usual, with its 95 % interval; of so many days, `used` by place."""

    ratio: float
    low: float
    high: float
    used: NDArray[np.int64]
    expected: float

    @property
    def sure(self) -> bool:
        """Whether there are days enough, the pace is apart from the usual one, and the interval leaves that out."""
        enough = len(self.used) >= FEWEST_DAYS and self.expected >= LEAST
        return enough and abs(self.ratio - 1.0) >= APART and not self.low <= 1.0 <= self.high


def pace(volumes: Real, those: Mask, ordinary: Mask) -> Pace | None:
    """The pace of `those` days, from what was counted day by day and which days are `ordinary`; None where no day has
    enough ordinary ones beside it.
    """
    expected = np.full(len(volumes), np.nan)
    for weekday in range(min(WEEK, len(volumes))):
        expected[weekday::WEEK] = _around(volumes[weekday::WEEK], ordinary[weekday::WEEK])
    used = np.flatnonzero(those & ~np.isnan(expected))
    total = float(expected[used].sum())
    if not len(used) or total <= 0:
        return None
    ratio = float(volumes[used].sum()) / total
    if len(used) == 1:
        return Pace(ratio, 0.0, np.inf, used, total)
    apart = volumes[used] - ratio * expected[used]
    error = float(np.sqrt(len(used) / (len(used) - 1) * (apart**2).sum())) / total
    wide = t_quantile(0.975, len(used) - 1) * error
    return Pace(ratio, max(0.0, ratio - wide), ratio + wide, used, total)


def _around(volumes: Real, ordinary: Mask) -> Real:
    """The mean of the ordinary days up to AROUND places away; NaN where there are too few."""
    places = np.arange(len(volumes))
    first, end = np.maximum(places - AROUND, 0), np.minimum(places + AROUND + 1, len(volumes))
    sums = np.concatenate([[0.0], np.cumsum(np.where(ordinary, volumes, 0.0))])
    days = np.concatenate([[0], np.cumsum(ordinary)])
    own = ordinary * 1
    found, n = sums[end] - sums[first] - own * volumes, days[end] - days[first] - own
    return np.where(n >= FEWEST_AROUND, found / np.maximum(n, 1), np.nan)
