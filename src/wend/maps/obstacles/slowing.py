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
SHORTEST, LONGEST = 28 * DAY, 90 * DAY
OF_THE_LOG = 6
"""Staying = coming again in the second of two windows, each a sixth of the log, 28 to 90 days."""
BANDS = 63


def slowing(outcomes: Outcomes) -> Iterator[Attempts]:
    """Against customers of the same average pace in the same month: are they still there in the window after the next?

    A visit in the first window says nothing, slow customers still come a few times before they stop.

    Both arms are followed from a visit that their past alone chose: the first one of a month with five gaps behind it.
    """
    context = outcomes.context
    path = context.path
    place, old, new = rhythm(path.offsets, path.at, outcomes.visits, OLDER, RECENT)
    if not len(place):
        return
    gap = (old + new) / (OLDER + RECENT)
    ratio = (new / RECENT) / np.maximum(old / OLDER, 1.0)
    window = int(np.clip((context.ends_at - context.begins_at) // OF_THE_LOG, SHORTEST, LONGEST))
    following = outcomes.visit_after(place, window)
    came = (following >= 0) & (path.at[following] - path.at[place] <= 2 * window)
    known = (path.at[place] + 2 * window <= context.ends_at) & (gap < window / 3)
    stays: dict[Outcome, Real] = {"stay": np.where(known, came, np.nan)}
    bands = np.clip(2 * np.log2(np.maximum(gap / DAY, 1.0)), 0, BANDS).astype(np.int64)
    rows = Attempts("slowing", -1, place, place, ratio >= SLOWED, stays, dose=ratio, unit="ratio", bands=bands)
    month = context.owner[place] * 65_536 + context.month[place]
    yield rows.only(np.r_[True, month[1:] != month[:-1]])
