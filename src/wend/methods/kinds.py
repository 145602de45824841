"""Kinds of customers, learned: k-means on scaled numbers, as many kinds as stay the same when customers are drawn anew.

How many there are is judged by stability (Ben-Hur, Elisseeff & Guyon 2002; Hennig 2007): customers are drawn again with
replacement, grouped anew, and all of them given to the nearest of those groups; the mean adjusted Rand index with the
groups of the whole says whether another month of the same business would have told the same story. Halving one kind at
random lowers that index little, so every single kind must come back too: the mean, over the draws, of its largest
Jaccard index with a kind of the draw (Hennig's bar is 0.75). The largest number of kinds is taken that passes both and
whose smallest kind is large enough; where there is none, nothing is claimed. The silhouette would nearly always say
two, which helps nobody.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from wend.methods.intervals import t_quantile
from wend.methods.kmeans import centres_of, nearest
from wend.methods.matching import agreement, crossed

Real = NDArray[np.float64]
Whole = NDArray[np.int64]

STABLE, COMES_BACK = 0.80, 0.75
DRAWS = 20
SEED = 1
FITTED, TRIED = 50_000, 5_000
"""Rows that the kinds are fitted on, and rows on which their stability is tried; seeded samples of more."""
STARTS, STARTS_OF_A_DRAW = 10, 4
ROUNDING = 1e-9
"""A deviation below this share of the mean is what rounding leaves of a number that is the same for everybody."""


@dataclass(frozen=True, slots=True, eq=False)
class Scale:
    """What turns numbers into comparable ones: the logarithm of 1 + x where `logged`, then mean 0 and deviation 1."""

    logged: NDArray[np.bool_]
    mean: Real
    deviation: Real

    def scaled(self, rows: Real) -> Real:
        """The rows on this scale; a number that is the same for everybody becomes 0."""
        return (_logged(rows, self.logged) - self.mean) / self.deviation


@dataclass(frozen=True, slots=True, eq=False)
class Tried:
    """One number of kinds: their centres on the scale, the largest kind first, with how surely each comes back; the
    mean agreement of the draws with the lower end of its 95 % interval; the rows of the smallest kind.
    """

    centres: Real
    comes_back: Real
    agreement: float
    low: float
    smallest: int

    @property
    def stable(self) -> bool:
        """Whether another draw of customers would tell the same."""
        return self.low >= STABLE and float(self.comes_back.min()) >= COMES_BACK


def scale_of(rows: Real, logged: Sequence[bool]) -> Scale:
    """The scale of these rows."""
    which = np.array(logged, np.bool_)
    seen = _logged(rows, which)
    mean, spread = seen.mean(axis=0), seen.std(axis=0)
    return Scale(which, mean, np.where(spread > ROUNDING * np.maximum(np.abs(mean), 1.0), spread, 1.0))


def _logged(rows: Real, which: NDArray[np.bool_]) -> Real:
    return np.where(which, np.log1p(np.maximum(rows, 0.0)), rows)


def tried(scaled: Real, counts: Iterable[int]) -> list[Tried]:
    """Each number of kinds up to the number of different rows, with its stability. Equal rows give equal kinds."""
    drawn = np.random.default_rng(SEED)
    fitted, sample = _some(scaled, FITTED, drawn), _some(scaled, TRIED, drawn)
    different = len(np.unique(sample, axis=0))
    return [_tried(scaled, fitted, sample, count) for count in counts if count <= different]


def _tried(scaled: Real, fitted: Real, sample: Real, count: int) -> Tried:
    centres = centres_of(fitted, count, STARTS, SEED)
    sizes = np.bincount(nearest(scaled, centres), minlength=count)
    order = np.argsort(-sizes, kind="stable")
    centres, drawn = centres[order], np.random.default_rng(SEED)
    whole, agreed, back = nearest(sample, centres), np.empty(DRAWS), np.empty((DRAWS, count))
    for draw in range(DRAWS):
        again = sample[drawn.integers(0, len(sample), len(sample))]
        other = nearest(sample, centres_of(again, count, STARTS_OF_A_DRAW, SEED + draw))
        agreed[draw], back[draw] = agreement(whole, other), _jaccard(whole, other, count)
    error = float(agreed.std(ddof=1)) / DRAWS**0.5
    low = float(agreed.mean()) - t_quantile(0.975, DRAWS - 1) * error
    return Tried(centres, back.mean(axis=0), float(agreed.mean()), low, int(sizes.min()))


def _jaccard(one: Whole, other: Whole, count: int) -> Real:
    """For every group of the one its largest Jaccard index with a group of the other; 0 for one that is empty."""
    both = crossed(one, other)
    either = both.sum(axis=1, keepdims=True) + both.sum(axis=0) - both
    found = np.zeros(count)
    found[: len(both)] = (both / np.maximum(either, 1)).max(axis=1)
    return found


def _some(rows: Real, most: int, drawn: np.random.Generator) -> Real:
    return rows if len(rows) <= most else rows[np.sort(drawn.choice(len(rows), most, replace=False))]


def chosen(every: Sequence[Tried], least: int) -> Tried | None:
    """The most kinds that are stable and of which the smallest has so many rows; None = nothing to claim."""
    good = [each for each in every if each.stable and each.smallest >= least]
    return max(good, key=lambda each: len(each.centres)) if good else None
