"""One obstacle per cause: what was hit by the same thing at the same time is one story, told by its strongest part."""

from __future__ import annotations

import numpy as np

from wend.maps.obstacles.attempts import Attempts
from wend.maps.obstacles.context import DAY, Context, Flags

SLACK = 7 * DAY
SAME_CAUSE = 0.5
"""Two exposures are one story when this share of the attempts hit by the one were hit by the other within a week …"""
MORE_THAN_OTHERS = 1.5
"""… and that is so much more than among the attempts that were not hit."""
_CUSTOMER = 2**36
"""Seconds between two customers on one line of time: more than two thousand years."""


def struck(context: Context, attempts: Attempts, by: Attempts) -> Flags:
    """Which of the attempts happened to a customer who was hit `by` the other exposure around the same time."""
    slack = min(SLACK, max(3_600, (context.ends_at - context.begins_at) // 50))
    at, owner, begin = context.path.at, context.owner, context.begins_at - 400 * DAY
    hits = by.start[by.hit]
    line = np.sort(owner[hits] * _CUSTOMER + at[hits] - begin)
    base = owner[attempts.place] * _CUSTOMER - begin
    low = base + at[attempts.place] - slack
    high = base + np.maximum(at[attempts.start], at[attempts.place]) + slack
    return np.searchsorted(line, high, "right") > np.searchsorted(line, low, "left")


def same_days(attempts: Attempts, by: Attempts, context: Context) -> bool:
    """Are these two incidents of one group over the same days (each lies mostly inside the other)?"""
    if attempts.kind != "incident" or by.kind != "incident" or attempts.group != by.group:
        return False
    first, second = (context.path.at[each.place[each.hit]] for each in (attempts, by))
    shared = min(first.max(), second.max()) - max(first.min(), second.min())
    return bool(shared >= SAME_CAUSE * max(np.ptp(first), np.ptp(second)))


def same_cause(attempts: Attempts, covered: Flags) -> bool:
    """Is this exposure mostly the other one under another name?"""
    inside, outside = covered[attempts.hit].mean(), covered[~attempts.hit].mean()
    return bool(inside >= SAME_CAUSE and inside >= MORE_THAN_OTHERS * outside)
