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
BANDS = 64


@dataclass(frozen=True)
class Attempts:
    """Attempts at risk of one exposure, one row each.

    `code` is the step the exposure is about, `other` the step it is measured from, `ahead` the next step that counts
    (−1 = none). `place` is the event at which the risk began (its month, channel and group are the attempt's),
    `start` the event from which both arms are followed. `dose` is how much: seconds late or waited, times repeated.
    `bands` divide further those who can be compared; `question` is the code of the rating event that answered
    (answers to different questions are never compared). `over` is the event at which the exposure was over, where
    that is not `start`; what came next is shown from there. `group` names the group for which the comparison was
    made, `grouping` what divides the arms when the group itself is the exposure.
    """

    kind: Kind
    code: int
    place: Whole
    start: Whole
    hit: Flags
    outcomes: Mapping[Outcome, Real]
    other: int = -1
    ahead: int = -1
    dose: Real | None = None
    unit: DoseUnit = "flag"
    bands: Whole | None = None
    question: Whole | None = None
    group: str = ""
    grouping: str = ""
    threshold: float = 0.0
    over: Whole | None = None

    @property
    def key(self) -> tuple[str, int, int, str]:
        """Which exposure this is."""
        return (self.kind, self.code, self.other, self.group)

    def strata(self, context: Context, outcome: Outcome, grouping: str = "") -> Whole:
        """Month × channel of the anchor (or a grouping) × band, and for ratings × the question. Small whole numbers."""
        if self.kind == "incident":  # its months are what is compared
            return np.zeros(len(self.place), np.int64)
        month = np.maximum(context.month[self.place].astype(np.int64) + 1, 0)
        named = context.grouping(grouping)
        if named is not None:
            side, sides = named.codes[self.place].astype(np.int64) + 1, len(named.values) + 1
        elif self.grouping == "channel":
            side, sides = np.zeros(len(self.place), np.int64), 1
        else:
            side, sides = context.channel[self.place].astype(np.int64), len(context.channels)
        stratum = month * sides + side
        if self.bands is not None:
            stratum = stratum * BANDS + self.bands
        if outcome == "rating" and self.question is not None:
            questions, question = np.unique(self.question, return_inverse=True)
            stratum = stratum * len(questions) + question
        return np.asarray(stratum, np.int64)

    def only(self, which: Flags) -> Attempts:
        """The same comparison over some of its attempts."""
        return replace(
            self,
            place=self.place[which],
            start=self.start[which],
            hit=self.hit[which],
            outcomes={name: values[which] for name, values in self.outcomes.items()},
            dose=None if self.dose is None else self.dose[which],
            bands=None if self.bands is None else self.bands[which],
            question=None if self.question is None else self.question[which],
            over=None if self.over is None else self.over[which],
        )
