"""The log reader of conditions: who fits, over a whole journal at one moment.

What is about events becomes a walk of the fold `segment`, the groups above its leaves included; leaves that measure
different things are walked apart. What is known of customers (traits, dates, shares) becomes a mask. Groups above both
are joined as masks.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import reduce
from operator import and_, or_
from typing import NamedTuple

import numpy as np

from wend.conditions import values
from wend.conditions.looked import fits
from wend.conditions.tree import (
    Condition,
    Did,
    End,
    Frame,
    Group,
    GroupKind,
    Happening,
    InOrder,
    Known,
    Leaf,
    Measure,
    Range,
    Short,
    Silent,
    Slower,
    Stage,
    leaves,
)
from wend.domain.selection import Selection
from wend.engines.known import known_members
from wend.engines.lens import Lens, Mask
from wend.engines.machine import Members
from wend.engines.marking import Marks, World, lens_of, plain_amount, season_cells
from wend.engines.packing import Packing, column_of, comparisons, packing_of
from wend.engines.source import Bucket
from wend.folds import segment, segment_leaf as leaf_of
from wend.folds.contract import NEVER
from wend.folds.segment import SEGMENT, SegmentParams
from wend.folds.segment_compare import FEWEST_WAYS, room_of_ways
from wend.folds.segment_leaf import NO_HIGH, NO_LOW

FOREVER = -NEVER
_KINDS = {
    "sum": leaf_of.SUM,
    "average": leaf_of.AVERAGE,
    "smallest": leaf_of.SMALLEST,
    "largest": leaf_of.LARGEST,
    "distinct": leaf_of.DISTINCT,
    "first": leaf_of.FIRST,
    "last": leaf_of.LAST,
}
_GROUPS = {"all": segment.ALL, "any": segment.ANY, "none": segment.NONE}
_ANYTHING = Did(Happening("anything"))


def members(world: World, condition: Condition, now: int, selection: Selection) -> Members:
    """The customers of whom the condition holds at `now`; the selection ends there."""
    found = _members(world, condition, now, selection)
    return found if is_walked(condition) else found & _anybody(world, now, selection)


def _anybody(world: World, now: int, selection: Selection) -> Members:
    """Whoever did anything by then. Nobody is walked for it when everything is looked at: the first event is enough."""
    machine, until = world.machine, min(now + 1, selection.to_at)
    if selection != Selection(to_at=selection.to_at):
        return _walked(world, _ANYTHING, now, selection)
    masks = tuple(_begun(bucket, until) for bucket in machine.journal.buckets)
    if machine.left_out is not None:
        masks = tuple(mask & ~out for mask, out in zip(masks, machine.left_out, strict=True))
    return Members(masks, machine.journal)


def _begun(bucket: Bucket, until: int) -> Mask:
    """Whose first event lies before a moment."""
    offsets = np.asarray(bucket.offsets, np.int64)
    begun = np.diff(offsets) > 0
    begun[begun] = np.asarray(bucket.occurred_at)[offsets[:-1][begun]] < until
    return begun


class Walk(NamedTuple):
    """A condition about events as params of the fold, and how events are read for it."""

    params: SegmentParams
    lens: Lens | None


def walk_of(world: World, condition: Condition, now: int) -> Walk:
    """The walk of a condition of which `is_walked`."""
    found = leaves(condition)
    marks = Marks(world, found)
    measured = [leaf for leaf in found if isinstance(leaf, Measure)]
    packed = packing_of(world, found)
    told = np.zeros(0, np.int64) if packed is None else packed.told.ravel()
    order = _Order([], [], [], len(told), packed)
    rows = [_row(leaf, marks, order, now) for leaf in found]
    sizes = [_size_of(row, order) for row in rows]
    places_of = np.concatenate([[0], np.cumsum(sizes)]).astype(np.int64)
    cells = {name: np.array([getattr(row, name) for row in rows], np.int64) for name in _Row._fields}
    made = leaf_of.Leaves(
        place=places_of[:-1],
        step=np.array([*order.step, 0], np.int64),
        bar=np.array([*order.bar, 0], np.int64),
        orders=np.concatenate([told, np.array([*order.compared, 0], np.int64)]),
        room=int(places_of[-1]),
        season=season_cells(world.facts.season()),
        **cells,
    )
    nodes = list(_nodes(condition))
    kind, parent, parts = (np.array([node[k] for node in nodes], np.int64) for k in range(3))
    lens = lens_of(world, marks, packed or (measured[0] if measured else None))
    scale = values.THOUSAND if measured and plain_amount(measured[0].of) else 0
    lapsing = (int(marks.lapsing), NEVER if measured and not scale else 0)

    params = SegmentParams(marks.table(), int(marks.further), scale, now, made, kind, parent, parts, *lapsing)
    return Walk(params, lens)


class _Order(NamedTuple):
    """The steps of all orders of a walk, what may not come before each, and what is compared (`segment_compare.py`),
    which stands behind all that is told of values that are codes.
    """

    step: list[int]
    bar: list[int]
    compared: list[int]
    told: int
    packed: Packing | None


class _Row(NamedTuple):
    """One leaf in the fold's params."""

    kind: int
    what: int
    seen: int
    other: int = 0
    anchor: int = 0
    from_at: int = NEVER
    before: int = FOREVER
    low: int = NO_LOW
    high: int = NO_HIGH
    size: int = 0
    first: int = 0
    steps: int = 0


def _row(leaf: Leaf, marks: Marks, order: _Order, now: int) -> _Row:
    if isinstance(leaf, Stage):
        into = marks.of(Happening("stage", (leaf.stage,), (), leaf.stage_set), came_from=leaf.came_from)
        every = marks.of(Happening("stage", (), (), leaf.stage_set))
        return _Row(leaf_of.STAGE, every, every, into, size=leaf.seconds)
    if isinstance(leaf, Silent | Slower):
        what = marks.of(leaf.what)
        size = leaf.seconds if isinstance(leaf, Silent) else leaf.times
        return _Row(leaf_of.SILENT if isinstance(leaf, Silent) else leaf_of.SLOWER, what, what, size=size)
    if isinstance(leaf, Known | Short):
        raise TypeError(leaf)  # what is known of customers becomes masks apart; what is short was resolved before
    if isinstance(leaf, InOrder):
        row = _order_row(leaf, marks, order)
    else:
        what = marks.of(leaf.what)
        row = _Row(leaf_of.COUNT, what, what)
        if isinstance(leaf, End):
            row = row._replace(kind=_KINDS[leaf.kind], other=marks.of(leaf.what, test=leaf.test))
        elif isinstance(leaf, Measure):
            row = _limits(row._replace(kind=_KINDS[leaf.kind]), _range_of(leaf))
            row = row._replace(size=_most_distinct(row) if leaf.kind == "distinct" else 0)
        else:
            row = _limits(row, leaf.times)
    return _framed(row, leaf.frame, marks, now)


def _order_row(leaf: InOrder, marks: Marks, order: _Order) -> _Row:
    first = len(order.step)
    for step in leaf.steps:
        order.step.append(marks.of(step.what))
        order.bar.append(marks.of(*step.without))
    seen = reduce(or_, (*order.step[first:], *order.bar[first:]))
    size = FOREVER if leaf.within is None else leaf.within
    row = _Row(leaf_of.ORDER, seen, seen, size=size, first=first, steps=len(leaf.steps))
    if not leaf.compared or order.packed is None:
        return row
    place = order.told + len(order.compared)
    order.compared.extend(comparisons(leaf, order.packed))
    return row._replace(kind=leaf_of.COMPARED, other=place, low=FEWEST_WAYS)


def _size_of(row: _Row, order: _Order) -> int:
    if row.kind == leaf_of.COMPARED:
        return leaf_of.ROOM + room_of_ways(row.steps, order.compared[row.other - order.told], row.low)
    return leaf_of.room_of(row.kind, row.size, row.steps)


def _limits(row: _Row, limits: Range) -> _Row:
    low, high = limits.low, limits.high
    return row._replace(low=NO_LOW if low is None else low, high=NO_HIGH if high is None else high)


def _range_of(leaf: Measure) -> Range:
    """In the unit of what the fold counts: how many different values are whole."""
    if leaf.kind != "distinct":
        return leaf.range
    low, high = leaf.range.low, leaf.range.high
    return Range(None if low is None else -(-low // values.THOUSAND), None if high is None else high // values.THOUSAND)


def _most_distinct(row: _Row) -> int:
    return max(1, row.low if row.low != NO_LOW else 0, row.high + 1 if row.high != NO_HIGH else 0)


def _framed(row: _Row, frame: Frame, marks: Marks, now: int) -> _Row:
    from_at = max(
        NEVER if frame.from_at is None else frame.from_at, NEVER if frame.last is None else now - frame.last + 1
    )
    anchor = 0 if frame.since is None else marks.of(frame.since)
    before = FOREVER if frame.before is None else frame.before
    return row._replace(from_at=from_at, before=before, anchor=anchor, seen=row.seen | anchor)


def _nodes(condition: Condition) -> Iterator[tuple[int, int, int]]:
    """(kind, parent, parts) in an order in which parts come before their group."""
    order: list[tuple[int, int | None, int]] = []
    leaf_places = iter(range(len(leaves(condition))))

    def put(node: Condition) -> int:
        if not isinstance(node, Group):
            order.append((segment.LEAF, None, next(leaf_places)))
            return len(order) - 1
        mine = [put(part) for part in node.parts]
        order.append((_GROUPS[node.kind], None, len(mine)))
        for child in mine:
            kind, _, parts = order[child]
            order[child] = (kind, len(order) - 1, parts)
        return len(order) - 1

    put(condition)
    return ((kind, -1 if parent is None else parent, parts) for kind, parent, parts in order)


def is_walked(condition: Condition) -> bool:
    """Whether one walk answers a condition whole."""
    every = leaves(condition)
    columns = {column_of(leaf) for leaf in every} - {None}
    return len(columns) <= 1 and not any(isinstance(leaf, Known) for leaf in every) and fits(every)


def _members(world: World, condition: Condition, now: int, selection: Selection) -> Members:
    if is_walked(condition):
        return _walked(world, condition, now, selection)
    if isinstance(condition, Known):
        return known_members(world, condition, now)
    if not isinstance(condition, Group):
        raise TypeError(condition)  # every other leaf is walked
    found = [_members(world, part, now, selection) for part in joined(condition)]
    if condition.kind == "all":
        return reduce(and_, found)
    return ~reduce(or_, found) if condition.kind == "none" else reduce(or_, found)


def joined(group: Group) -> Sequence[Condition]:
    """The parts of a group, those that can share a walk as one part."""
    together: list[list[Condition]] = []
    alone = [part for part in group.parts if not is_walked(part)]
    for part in group.parts:
        if not is_walked(part):
            continue
        for others in together:
            if is_walked(Group("all", (*others, part))):
                others.append(part)
                break
        else:
            together.append([part])
    kind: GroupKind = "all" if group.kind == "all" else "any"
    return [*alone, *(Group(kind, tuple(parts)) if len(parts) > 1 else parts[0] for parts in together)]


def _walked(world: World, condition: Condition, now: int, selection: Selection) -> Members:
    walk = walk_of(world, condition, now)
    params = walk.params._replace(from_at=selection.from_at)
    return world.machine.members(SEGMENT, params, lambda answer: answer.nodes[-1:], selection, walk.lens)
