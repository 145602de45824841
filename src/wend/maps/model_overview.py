"""The overview as data: where customers stand, how they move, what hurts most, how they feel over time."""

from __future__ import annotations

from dataclasses import dataclass

from wend.domain.names import Name
from wend.maps.model import Behind, Interval, Obstacle, Provenance


@dataclass(frozen=True, slots=True)
class StageNow:
    """Customers who stand in a stage now, and how many of them are silent."""

    stage: str
    name: Name
    customers: int
    share: float
    slowing: int
    left: int
    behind: Behind


@dataclass(frozen=True, slots=True)
class Movement:
    """Customers who went from one stage to another in the last `days` days, and in as many days before."""

    source: str
    target: str
    customers: int
    before: int
    behind: Behind


@dataclass(frozen=True, slots=True)
class MonthFeeling:
    """How customers felt in one month (UTC); `weak` marks fewer than ten answers."""

    starts_at: int
    feeling: Interval | None
    weak: bool


@dataclass(frozen=True, slots=True)
class Overview:
    """One page. `worst` is the obstacle of greatest weight; `fresh_at` the newest event; shares are 0 … 1."""

    stage_set: str
    customers: int
    events: int
    stages: tuple[StageNow, ...]
    movement: tuple[Movement, ...]
    movement_days: int
    worst: Obstacle | None
    obstacles: int
    feelings: tuple[MonthFeeling, ...]
    slowing: int
    left: int
    resumed: int
    returned: int
    covered_share: float
    fresh_at: int
    provenance: Provenance
