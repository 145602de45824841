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
    """The worst run of days of every series of one leg that is rarer by LEAST_DROP than the rest of its days."""
    day = (context.path.at[leg.place] - context.begins_at) // DAY
    days = int((context.ends_at - context.begins_at) // DAY) + 1
    if days < scan.LEAST_DAYS:
        return
    for group, which in _series(context, leg):
        seen_tests.append(1)
        n: Real = np.bincount(day[which], minlength=days).astype(np.float64)
        failed = np.bincount(day[which], 1 - leg.came[which], days).astype(np.float64)
        found = scan.worst_run(n, failed, LEAST_DROP)
        if found is None:
            continue
        place, inside = leg.place[which], (day[which] >= found.first) & (day[which] <= found.last)
        asked: dict[Outcome, Real] = {"next_step": leg.came[which]}
        rows = Attempts("incident", leg.a, place, place, inside, asked, ahead=leg.b, group=group)
        began = context.begins_at + found.first * DAY
        ended = None if found.last >= days - 2 else context.begins_at + (found.last + 1) * DAY
        yield Incident(rows, began, ended, found.p, found.score)


def _series(context: Context, leg: Leg) -> Iterator[tuple[str, Flags]]:
    """Everybody; every value of every grouping; and values within one channel."""
    everybody = np.ones(len(leg.place), np.bool_)
    yield "", everybody
    channel = context.channel[leg.place]
    common = [c for c in range(len(context.channels)) if context.channels[c] and (channel == c).sum() >= LEAST_IN_GROUP]
    if len(common) > 1:
        yield from ((f"channel = {context.channels[c]}", channel == c) for c in common)
    for grouping in context.divisions[:-1]:
        codes = grouping.codes[leg.place]
        n = np.bincount(np.maximum(codes, 0), codes >= 0, len(grouping.values))
        values = np.flatnonzero(n >= LEAST_IN_GROUP)
        for value in values:
            which = codes == value
            yield f"{grouping.key} = {grouping.values[value]}", which
            if len(values) > FEW_VALUES or len(common) < 2:
                continue
            for c in common:
                both = which & (channel == c)
                if LEAST_IN_GROUP <= both.sum() < which.sum():
                    yield f"channel = {context.channels[c]}, {grouping.key} = {grouping.values[value]}", both
