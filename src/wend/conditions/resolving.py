"""What stands for a condition is replaced by it before any reader sees it: segments of others by what is kept under
their key, answers and computed traits by what they are short for.

So a segment of segments costs, and may be as deep and as large, as if it had been written out.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from wend.conditions import errors, shorts
from wend.conditions.limits import MOST_DEPTH, MOST_LEAVES
from wend.conditions.shorts import Computation
from wend.conditions.tree import Answer, Computed, Condition, Group, InSegment, leaves

_NONE: Mapping[str, Computation] = {}


def resolved(
    condition: Condition, segments: Mapping[str, Condition], computations: Mapping[str, Computation] = _NONE
) -> Condition:
    """The condition without anything that stands for another; raises UnknownSegment, UnknownComputed, Circular,
    NotSaid, TooMany or TooDeep.

    >>> from wend.conditions.tree import Did, Happening
    >>> resolved(InSegment("buyers"), {"buyers": Did(Happening("event", ("order.placed",)))}).what.names
    ('order.placed',)
    """
    return _Resolving(segments, computations).whole(condition, ())


def named_in(condition: Condition) -> tuple[str, ...]:
    """The keys of the segments that a condition names itself, each once, in order."""
    return tuple(dict.fromkeys(leaf.key for leaf in leaves(condition) if isinstance(leaf, InSegment)))


class _Resolving:
    """One condition on its way; it stops as soon as what it becomes is larger than any condition may be."""

    def __init__(self, segments: Mapping[str, Condition], computations: Mapping[str, Computation]) -> None:
        self._segments = segments
        self._computations = computations
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
        return condition

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
