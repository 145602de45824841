"""What people decide about who is who, and what waits for their decision, as the doors show it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from wend.customers.model_profile import IdentityLink
from wend.domain.names import Name

Why = Literal["two_numbers", "too_many", "shared", "apart", "blocked"]


@dataclass(frozen=True, slots=True)
class MovedIdentifier:
    """An identifier that is somebody else's than before."""

    identifier: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class PersonNow:
    """Somebody whom a decision was about, as they are now."""

    customer: str
    identifiers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DecisionMade:
    """A decision about two identifiers: `undo` is the name by which it can be taken back, empty for an undo of a
    decision, which can only be decided anew. `deferred`: too much hangs together there; it shows within moments.
    """

    decision: int
    undo: str
    a: str
    b: str
    moved: tuple[MovedIdentifier, ...]
    people: tuple[PersonNow, ...]
    deferred: bool


@dataclass(frozen=True, slots=True)
class Side:
    """One of two people who may be one. `last_at` is None for somebody without events."""

    customer: str
    label: str
    identifiers: tuple[str, ...]
    traits: tuple[tuple[str, str], ...]
    events: int
    last_at: int | None
    money: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """Evidence for the pair `a`, `b` that a rule did not follow, with both people side by side.

    To join them, join the two customers; to keep them apart for good, tell `a` and `b` apart.
    """

    a: str
    b: str
    why: Why
    reason: Name
    about: str
    at: int
    sides: tuple[Side, Side]
    evidence: tuple[IdentityLink, ...]


@dataclass(frozen=True, slots=True)
class ConflictPage:
    """What waits for a decision, the newest first."""

    total: int
    conflicts: tuple[Conflict, ...]
    next_offset: int | None


@dataclass(frozen=True, slots=True)
class SharedValue:
    """A value that joins nobody because too many have it, or because the rules block it."""

    identifier: str
    why: Why
    reason: Name
    links: int


@dataclass(frozen=True, slots=True)
class KindOfIdentifier:
    """What one kind of identifier is worth; see `identity.rules`."""

    kind: str
    role: str
    most: int
    sharers: int


@dataclass(frozen=True, slots=True)
class IdentityRules:
    """By which rules evidence joins people, kinds in the order of their priority."""

    kinds: tuple[KindOfIdentifier, ...]
    blocked: tuple[str, ...]
    most_identifiers: int
    most_links: int
