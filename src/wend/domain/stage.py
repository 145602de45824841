"""Stages: where a customer is in the relationship."""

from __future__ import annotations

from dataclasses import dataclass, field

from wend.domain.names import Name
from wend.domain.touchpoint import Reason


@dataclass(frozen=True, slots=True)
class StageRule:
    """Fires at the `at_least`-th time the customer does any of these touchpoints."""

    touchpoints: tuple[str, ...]
    at_least: int = 1


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage: reached when any of its rules has fired. The first stage of a set needs no rule.

    `touches` is how many touches a customer is meant to have while in it, 0 = no plan.
    """

    key: str
    name: Name
    rules: tuple[StageRule, ...] = ()
    reasons: tuple[Reason, ...] = field(default=())
    touches: int = 0


@dataclass(frozen=True, slots=True)
class StageSet:
    """Stages in order. A customer stands in the furthest stage any of whose rules has fired.

    `slowing_after_days` and `left_after_days` are silences, measured at the moment of asking: the customer keeps the
    stage, and is also *slowing down* or *left*; the next event brings them back.
    """

    key: str
    name: Name
    stages: tuple[Stage, ...]
    slowing_after_days: int = 60
    left_after_days: int = 180
    version: int = 1
