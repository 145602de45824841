"""What there is to judge: every segment with its condition written out, and which events can touch it. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from wend.conditions.tree import (
    PASSAGES,
    Account,
    Condition,
    Consent,
    Day,
    Ground,
    Happening,
    Identified,
    InList,
    Leaf,
    Share,
    Stage,
    Trait,
    every_leaf,
    grounds,
    happenings,
    leaves,
)
from wend.domain.event import IDENTIFY
from wend.people.facade import Touch
from wend.segments.model import Why
from wend.segments.repository import SILENT, Anew

ANY = "*"
"""Every event that is part of a journey."""


@dataclass(frozen=True, slots=True)
class Watched:
    """One segment as it is judged."""

    key: str
    name: str
    number: int
    version: int
    turn: int
    anew: Anew
    computing: bool
    condition: Condition
    webhook: str = ""

    @property
    def silent(self) -> bool:
        """Whether nobody is told who is found: it is computed for the first time."""
        return self.computing and self.anew in SILENT

    @property
    def why(self) -> Why:
        """Why somebody who was judged in an earlier turn enters or leaves in this one."""
        return "definition" if self.anew == "definition" else "recount"


@dataclass(frozen=True)
class Watching:
    """All segments at one moment; `version` changes whenever any of them does. `covering`: the event names that the
    rules of each touchpoint name.
    """

    version: tuple[int, int]
    segments: tuple[Watched, ...]
    covering: Mapping[str, Collection[str]]

    @cached_property
    def by_number(self) -> dict[int, Watched]:
        """The segments by their numbers."""
        return {each.number: each for each in self.segments}

    @cached_property
    def turns(self) -> dict[int, int]:
        """The turn that each is in."""
        return {each.number: each.turn for each in self.segments}

    @cached_property
    def computing(self) -> tuple[int, ...]:
        """Numbers of those that are being computed."""
        return tuple(each.number for each in self.segments if each.computing)

    @cached_property
    def needs_touchpoints(self) -> bool:
        """Whether any of them asks for touchpoints or stages."""
        return any(asks_for_touchpoints(each.condition) for each in self.segments)

    @cached_property
    def needs_lists(self) -> bool:
        """Whether any of them asks for a list."""
        return any(isinstance(leaf, InList) for each in self.segments for leaf in leaves(each.condition))

    @cached_property
    def needs_beside(self) -> bool:
        """Whether any of them asks what is known beside events, traits and lists."""
        every = (leaf for each in self.segments for leaf in leaves(each.condition))
        return any(isinstance(leaf, Account | Consent | Identified) for leaf in every)

    @cached_property
    def _touched_by(self) -> dict[str, frozenset[int]]:
        found: dict[str, set[int]] = {}
        for each in self.segments:
            for name in touching(each.condition, self.covering):
                found.setdefault(name, set()).add(each.number)
        return {name: frozenset(numbers) for name, numbers in found.items()}

    def told_by(self, why: Touch) -> set[int]:
        """Numbers of the segments that can change when somebody is touched for this reason without an event at hand."""
        return self._told_by[why]

    @cached_property
    def _told_by(self) -> dict[Touch, set[int]]:
        asked = {each.number: tuple(leaves(each.condition)) for each in self.segments}
        every: dict[Touch, set[int]] = {"event": set(asked), "mark": set(asked)}
        return every | {
            why: {number for number, found in asked.items() if any(isinstance(leaf, kinds) for leaf in found)}
            for why, kinds in _TOLD_BY.items()
        }

    @cached_property
    def grounded(self) -> dict[Ground, frozenset[int]]:
        """The stage sets, and the segments by what they say, in which customers stand, with the numbers of those that
        look for it.
        """
        found: dict[Ground, set[int]] = {}
        for each in self.segments:
            for ground in grounds(each.condition):
                found.setdefault(ground, set()).add(each.number)
        return {ground: frozenset(numbers) for ground, numbers in found.items()}

    def may_touch(self, names: Collection[str]) -> bool:
        """Whether events of these names can touch any segment."""
        return bool(self.touched_by(names) or (self.grounded and any(not name.startswith("$") for name in names)))

    def touched_by(self, names: Iterable[str]) -> set[int]:
        """Numbers of the segments that look for events of these names; those of `grounded` are beside them, as any
        event may lead to another stage, or into a segment.
        """
        found: set[int] = set()
        for name in names:
            found |= self._touched_by.get(name, frozenset())
            if not name.startswith("$"):
                found |= self._touched_by.get(ANY, frozenset())
        return found


_TOLD_BY: dict[Touch, tuple[type[Leaf], ...]] = {"consent": (Consent,), "account": (Account,), "list": (InList,)}


def touching(condition: Condition, covering: Mapping[str, Collection[str]]) -> set[str]:
    """Names of the events that can change what a condition says of somebody who stands where they stood; `ANY` among
    them where all can.
    """
    found: set[str] = set()
    for leaf in leaves(condition):
        if isinstance(leaf, Trait | Day):
            found.add(IDENTIFY)
        elif isinstance(leaf, Share | InList | Stage):
            continue  # no event changes it, by itself
        elif seen := happenings(leaf):
            found |= {name for each in seen if each.kind not in PASSAGES for name in _names(each, covering)}
        else:
            found |= {ANY, IDENTIFY}
    return found


def asks_for_touchpoints(condition: Condition) -> bool:
    """Whether it is about touchpoints or stages."""
    every = every_leaf(condition)
    seen = (each.kind for leaf in every for each in happenings(leaf))
    return any(isinstance(leaf, Stage) for leaf in every) or any(kind in ("touchpoint", "stage") for kind in seen)


def _names(what: Happening, covering: Mapping[str, Collection[str]]) -> Sequence[str]:
    if what.kind == "event":
        return what.names
    if what.kind == "touchpoint":
        return [event for name in what.names for event in covering.get(name, (ANY,))]
    return (ANY,)
