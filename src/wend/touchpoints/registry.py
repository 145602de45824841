"""The registry as one document: touchpoints, stage sets, which set is the default, and how it travels as JSON."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from typing import Any

import msgspec

from wend.domain.stage import StageSet
from wend.domain.touchpoint import Touchpoint
from wend.touchpoints.rules import anew


@dataclass(frozen=True, slots=True)
class Registry:
    """Touchpoints in order (the first whose rule fits wins), the stage sets, and the default one.

    `version` grows with every save.
    """

    touchpoints: tuple[Touchpoint, ...] = ()
    stage_sets: tuple[StageSet, ...] = ()
    default: str = ""
    version: int = 0
    drafted: bool = True

    def stage_set(self, key: str = "") -> StageSet | None:
        """A stage set by its key, or the default one; None when there is none."""
        wanted = key or self.default
        return next((s for s in self.stage_sets if s.key == wanted), None)

    def touchpoint(self, key: str) -> Touchpoint | None:
        """A touchpoint by its key."""
        return next((t for t in self.touchpoints if t.key == key), None)

    def numbered(self, version: int) -> Registry:
        """The same registry as a saved version."""
        return replace(self, version=version)


def to_json(registry: Registry) -> str:
    """The registry as a JSON document."""
    return msgspec.json.encode(asdict(registry)).decode()


def from_json(document: str) -> Registry:
    """The registry of a document; raises `msgspec.ValidationError` for one of another shape."""
    read = msgspec.json.decode(document, type=Registry)
    return replace(read, touchpoints=tuple(map(anew, read.touchpoints)))


def as_plain(registry: Registry) -> dict[str, Any]:
    """The registry as plain lists and dictionaries."""
    return asdict(registry)
