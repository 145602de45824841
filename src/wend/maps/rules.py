"""How counts become the figures of a map: shares, feelings, what is frequent enough to be shown. Pure."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from wend.folds import feelings
from wend.maps.model import Interval
from wend.methods.intervals import WEAK_BELOW, Estimate, Sums, mean, wilson

SEEN_BY = 0.01
"""A touchpoint is shown in a stage when this share of the stage's customers met it there."""
MOST_STEPS = 5
THEIR_OWN = 0.25
"""What customers begin themselves fills the lane of steps when this share of the stage does the most frequent one."""
SCALE = (-2.0, 2.0)
HUNDREDTHS = 0.01
SATISFIED = 3
"""From this level (of five) on an answer is satisfied: the top two boxes."""

Counts = NDArray[np.int64]


def interval(estimate: Estimate) -> Interval:
    """An estimate as a figure of the map."""
    return Interval(estimate.value, estimate.low, estimate.high, estimate.n, estimate.method)


def share(hits: int, n: int) -> Interval | None:
    """A share with Wilson's interval; None of nobody."""
    return interval(wilson(hits, n)) if n else None


def moved_on(stood_at_end: int, moved: int) -> Interval | None:
    """Share that went on to a later stage, of all who were in the stage: those who stand there still, and those who
    left.
    """
    return share(moved, stood_at_end + moved)


def feeling(cell: Counts) -> Interval | None:
    """The mean of a cell of the feelings table on −2 … +2, with Student's t interval; None without answers."""
    n, total, squares = (int(x) for x in cell[: feelings.LEVEL])
    return interval(mean(Sums(n, total, squares), SCALE, HUNDREDTHS)) if n else None


def levels(cell: Counts) -> tuple[int, int, int, int, int]:
    """Answers from very negative to very positive."""
    a, b, c, d, e = (int(x) for x in cell[feelings.LEVEL :])
    return a, b, c, d, e


def satisfied(cell: Counts) -> Interval | None:
    """CSAT: share of answers in the top two of five levels."""
    return share(sum(levels(cell)[SATISFIED:]), int(cell[feelings.N]))


def weak(n: int) -> bool:
    """Too few answers to conclude anything."""
    return n < WEAK_BELOW


def shown(customers: Sequence[int], of_stage: int) -> list[int]:
    """Places of the touchpoints that enough of a stage's customers met, most customers first."""
    least = max(1.0, SEEN_BY * of_stage)
    return sorted((c for c, n in enumerate(customers) if n >= least), key=lambda c: (-customers[c], c))


def part(count: int, of: int) -> float:
    """A plain share; 0 of nothing."""
    return count / of if of else 0.0
