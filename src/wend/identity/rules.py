"""By which rules evidence joins people. A workspace may change every one of them; these are the ones it starts with."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Literal, get_args

Role = Literal["unique", "strong", "weak"]
ROLES: tuple[Role, ...] = get_args(Role)


@dataclass(frozen=True, slots=True)
class KindRule:
    """What one kind of identifier is worth.

    `unique`: two different values are two different people. `strong`: one person's own. `weak`: may be anybody's who
    sits there. `most`: how many one person may have. `sharers`: how many people may have the same value before it
    joins nobody, counted in identifiers of any one better kind; 0 for any number.
    """

    kind: str
    role: Role
    most: int
    sharers: int


DEFAULT_KINDS = (
    KindRule("customer", "unique", 1, 0),
    KindRule("email", "strong", 10, 2),
    KindRule("phone", "strong", 10, 3),
    KindRule("device", "weak", 50, 5),
)
UNKNOWN = KindRule("", "weak", 50, 5)
"""The rule of a kind that the rules do not know."""


@dataclass(frozen=True)
class Rules:
    """The rules of a workspace. `kinds` stand in the order of their priority: the best one names a person.

    `blocked` values (`phone:+84281234567`, `email:*@shop.vn`) join nobody. A person has `most_identifiers` at most. An
    identifier with more than `most_links` direct links is a till, a proxy or a fault: its weak links do not count.
    """

    kinds: tuple[KindRule, ...] = field(default=DEFAULT_KINDS)
    blocked: tuple[str, ...] = ()
    most_identifiers: int = 50
    most_links: int = 200

    def of(self, identifier: str) -> KindRule:
        """The rule of an identifier's kind; a kind nobody knows is weak."""
        return self._by_kind.get(identifier.partition(":")[0], UNKNOWN)

    def rank(self, identifier: str) -> tuple[int, str]:
        """What sorts a person's best identifier first: by kind, then by text."""
        return self._ranks.get(identifier.partition(":")[0], len(self.kinds)), identifier

    def is_weak(self, identifier: str) -> bool:
        """Whether it may be anybody's who sits there."""
        return self.of(identifier).role == "weak"

    def is_unique(self, identifier: str) -> bool:
        """Whether it is one person's, and that person's only one of its kind."""
        return self.of(identifier).role == "unique"

    def outranks(self, one: str, other: str) -> bool:
        """Whether `one` is of a better kind than `other`."""
        return self.rank(one)[0] < self.rank(other)[0]

    def is_blocked(self, identifier: str) -> bool:
        """Whether the workspace has said that this value joins nobody."""
        if not self.blocked:
            return False
        return identifier in self._exact or (self._patterns is not None and bool(self._patterns.fullmatch(identifier)))

    @cached_property
    def _by_kind(self) -> dict[str, KindRule]:
        return {rule.kind: rule for rule in self.kinds}

    @cached_property
    def _ranks(self) -> dict[str, int]:
        return {rule.kind: rank for rank, rule in enumerate(self.kinds)}

    @cached_property
    def _exact(self) -> frozenset[str]:
        return frozenset(value for value in self.blocked if "*" not in value)

    @cached_property
    def _patterns(self) -> re.Pattern[str] | None:
        return pattern_of(tuple(value for value in self.blocked if "*" in value))


@lru_cache(maxsize=64)
def pattern_of(values: tuple[str, ...]) -> re.Pattern[str] | None:
    """One expression for all values with a `*`, which stands for any text."""
    if not values:
        return None
    return re.compile("|".join(".*".join(re.escape(part) for part in value.split("*")) for value in values), re.DOTALL)
