"""The lay of the land: which step usually leads to which, who begins it, and what is only a marker. All read from
the log itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from wend.folds import histogram
from wend.maps.obstacles import words
from wend.maps.obstacles.context import DAY, Context, Flags, Real

LEAST_CUSTOMERS = 60
FORWARD = 0.7
"""A step lies ahead of another when this share of the customers who did both did it later."""
LEADS = 0.1
"""A step leads to another when this share of its events is followed by it."""
COMES_OF, NEARLY = 0.5, 0.8
"""A step comes of another that stands before at least half of its events, and before nearly as many as any."""
SHORTEST, LONGEST = 1_800, 60 * DAY
_RATED = 0.5
_ENDS = 0.95


@dataclass(frozen=True)
class Lay:
    """What the overview says about the codes of a context."""

    context: Context

    @cached_property
    def rated(self) -> Flags:
        """Codes that are answers: most of their events carry a rating."""
        codes = len(self.context.steps)
        step, ok = self.context.path.step, self.context.real
        rated = np.bincount(step[ok & self.context.rated], minlength=codes)[:codes]
        return np.asarray(rated > _RATED * np.maximum(self.context.seen.events, 1), np.bool_)

    @cached_property
    def marker(self) -> Flags:
        """Codes that only say that a journey is over: nothing ever follows them, or their name says so and nearly
        nothing follows.
        """
        seen = self.context.seen
        last = seen.last / np.maximum(seen.customers, 1)
        named = np.asarray([words.is_end_marker(step.key) for step in self.context.steps], np.bool_)
        nothing_follows = (last > _ENDS) & (seen.follows.sum(1) < 0.02 * seen.events)
        return np.asarray(named & (last > 0.5) | nothing_follows, np.bool_)

    @cached_property
    def usable(self) -> Flags:
        """Codes that can be steps of a journey: enough customers, not promised, not an answer, not a marker."""
        return (self.context.seen.customers >= LEAST_CUSTOMERS) & ~self.context.promises & ~self.rated & ~self.end

    @cached_property
    def end(self) -> Flags:
        """Markers that were named as such: they stand for leaving itself."""
        named = np.asarray([words.is_end_marker(step.key) for step in self.context.steps], np.bool_)
        return self.marker & named

    @cached_property
    def mishap(self) -> Flags:
        """Codes whose name says that something went wrong."""
        return np.asarray([words.is_mishap(step.key) for step in self.context.steps], np.bool_)

    @cached_property
    def contact(self) -> Flags:
        """Codes in which the customer asks for help, tries again, or meets a mishap."""
        return np.asarray([words.is_contact(step.key) for step in self.context.steps], np.bool_)

    @cached_property
    def company(self) -> Flags:
        """Codes that the company begins, by the touchpoint's own word or by the name."""
        steps = self.context.steps
        return np.asarray([s.begun_by == "company" or words.is_by_company(s.key) for s in steps], np.bool_)

    @cached_property
    def purchase(self) -> int:
        """The code that stands for buying: the most frequent one that carries money; −1 without money."""
        codes = len(self.context.steps)
        paid = np.bincount(self.context.path.step[self.context.real & (self.context.path.amount > 0)], minlength=codes)[
            :codes
        ]
        paid = np.where(self.mishap | self.end, 0, paid)
        return int(paid.argmax()) if codes and paid.max() >= LEAST_CUSTOMERS else -1

    @cached_property
    def ahead(self) -> Real:
        """`ahead[a, b]`: share of customers with both who did a first."""
        first = self.context.seen.first
        both = first + first.T
        return np.where(both >= 20, first / np.maximum(both, 1), 0.0)

    @cached_property
    def leads(self) -> Real:
        """`leads[a, b]`: share of a's events that are followed by b before the next a."""
        seen = self.context.seen
        return np.asarray(seen.follows / np.maximum(seen.events, 1)[:, None])

    def comes_of(self, a: int, b: int) -> float:
        """The share of b's events that have an a before them since the last b."""
        return float(self.context.seen.follows[a, b] / max(self.context.seen.events[b], 1))

    def place(self, code: int) -> float:
        """Where a code stands in the usual order, 0 = first."""
        return float(self.ahead[self.usable, code].sum())

    def wait(self, a: int, b: int, share: float) -> float:
        """The wait from a to b that `share` of those who came to b did not exceed, in seconds."""
        return float(histogram.quantile(self.context.seen.waits[a, b], share) or 0)

    def within(self, a: int, b: int) -> int:
        """How long to wait for b after a before calling it failed: four median waits, from half an hour to thirty
        days.
        """
        return int(np.clip(4 * self.wait(a, b, 0.5), SHORTEST, LONGEST))

    @cached_property
    def successor(self) -> tuple[int, ...]:
        """By code: the customer's step ahead to which it most often leads; −1 = none."""
        return tuple(self._successor(a, ~self.company) for a in range(len(self.context.steps)))

    @cached_property
    def legs(self) -> tuple[tuple[int, int], ...]:
        """Pairs of a step and the next: every customer's step with the one it leads to, every step of the company with
        the one it comes of.
        """
        led = ((a, b) for a, b in enumerate(self.successor) if b >= 0 and not self.company[a])
        done = ((self.source(int(b)), int(b)) for b in np.flatnonzero(self.usable & self.company & ~self.mishap))
        return (*led, *((a, b) for a, b in done if a >= 0))

    def source(self, code: int) -> int:
        """The step of which a code comes: one that stands before most of its events, and nearest to them; −1 = none."""
        seen = self.context.seen
        sources = seen.follows[:, code] / max(seen.events[code], 1) * (self.usable & ~self.mishap)
        sources[code] = 0
        if sources.max(initial=0) < COMES_OF:
            return -1
        near = np.flatnonzero(sources >= NEARLY * sources.max())
        return int(min(near, key=lambda a: self.wait(int(a), code, 0.5)))

    def _successor(self, a: int, among: Flags) -> int:
        if not self.usable[a] or self.mishap[a]:
            return -1
        ahead = among & self.usable & ~self.mishap & (self.ahead[a] >= FORWARD) & (self.leads[a] >= LEADS)
        ahead[a] = False
        return int(np.where(ahead, self.leads[a], -1).argmax()) if ahead.any() else -1
