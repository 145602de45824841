"""k-means: centres such that rows lie near them, from the best of several seeded starts.

Lloyd's rounds (1982) after the seeding of Arthur and Vassilvitskii (2007), "k-means++". Compiled and of one thread, so
that equal rows give equal centres on every machine, however busy it is. Ties fall to the first centre; a centre that
loses all its rows stays where it was.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from wend.methods.compiled import loop

Real = NDArray[np.float64]
Whole = NDArray[np.int64]

ROUNDS = 100
STILL = 1e-6
"""Rounds end when all centres together move less than this share of the rows' variance."""


def centres_of(rows: Real, count: int, starts: int, seed: int) -> Real:
    """`count` centres, of the start whose rows lie nearest to them. There must be as many different rows."""
    rows = np.ascontiguousarray(rows)
    chance = np.random.default_rng(seed).random((starts, count))
    still = STILL * float(rows.var(axis=0).sum())
    best, best_loss = rows[:count], np.inf
    for start in range(starts):
        centres = _seeded(rows, chance[start])
        loss = float(_rounds(rows, centres, ROUNDS, still))
        if loss < best_loss:
            best, best_loss = centres, loss
    return best


@loop
def nearest(rows: Real, centres: Real) -> Whole:
    """For every row the place of its nearest centre, the first of equally near ones."""
    found = np.empty(len(rows), np.int64)
    for i in range(len(rows)):
        found[i], _ = _near(rows, centres, i)
    return found


@loop
def _near(rows: Real, centres: Real, i: int) -> tuple[int, float]:
    place, least = 0, np.inf
    for c in range(len(centres)):
        apart = 0.0
        for k in range(rows.shape[1]):
            apart += (rows[i, k] - centres[c, k]) ** 2
        if apart < least:
            place, least = c, apart
    return place, least


@loop
def _seeded(rows: Real, chance: Real) -> Real:
    """The first centre is any row; each next one a row that is likelier the further it lies from all so far."""
    people, count = len(rows), len(chance)
    centres = np.empty((count, rows.shape[1]))
    apart = np.full(people, np.inf)
    chosen = int(chance[0] * people)
    for c in range(count):
        centres[c] = rows[chosen]
        total = 0.0
        for i in range(people):
            distance = 0.0
            for k in range(rows.shape[1]):
                distance += (rows[i, k] - centres[c, k]) ** 2
            apart[i] = min(apart[i], distance)
            total += apart[i]
        if c + 1 == count:
            break
        left, chosen = chance[c + 1] * total, people - 1
        for i in range(people):
            left -= apart[i]
            if left < 0:
                chosen = i
                break
    return centres


@loop
def _rounds(rows: Real, centres: Real, most: int, still: float) -> float:
    """Move the centres, in place, until they stand still; the sum of squared distances before the last move."""
    count, width = centres.shape
    loss = np.inf
    for _ in range(most):
        sums, sizes = np.zeros((count, width)), np.zeros(count)
        loss = 0.0
        for i in range(len(rows)):
            place, apart = _near(rows, centres, i)
            loss += apart
            sizes[place] += 1
            for k in range(width):
                sums[place, k] += rows[i, k]
        moved = 0.0
        for c in range(count):
            if sizes[c] == 0:
                continue
            for k in range(width):
                new = sums[c, k] / sizes[c]
                moved += (new - centres[c, k]) ** 2
                centres[c, k] = new
        if moved <= still:
            break
    return loss
