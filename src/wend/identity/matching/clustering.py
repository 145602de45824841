"""From judged pairs to people: strongest pairs first, and no person who contradicts themselves."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from wend.identity.matching.weights import LARGEST_PERSON, THRESHOLD

Judge = Callable[[str, str], tuple[float, bool]]
"""Weight of any two records, and whether they contradict each other plainly."""


@dataclass(frozen=True, slots=True)
class Edge:
    """Two records that are alike, `a` before `b`. What is not `personal` speaks for a household only and joins
    nobody.
    """

    a: str
    b: str
    weight: float
    personal: bool = True


@dataclass(frozen=True, slots=True)
class People:
    """Every record's person, named by their smallest record; and the pairs that a guard kept apart."""

    person_of: Mapping[str, str]
    refused: tuple[tuple[Edge, str], ...]

    def members(self) -> dict[str, list[str]]:
        """Records of each person, both in order."""
        found: dict[str, list[str]] = {}
        for record in sorted(self.person_of):
            found.setdefault(self.person_of[record], []).append(record)
        return found


def cluster(
    records: Iterable[str],
    edges: Iterable[Edge],
    judge: Judge,
    *,
    threshold: float = THRESHOLD,
    largest: int = LARGEST_PERSON,
) -> People:
    """Join along the strongest edges; refuse an edge that would join contradicting records or too many.

    Refusing at the weakest edge equals cutting a cluster there: everything stronger has been joined before.
    """
    groups = {record: [record] for record in sorted(records)}
    of = {record: record for record in groups}
    refused: list[tuple[Edge, str]] = []
    for edge in sorted(edges, key=lambda each: (-each.weight, each.a, each.b)):
        one, other = of[edge.a], of[edge.b]
        if edge.weight < threshold or not edge.personal or one == other:
            continue
        why = _guard(groups[one], groups[other], judge, largest)
        if why:
            refused.append((edge, why))
            continue
        kept, gone = sorted((one, other))
        for record in groups[gone]:
            of[record] = kept
        groups[kept] += groups.pop(gone)
    return People({record: min(groups[top]) for record, top in of.items()}, tuple(refused))


def _guard(one: Sequence[str], other: Sequence[str], judge: Judge, largest: int) -> str:
    """Why two groups must stay apart, or nothing."""
    if len(one) + len(other) > largest:
        return "too_many"
    if len(one) == len(other) == 1:
        return ""
    total, seen = 0.0, 0
    for a in one:
        for b in other:
            weight, contradicts = judge(a, b)
            if contradicts:
                return "contradiction"
            total += max(min(weight, 10.0), -10.0)
            seen += 1
    return "" if total / seen > _LEAST_TOGETHER else "unlike"


_LEAST_TOGETHER = -2.5
