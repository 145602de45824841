"""Segments made of other segments: each is replaced by what is kept under its key, before any reader sees it.

So a segment of segments costs, and may be as deep and as large, as if it had been written out.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from wend.conditions import errors
from wend.conditions.limits import MOST_DEPTH, MOST_LEAVES
from wend.conditions.tree import Condition, Group, InSegment, leaves


def resolved(condition: Condition, segments: Mapping[str, Condition]) -> Condition:
    """The condition without segments of others; raises UnknownSegment, Circular, TooMany or TooDeep.

    >>> from wend.conditions.tree import Did, Happening
    >>> resolved(InSegment("buyers"), {"buyers": Did(Happening("event", ("order.placed",)))}).what.names
    ('order.placed',)
    """
    return _Resolving(segments).whole(condition, ())


def named_in(condition: Condition) -> tuple[str, ...]:
    """The keys of the segments that a condition names itself, each once, in order."""
    return tuple(dict.fromkeys(leaf.key for leaf in leaves(condition) if isinstance(leaf, InSegment)))


class _Resolving:
    """One condition on its way; it stops as soon as what it becomes is larger than any condition may be."""

    def __init__(self, segments: Mapping[str, Condition]) -> None:
        self._segments = segments
        self._leaves = 0

    def whole(self, condition: Condition, way: tuple[str, ...], level: int = 1) -> Condition:
        if level > MOST_DEPTH:
            raise errors.TooDeep(most=MOST_DEPTH)
        if isinstance(condition, Group):
            parts = tuple(self.whole(part, way, level + 1) for part in condition.parts)
            return replace(condition, parts=parts)
        if isinstance(condition, InSegment):
            return self.whole(self._kept(condition.key, way), (*way, condition.key), level)
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
