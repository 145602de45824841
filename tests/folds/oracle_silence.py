"""How silent somebody is, in plain words: the median of their last pauses, else a number of days."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise
from statistics import median_low

from tests.folds.journals import Event
from wend.folds.silence import Silences


def usual(events: Sequence[Event]) -> int | None:
    """The usual pause after these events; None = too little is known."""
    pauses = [b.at - a.at for a, b in pairwise(events) if b.at - a.at >= 1_800][-16:]
    return median_low(pauses) if len(pauses) >= 4 else None


def level(events: Sequence[Event], now: int, silences: Silences) -> int:
    """0 active, 1 slowing down, 2 left."""
    silence, pause = now - events[-1].at, usual(events)
    slow = silence >= silences.slowing
    if silences.times and pause is not None:
        slow = silence > Fraction(pause * silences.times, 1_000)
    return 0 if not slow else 2 if silence >= silences.left else 1
