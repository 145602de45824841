"""What people call the things that a condition names by their keys."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from wend.domain.names import Name

Thing = Literal["event", "touchpoint", "stage", "stage_set", "segment", "trait", "purpose", "channel"]
Names = Mapping[str, Name]


def stage_key(stage_set: str, stage: str) -> str:
    """A stage among those of all sets; the workspace's own set is "".

    >>> stage_key("loyalty", "gold"), stage_key("", "gold")
    ('gold of loyalty', 'gold')
    """
    return f"{stage} of {stage_set}" if stage_set else stage


@dataclass(frozen=True, slots=True)
class Called:
    """Names by key, of whatever has one; lists are among segments, and stages under their `stage_key`."""

    event: Names = field(default_factory=dict)
    touchpoint: Names = field(default_factory=dict)
    stage: Names = field(default_factory=dict)
    stage_set: Names = field(default_factory=dict)
    segment: Names = field(default_factory=dict)
    trait: Names = field(default_factory=dict)
    purpose: Names = field(default_factory=dict)
    channel: Names = field(default_factory=dict)

    def name(self, thing: Thing, key: str) -> Name | None:
        """What people call it; None where it has no name but its key."""
        names: Names = getattr(self, thing)
        return names.get(key)


BY_KEY = Called()
"""Where nobody knows any names."""
