"""Stages: where a customer is in the relationship."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from wend.domain.names import Name
from wend.domain.touchpoint import Reason


@dataclass(frozen=True, slots=True)
class StageRule:
    """Fires at the `at_least`-th time the customer does any of these touchpoints."""

    touchpoints: tuple[str, ...]
    at_least: int = 1


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage: reached when any of its rules has fired, or when the condition `enter` holds; left when `exit` holds.
    Both are canonical documents (`docs/conditions.md`), None = none. The first stage of a set needs neither.

    `touches` is how many touches a customer is meant to have while in it, 0 = no plan.
    """

    key: str
    name: Name
    rules: tuple[StageRule, ...] = ()
    reasons: tuple[Reason, ...] = field(default=())
    touches: int = 0
    enter: dict[str, Any] | None = None
    exit: dict[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class StageSet:
    """Stages in order. A customer stands in the furthest stage that is open: one of its rules has fired or its entry
    held since its exit last did. This is so at every moment, from the first touchpoint on.

    `slowing_after_days` and `left_after_days` are silences, measured at the moment of asking: the customer keeps the
    stage, and is also *slowing down* or *left*; the next event brings them back. With `slowing_times`, whoever paused
    often enough is slowing down after so many of their own usual pauses instead; the days hold for the others.
    """

    key: str
    name: Name
    stages: tuple[Stage, ...]
    slowing_after_days: int = 60
    left_after_days: int = 180
    slowing_times: float = 0.0
    version: int = 1

    @property
    def is_told(self) -> bool:
        """Whether any of its stages is entered or left by a condition."""
        return any(stage.enter or stage.exit for stage in self.stages)
