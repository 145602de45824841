"""What a comparison compares: attempts that ran the same risk, which of them were hit, and what came of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from wend.maps.obstacles.context import Context, Flags, Real, Whole

Kind = Literal["late", "slow", "dropoff", "repeat", "order", "incident", "encounter", "slowing"]
Outcome = Literal["rating", "next_step", "return", "stay", "money"]
DoseUnit = Literal["late", "wait", "times", "flag", "ratio"]


@dataclass(frozen=True)
class Attempts:
    """Attempts at risk of one exposure.

    `code` is the step the exposure is about, `other` the step it is measured from, `ahead` the next step that counts
    (−1 = none). `place` is the event at which the risk began (its month, channel and group are the attempt's),
    `start` the event from which both arms are followed. `dose` is how much: seconds late or waited, times repeated.
    `bands` divides further those who can be compared (all 0 = not needed).
    """

    kind: Kind
    code: int
    other: int
    ahead: int
    place: Whole
    start: Whole
    hit: Flags
    dose: Real
    unit: DoseUnit
    outcomes: Mapping[Outcome, Real]
    bands: Whole | None = None
    group: str = ""
    grouping: str = ""
    threshold: float = 0.0

    @property
    def key(self) -> tuple[str, int, int, str]:
        """Which exposure this is."""
        return (self.kind, self.code, self.other, self.group)

    def strata(self, context: Context, grouping: str = "") -> Whole:
        """Month × channel of the anchor × band; with a grouping, month × group × band. Small whole numbers."""
        month = np.maximum(context.month[self.place].astype(np.int64) + 1, 0)
        named = context.grouping(grouping)
        if named is not None:
            side, sides = named.codes[self.place].astype(np.int64) + 1, len(named.values) + 1
        elif self.grouping == "channel":
            side, sides = np.zeros(len(self.place), np.int64), 1
        else:
            side, sides = context.channel[self.place].astype(np.int64), 256
        if self.bands is None:
            return month * sides + side
        return (month * sides + side) * 64 + self.bands

    def only(self, which: Flags) -> Attempts:
        """The same comparison over some of its attempts."""
        outcomes = {name: values[which] for name, values in self.outcomes.items()}
        bands = None if self.bands is None else self.bands[which]
        return replace(
            self,
            place=self.place[which],
            start=self.start[which],
            hit=self.hit[which],
            dose=self.dose[which],
            outcomes=outcomes,
            bands=bands,
        )
