"""Customers who slow down: the gaps between visits lengthen against their own rhythm, and then no visit comes."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from wend.folds.contrast import rhythm
from wend.maps.obstacles.attempts import Attempts, Outcome
from wend.maps.obstacles.context import DAY, Real
from wend.maps.obstacles.outcomes import Outcomes

OLDER, RECENT = 3, 2
SLOWED = 1.8
"""Slowing = the last two gaps are on average 1.8 times the three before."""
STAYS_WITHIN = 90 * DAY
BANDS = 63


def slowing(outcomes: Outcomes) -> Iterator[Attempts]:
    """Against customers of the same average pace in the same month: does another visit come within 90 days?

    Both arms are followed from a visit that their past alone chose: the first one of a month with five gaps behind it.
    """
    context = outcomes.context
    path = context.path
    place, old, new, following = rhythm(path.offsets, path.at, outcomes.visits, OLDER, RECENT)
    if not len(place):
        return
    gap = (old + new) / (OLDER + RECENT)
    ratio = (new / RECENT) / np.maximum(old / OLDER, 1.0)
    came = (following >= 0) & (path.at[following] - path.at[place] <= STAYS_WITHIN)
    known = (path.at[place] + STAYS_WITHIN <= context.ends_at) & (gap < STAYS_WITHIN / 3)
    stays: dict[Outcome, Real] = {"stay": np.where(known, came, np.nan)}
    bands = np.clip(2 * np.log2(np.maximum(gap / DAY, 1.0)), 0, BANDS).astype(np.int64)
    rows = Attempts("slowing", -1, place, place, ratio >= SLOWED, stays, dose=ratio, unit="ratio", bands=bands)
    month = context.owner[place] * 65_536 + context.month[place]
    yield rows.only(np.r_[True, month[1:] != month[:-1]])
