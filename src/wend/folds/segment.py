"""Of how many customers is a condition true at one moment, and each of its parts?

An event carries *marks*: a bit for everything that the condition looks for. Plain names have their marks in a table by
code; what needs properties, touchpoints or stages has them in `about`. Every leaf is a small machine over marks (see
`segment_leaf.py`), and when the list is over the tree above the leaves is added up.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from wend.folds.columns import Columns
from wend.folds.contract import NEVER, Cells, Fold, Heed, Presented, Whole, heeded, until_event
from wend.folds.kernel import kernel
from wend.folds.season import season
from wend.folds.segment_counts import walk_found
from wend.folds.segment_leaf import (
    AVERAGE,
    COMPARED,
    COUNT,
    DISTINCT,
    LARGEST,
    NO_HIGH,
    SMALLEST,
    SUM,
    Leaves,
    clear,
    holds,
    is_lost,
    look,
    room_of,
    with_ways,
)

LEAF, ALL, ANY, NONE = range(4)
"""Kinds of nodes."""
PLAIN_MARKS, FURTHER_MARKS = 46, 16
VALUED = (SUM, AVERAGE, SMALLEST, LARGEST, DISTINCT, COMPARED)
"""Kinds of leaves that look at values of events."""


class SegmentParams(NamedTuple):
    """`marks[code]` are the marks of a plain name; with `further`, those of `about` come above them. Nodes stand in an
    order in which parts come before their group: `kind`, `parent` (-1: the root, the last one), `parts` (how many; of a
    leaf its place among the leaves). Values of events are `amount` times `scale`, 0 = none; with scale 0 they are what
    they are, and NEVER is none.

    With `lapsing`, the lists of lapses hold further marks of what comes about between events, from `from_at` on; it has
    the value `without`.
    """

    marks: Cells
    further: int
    scale: int
    now: int
    leaves: Leaves
    kind: Cells
    parent: Cells
    parts: Cells
    lapsing: int = 0
    without: int = 0
    from_at: int = NEVER


class SegmentAnswer(NamedTuple):
    """Customers of whom each node holds, the last one being the whole condition; and `lost`, [customers for whom there
    was not enough room].
    """

    nodes: Cells
    lost: Cells


def anybody(codes: int) -> SegmentParams:
    """Params of a condition that holds of whoever did anything."""
    one, none = np.ones(1, np.int64), np.zeros(1, np.int64)
    cells: list[Any] = [
        none,
        none,
        one,
        one,
        none,
        none,
        none + NEVER,
        none - NEVER,
        one,
        none + NO_HIGH,
        none,
        none,
        none,
    ]
    leaves = Leaves(
        **dict(zip(Leaves._fields, cells, strict=False)),
        step=none,
        bar=none,
        orders=none,
        room=room_of(COUNT, 0, 0),
        season=season(),
    )
    return SegmentParams(np.ones(codes, np.int64), 0, 0, 0, leaves, none, -one, none)


def blank(params: SegmentParams) -> SegmentAnswer:
    """Nobody yet."""
    return SegmentAnswer(np.zeros(len(params.kind), np.int64), np.zeros(1, np.int64))


def scratch(params: SegmentParams) -> Cells:
    """[true parts of node 0, 1 …], then the room of leaf 0, 1 …, then the next lapse."""
    return np.zeros(len(params.kind) + params.leaves.room + 1, np.int64)


@kernel
def begin(state: Cells, params: SegmentParams) -> None:
    """Every leaf forgets."""
    for leaf in range(len(params.leaves.kind)):
        clear(state, len(params.kind) + params.leaves.place[leaf], params.leaves, leaf)
        state[len(params.kind) + params.leaves.place[leaf]] = 0
    state[len(params.kind) + params.leaves.room] = 0


@kernel
def recall(state: Cells, columns: Columns, i: int, params: SegmentParams) -> None:
    """What is not looked at leaves only what comes about after it."""
    if params.lapsing != 0:
        state[len(params.kind) + params.leaves.room] = columns.lapse[i]


@kernel
def show(state: Cells, marks: Whole, at: Whole, value: Whole, params: SegmentParams) -> None:
    """Show marks to the leaves that look for them."""
    for leaf in range(len(params.leaves.kind)):
        if marks & params.leaves.seen[leaf] != 0:
            look(
                state, len(params.kind) + params.leaves.place[leaf], params.leaves, leaf, marks, at, value, params.scale
            )


@kernel
def wait(
    state: Cells, columns: Columns, until: int, counts: bool, params: SegmentParams, answer: SegmentAnswer
) -> None:
    """Show what comes about between events, each at its moment, up to `now`."""
    if params.lapsing != 0:
        place, following = state[len(params.kind) + params.leaves.room], min(until, params.now)
        while columns.lapse_at[place] <= following:
            at = columns.lapse_at[place]
            if at >= params.from_at:
                show(state, np.int64(columns.lapse_stood[place]) << PLAIN_MARKS, at, params.without, params)
            place += 1
        state[len(params.kind) + params.leaves.room] = place


@kernel
def marks_of(columns: Columns, i: Whole, params: SegmentParams) -> int:
    """The marks of an event."""
    marks = params.marks[columns.step[i]]
    if params.further != 0:
        marks |= np.int64(columns.about[i]) << PLAIN_MARKS
    return int(marks)


@kernel
def step(state: Cells, columns: Columns, i: int, params: SegmentParams, answer: SegmentAnswer) -> None:
    """Show one event to the leaves that look for it; after it something may come about."""
    recall(state, columns, i, params)
    marks = marks_of(columns, i, params)
    if marks != 0:
        show(state, marks, columns.occurred_at[i], columns.amount[i], params)


@kernel
def end(state: Cells, params: SegmentParams, answer: SegmentAnswer) -> None:
    """Add up the tree, parts before their groups."""
    nodes = len(params.kind)
    for leaf in range(len(params.leaves.kind)):
        answer.lost[0] += is_lost(state, nodes + params.leaves.place[leaf], params.leaves, leaf)
    for node in range(nodes):
        state[node] = 0
    for node in range(nodes):
        kind, parts = params.kind[node], params.parts[node]
        if kind == LEAF:
            true = holds(state, nodes + params.leaves.place[parts], params.leaves, parts, params.now)
        elif kind == ALL:
            true = state[node] == parts
        elif kind == ANY:
            true = state[node] > 0
        else:
            true = state[node] == 0
        if true:
            answer.nodes[node] += 1
            if params.parent[node] >= 0:
                state[params.parent[node]] += 1


@kernel
def _in_turn(
    state: Cells,
    columns: Columns,
    rows: NDArray[np.int32],
    first: int,
    p: int,
    until: int,
    params: SegmentParams,
    answer: SegmentAnswer,
) -> int:
    """Events, and what comes about between them, each in its turn: leaves are compiled once, not for each of both."""
    begin(state, params)
    lapsing, place, now = params.lapsing != 0, np.int64(0), params.now
    while True:
        there = rows[p] < until
        i = np.uint64(first + rows[p]) if there else np.uint64(0)
        following = min(until_event(columns, i), now) if there else now
        if lapsing and columns.lapse_at[place] <= following:
            at, value = columns.lapse_at[place], params.without
            marks = int(np.int64(columns.lapse_stood[place]) << PLAIN_MARKS) if at >= params.from_at else 0
            place += 1
        elif there:
            marks, at, value = marks_of(columns, i, params), columns.occurred_at[i], columns.amount[i]
            place = np.int64(columns.lapse[i]) if lapsing else place
            p += 1
        else:
            end(state, params, answer)
            return p
        if marks != 0:
            show(state, marks, at, value, params)


@kernel
def at_once(
    state: Cells,
    columns: Columns,
    rows: NDArray[np.int32],
    first: int,
    p: int,
    until: int,
    params: SegmentParams,
    answer: SegmentAnswer,
) -> int:
    """The same; where nothing is asked but how often something was done, the rows that matter are the number."""
    leaves = params.leaves
    if len(params.kind) > 1 or leaves.kind[0] != COUNT or leaves.anchor[0] != 0 or params.further != 0:
        return _in_turn(state, columns, rows, first, p, until, params, answer)
    before = p
    while rows[p] < until:
        p += 1
    answer.nodes[0] += leaves.low[0] <= p - before <= leaves.high[0]
    return p


def overflowed(answer: SegmentAnswer) -> bool:
    """Whether somebody had come more ways than there was room for."""
    return bool(answer.lost[0])


def wider(params: SegmentParams) -> SegmentParams:
    """Room for four times as many ways."""
    return params._replace(leaves=with_ways(params.leaves, 4))


def present(answer: SegmentAnswer, params: SegmentParams, names: Sequence[str]) -> Presented:
    """{customers}: of whom the whole condition holds."""
    return {"customers": int(answer.nodes[-1])}


def heeds(params: SegmentParams) -> Heed | None:
    """Events with a mark, in the time of any leaf; an anchor matters whenever it comes. None where marks are not told
    by names alone.
    """
    if params.further:
        return None
    free = params.leaves.anchor == 0
    from_at, before = np.where(free, params.leaves.from_at, NEVER), np.where(free, params.leaves.before, -NEVER)
    shallow = not (params.lapsing or np.isin(params.leaves.kind, VALUED).any())
    return heeded(params.marks != 0, int(from_at.min()), int(before.max()), shallow)


def by_found(params: SegmentParams) -> Callable[..., int] | None:
    """Whether nothing is asked but how often something was done."""
    leaves = params.leaves
    alone = len(params.kind) == 1 and leaves.kind[0] == COUNT
    return walk_found if alone and not leaves.anchor[0] and not params.further else None


SEGMENT: Fold[SegmentParams, SegmentAnswer] = Fold(
    "segment",
    begin,
    step,
    end,
    blank,
    scratch,
    present,
    recall,
    wait,
    sees_uncovered=True,
    wider=wider,
    overflowed=overflowed,
    at_once=at_once,
    heeds=heeds,
    by_found=by_found,
)
