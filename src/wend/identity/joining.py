"""Joining what may be joined, the best ties first, one tie at a time, unless a rule about whole people refuses. Pure.

The order is fixed by the ties themselves, so that it does not matter in which order they came.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from wend.identity.judging import Refusal, Why
from wend.identity.rules import Rules
from wend.identity.ties import Pair, Tie

BY_HAND, TRUSTED, STRONG, WEAK = range(4)


class Step(NamedTuple):
    """One join to try. Steps sort in the order in which they are tried."""

    strength: int
    at: int
    a: str
    b: str


def step_of(tie: Tie, rules: Rules) -> Step:
    """The step of a tie: as strong as its weaker end."""
    if tie.trusted:
        return Step(TRUSTED, tie.at, tie.a, tie.b)
    weak = rules.is_weak(tie.a) or rules.is_weak(tie.b)
    return Step(WEAK if weak else STRONG, tie.at, tie.a, tie.b)


class Groups:
    """People while they are joined: who belongs to whom, and what each of them has."""

    def __init__(self, rules: Rules, aparts: Iterable[Pair]) -> None:
        self._rules = rules
        self._parent: dict[str, str] = {}
        self._best: dict[str, str] = {}
        self._held: dict[str, Counter[str]] = {}
        self._foes: dict[str, set[str]] = {}
        for a, b in aparts:
            self._foes.setdefault(a, set()).add(b)
            self._foes.setdefault(b, set()).add(a)

    def root(self, of: str) -> str:
        """The member that stands for a person for now."""
        top = of
        while (up := self._parent.setdefault(top, top)) != top:
            top = up
        while self._parent[of] != top:
            self._parent[of], of = top, self._parent[of]
        return top

    def best(self, of: str) -> str:
        """The identifier that names the person."""
        root = self.root(of)
        return self._best.get(root, root)

    def obstacle(self, one: str, other: str, strength: int) -> Why | None:
        """The rule that keeps two people apart, or None."""
        foes = min(self._foes.get(one, set()), self._foes.get(other, set()), key=len)  # each knows of the other
        if any(self.root(foe) in (one, other) for foe in foes):
            return "apart"
        if strength == BY_HAND:
            return None
        mine, theirs = self._counts(one), self._counts(other)
        for kind in self._rules.kinds:
            held = mine[kind.kind], theirs[kind.kind]
            if all(held) and sum(held) > kind.most:
                if kind.role != "unique":
                    return "too_many"
                if strength != TRUSTED:
                    return "two_numbers"
        return "too_many" if mine.total() + theirs.total() > self._rules.most_identifiers else None

    def join(self, one: str, other: str) -> None:
        """Make one person of two roots."""
        keep, lose = (one, other) if self._counts(one).total() >= self._counts(other).total() else (other, one)
        best = min(self._best.get(one, one), self._best.get(other, other), key=self._rules.rank)
        self._held[keep] = self._counts(keep) + self._counts(lose)
        self._foes[keep] = self._foes.get(keep, set()) | self._foes.pop(lose, set())
        self._parent[lose] = keep
        self._best[keep] = best

    def _counts(self, root: str) -> Counter[str]:
        return self._held.get(root) or Counter((self._rules.of(root).kind,))


def joined(steps: Iterable[Step], rules: Rules, aparts: Iterable[Pair]) -> tuple[Groups, dict[Pair, Refusal]]:
    """People after all steps were tried, and the steps that a rule refused."""
    groups = Groups(rules, aparts)
    refused: dict[Pair, Refusal] = {}
    for step in sorted(steps):
        one, other = groups.root(step.a), groups.root(step.b)
        if one == other:
            continue
        why = groups.obstacle(one, other, step.strength)
        if why is None:
            groups.join(one, other)
        else:
            refused[step.a, step.b] = Refusal(why, max(step.a, step.b, key=rules.rank))
    return groups, refused
