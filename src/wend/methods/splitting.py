"""Where does one of several runs end and the next begin, in one long sequence of things with times?

Source: the local-context method of Bernard, Senderovich and Andritsos (2021), "Cut to the trace! Process-aware
partitioning of long-running cases in customer journey logs". A pause says little by itself, because some steps always
take long and others never; so each pause is replaced by the mean pause between things of the same two kinds, and the
sequence is cut where that mean is large. The paper is given how many cuts to make; here the border lies where it parts
all pauses best into two groups (Otsu 1979: the largest variance between them).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Whole = NDArray[np.int64]
Real = NDArray[np.float64]


def mean_pauses(pairs: Whole, pauses: Real) -> Real:
    """For every pause the mean pause of its pair: the larger, the more likely a new run begins after it."""
    _, place, counts = np.unique(pairs, return_inverse=True, return_counts=True)
    means: Real = np.bincount(place, pauses) / counts
    return means[place]


def cut_pairs(counts: Whole, totals: Real) -> NDArray[np.bool_]:
    """Which kinds of neighbours a new run begins between; `counts[pair]` such neighbours with summed pauses
    `totals[pair]`. Fewer than two different means part nothing.
    """
    seen = counts > 0
    means = np.zeros(len(counts))
    means[seen] = totals[seen] / counts[seen]
    border = otsu(means[seen], counts[seen].astype(np.float64))
    return seen & (means > border) if border is not None else np.zeros(len(counts), np.bool_)


def otsu(values: Real, weights: Real) -> float | None:
    """The border between two values that parts them into the two groups with the largest variance between; None when
    all values are equal.
    """
    order = np.argsort(values, kind="stable")
    sorted_, heavy = values[order], weights[order]
    below, sums = np.cumsum(heavy)[:-1], np.cumsum(heavy * sorted_)[:-1]
    total, all_ = float(heavy.sum()), float((heavy * sorted_).sum())
    with np.errstate(invalid="ignore", divide="ignore"):
        between = below * (total - below) * (sums / below - (all_ - sums) / (total - below)) ** 2
    between = np.where(np.diff(sorted_) > 0, between, -1.0)
    if not len(between) or between.max() < 0:
        return None
    at = int(np.argmax(between))
    return float(sorted_[at] + sorted_[at + 1]) / 2
