"""When people come: everybody has a rhythm of their own, and one planted cohort loses it before it leaves."""

from dataclasses import dataclass

import numpy as np

from wend.demo.chance import Flags, Floats, Generator, Ints, happens, stream
from wend.demo.people import Kind, People
from wend.demo.period import BEGINS_AT, DAY, DAYS, ENDS_AT, at_an_hour

MOST_VISITS = 64
GAP_GROWTH = 1.5
GROWING_GAPS = 5
STILL_SLOWING = 0.25  # of the cohort: lengthening gaps, but not yet gone when the period ends
SILENT_DAYS = 100  # those who left have been silent at least that long when the period ends
LIFE = {Kind.REGULAR: 0.04, Kind.PASSING: 0.50, Kind.COUNTER: 0.08}  # chance that a visit was the last one


@dataclass(frozen=True, slots=True)
class Visits:
    """Sorted by person, then time; never two on one day for one person."""

    person: Ints
    at: Ints


@dataclass(frozen=True, slots=True)
class Slowing:
    """Who was planted as slowing down: all of them, and those who left before the period ended."""

    person: Ints
    left: Flags


def invent_visits(seed: int, people: People) -> tuple[Visits, Slowing]:
    """Every visit (online, or at the counter for people of the counter) inside the period."""
    rng = stream(seed, "rhythm")
    size = len(people)
    counter = people.kind == Kind.COUNTER
    usual = np.clip(rng.lognormal(np.log(np.where(counter, 50.0, 26.0)), 0.45), 9, 90)
    gaps = usual[:, None] * rng.gamma(12, 1 / 12, (size, MOST_VISITS))  # a steady rhythm: spread 0.29 of the gap
    life = np.ones(size, dtype=np.int64)
    for kind, ends in LIFE.items():
        life = np.where(people.kind == kind, rng.geometric(ends, size), life)
    first = np.floor((DAYS - 2) * rng.random(size) ** 1.5)
    slowing = np.flatnonzero(people.kind == Kind.SLOWING)
    left = _slow_down(rng, slowing, gaps, life, first)
    day = first[:, None] + np.concatenate([np.zeros((size, 1)), np.cumsum(np.maximum(gaps[:, :-1], 1.0), axis=1)], 1)
    came = (day < DAYS) & (np.arange(MOST_VISITS) < life[:, None])
    person = np.nonzero(came)[0].astype(np.int64)
    midnight = BEGINS_AT + np.floor(day[came]).astype(np.int64) * DAY
    at = np.where(counter[person], at_an_hour(rng, midnight, shop=True), at_an_hour(rng, midnight))
    return Visits(person, at), Slowing(slowing, left)


def _slow_down(rng: Generator, slowing: Ints, gaps: Floats, life: Ints, first: Floats) -> Flags:
    """Overwrite the rows of the cohort: calm visits, then gaps that grow by half each time, then nothing."""
    size = len(slowing)
    usual = rng.uniform(7, 12, size)
    calm = rng.integers(4, 7, size)
    growth = np.clip(np.arange(MOST_VISITS)[None, :] - calm[:, None] + 1, 0, GROWING_GAPS + 1)
    noise = rng.lognormal(0, 0.05, (size, MOST_VISITS))
    gaps[slowing] = usual[:, None] * GAP_GROWTH**growth * noise
    life[slowing] = calm + GROWING_GAPS + 1
    took = np.asarray([gaps[row, : life[row] - 1].sum() for row in slowing])
    left: Flags = ~happens(rng, STILL_SLOWING, size)
    gone_first = rng.random(size) * np.maximum(DAYS - SILENT_DAYS - took - 1, 1)
    next_gap = usual * GAP_GROWTH ** (GROWING_GAPS + 1)
    still_first = np.maximum(DAYS - 1 - took - rng.uniform(0.05, 0.6, size) * next_gap, 0)
    first[slowing] = np.where(left, gone_first, still_first)
    return left


@dataclass(frozen=True, slots=True)
class Presence:
    """Who was around when; it looks back only, so that being asked or written to says nothing about coming back."""

    visits: Visits
    gone_at: Ints  # per person: the last visit of those planted as leaving, far in the future for everybody else

    def lately(self, at: int, days: int) -> Flags:
        """Per person: a visit in the `days` before that moment."""
        recent = (self.visits.at >= at - days * DAY) & (self.visits.at < at)
        around = np.zeros(len(self.gone_at), dtype=np.bool_)
        around[self.visits.person[recent]] = True
        return around

    def gone(self, person: Ints, at: Ints | int) -> Flags:
        """Whether each person had left for good by that moment."""
        left: Flags = self.gone_at[person] < at
        return left


def presence(visits: Visits, slowing: Slowing, size: int) -> Presence:
    """The presence of everybody."""
    last = np.zeros(size, dtype=np.int64)
    np.maximum.at(last, visits.person, visits.at)
    gone_at = np.full(size, ENDS_AT * 2, dtype=np.int64)
    leavers = slowing.person[slowing.left]
    gone_at[leavers] = last[leavers]
    return Presence(visits, gone_at)
