"""What evidence and decisions come to: one tie per pair, and what people have said about a pair last. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple, get_args

from wend.identity.reasons import TRUSTED, Evidence

Pair = tuple[str, str]
Kind = Literal["join", "apart", "revoke"]
KINDS: tuple[Kind, ...] = get_args(Kind)


def pair_of(one: str, other: str) -> Pair:
    """Two identifiers, the smaller first."""
    return (one, other) if one <= other else (other, one)


class Tie(NamedTuple):
    """All evidence of one pair in one: since when, and whether it may join two people with customer numbers."""

    a: str
    b: str
    at: int
    trusted: bool


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person said about two identifiers: that they are one (`join`), that they are not (`apart`), or that an
    earlier decision no longer holds (`revoke`). `sequence` is their order.
    """

    sequence: int
    kind: Kind
    a: str
    b: str
    at: int = 0
    revokes: int | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """The decisions that hold today."""

    joins: Mapping[Pair, int] = field(default_factory=dict)
    aparts: frozenset[Pair] = frozenset()


def ties_of(evidence: Iterable[Evidence]) -> dict[Pair, Tie]:
    """The ties of a set of evidence. An identifier is not tied to itself."""
    ties: dict[Pair, Tie] = {}
    for each in evidence:
        pair = each.pair
        if pair[0] != pair[1]:
            ties[pair] = both(ties.get(pair), Tie(*pair, each.at, each.reason in TRUSTED))
    return ties


def both(one: Tie | None, other: Tie) -> Tie:
    """Two ties of one pair in one: the earlier time, the greater trust."""
    if one is None:
        return other
    return Tie(one.a, one.b, min(one.at, other.at), one.trusted or other.trusted)


def standing(decisions: Iterable[Decision]) -> Said:
    """The decisions that hold: of one pair the latest that was not revoked."""
    gone: set[int] = set()
    decided: set[Pair] = set()
    joins: dict[Pair, int] = {}
    aparts: set[Pair] = set()
    for each in sorted(decisions, key=lambda decision: -decision.sequence):
        if each.sequence in gone:
            continue
        if each.kind == "revoke":
            gone.add(each.revokes or 0)
            continue
        pair = pair_of(each.a, each.b)
        if pair in decided or pair[0] == pair[1]:
            continue
        decided.add(pair)
        if each.kind == "join":
            joins[pair] = each.at
        else:
            aparts.add(pair)
    return Said(joins, frozenset(aparts))
