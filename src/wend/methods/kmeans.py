"""k-means: centres such that rows lie near them, from the best of several seeded starts.

scikit-learn's, of the extra `learn`: Lloyd's rounds (1982) after the seeding of Arthur and Vassilvitskii (2007),
"k-means++". Who belongs where is told without it.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.cluster.vq import vq

from wend.methods.scikit import one_thread, scikit

Real = NDArray[np.float64]
Whole = NDArray[np.int64]

ROUNDS = 100
STILL = 1e-6
"""Rounds end when all centres together move less than this share of the rows' mean variance."""


def centres_of(rows: Real, count: int, starts: int, seed: int) -> Real:
    """`count` centres, of the start whose rows lie nearest to them. Where there are fewer different rows, the centres
    are those rows, the first of them as often as it takes. Raises LearnExtraMissing.
    """
    cluster = scikit("cluster")
    different = np.unique(rows, axis=0)
    if len(different) <= count:
        return np.concatenate([different, np.repeat(different[:1], count - len(different), axis=0)])
    with one_thread():
        found = cluster.KMeans(count, n_init=starts, max_iter=ROUNDS, tol=STILL, random_state=seed).fit(rows)
    return np.asarray(found.cluster_centers_, np.float64)


def nearest(rows: Real, centres: Real) -> Whole:
    """For every row the place of its nearest centre, the first of equally near ones."""
    return np.asarray(vq(np.ascontiguousarray(rows), np.ascontiguousarray(centres))[0], np.int64)
