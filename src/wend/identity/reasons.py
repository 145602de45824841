"""Why two identifiers are held to be one person. The sentence lives in the texts under `identity.reason.<reason>`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from wend.kit.texts import Language, text

Reason = Literal["same_row", "identify_call", "alias_call", "by_hand"]
REASONS: tuple[Reason, ...] = get_args(Reason)


@dataclass(frozen=True, slots=True, order=True)
class Link:
    """Two identifiers (`kind:value`) of one person. `source` says where that was read: an import's id, a person's
    name.
    """

    a: str
    b: str
    reason: Reason
    source: str

    @classmethod
    def of(cls, one: str, other: str, reason: Reason, source: str) -> Link:
        """The link with its smaller end first, so that a pair is written one way only."""
        return cls(min(one, other), max(one, other), reason, source)


def explain(link: Link, language: Language = "en") -> str:
    """The reason of a link as a sentence."""
    return text(language, f"identity.reason.{link.reason}", a=link.a, b=link.b, source=link.source)
