"""A sample of weighted things that keeps the heavy ones and stays true to all sums.

Source: priority sampling of Duffield, Lund and Thorup (2007), "Priority sampling for estimation of arbitrary subset
sums". Each weight w gets the priority w ÷ u with u uniform in (0, 1]; the highest priorities are kept, and each stands
for max(w, the highest priority that was not kept). The estimated sum of any subset is then unbiased.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Real = NDArray[np.float64]


def priority_sample(weights: Real, most: int, seed: int) -> tuple[NDArray[np.int64], Real]:
    """Places of at most `most` weights, in rising order, and the weight each of them stands for."""
    if len(weights) <= most:
        return np.arange(len(weights), dtype=np.int64), weights
    chance = 1.0 - np.random.default_rng(seed).random(len(weights))
    priority = weights / chance
    order = np.argsort(-priority, kind="stable")
    kept = np.sort(order[:most])
    return kept, np.maximum(weights[kept], priority[order[most]])
