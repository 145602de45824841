"""Who is in a segment: a question is asked of them alone, divided by whether customers were in it, or held against
them.

In a segment is of whom its condition holds at the moment up to which the log is known. Where it can be told since when
that holds (`conditions/dated.py`), events are divided by whether it did *with the event*: who is chosen by what became
of them later would be compared with nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any
from weakref import WeakKeyDictionary

import numpy as np

from wend.conditions.dated import first_undated
from wend.conditions.tree import InSegment
from wend.domain.selection import FOREVER, Selection
from wend.engines.lens import Mask
from wend.engines.machine import Machine, Members
from wend.engines.source import Bucket
from wend.engines.units import CaseBucket
from wend.questions.asked.segment import fitting, world_of
from wend.questions.context import Context
from wend.touchpoints.facade import Kept

SEGMENT = "segment:"
"""Before the key of a segment, where by something is divided."""
MOST_KEPT = 8

_ALONE: WeakKeyDictionary[Machine, Kept] = WeakKeyDictionary()
"""By the machine of everybody, which none of them holds: when its journal is let go, so are they."""


def segments_in(by: str) -> tuple[str, ...]:
    """The keys of the segments by which something is divided: one, or several joined by "|"; none where it is divided
    otherwise.
    """
    keys = (each.strip().removeprefix(SEGMENT).strip() for each in by.split("|"))
    return tuple(dict.fromkeys(keys)) if by.startswith(SEGMENT) else ()


def alone(context: Context, segments: Sequence[str], as_of: int) -> Context:
    """The context of those who are in any of these segments, and of everybody where none is named. Raises
    UnknownSegment, and what is raised where one says what cannot be asked here.
    """
    if not segments:
        return context
    sign = f"{sorted(segments)} {as_of} {context.facts.version()}"
    key = (context.lens.version, context.plan.version, context.zone, context.facts.season(), sign)
    kept = _ALONE.setdefault(context.machine, Kept(MOST_KEPT))
    machine = kept.get(key, lambda: context.machine.alone(members(context, segments, as_of), sign))
    return replace(context, machine=machine)


def members(context: Context, segments: Sequence[str], as_of: int) -> Members:
    """The customers, of all there are, who are in any of these segments at a moment."""
    written: dict[str, Any] = {"any": [{"segment": {"is": key}} for key in segments]}
    until = Selection(to_at=min(as_of + 1, FOREVER))
    return fitting(context.everybody or context, {"version": 1, "condition": written}, as_of, until)


class Inside:
    """Of the events of a context, by bucket: whether their customer was in a segment with each of them; where nothing
    tells since when they are in it, whether they are at `as_of`.
    """

    def __init__(self, context: Context, key: str, as_of: int) -> None:
        people = context.everybody or context
        self._people, self._them = people, members(context, (key,), as_of)
        said = people.facts.resolved(InSegment(key))
        dated = first_undated(said) is None
        self._belonging = people.belonging(world_of(people), said) if dated else None

    def __call__(self, bucket: Bucket, number: int) -> Mask:
        """The mask of a bucket, in the order of its events there."""
        whole = self._people.machine.journal.buckets[number]
        if self._belonging is None:
            inside: Mask = np.repeat(self._them.masks[number], whole.offsets[1:] - whole.offsets[:-1])
        else:
            inside = self._belonging(whole, number).inside
        return bucket.lined_up(inside) if isinstance(bucket, CaseBucket) else inside
