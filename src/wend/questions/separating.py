"""What separates those who stopped from those who went on: every value of every cut, compared with all other values.

A comparison is two shares of those who stopped: with the value, and without it. It is made where both sides have thirty
customers and none of the four counts would be below five if the value meant nothing. All comparisons that were made are
corrected together (Holm), and only what remains is said. It tells what goes together, not what causes what.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from wend.methods.correction import LEVEL, holm
from wend.methods.intervals import compare_shares

LEAST, LEAST_EXPECTED = 30, 5.0


@dataclass(frozen=True, slots=True)
class Counted:
    """One cut: by each of `names`, customers who stopped and customers who went on."""

    what: str
    names: Sequence[str]
    stopped: NDArray[np.int64]
    went_on: NDArray[np.int64]


def separating(cuts: Sequence[Counted]) -> tuple[list[dict[str, Any]], int]:
    """[{what, value, n, stopped, share, other_n, other_stopped, other_share, difference, low, high, p_adjusted}], the
    largest difference first, and how many comparisons were made.
    """
    made = [row for each in cuts for row in _compared(each)]
    adjusted = holm(np.array([row["p_adjusted"] for row in made], np.float64))
    said = [row | {"p_adjusted": float(p)} for row, p in zip(made, adjusted, strict=True) if p <= LEVEL]
    return sorted(said, key=lambda row: (-abs(row["difference"]), row["what"], row["value"])), len(made)


def _compared(each: Counted) -> Iterator[dict[str, Any]]:
    all_stopped, everybody = int(each.stopped.sum()), int((each.stopped + each.went_on).sum())
    for place in _worth_comparing(each):
        name, stopped = each.names[place], int(each.stopped[place])
        n = stopped + int(each.went_on[place])
        other_stopped, other_n = all_stopped - stopped, everybody - n
        found = compare_shares(stopped, n, other_stopped, other_n)
        yield {
            "what": each.what,
            "value": name,
            "n": n,
            "stopped": stopped,
            "share": stopped / n,
            "other_n": other_n,
            "other_stopped": other_stopped,
            "other_share": other_stopped / other_n,
            "difference": found.value,
            "low": found.low,
            "high": found.high,
            "p_adjusted": found.p,
        }


def _worth_comparing(each: Counted) -> list[int]:
    """The values with enough customers on both sides. Of two values only the one with more who stopped: the other would
    say the same again.
    """
    n = each.stopped + each.went_on
    there = np.flatnonzero(n).tolist()
    if len(there) == 2:
        there = [max(there, key=lambda place: float(each.stopped[place] / n[place]))]
    return [place for place in there if _enough(int(n[place]), int(n.sum() - n[place]), int(each.stopped.sum()))]


def _enough(n: int, other_n: int, stopped: int) -> bool:
    if min(n, other_n) < LEAST:
        return False
    share = stopped / (n + other_n)
    return min(n, other_n) * min(share, 1 - share) >= LEAST_EXPECTED
