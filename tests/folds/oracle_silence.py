"""How silent somebody is, in plain words: the median of their last pauses, else a number of days."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise
from statistics import median_low

from tests.folds.journals import Event
from wend.folds.season import Season
from wend.folds.silence import Silences


def active(at: int, season: Season) -> int:
    """Seconds of the business's time at a moment, period by period."""
    if not len(season.at) or at < season.at[0]:
        return at
    ends = [*season.at[1:].tolist(), at]
    spans = zip(season.at.tolist(), ends, season.pace.tolist(), strict=True)
    return int((season.at[0] * 100 + sum(max(0, min(end, at) - first) * pace for first, end, pace in spans)) // 100)


def usual(events: Sequence[Event], season: Season) -> int | None:
    """The usual pause after these events; None = too little is known."""
    gone = [active(event.at, season) for event in events]
    pauses = [b - a for a, b in pairwise(gone) if b - a >= 1_800][-16:]
    return median_low(pauses) if len(pauses) >= 4 else None


def level(events: Sequence[Event], now: int, silences: Silences) -> int:
    """0 active, 1 slowing down, 2 left."""
    season = silences.season
    silence, pause = active(now, season) - active(events[-1].at, season), usual(events, season)
    slow = silence >= silences.slowing
    if silences.times and pause is not None:
        slow = silence > Fraction(pause * silences.times, 1_000)
    return 0 if not slow else 2 if silence >= silences.left else 1
