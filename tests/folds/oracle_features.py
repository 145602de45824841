"""What is known of a customer, as a plain definition."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import numpy as np

from tests.folds.journals import NONE, Event
from wend.folds.features import COUNTS, DAY, FIELDS, WINDOWS, FeaturesAnswer, FeaturesParams


def known(own: Sequence[Event], as_of: int) -> dict[str, int]:
    """One customer's numbers by name."""
    days = sorted({event.at // DAY for event in own})
    gaps = [b - a for a, b in pairwise(days)]
    rated = [event.rating for event in own if event.rating != NONE]
    found = {
        "customers": 1,
        "events": len(own),
        "active_days": len(days),
        "since_first_seconds": as_of - min(event.at for event in own),
        "since_last_seconds": as_of - max(event.at for event in own),
        "gaps": len(gaps),
        "gap_days": sum(gaps),
        "gap_days_squared": sum(gap * gap for gap in gaps),
        "longest_gap_days": max(gaps, default=0),
        "channels": len({event.channel for event in own}),
        "payments": sum(event.amount > 0 for event in own),
        "amount": sum(event.amount for event in own),
        "ratings": len(rated),
        "rating": sum(rated),
    }
    for window in WINDOWS:
        recent = [event for event in own if as_of - event.at < window * DAY]
        found[f"events_{window}d"] = len(recent)
        found[f"amount_{window}d"] = sum(event.amount for event in recent)
    return found


def features(shown: Sequence[Sequence[Any]], params: FeaturesParams) -> FeaturesAnswer:
    """All customers' numbers added up, and the events of every counted code."""
    values = np.zeros(COUNTS + params.counted, np.int64)
    for journey in shown:
        own = [event for event, counted in journey if counted]
        if own:
            numbers = known(own, params.as_of)
            for small, large in reversed(list(pairwise(WINDOWS))):  # each event counts in its smallest window
                for what in ("events", "amount"):
                    numbers[f"{what}_{large}d"] -= numbers[f"{what}_{small}d"]
            values[:COUNTS] += [numbers[name] for name in FIELDS]
            for code, count in Counter(event.step for event in own).items():
                if params.place[code] >= 0:
                    values[COUNTS + params.place[code]] += count
    return FeaturesAnswer(values)
