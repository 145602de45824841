"""What came after: rating, next step, return, money and staying, for every attempt from the same moment and over
the same window for both arms.

A window that reaches beyond the end of the log makes the outcome unknown (NaN), never a failure.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from wend.domain.event import NOT_COVERED
from wend.folds.contrast import next_after, sums_after
from wend.maps.obstacles.context import DAY, Context, Flags, Real, Whole
from wend.maps.obstacles.lay import Lay

RATED_WITHIN = 60 * DAY
RETURNS_WITHIN = 90 * DAY
NOT_THE_SAME_VISIT = 12 * 3600
_RICHEST = 99.0
"""Money above this percentile counts as this percentile: one wholesaler must not decide a comparison."""


@dataclass
class Outcomes:
    """Outcomes after given places of the path."""

    context: Context
    lay: Lay
    _ratings: dict[tuple[int, bool], Whole] = field(default_factory=dict)

    def after(self, starts: Whole, code: int, later: int = 0) -> Whole:
        """The place of the customer's next event of this code at least `later` seconds after each start, −1 = none."""
        return next_after(self.context.owner, self.context.line, starts, self.context.places[code], later)

    def rating_after(self, starts: Whole, about: int = -1, *, nameless: bool = True) -> Whole:
        """The place of the customer's next rating after each start; with a code: of the next one about it (or, when
        `nameless`, about nothing in particular).
        """
        key = (about, nameless)
        if key not in self._ratings:
            wanted, spoken = self.context.rated & self.context.real, self.context.path.about
            if about >= 0:
                wanted = wanted & ((spoken == about) | (nameless & (spoken == NOT_COVERED)))
            self._ratings[key] = np.flatnonzero(wanted)
        return next_after(self.context.owner, self.context.line, starts, self._ratings[key])

    def rating(self, starts: Whole, about: int = -1, until: Whole | None = None) -> tuple[Real, Whole]:
        """The first rating after each start, on −2…+2, and the code of the event that carried it.

        Ratings about the step itself are taken where they make up half of all, then those about nothing in particular
        with them, then all. `until` are places (−1 = none) from which on a rating belongs to another time.
        """
        every = self._rating(starts, self.rating_after(starts), until)
        if about < 0:
            return every
        least = (~np.isnan(every[0])).sum() / 2
        for nameless in (False, True):
            own = self._rating(starts, self.rating_after(starts, about, nameless=nameless), until)
            if (~np.isnan(own[0])).sum() >= least:
                return own
        return every

    def _rating(self, starts: Whole, found: Whole, until: Whole | None) -> tuple[Real, Whole]:
        path = self.context.path
        ok = (found >= 0) & (path.at[found] - path.at[starts] <= RATED_WITHIN)
        if until is not None:
            ok &= (until < 0) | (found < until)
        return np.where(ok, path.rating[found] / 100.0, np.nan), np.where(ok, path.step[found], 0).astype(np.int64)

    def reaches(self, starts: Whole, code: int, within: int, delay: int = 0) -> Real:
        """1 when `code` comes more than `delay` and at most `delay + within` seconds after the start."""
        return self._came(starts, self.after(starts, code, delay), delay + within)

    def returns(self, starts: Whole, delay: int = 0) -> Real:
        """1 when the customer buys again (or, in a log without money, comes again) within 90 days, the same visit left
        out.
        """
        if self.lay.purchase >= 0:
            found = self.after(starts, self.lay.purchase, delay + NOT_THE_SAME_VISIT)
        else:
            found = self.visit_after(starts, delay + DAY)
        return self._came(starts, found, delay + RETURNS_WITHIN)

    def visit_after(self, starts: Whole, later: int) -> Whole:
        """The place of the customer's next visit at least `later` seconds after each start."""
        return next_after(self.context.owner, self.context.line, starts, self._visit_places, later)

    @cached_property
    def visits(self) -> Flags:
        """By event: something the customer did, answers and marks of the end left out."""
        return self._of(~self.lay.company & ~self.lay.rated & ~self.lay.marker & ~self.context.promises)

    @cached_property
    def own(self) -> Flags:
        """By event: something the customer did or said."""
        return self._of(~self.lay.company & ~self.lay.end & ~self.context.promises)

    def _of(self, codes: Flags) -> Flags:
        wanted = np.zeros(65_536, np.bool_)
        wanted[: len(codes)] = codes
        return np.asarray(wanted[self.context.path.step], np.bool_)

    @cached_property
    def _visit_places(self) -> Whole:
        return np.flatnonzero(self.visits)

    def money(self, starts: Whole) -> Real:
        """What the customer spends within 90 days after the start, in minor units."""
        context, bought = self.context, self.context.places[self.lay.purchase]
        window = min(RETURNS_WITHIN, 2 * int(np.ptp(context.path.at)))
        sums = sums_after(context.line, starts, bought, context.path.amount[bought], window).astype(np.float64)
        if len(sums):
            sums = np.minimum(sums, np.percentile(sums, _RICHEST) or np.inf)
        return self._known(starts, RETURNS_WITHIN, sums)

    def _came(self, starts: Whole, found: Whole, within: int) -> Real:
        at = self.context.path.at
        return self._known(starts, within, (found >= 0) & (at[found] - at[starts] <= within))

    def _known(self, starts: Whole, window: int, value: Real | Flags) -> Real:
        return np.where(self.context.path.at[starts] + window <= self.context.ends_at, value, np.nan)
