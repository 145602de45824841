"""How many customers fitted a condition at each of several moments, in one walk of the fold `segment_trend`.

As in `membership.py`, what is about events is walked and what is known of customers is a mask. Where both stand in a
condition every customer has a number of bits, one for each moment, and groups join those.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import reduce
from operator import and_, or_
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from wend.conditions.looked import looked_for
from wend.conditions.tree import EVER, Condition, Consent, Day, Group, Known, Trait, leaves
from wend.domain.selection import Selection
from wend.engines.known import known_members
from wend.engines.lens import Lens, Mask
from wend.engines.machine import Members
from wend.engines.marking import World
from wend.engines.membership import FOREVER, is_walked, joined, members, walk_of
from wend.engines.rows import rows
from wend.folds import segment_trend
from wend.folds.contract import NEVER, Cells
from wend.folds.segment_leaf import COMPARED
from wend.folds.segment_trend import SEGMENT_TREND, TrendParams
from wend.folds.whole import idle

_EACH = replace(SEGMENT_TREND, key="segment_trend_each", at_once=None)  # apart, customers are shown all events
Bits = NDArray[np.int64]
"""Of each customer of a bucket: bit k, whether it holds at moment k."""


class Trend(NamedTuple):
    """How many it held of at each moment; of whom at the last one, among so many who had `begun` by then."""

    sizes: list[int]
    members: Members
    begun: int


def trend(world: World, condition: Condition, moments: Sequence[int]) -> Trend:
    """Of how many customers it held at each moment (ascending, at most MOST_MOMENTS), by what had happened by then:
    those whom `members` would find, since customers who had done nothing yet are none.
    """
    machine = world.machine
    begun = Members(tuple(came <= moments[-1] for came in machine.came_at), machine.journal)
    if not is_walked(condition):
        every = list(zip(_bits(world, condition, moments), machine.came_at, strict=True))
        sizes = [sum(_at(k, bits, came <= at) for bits, came in every) for k, at in enumerate(moments)]
        found = Members(tuple((bits >> len(moments) - 1 & 1).astype(np.bool_) for bits, _ in every), machine.journal)
        return Trend(sizes, found & begun, len(begun))
    params, lens = _walk(world, condition, moments)
    answer, found = machine.answer_with_members(SEGMENT_TREND, params, lambda answer: answer.at[-1:], lens=lens)
    of_nobody = idle(SEGMENT_TREND, params).at  # what is true of all who have done nothing yet
    unborn = _unborn(machine.came_at, moments) if of_nobody.any() else 0
    return Trend((answer.at - of_nobody * unborn).tolist(), found & begun, len(begun))


def _unborn(came_at: Sequence[Cells], moments: Sequence[int]) -> Cells:
    """How many customers had not come at each moment, and did later."""
    later = [came[(came > moments[0]) & (came < FOREVER)] for came in came_at]
    return np.array([sum(int((came > at).sum()) for came in later) for at in moments], np.int64)


def _at(k: int, bits: Bits, begun: Mask) -> int:
    return int(((bits >> k & 1).astype(np.bool_) & begun).sum())


def _walk(world: World, condition: Condition, moments: Sequence[int]) -> tuple[TrendParams, Lens | None]:
    """A condition of which `is_walked`, for all moments."""
    walk = walk_of(world, condition, moments[-1])
    frames = [getattr(leaf, "frame", EVER) for leaf in leaves(condition)]
    from_at = [NEVER if frame.from_at is None else frame.from_at for frame in frames]
    of = walk.params._replace(leaves=walk.params.leaves._replace(from_at=np.array(from_at, np.int64)))
    params = segment_trend.params(of, moments, [frame.last or 0 for frame in frames])
    return params._replace(heeded=_heeded(world, condition)), walk.lens


def _heeded(world: World, condition: Condition) -> Cells:
    """The codes of events that can have any mark."""
    names = world.machine.journal.words.events
    wanted = [what for leaf in leaves(condition) for look in looked_for(leaf) for what in look.what]
    every = any(what.kind != "event" for what in wanted)
    named = {name for what in wanted for name in what.names}
    return np.array([every or name in named for name in names] or [True], np.int64)


def _bits(world: World, condition: Condition, moments: Sequence[int]) -> list[Bits]:
    """By bucket."""
    if is_walked(condition):
        return _walked_bits(world, condition, moments)
    if isinstance(condition, Known):
        return _known_bits(world, condition, moments)
    if not isinstance(condition, Group):
        raise TypeError(condition)  # every other leaf is walked
    found = zip(*(_bits(world, part, moments) for part in joined(condition)), strict=True)
    if condition.kind == "all":
        return [reduce(and_, each) for each in found]
    return [~reduce(or_, each) if condition.kind == "none" else reduce(or_, each) for each in found]


def _known_bits(world: World, leaf: Known, moments: Sequence[int]) -> list[Bits]:
    if not (isinstance(leaf, Consent | Day) or (isinstance(leaf, Trait) and leaf.fresh is not None)):
        return [-mask.astype(np.int64) for mask in known_members(world, leaf, moments[-1]).masks]
    found = [np.zeros(len(bucket.offsets) - 1, np.int64) for bucket in world.machine.journal.buckets]
    for k, at in enumerate(moments):
        for bits, mask in zip(found, known_members(world, leaf, at).masks, strict=True):
            bits |= mask.astype(np.int64) << k
    return found


def _walked_bits(world: World, condition: Condition, moments: Sequence[int]) -> list[Bits]:
    params, lens = _walk(world, condition, moments)
    if params.of.lapsing:  # rows are told of events alone
        every = [members(world, condition, at, Selection(to_at=at + 1)).masks for at in moments]
        return [
            reduce(or_, (mask.astype(np.int64) << k for k, mask in enumerate(each)))
            for each in zip(*every, strict=True)
        ]
    if COMPARED in params.of.leaves.kind:  # how much room is enough is found first
        params = world.machine.answer(SEGMENT_TREND, params, lens=lens).params
    found = [np.zeros(len(bucket.offsets) - 1, np.int64) for bucket in world.machine.journal.buckets]
    powers = np.int64(1) << np.arange(len(moments))
    for each in rows(world.machine, _EACH, params, Selection(), lens):
        found[each.bucket][each.places] = each.cells @ powers
    return found
