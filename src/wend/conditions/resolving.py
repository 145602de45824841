"""What stands for a condition is replaced by it before any reader sees it: segments of others by what is kept under
their key, answers and computed traits by what they are short for. A segment whose entries or exits are looked for gets
what it says put beside its name, when these can be dated.

So a segment of segments costs, and may be as deep and as large, as if it had been written out.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from wend.conditions import errors, shorts
from wend.conditions.dated import Undated, first_undated
from wend.conditions.limits import MOST_DEPTH, MOST_LEAVES
from wend.conditions.looked import check_looks
from wend.conditions.sentence import clause
from wend.conditions.shorts import Computation
from wend.conditions.tree import (
    Answer,
    Computed,
    Condition,
    Group,
    Happening,
    InOrder,
    InSegment,
    Known,
    Leaf,
    Short,
    Silent,
    Slower,
    Stage,
    happenings,
    leaves,
)
from wend.domain.names import Name
from wend.kit.errors import Mistake

_NONE: Mapping[str, Computation] = {}
_SEGMENTS = ("entered_segment", "left_segment")


def resolved(
    condition: Condition, segments: Mapping[str, Condition], computations: Mapping[str, Computation] = _NONE
) -> Condition:
    """The condition without anything that stands for another; raises UnknownSegment, UnknownComputed, Circular,
    NotSaid, NoHistory, OfEntries, OfComparedSteps, TooMany, TooManyLooks or TooDeep.

    >>> from wend.conditions.tree import Did, Happening
    >>> resolved(InSegment("buyers"), {"buyers": Did(Happening("event", ("order.placed",)))}).what.names
    ('order.placed',)
    """
    return _Resolving(segments, computations).whole(condition, ())


def named_in(condition: Condition) -> tuple[str, ...]:
    """The keys of the segments that a condition names itself, each once, in order."""
    named: list[str] = []
    for leaf in leaves(condition):
        named += [leaf.key] if isinstance(leaf, InSegment) else []
        named += [key for what in happenings(leaf) if what.kind in _SEGMENTS for key in what.names]
    return tuple(dict.fromkeys(named))


def stands_for_others(condition: Condition) -> bool:
    """Whether anything in it stands for a condition that is kept elsewhere."""
    return any(isinstance(leaf, Short) for leaf in leaves(condition)) or bool(named_in(condition))


class _Resolving:
    """One condition on its way; it stops as soon as what it becomes is larger than any condition may be."""

    def __init__(self, segments: Mapping[str, Condition], computations: Mapping[str, Computation]) -> None:
        self._segments = segments
        self._computations = computations
        self._said: dict[str, Condition] = {}
        self._leaves = 0

    def whole(self, condition: Condition, way: tuple[str, ...], level: int = 1) -> Condition:
        if level > MOST_DEPTH:
            raise errors.TooDeep(most=MOST_DEPTH)
        if isinstance(condition, Group):
            parts = tuple(self.whole(part, way, level + 1) for part in condition.parts)
            return replace(condition, parts=parts)
        if isinstance(condition, InSegment):
            return self.whole(self._kept(condition.key, way), (*way, condition.key), level)
        if isinstance(condition, Answer):
            return self.whole(shorts.answered(condition), way, level)
        if isinstance(condition, Computed):
            return self.whole(shorts.computed(condition, self._computation(condition.test.name)), way, level)
        self._leaves += 1
        if self._leaves > MOST_LEAVES:
            raise errors.TooMany(most=MOST_LEAVES)
        return _with_happenings(condition, lambda what: self._happening(what, way))

    def _happening(self, what: Happening, way: tuple[str, ...]) -> Happening:
        if what.kind not in _SEGMENTS:
            return what
        return replace(what, says=tuple(self._dated(key, way) for key in what.names))

    def _dated(self, key: str, way: tuple[str, ...]) -> Condition:
        """What a segment says whose entries and exits are looked for; it costs once, however often it is."""
        if key not in self._said:
            said = self.whole(self._kept(key, way), (*way, key))
            found = first_undated(said)
            if found is not None:
                raise _mistake(key, *found)
            check_looks(leaves(said))
            self._said[key] = said
        return self._said[key]

    def _kept(self, key: str, way: tuple[str, ...]) -> Condition:
        if key in way:
            raise errors.Circular((*way[way.index(key) :], key))
        if key not in self._segments:
            raise errors.UnknownSegment(key, self._segments)
        return self._segments[key]

    def _computation(self, name: str) -> Computation:
        if name not in self._computations:
            raise errors.UnknownComputed(name, self._computations)
        return self._computations[name]


def _mistake(key: str, leaf: Leaf, why: Undated) -> Mistake:
    if why == "no_history":
        return errors.NoHistory(key, Name(clause(leaf, "en"), clause(leaf, "vi")))
    return errors.OfEntries(name=key) if why == "of_entries" else errors.OfComparedSteps(name=key)


def _with_happenings(leaf: Leaf, to: Callable[[Happening], Happening]) -> Leaf:
    """A leaf with everything changed that it looks for."""
    if isinstance(leaf, Stage | Known | Short):
        return leaf
    if isinstance(leaf, Silent | Slower):
        return replace(leaf, what=to(leaf.what))
    frame = leaf.frame if leaf.frame.since is None else replace(leaf.frame, since=to(leaf.frame.since))
    if isinstance(leaf, InOrder):
        steps = ((step, to(step.what), tuple(map(to, step.without))) for step in leaf.steps)
        made = tuple(replace(step, what=what, without=bars) for step, what, bars in steps)
        return replace(leaf, steps=made, frame=frame)
    return replace(leaf, what=to(leaf.what), frame=frame)
