"""Groups around medoids: each group is represented by one of its own members.

Source: FasterPAM of Schubert and Rousseeuw (2021), "Fast and eager k-medoids clustering: O(k) runtime improvement of
the PAM, CLARA, and CLARANS algorithms", with weights: a row of weight w stands for w equal ones. The start is BUILD of
Kaufman and Rousseeuw (1990): always the member that lowers the loss most. Ties fall to the first, nothing is drawn by
chance, so equal input gives equal groups. How many groups there are is judged by the weighted silhouette (Rousseeuw
1987); because it rewards to split off a few odd rows a little, the smallest number that comes near the best is taken.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from wend.methods.compiled import loop

Whole = NDArray[np.int64]
Real = NDArray[np.float64]
Small = NDArray[np.float32]

FAR = 1e9
"""Further than any distance."""
NEAR = 0.01
"""On made worlds with known groups (`benchmarks/journeys.py`, other seeds) this found their number best."""
ROUNDING = 1e-9
"""A swap must win more than this share of the loss, or sums in another order could swap back."""


@dataclass(frozen=True, slots=True, eq=False)
class Groups:
    """`medoids[g]` are rows of the matrix, `group[row]` the nearest of them; `loss` is the weighted sum of distances to
    it; `silhouette` is None where fewer than two groups leave it without meaning.
    """

    medoids: Whole
    group: Whole
    loss: float
    silhouette: float | None


def grouped(distances: Small, weights: Real, count: int) -> Groups:
    """`count` groups (fewer when there are fewer rows). No two rows are equal."""
    return _swapped_from(distances, weights, _built(distances, weights, min(count, len(weights))))


def best_grouped(distances: Small, weights: Real, counts: Iterable[int]) -> tuple[Groups, list[Groups]]:
    """The smallest number of groups whose silhouette is within NEAR of the largest, and all that were tried. One row,
    or counts beyond the rows, leave one group.
    """
    possible = [count for count in sorted(set(counts)) if 2 <= count <= len(weights)] or [1]
    start = _built(distances, weights, possible[-1])
    tried = [_swapped_from(distances, weights, start[:count].copy()) for count in possible]
    enough = max(groups.silhouette or 0.0 for groups in tried) - NEAR
    return next((groups for groups in tried if (groups.silhouette or 0.0) >= enough), tried[0]), tried


def _swapped_from(distances: Small, weights: Real, medoids: Whole) -> Groups:
    count = len(medoids)
    if count > 1:
        _swap(distances, weights, medoids)
    medoids = np.sort(medoids)
    group = np.argmin(distances[:, medoids], axis=1)
    group[medoids] = np.arange(count)
    loss = float(weights @ distances[np.arange(len(weights)), medoids[group]].astype(np.float64))
    return Groups(medoids, group, loss, silhouette(distances, weights, group, count) if count > 1 else None)


@loop
def _built(distances: Small, weights: Real, count: int) -> Whole:
    """BUILD: add the row that lowers the loss most, one after another."""
    rows = len(weights)
    chosen, nearest = np.zeros(count, np.int64), np.full(rows, FAR)
    for place in range(count):
        best, best_loss = place, np.inf
        for x in range(rows):
            if place > 0 and nearest[x] == 0:
                continue
            loss = 0.0
            for o in range(rows):
                loss += weights[o] * min(nearest[o], distances[x, o])
            if loss < best_loss:
                best, best_loss = x, loss
        chosen[place] = best
        for o in range(rows):
            nearest[o] = min(nearest[o], distances[best, o])
    return chosen


@loop
def _nearest_two(distances: Small, medoids: Whole, near: Whole, first: Real, second: Real) -> None:
    """For every row: its nearest medoid, the distance to it, and the distance to the next one."""
    for o in range(len(near)):
        near[o], first[o], second[o] = 0, np.inf, np.inf
        for place in range(len(medoids)):
            d = np.float64(distances[medoids[place], o])
            if d < first[o]:
                near[o], second[o], first[o] = place, first[o], d
            elif d < second[o]:
                second[o] = d


@loop
def _swap(distances: Small, weights: Real, medoids: Whole) -> None:
    """Swap a medoid for another row as soon as that lowers the loss, until a whole round finds no such row."""
    rows, count = len(weights), len(medoids)
    near, first, second = np.zeros(rows, np.int64), np.zeros(rows), np.zeros(rows)
    _nearest_two(distances, medoids, near, first, second)
    change = np.zeros(count)
    tolerance = ROUNDING * (weights * first).sum()
    x, since = 0, 0
    while since < rows:
        change[:] = 0
        gained = 0.0
        for o in range(rows):
            d, w = np.float64(distances[x, o]), weights[o]
            change[near[o]] += w * (min(d, second[o]) - min(d, first[o]))
            gained += w * (min(d, first[o]) - first[o])
        leaving = np.argmin(change)
        since += 1
        if change[leaving] + gained < -tolerance:
            medoids[leaving] = x
            _nearest_two(distances, medoids, near, first, second)
            since = 0
        x = (x + 1) % rows


@loop
def silhouette(distances: Small, weights: Real, group: Whole, count: int) -> float:
    """The weighted mean over all rows of (b − a) ÷ max(a, b): a is the mean distance to the others of one's own group,
    b to the nearest other group; 0 for a row alone in its group.
    """
    size = np.zeros(count)
    for o in range(len(weights)):
        size[group[o]] += weights[o]
    total, sums = 0.0, np.zeros(count)
    for i in range(len(weights)):
        own = group[i]
        if size[own] <= 1:
            continue
        sums[:] = 0
        for o in range(len(weights)):
            sums[group[o]] += weights[o] * distances[i, o]
        inside, outside = sums[own] / (size[own] - 1), np.inf
        for other in range(count):
            if other != own and size[other] > 0:
                outside = min(outside, sums[other] / size[other])
        larger = max(inside, outside)
        if larger > 0:
            total += weights[i] * (outside - inside) / larger
    return float(total / weights.sum())
