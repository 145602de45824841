"""Why two records are judged the same, in a sentence a person can check: "same phone; …"."""

from __future__ import annotations

from collections.abc import Iterable

from wend.identity.matching.findings import OFTEN, Finding
from wend.kit.texts import Language, text

_SAYS_NOTHING = 0.3


def reason(findings: Iterable[Finding], language: Language, through: str = "") -> str:
    """What agrees, strongest first, then what does not; a record in between is named."""
    told = [found for found in findings if abs(found.bits) >= _SAYS_NOTHING]
    clauses = [clause(found, language) for found in sorted(told, key=lambda each: (-each.bits, each.code))]
    if through:
        clauses.insert(0, text(language, "matching.through", record=through))
    return "; ".join(clauses) or text(language, "matching.says.nothing")


def clause(found: Finding, language: Language) -> str:
    """One finding in words."""
    if found.what == "other":
        return text(language, f"matching.says.{found.code}", column=found.detail)
    return text(language, f"matching.says.{found.code}")


def as_stored(found: Finding) -> dict[str, object]:
    """A finding as it is kept and sent: what, how, bits and column."""
    kept: dict[str, object] = {"what": found.what, "how": found.how, "bits": round(found.bits, 2)}
    if found.detail and found.detail != OFTEN:
        kept["column"] = found.detail
    return kept
