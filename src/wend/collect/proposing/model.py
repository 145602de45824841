"""A proposal: a mapping, why it looks so, what is left open."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from wend.collect.mapping.model import Mapping
from wend.kit.texts import Language, text


@dataclass(frozen=True, slots=True)
class Remark:
    """A sentence about a proposal: a text key under `collect.why.` or `collect.ask.`, and what fills its places."""

    key: str
    places: tuple[tuple[str, str], ...] = ()

    def sentence(self, language: Language = "en") -> str:
        """The remark in words."""
        return text(language, f"collect.{self.key}", **dict(self.places))


def remark(key: str, **places: str) -> Remark:
    """A remark with its places."""
    return Remark(key, tuple(places.items()))


@dataclass(frozen=True, slots=True)
class Proposal:
    """What Wend would do with one file. `mapping` is None when it found no customer or no time; `reasons` then say so.

    `confidence` is from 0 to 1; `ready` tells that it is a shipped mapping which knows this kind of file.
    """

    path: Path
    mapping: Mapping | None
    confidence: float
    reasons: tuple[Remark, ...]
    questions: tuple[Remark, ...] = ()
    ready: bool = False
    lookup: bool = False
    """The file makes no events of its own; others look things up in it."""
