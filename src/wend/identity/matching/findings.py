"""What a comparison found, and the verdict that the findings add up to."""

from __future__ import annotations

from dataclasses import dataclass

OFTEN = "often"
"""Detail of a disagreement that these records are full of: it no longer says that there are two people."""
PERSONAL = frozenset({"given", "birth", "email", "other"})
"""What belongs to one person alone; a phone, an address and a family name belong to a household."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing two records say alike or differently: what, how, and how many bits that is worth."""

    what: str
    how: str
    bits: float
    detail: str = ""

    @property
    def code(self) -> str:
        """The name of its sentence: `phone.same`, `birth.swapped`, …"""
        return f"{self.what}.{self.how}"


@dataclass(frozen=True, slots=True)
class Verdict:
    """Two records beside each other. `weight` is log₂ of the odds that they are one person."""

    weight: float
    findings: tuple[Finding, ...]

    @property
    def personal(self) -> bool:
        """Whether something speaks for the person and not only for the household."""
        telling = _BEYOND_RELATIVES if any(_parts_relatives(found) for found in self.findings) else PERSONAL
        return any(found.what in telling and found.bits >= 1.0 for found in self.findings)

    @property
    def contradicts(self) -> bool:
        """Whether a name or a birth date says plainly that these are two people."""
        return self.weight < _PLAINLY and any(
            found.code in _CONTRADICTIONS and found.detail != OFTEN for found in self.findings
        )


_PLAINLY = -7.0
_BEYOND_RELATIVES = frozenset({"email", "other"})
"""Twins share birth date, family name, address and phone, and a son may bear his father's name: who is called
otherwise or born on another day needs more than these.
"""
_CONTRADICTIONS = frozenset({"given.other", "given.marks", "given.order", "birth.other", "middle.other"})


def _parts_relatives(found: Finding) -> bool:
    return found.code in ("given.other", "birth.other") and found.detail != OFTEN
