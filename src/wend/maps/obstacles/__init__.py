"""Obstacles found from data: those who were hit against comparable customers who were not. The method is in
`docs/obstacles.md`.
"""

from __future__ import annotations

from functools import lru_cache

from wend.maps.model import Evidence, Obstacle
from wend.maps.obstacles.context import Context, Grouping, Step
from wend.maps.obstacles.evidence import behind, evidence
from wend.maps.obstacles.facts import key_of, obstacle
from wend.maps.obstacles.study import Finding, Study, study
from wend.maps.obstacles.warming import warm

__all__ = ["Context", "Grouping", "Step", "customers_of", "evidence_of", "find_obstacles", "warm"]


def find_obstacles(context: Context) -> tuple[Obstacle, ...]:
    """All obstacles of a log, the heaviest first (customers × loss). Deterministic; kept with the context."""
    found = _study(context)
    return tuple(obstacle(found, finding) for finding in found.findings)


def evidence_of(context: Context, key: str) -> Evidence | None:
    """What stands behind one obstacle; None when the log shows no obstacle of that key."""
    found = _study(context)
    finding = _finding(found, key)
    return None if finding is None else evidence(found, finding, obstacle(found, finding))


def customers_of(context: Context, key: str, offset: int = 0, limit: int = 100) -> tuple[str, ...]:
    """One page of the customers who were hit by an obstacle."""
    found = _study(context)
    finding = _finding(found, key)
    return () if finding is None else context.customers(behind(found, finding)[offset : offset + limit])


def _finding(found: Study, key: str) -> Finding | None:
    return next((each for each in found.findings if key_of(found.context, each.chief.attempts) == key), None)


@lru_cache(maxsize=4)
def _study(context: Context) -> Study:
    return study(context)
