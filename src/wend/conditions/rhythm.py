"""A customer's own rhythm: how long they usually pause, in the business's own time (`season.py`).

The usual pause is the median (the lower one of two) of the last 16 pauses of half an hour or more: what happens within
half an hour is one visit. With fewer than four such pauses there is too little to say, and nobody is slower than usual.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from wend.conditions.season import EVEN, Season
from wend.conditions.values import THOUSAND

VISIT = 1_800
FEWEST, MOST = 4, 16


def usual_pause(times: Sequence[int]) -> int | None:
    """Seconds, from how many had gone by at what the customer did, in their order; None = too little to say.

    >>> usual_pause([0, 86_400, 86_401, 172_800, 345_600, 432_000])
    86400
    """
    pauses = [b - a for a, b in pairwise(times) if b - a >= VISIT][-MOST:]
    return sorted(pauses)[(len(pauses) - 1) // 2] if len(pauses) >= FEWEST else None


def slower_from(times: Sequence[int], thousandths: int, season: Season = EVEN) -> int | None:
    """The moment from which the silence after the last of `times` is longer than so many usual pauses."""
    gone = [season.active(at) for at in times] if season.at else times
    usual = usual_pause(gone)
    return None if usual is None else season.reached(gone[-1] + usual * thousandths // THOUSAND + 1)
