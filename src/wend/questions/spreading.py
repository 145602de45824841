"""How one number of customers is spread: how many have how much of it, beside another group's.

Bars have the same edges in every log and at every moment (0, 1, 2, 5, 10, 20 …, for durations in days), so that answers
can be held beside each other. A bar holds whole numbers from its own edge to below the next one; what is below 0, such
as more money back than paid, stands in the first.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from wend.methods.intervals import wilson
from wend.methods.superiority import superiority
from wend.questions.specs import SPREAD

DAY = 86_400
EDGES = np.array([0, *(base * 10**power for power in range(12) for base in (1, 2, 5))], np.int64)
UNITS = {name: DAY if name.endswith("_seconds") else 1 for name in SPREAD}
"""What is spread, and by what it is divided before it is put into bars."""
LEAST = 30
"""Fewer customers in a group prove no difference."""
Counts = NDArray[np.int64]
Row = dict[str, Any]


def edges_of(name: str) -> Counts:
    """The lower edges of the bars of a number, in its own unit."""
    return EDGES * UNITS[name]


def places(name: str, values: Counts) -> Counts:
    """In which bar each value stands.

    >>> places("since_last_seconds", np.array([0, 86_399, 86_400, 3 * 86_400])).tolist()
    [0, 0, 1, 2]
    """
    found: Counts = np.searchsorted(edges_of(name), np.maximum(values, 0), side="right") - 1
    return found


def bars(name: str, values: Counts, others: Counts | None) -> list[Row]:
    """The bars from the first in which somebody stands to the last, with shares of their group and 95 % intervals.
    Between nothing at all and the least that somebody has there are none.
    """
    counts = [np.bincount(places(name, each), minlength=len(EDGES)) for each in (values, others) if each is not None]
    held = np.flatnonzero(sum(count[1:] for count in counts)) + 1
    nothing = [0] * bool(sum(int(count[0]) for count in counts))
    shown = [*nothing, *(range(int(held[0]), int(held[-1]) + 1) if len(held) else ())]
    edges = [*edges_of(name).tolist(), None]
    told = []
    for bar in shown:
        row: Row = {"from": edges[bar], "to": edges[bar + 1]} | _share("", counts[0], bar)
        told.append(row | (_share("other_", counts[1], bar) if others is not None else {}))
    return told


def _share(prefix: str, counts: Counts, bar: int) -> Row:
    share = wilson(int(counts[bar]), int(counts.sum()))
    told = {"customers": int(counts[bar]), "share": share.value, "low": share.low, "high": share.high}
    return {f"{prefix}{name}": value for name, value in told.items()}


def summary(group: str, values: Counts) -> Row:
    """A group in a few numbers: nobody has none of them."""
    if not len(values):
        told = dict.fromkeys(("mean", "lower_quartile", "median", "upper_quartile"))
        return {"group": group, "customers": 0} | told
    lower, median, upper = (float(each) for each in np.quantile(values, (0.25, 0.5, 0.75)))
    means = {"mean": float(values.mean()), "lower_quartile": lower, "median": median, "upper_quartile": upper}
    return {"group": group, "customers": len(values)} | means


def difference(values: Counts, others: Counts) -> Row | None:
    """Who has more, as Cliff's delta (`methods/superiority.py`); None where a group is too small to tell."""
    if min(len(values), len(others)) < LEAST:
        return None
    found = superiority(values.astype(np.float64), others.astype(np.float64))
    return {"effect": found.value, "effect_low": found.low, "effect_high": found.high, "p": found.p}
