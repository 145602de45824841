"""Who is like these? Learned from the seeds and everybody else, beside the best single number, which often wins.

Among all others there are customers of the same kind that nobody marked, so a classifier of seeds against the rest is
learning from positive and unlabelled customers: its scores rank as the true ones would, up to a constant (Elkan & Noto
2008). The model is a logistic regression on scaled numbers. Both contestants are judged alike, on seeds that were held
out: of each fifth of the seeds, how many stand among the first tenth when everybody is ranked by what the other fifths
taught. The single number, and its direction, is chosen anew from those other fifths, or its choice would flatter it.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from wend.methods.intervals import wilson
from wend.methods.logistic import weights_of

Real = NDArray[np.float64]
Mask = NDArray[np.bool_]

PARTS = 5
FIRST = 0.10
"""The share of all customers among whom held-out seeds are looked for."""
SEED = 1
MOST_OTHERS = 100_000
"""Unmarked customers that are learned from; a seeded sample of more."""


@dataclass(frozen=True, slots=True)
class Judged:
    """On held-out seeds: the area under the curve, and how many times as many of them stand in the first tenth as
    chance would put there, with its 95 % interval. Of `n` seeds `found` do.
    """

    area: float
    lift: float
    low: float
    high: float
    found: float
    n: int


@dataclass(frozen=True, slots=True, eq=False)
class Likeness:
    """Both contestants, judged; `weights` are those of the model by number, `best` and `sign` the best single number
    and its direction. `scores` rank all rows by the contestant that won.
    """

    model: Judged
    single: Judged
    weights: Real
    best: int
    sign: int
    used_model: bool
    scores: Real


def lookalikes(scaled: Real, seeds: Mask) -> Likeness:
    """Rank all rows by how much they are like the seeds. Needs PARTS seeds and as many others."""
    drawn = np.random.default_rng(SEED)
    mine, others = np.flatnonzero(seeds), np.flatnonzero(~seeds)
    if len(others) > MOST_OTHERS:
        others = np.sort(drawn.choice(others, MOST_OTHERS, replace=False))
    rest, part = scaled[others], drawn.permutation(len(mine)) % PARTS
    by_model, by_single = [], []
    for held_out in range(PARTS):
        taught, asked = scaled[mine[part != held_out]], scaled[mine[part == held_out]]
        weights = fitted(taught, rest)
        best, sign = best_single(taught, rest)
        by_model.append(_held_out(asked @ weights, rest @ weights))
        by_single.append(_held_out(sign * asked[:, best], sign * rest[:, best]))
    model, single = _judged(by_model, len(mine)), _judged(by_single, len(mine))
    weights, (best, sign) = fitted(scaled[mine], rest), best_single(scaled[mine], rest)
    better = model.found > single.found
    scores = scaled @ weights if better else sign * scaled[:, best]
    return Likeness(model, single, weights, best, sign, better, scores)


def fitted(seeds: Real, others: Real) -> Real:
    """The weights of a logistic regression of seeds against others."""
    rows = np.concatenate([seeds, others])
    return weights_of(rows, np.arange(len(rows)) < len(seeds))[:-1]


def best_single(seeds: Real, others: Real) -> tuple[int, int]:
    """The number that alone ranks seeds before others best, and its direction."""
    areas = np.array([area(seeds[:, k], others[:, k]) for k in range(seeds.shape[1])])
    best = int(np.argmax(np.abs(areas - 0.5)))
    return best, 1 if areas[best] >= 0.5 else -1


def area(first: Real, second: Real) -> float:
    """The chance that one of the first scores above one of the second, ties half."""
    ordered = np.sort(second)
    below, up_to = (np.searchsorted(ordered, first, side) for side in ("left", "right"))
    return float((below + up_to).mean() / 2 / len(second))


def _held_out(asked: Real, rest: Real) -> tuple[float, float]:
    """The sum of the areas of single seeds, and how many of them are in the first tenth of all; of equal scores at the
    border as large a share as fits.
    """
    if not len(asked):
        return 0.0, 0.0
    everybody = np.concatenate([asked, rest])
    room = FIRST * len(everybody)
    border = np.sort(everybody)[::-1][min(int(np.ceil(room)), len(everybody)) - 1]
    above, level = everybody > border, everybody == border
    part = (room - above.sum()) / max(level.sum(), 1)
    return area(asked, rest) * len(asked), float((asked > border).sum() + part * (asked == border).sum())


def _judged(parts: list[tuple[float, float]], n: int) -> Judged:
    areas, found = (sum(each[k] for each in parts) for k in (0, 1))
    known = wilson(round(found), n)
    value = found / n
    return Judged(areas / n, value / FIRST, min(known.low, value) / FIRST, max(known.high, value) / FIRST, found, n)
