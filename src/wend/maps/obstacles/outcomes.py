"""What came after: rating, next step, return, money and staying, for every attempt from the same moment and over
the same window for both arms.

A window that reaches beyond the end of the log makes the outcome unknown (NaN), never a failure.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from wend.domain.event import NOT_COVERED
from wend.folds.contrast import next_where, sums_after
from wend.maps.obstacles.context import DAY, Context, Flags, Real, Whole
from wend.maps.obstacles.lay import Lay

RATED_WITHIN = 60 * DAY
RETURNS_WITHIN = 90 * DAY
NOT_THE_SAME_VISIT = 12 * 3600
_RICHEST = 99.0
"""Money above this percentile counts as this percentile: one wholesaler must not decide a comparison."""


@dataclass
class Outcomes:
    """Outcomes after given places of the path; walks are kept for the next attempt that needs them."""

    context: Context
    lay: Lay
    kept: dict[tuple[str, int, int], Whole] = field(default_factory=dict)

    def following(self, code: int, later: int = 0) -> Whole:
        """For every event: the place of the customer's next event of this code at least `later` seconds after it,
        −1 = none.
        """
        key = ("step", code, later)
        return self.kept[key] if key in self.kept else self._next(key, self.context.path.step == code, later)

    def next_rating(self, about: int = -1, *, nameless: bool = True) -> Whole:
        """For every event: the place of the customer's next rating; with a code: of the next rating about it (or, when
        `nameless`, about nothing in particular).
        """
        key = (f"rating{nameless}", about, 0)
        if key not in self.kept:
            wanted = self.context.rated & self.context.real
            if about >= 0:
                wanted &= (self.context.path.about == about) | (nameless & (self.context.path.about == NOT_COVERED))
            self._next(key, wanted, 0)
        return self.kept[key]

    def rating(self, starts: Whole, about: int = -1) -> tuple[Real, Whole]:
        """The first rating after each start, on −2…+2, and the code of the event that carried it.

        Ratings about the step itself are taken where they make up half of all, then those about nothing in particular
        with them, then all.
        """
        every = self._rating(starts, self.next_rating())
        if about < 0:
            return every
        least = (~np.isnan(every[0])).sum() / 2
        for nameless in (False, True):
            own = self._rating(starts, self.next_rating(about, nameless=nameless))
            if (~np.isnan(own[0])).sum() >= least:
                return own
        return every

    def _rating(self, starts: Whole, following: Whole) -> tuple[Real, Whole]:
        path, found = self.context.path, following[starts]
        ok = (found >= 0) & (path.at[found] - path.at[starts] <= RATED_WITHIN)
        return np.where(ok, path.rating[found] / 100.0, np.nan), np.where(ok, path.step[found], 0).astype(np.int64)

    def reaches(self, starts: Whole, code: int, within: int, delay: int = 0) -> Real:
        """1 when `code` comes more than `delay` and at most `delay + within` seconds after the start."""
        path, found = self.context.path, self.following(code, delay)[starts]
        came = (found >= 0) & (path.at[found] - path.at[starts] <= delay + within)
        return self._known(starts, delay + within, came)

    def returns(self, starts: Whole, delay: int = 0) -> Real:
        """1 when the customer buys again (or, in a log without money, comes again) within 90 days, the same visit
        left out.
        """
        path, found = self.context.path, self.coming_back(delay)[starts]
        came = (found >= 0) & (path.at[found] - path.at[starts] <= delay + RETURNS_WITHIN)
        return self._known(starts, delay + RETURNS_WITHIN, came)

    def coming_back(self, delay: int = 0) -> Whole:
        """For every event: the place of the customer's next purchase or visit, half a day later at the earliest."""
        if self.lay.purchase >= 0:
            return self.following(self.lay.purchase, delay + NOT_THE_SAME_VISIT)
        return self.visited_after(delay + DAY)

    def visited_after(self, later: int) -> Whole:
        """For every event: the place of the customer's next visit at least `later` seconds after it."""
        return self._next(("visit", 0, later), self.visits, later)

    @cached_property
    def visits(self) -> Flags:
        """By event: something the customer did."""
        codes = len(self.context.steps)
        own = np.zeros(65_536, np.bool_)
        own[:codes] = ~self.lay.company & ~self.lay.rated & ~self.lay.marker & ~self.context.promises
        return own[self.context.path.step]

    def money(self, starts: Whole) -> Real:
        """What the customer spends within 90 days after the start, in minor units."""
        path = self.context.path
        key = ("money", 0, 0)
        if key not in self.kept:
            spent = np.where(path.step == self.lay.purchase, path.amount, 0)
            self.kept[key] = sums_after(path.offsets, path.at, spent, RETURNS_WITHIN)
        sums = self.kept[key][starts].astype(np.float64)
        if len(sums):
            sums = np.minimum(sums, np.percentile(sums, _RICHEST) or np.inf)
        return self._known(starts, RETURNS_WITHIN, sums)

    def _known(self, starts: Whole, window: int, value: Real | Flags) -> Real:
        return np.where(self.context.path.at[starts] + window <= self.context.ends_at, value, np.nan)

    def _next(self, key: tuple[str, int, int], wanted: Flags, later: int) -> Whole:
        if key not in self.kept:
            self.kept[key] = next_where(self.context.path.offsets, self.context.path.at, wanted, later)
        return self.kept[key]
