"""Where people leave: each step and the one it leads to, by group, and by runs of days in which it suddenly works
worse.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from wend.folds.contrast import attempts
from wend.maps.obstacles import scan
from wend.maps.obstacles.attempts import Attempts, Outcome
from wend.maps.obstacles.context import DAY, Context, Flags, Grouping, Real, Whole
from wend.maps.obstacles.lay import Lay
from wend.methods.correction import LEVEL

LEAST_IN_GROUP = 60
LEAST_DROP = 0.08
"""A group or a run of days is looked at when the next step is at least 8 points rarer there."""
FEW_VALUES = 12
MOST_HAVE_COME = 0.75


@dataclass(frozen=True)
class Leg:
    """All attempts to get from a step to the next, known by the end of the log: 1 = came there, 0 = did not."""

    a: int
    b: int
    place: Whole
    came: Real


def legs(context: Context, lay: Lay) -> Iterator[Leg]:
    """Every step with the step it leads to."""
    path = context.path
    for a, b in lay.legs:
        within = lay.within(a, b)
        if within < lay.wait(a, b, MOST_HAVE_COME):
            continue  # so slow a step that "not yet" and "not at all" cannot be told apart
        place, end = attempts(context.owner, path.at, context.places[a], context.places[b], within)
        known = path.at[place] + within <= context.ends_at
        came = (end >= 0)[known].astype(np.float64)
        if known.sum() >= 2 * LEAST_IN_GROUP and 0.02 < came.mean() < 0.995:
            yield Leg(a, b, place[known], came)


def dropoffs(context: Context, leg: Leg, seen_tests: list[int]) -> Iterator[Attempts]:
    """Groups in which the next step is rarer than in all others together. `seen_tests` receives how many groups
    were compared.
    """
    for grouping in context.divisions:
        codes = grouping.codes[leg.place].astype(np.int64)
        known = codes >= 0
        values = len(grouping.values)
        n = np.bincount(codes[known], minlength=values)[:values]
        good = np.flatnonzero(n >= LEAST_IN_GROUP)
        if len(good) < 2:
            continue
        seen_tests.append(len(good))
        came = np.bincount(codes[known], leg.came[known], values)[:values] / np.maximum(n, 1)
        rest = (leg.came[known].sum() - came * n) / np.maximum(known.sum() - n, 1)
        for value in good[(came - rest)[good] <= -LEAST_DROP]:
            yield _group_attempts(leg, grouping, int(value), codes, known)


def _group_attempts(leg: Leg, grouping: Grouping, value: int, codes: Whole, known: Flags) -> Attempts:
    place, hit = leg.place[known], codes[known] == value
    group = f"{grouping.key} = {grouping.values[value]}"
    asked: dict[Outcome, Real] = {"next_step": leg.came[known]}
    return Attempts("dropoff", leg.a, place, place, hit, asked, ahead=leg.b, group=group, grouping=grouping.key)


@dataclass(frozen=True)
class Incident:
    """A run of days [began, ended) in which a step worked worse for one group; `p` holds after all windows tried
    on this series.
    """

    attempts: Attempts
    began: int
    ended: int | None
    p: float
    score: float


def incidents(context: Context, leg: Leg, seen_tests: list[int]) -> Iterator[Incident]:
    """The worst run of days of every series of one leg, where it could be one at all."""
    day = (context.path.at[leg.place] - context.begins_at) // DAY
    if not len(day) or day.max() < scan.LEAST_DAYS:
        return
    for family in _families(context, leg):
        tried, failed = _by_day(family, day, leg.came)
        for number in np.flatnonzero(tried.sum(1) >= LEAST_IN_GROUP):
            seen_tests.append(1)
            found = scan.worst_run(tried[number], failed[number], LEAST_DROP)
            if found is not None and found.p <= LEVEL:
                yield _incident(context, leg, family.names[number], family.codes == number, day, found)


@dataclass(frozen=True)
class _Family:
    """Series that are cut out of one leg together: `codes` say to which one each attempt belongs, −1 = to none."""

    names: tuple[str, ...]
    codes: Whole


def _families(context: Context, leg: Leg) -> Iterator[_Family]:
    """Everybody; every value of every grouping; and values of small groupings within each channel."""
    yield _Family(("",), np.zeros(len(leg.place), np.int64))
    *groupings, channels = context.divisions
    channel = channels.codes[leg.place].astype(np.int64)
    several = len(np.unique(channel[channel >= 0])) > 1
    if several:
        yield _Family(tuple(f"channel = {name}" for name in channels.values), channel)
    for grouping in groupings:
        codes, values = grouping.codes[leg.place].astype(np.int64), grouping.values
        yield _Family(tuple(f"{grouping.key} = {value}" for value in values), codes)
        if several and len(values) <= FEW_VALUES:
            names = tuple(f"channel = {c}, {grouping.key} = {v}" for c in channels.values for v in values)
            yield _Family(names, np.where((codes >= 0) & (channel >= 0), channel * len(values) + codes, -1))


def _by_day(family: _Family, day: Whole, came: Real) -> tuple[Real, Real]:
    """Attempts tried and failed of every series, day by day."""
    known, days = family.codes >= 0, int(day.max()) + 1
    cell, size = family.codes[known] * days + day[known], len(family.names) * days
    tried = np.bincount(cell, minlength=size).astype(np.float64)
    failed = tried - np.bincount(cell, came[known], size)
    return tried.reshape(-1, days), failed.reshape(-1, days)


def _incident(context: Context, leg: Leg, group: str, which: Flags, day: Whole, found: scan.Run) -> Incident:
    place, inside = leg.place[which], (day[which] >= found.first) & (day[which] <= found.last)
    asked: dict[Outcome, Real] = {"next_step": leg.came[which]}
    rows = Attempts("incident", leg.a, place, place, inside, asked, ahead=leg.b, group=group)
    ended = None if found.last >= day.max() - 1 else context.begins_at + (found.last + 1) * DAY
    return Incident(rows, context.begins_at + found.first * DAY, ended, found.p, found.score)
