"""One comparison that was made, and whether it says enough to be shown."""

from __future__ import annotations

from dataclasses import dataclass

from wend.maps.obstacles.attempts import Attempts, Outcome
from wend.maps.obstacles.contrasting import Contrast

LEAST_EFFECT: dict[Outcome, float] = {"rating": 0.3, "next_step": 0.08, "return": 0.05, "stay": 0.05}
"""Smaller effects are not shown, however certain: points of −2…+2, or shares. Money: a tenth of what the others
spend.
"""
LEAST_MONEY = 0.1


@dataclass(frozen=True)
class Tested:
    """One comparison: its attempts, the outcome asked, the answer, and p before and after correction."""

    attempts: Attempts
    outcome: Outcome
    found: Contrast
    p: float
    p_adjusted: float = 1.0
    began: int | None = None
    ended: int | None = None

    @property
    def loss(self) -> float:
        """What one hit customer loses as a share: of the scale (rating), of a customer (next step, return, stay),
        of the others' money.
        """
        if self.outcome == "rating":
            return -self.found.effect / 4
        if self.outcome == "money":
            return min(1.0, -self.found.effect / max(self.found.other_mean, 1e-9))
        return -self.found.effect

    @property
    def matters(self) -> bool:
        """Worse for those who were hit, by enough to be shown."""
        if self.outcome == "money":
            return self.loss >= LEAST_MONEY
        return -self.found.effect >= LEAST_EFFECT[self.outcome]
