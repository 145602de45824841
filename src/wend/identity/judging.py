"""Which ties may join at all, told from the direct ties of their two ends alone. Pure.

That nothing further away matters is what makes identity local: one new link concerns the people around it, however
many customers there are. What is left to decide in order (`joining`) is small.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal, get_args

from wend.identity.rules import Rules
from wend.identity.ties import Tie

Why = Literal["two_numbers", "too_many", "shared", "apart", "blocked"]
WHYS: tuple[Why, ...] = get_args(Why)


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a tie did not join, and the identifier that the rule was about."""

    why: Why
    about: str


@dataclass(frozen=True, slots=True)
class Standing:
    """What its direct ties say of an identifier: whether its weak or all its ties do not count, and for each unique
    kind the one value it belongs to.
    """

    weak_off: bool = False
    all_off: bool = False
    owner: Mapping[str, str] = field(default_factory=dict)


CROWDED = Standing(weak_off=True, all_off=True)
"""A weak value with more links than anybody can have."""


def standing_of(identifier: str, ties: Iterable[Tie], rules: Rules, more: int = 0) -> Standing:
    """The standing of an identifier with these ties, those that a person took back not among them.

    `more` counts weak ties that are not given because they are too many to matter.
    """
    owners: dict[str, tuple[bool, int, str]] = {}
    better: defaultdict[str, set[str]] = defaultdict(set)
    count, strong = more, 0
    mine = rules.of(identifier)
    for tie in ties:
        other = tie.b if tie.a == identifier else tie.a
        rule = rules.of(other)
        count += 1
        strong += rule.role != "weak" and mine.role != "weak"
        if rules.is_blocked(other):
            continue
        if rules.outranks(other, identifier):
            better[rule.kind].add(other)
        if rule.role == "unique" and mine.role != "unique":
            claim = (not tie.trusted, tie.at, other)
            owners[rule.kind] = min(owners.get(rule.kind, claim), claim)
    shared = mine.sharers > 0 and any(len(people) > mine.sharers for people in better.values())
    return Standing(
        weak_off=shared or count > rules.most_links,
        all_off=shared or strong > rules.most_links or (mine.role == "weak" and count > rules.most_links),
        owner={kind: claim[2] for kind, claim in owners.items()},
    )


def refusal(tie: Tie, at_a: Standing, at_b: Standing, rules: Rules) -> Refusal | None:
    """Why this tie may not join anybody, or None when it may. `at_a` and `at_b` are the standings of its ends."""
    for end in (tie.a, tie.b):
        if rules.is_blocked(end):
            return Refusal("blocked", end)
    weak = rules.is_weak(tie.a) or rules.is_weak(tie.b)
    a_off, b_off = at_a.all_off or (weak and at_a.weak_off), at_b.all_off or (weak and at_b.weak_off)
    if a_off and b_off:
        return Refusal("shared", max(tie.a, tie.b, key=rules.rank))  # the rule speaks of the worse one
    if a_off or b_off:
        return Refusal("shared", tie.a if a_off else tie.b)
    if tie.trusted:
        return None
    a, b = rules.of(tie.a), rules.of(tie.b)
    if a.role == b.role == "unique":
        return Refusal("two_numbers", tie.b) if a.kind == b.kind else None
    for end, there, other, kind in ((tie.a, at_a, tie.b, b), (tie.b, at_b, tie.a, a)):
        if kind.role == "unique" and there.owner.get(kind.kind, other) != other:
            return Refusal("two_numbers", end)
    return None
