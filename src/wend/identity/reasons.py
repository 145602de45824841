"""Why two identifiers are held to be one person. The sentence lives in the texts under `identity.reason.<reason>`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from wend.kit.texts import Language, text

Reason = Literal["same_row", "same_event", "identify_call", "alias_call", "alias_trusted"]
REASONS: tuple[Reason, ...] = get_args(Reason)
TRUSTED: frozenset[str] = frozenset({"alias_trusted"})
"""Said under a secret key: such evidence may join two people who both have a customer number."""


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """Two identifiers (`kind:value`) that came together: why they are one person, where that was read (an import, a
    source), and when it happened (µs).
    """

    a: str
    b: str
    reason: Reason
    source: str
    at: int = 0

    @classmethod
    def of(cls, one: str, other: str, reason: Reason, source: str, at: int = 0) -> Evidence:
        """The evidence with its smaller end first, so that a pair is written one way only."""
        return cls(min(one, other), max(one, other), reason, source, at)

    @property
    def pair(self) -> tuple[str, str]:
        """Both ends, the smaller first."""
        return (self.a, self.b) if self.a <= self.b else (self.b, self.a)


def reason_named(name: str) -> Reason:
    """The reason of this name; what an older or newer version wrote and this one does not know reads as a common
    row.
    """
    return next((each for each in REASONS if each == name), "same_row")


def explain(evidence: Evidence, language: Language = "en") -> str:
    """The reason of a piece of evidence as a sentence."""
    return text(language, f"identity.reason.{evidence.reason}", a=evidence.a, b=evidence.b, source=evidence.source)


def explain_by_hand(a: str, b: str, by: str, language: Language = "en") -> str:
    """The same for a join that a person made."""
    return text(language, "identity.reason.by_hand", a=a, b=b, source=by)
