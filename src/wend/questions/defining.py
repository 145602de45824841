"""What a condition speaks of: whatever it asks for will of course tell its customers from others."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from wend.conditions import document
from wend.conditions.tree import Day, End, Happening, Leaf, Measure, Stage, Test, Trait, every_leaf, happenings
from wend.questions.context import Context

_FIELDS = {"amount": "money", "rating": "feelings", "channel": "channel"}


@dataclass(frozen=True, slots=True)
class Mentioned:
    """Pairs of what it is and its name; name "" = anything of that kind."""

    pairs: frozenset[tuple[str, str]]

    def names(self, kind: str, what: str) -> bool:
        """Whether a finding only repeats a condition."""
        return (kind, what) in self.pairs or (kind, "") in self.pairs


def mentioned(context: Context, written: Iterable[dict[str, Any]]) -> Mentioned:
    """What these conditions ask for; an event also names the touchpoints that it belongs to, and the other way
    round.
    """
    pairs: set[tuple[str, str]] = set()
    for each in written:
        for leaf in every_leaf(context.facts.resolved(document.from_json(each))):
            pairs |= set(_of_leaf(leaf))
    rules = [(touchpoint.key, name) for touchpoint in context.plan.touchpoints for name in touchpoint.rule.events]
    pairs |= {("touchpoint", key) for key, name in rules if ("event", name) in pairs}
    pairs |= {("event", name) for key, name in rules if ("touchpoint", key) in pairs}
    return Mentioned(frozenset(pairs))


def _of_leaf(leaf: Leaf) -> Iterable[tuple[str, str]]:
    for happening in happenings(leaf):
        yield from _of_happening(happening)
    if isinstance(leaf, Stage):
        yield "stage", ""
    elif isinstance(leaf, Trait | End):
        yield from _of_test(leaf.test)
    elif isinstance(leaf, Measure) and leaf.of.source == "field":
        yield _FIELDS[leaf.of.name], ""
    elif isinstance(leaf, Day):
        yield "trait", leaf.trait
    if any(happening.kind == "anything" for happening in happenings(leaf)):
        yield "rhythm", ""


def _of_happening(happening: Happening) -> Iterable[tuple[str, str]]:
    if happening.kind == "stage":
        yield "stage", ""
    for name in happening.names:
        yield happening.kind, name
    for test in happening.where:
        yield from _of_test(test)


def _of_test(test: Test) -> Iterable[tuple[str, str]]:
    if test.source == "trait":
        yield "trait", test.name
    elif test.source == "field":
        yield _FIELDS[test.name], ""
