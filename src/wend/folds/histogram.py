"""Seconds and counts in buckets of fixed, logarithmic width, so that medians and percentiles merge.

Bin 0 holds 0; above it every doubling is cut into 32 equal bins (the top bits of the floating-point form of the
number), so a bin is never wider than 1/32 of its lower edge: whole numbers below 64 are exact, and a quantile read at
the middle of its bin is off by at most 1/64 < 1.6 %. Values from 2**31 (68 years in seconds) on share the last bin;
negative ones count as 0.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from wend.folds.contract import Cells
from wend.folds.kernel import kernel

BINS = 31 * 32 + 1
ERROR = 1 / 64
"""Greatest relative error of a quantile read from counts."""
ERROR_WITH_TOTALS = 4 / 5 / 32
"""Greatest relative error of a quantile read from counts and totals: 2.5 %, reached only by odd mixtures in one bin."""

_LARGEST = 2**31 - 1
_ONE = 1023 << 5  # the top bits of 1.0


@kernel
def bin_of(value: int) -> int:
    """The bin of a whole number."""
    if value <= 0:
        return 0
    bits = np.float64(min(value, _LARGEST)).view(np.int64)
    return int((bits >> 47) - _ONE + 1)


def edges() -> Cells:
    """Lower edges of all bins, and the upper edge of the last one (some bins below 32 hold no whole number)."""
    bits = (np.arange(BINS, dtype=np.int64) + _ONE) << 47
    return np.concatenate([[0], np.ceil(bits.view(np.float64)).astype(np.int64)])


_EDGES = edges()


def quantiles(tables: Cells, share: float, totals: Cells | None = None) -> list[float | int | None]:
    """For every row of counts: the value at `share` of the counted numbers in order, between two by straight line (0.5
    = the usual median); within ERROR.

    `totals` are the sums of the numbers in each bin. With them a bin that holds one number, or equal ones, is mostly
    read exactly, and no value is further off than ERROR_WITH_TOTALS. Exact below 64 (to a tenth), whole above. None of
    nothing.
    """
    up_to = np.cumsum(tables, axis=1)
    total = up_to[:, -1]
    place = share * np.maximum(total - 1, 0)
    rank = place.astype(np.int64)
    last = np.maximum(total - 1, 0)
    low, high = (_value(tables, totals, (up_to <= np.minimum(r, last)[:, None]).sum(axis=1)) for r in (rank, rank + 1))
    values = np.round(low + (high - low) * (place - rank), 1).tolist()
    return [_plain(value) if n else None for value, n in zip(values, total.tolist(), strict=True)]


def _value(tables: Cells, totals: Cells | None, at: Cells) -> NDArray[np.float64]:
    """The number that stands for a bin, row by row: its middle, or the mean of its numbers, which is trusted within the
    inner three fifths of the bin (all the way when it is a single number).
    """
    at = at.clip(max=BINS - 1)
    low, high = _EDGES[at].astype(np.float64), np.maximum(_EDGES[at], _EDGES[at + 1] - 1).astype(np.float64)
    if totals is None:
        return (low + high) / 2
    rows = np.arange(len(at))
    counts = tables[rows, at]
    mean = totals[rows, at] / np.maximum(counts, 1)
    trusted = mean.clip(low + (high - low) / 5, high - (high - low) / 5)
    return np.where(counts > 1, trusted, mean)


def _plain(value: float) -> float | int:
    return value if value < 64 and value != int(value) else round(value)


def quantile(counts: Cells, share: float) -> float | int | None:
    """The same of one histogram."""
    return quantiles(counts[None, :], share)[0]


def median(counts: Cells, totals: Cells | None = None) -> float | int | None:
    """Half are at or below this; None of nothing."""
    return quantiles(counts[None, :], 0.5, None if totals is None else totals[None, :])[0]


def p90(counts: Cells, totals: Cells | None = None) -> float | int | None:
    """Nine in ten are at or below this; None of nothing."""
    return quantiles(counts[None, :], 0.9, None if totals is None else totals[None, :])[0]
