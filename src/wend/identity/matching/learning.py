"""What the data says without labels: how often records of one person differ in a field.

Counted on pairs that are sure without that field, and believed only as far as there are many of them. This proposes;
the expert weights bound it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from math import log2

from wend.identity.matching.findings import Finding, Verdict
from wend.identity.matching.weights import EXPERT, LEANING, THRESHOLD

_SURE = THRESHOLD + 2.0
_BELIEVED = 40.0
"""The expert's opinion weighs as much as this many sure pairs."""
_FEWEST_SURE = 30
_FIELDS = {
    "given": "given.other",
    "family": "family.other",
    "birth": "birth.other",
    "phone": "phone.other",
    "email": "email.other",
    "address": "address.other",
}
_TWINS = log2(0.025)
_WIDEST = 5.0
"""Nobody knows beforehand what a column without a role means, so the data may say more about it."""


def leanings(verdicts: Iterable[Verdict]) -> dict[str, float]:
    """Bits of a disagreement per field, as far as the data departs from the expert's."""
    seen: Counter[str] = Counter()
    differed: Counter[str] = Counter()
    for verdict in verdicts:
        for found in verdict.findings:
            field = _field(found)
            if field and verdict.weight - found.bits >= _SURE:
                seen[field] += 1
                differed[field] += found.how == "other"
    return {field: _leaning(field, differed[field], count) for field, count in seen.items() if count >= _FEWEST_SURE}


def _field(found: Finding) -> str:
    if found.what == "other":
        return f"other:{found.detail}"
    return found.what if found.what in _FIELDS else ""


def is_often(leaning: float) -> bool:
    """Whether sure pairs differ in this so often that relatives cannot be the reason: one birth in sixty brings twins,
    and hardly any of them are in the same file at the same address.
    """
    return leaning > _TWINS


def _leaning(field: str, differed: int, seen: int) -> float:
    """log₂(share of sure pairs that differ), drawn to the expert's and bounded around it."""
    expert = EXPERT[_FIELDS.get(field, "other.other")]
    share = (differed + _BELIEVED * 2.0**expert) / (seen + _BELIEVED)
    widest = LEANING if field in _FIELDS else _WIDEST
    return min(max(log2(share), expert - widest), expert + widest, 0.0)
