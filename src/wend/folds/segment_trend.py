"""Of how many customers was a condition true at each of several moments, by what had happened by then?

One walk for all of them. A leaf that looks at everything so far is one machine (`segment_leaf.py`), judged whenever a
moment goes by; one that looks back for so long has a machine for each moment, and what is counted or summed is only
noted where an event comes into the windows and where it leaves them. What a leaf says at all moments are the bits of
one number, so that the tree above the leaves is added up for all of them at once.

Whoever has done nothing by a moment is judged there too, of nothing. What comes about between events is seen where
customers are walked whole (`at_once`): a trend leaves no event out.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from wend.folds.columns import Columns
from wend.folds.contract import NEVER, Cells, Fold, Heed, Presented, Whole, heeded, until_event
from wend.folds.kernel import kernel
from wend.folds.segment import ALL, LEAF, NONE, PLAIN_MARKS, VALUED, SegmentParams, marks_of, wider as wider_segment
from wend.folds.segment_leaf import (
    AVERAGE,
    COUNT,
    OPEN,
    ROOM,
    SILENT,
    STAGE,
    A,
    Leaves,
    N,
    clear,
    holds,
    is_lost,
    look,
)

MOST_MOMENTS = 60
NEXT, GONE, MASK, HEAD = range(4)
"""Of each leaf: the first moment that is not past, the first whose window has not begun, what it says at which moment
(bit k), and then its machines.
"""


class TrendParams(NamedTuple):
    """The condition (its own moment and the beginnings of windows do not matter) and the `moments` at which it is
    judged, ascending, at most MOST_MOMENTS. `last`: for so many seconds each leaf looks back, 0 = for ever. `place` is
    where its state is, of `room` in all. Events whose code is not `heeded` have no marks, whatever tells them.
    """

    of: SegmentParams
    moments: Cells
    last: Cells
    place: Cells
    room: int
    heeded: Cells


class TrendAnswer(NamedTuple):
    """Customers of whom the condition holds at moment k; `lost` as in `segment.py`."""

    at: Cells
    lost: Cells


def params(of: SegmentParams, moments: Sequence[int], last: Sequence[int]) -> TrendParams:
    """With the room that the leaves need."""
    leaves, many = of.leaves, len(moments)
    looks_back = np.array(last, np.int64)
    machines = np.diff(np.append(leaves.place, leaves.room))
    noted = (leaves.kind <= AVERAGE) & (leaves.anchor == 0)
    windows = np.where(noted, ROOM + 2 * (many + 1), machines * many)
    sizes = HEAD + np.where(looks_back == 0, machines, windows)
    ends = np.cumsum(sizes).astype(np.int64)
    heeded = np.ones(len(of.marks), np.int64) if of.further else (of.marks != 0).astype(np.int64)
    return TrendParams(of, np.array(moments, np.int64), looks_back, ends - sizes, int(ends[-1]), heeded)


def blank(params: TrendParams) -> TrendAnswer:
    """Nobody yet."""
    return TrendAnswer(np.zeros(len(params.moments), np.int64), np.zeros(1, np.int64))


def scratch(params: TrendParams) -> Cells:
    """[what node 0, 1 … says], then the room of leaf 0, 1 …"""
    return np.zeros(len(params.of.kind) + params.room, np.int64)


@kernel
def _is_noted(leaves: Leaves, leaf: int) -> bool:
    """Whether a leaf that looks back needs nothing but sums, and no order."""
    return bool(leaves.kind[leaf] <= AVERAGE and leaves.anchor[leaf] == 0)


@kernel
def _machine(leaves: Leaves, leaf: int) -> int:
    """Room of one machine."""
    end = leaves.place[leaf + 1] if leaf + 1 < len(leaves.place) else leaves.room
    return int(end - leaves.place[leaf])


@kernel
def begin(state: Cells, params: TrendParams) -> None:
    """Every leaf forgets."""
    leaves, many = params.of.leaves, len(params.moments)
    for leaf in range(len(leaves.kind)):
        at = len(params.of.kind) + params.place[leaf]
        state[at + NEXT] = state[at + GONE] = state[at + MASK] = 0
        at += HEAD
        if params.last[leaf] != 0 and _is_noted(leaves, leaf):
            for k in range(ROOM + 2 * (many + 1)):
                state[at + k] = 0
            continue
        for _ in range(1 if params.last[leaf] == 0 else many):
            clear(state, at, leaves, leaf)
            state[at + OPEN] = 0
            at += _machine(leaves, leaf)


@kernel
def show(state: Cells, marks: Whole, moment: Whole, value: Whole, params: TrendParams, answer: TrendAnswer) -> None:
    """Show marks to the leaves that look for them."""
    of = params.of
    for leaf in range(len(of.leaves.kind)):
        if marks & of.leaves.seen[leaf] != 0:
            _show(state, len(of.kind) + params.place[leaf], params, leaf, marks, moment, value, answer)


@kernel
def step(state: Cells, columns: Columns, i: int, params: TrendParams, answer: TrendAnswer) -> None:
    """Show one event to the leaves that look for it."""
    marks = marks_of(columns, i, params.of)
    if marks != 0 and columns.occurred_at[i] <= params.moments[-1]:
        show(state, marks, columns.occurred_at[i], columns.amount[i], params, answer)


@kernel
def _show(
    state: Cells,
    at: Whole,
    params: TrendParams,
    leaf: int,
    marks: Whole,
    moment: Whole,
    value: Whole,
    answer: TrendAnswer,
) -> None:
    """Show an event to the machine of a leaf, or to those of the windows in which it lies; what a window begins anew
    from, to all that end later.
    """
    leaves, moments, scale, many = params.of.leaves, params.moments, params.of.scale, len(params.moments)
    k, gone = 0, 1
    if params.last[leaf] == 0:
        _judge(state, at, params, leaf, moment, answer)
    else:
        k, gone = int(state[at + NEXT]), int(state[at + GONE])
        while moments[k] < moment:
            k += 1
        while gone < many and moments[gone] < moment + params.last[leaf]:
            gone += 1
        state[at + NEXT], state[at + GONE] = k, gone
        if _is_noted(leaves, leaf):
            inside = leaves.from_at[leaf] <= moment < leaves.before[leaf]
            if k < gone and inside and marks & leaves.what[leaf] != 0:
                _note(state, at + HEAD + ROOM, leaves.kind[leaf], k, gone, many, value, scale)
            return
        if marks & leaves.anchor[leaf] != 0:
            gone = many
    for machine in range(k, gone):
        look(state, at + HEAD + machine * _machine(leaves, leaf), leaves, leaf, marks, moment, value, scale)


@kernel
def _judge(state: Cells, at: Whole, params: TrendParams, leaf: int, until: Whole, answer: TrendAnswer) -> None:
    """What a leaf says at the moments before `until`. Where it looks at everything nothing goes by between them but
    time, and with time alone a leaf only becomes true, if it changes at all.
    """
    leaves, many, kind = params.of.leaves, len(params.moments), params.of.leaves.kind[leaf]
    looks_back, waits = params.last[leaf] != 0, SILENT <= kind <= STAGE
    noted, k, machine = looks_back and _is_noted(leaves, leaf), 0, at + HEAD
    if not looks_back:
        k = int(state[at + NEXT])
    while k < many and params.moments[k] < until:
        if noted:
            state[machine + N] += state[machine + ROOM + k]
            state[machine + A] += state[machine + ROOM + many + 1 + k]
        true = holds(state, machine, leaves, leaf, params.moments[k])
        answer.lost[0] += is_lost(state, machine, leaves, leaf)
        first = k
        k += 1
        while not looks_back and (true or not waits) and k < many and params.moments[k] < until:
            k += 1
        if true:
            state[at + MASK] |= (np.int64(1) << k) - (np.int64(1) << first)
        if looks_back and not noted:
            machine += _machine(leaves, leaf)
    if not looks_back:
        state[at + NEXT] = k


@kernel
def _note(state: Cells, at: Whole, kind: Whole, k: Whole, gone: Whole, many: int, value: Whole, scale: int) -> None:
    """From moment k on one more, and from `gone` on no more; and so its value."""
    if kind != COUNT:
        if (scale != 0 and value == 0) or (scale == 0 and value == NEVER):
            return
        amount = value * scale if scale != 0 else value
        state[at + many + 1 + k] += amount
        state[at + many + 1 + gone] -= amount
    state[at + k] += 1
    state[at + gone] -= 1


@kernel
def end(state: Cells, params: TrendParams, answer: TrendAnswer) -> None:
    """Judge what is left, and add up the tree for all moments at once, parts before their groups."""
    of, many = params.of, len(params.moments)
    nodes, every = len(of.kind), (np.int64(1) << many) - 1
    for leaf in range(len(of.leaves.kind)):
        _judge(state, nodes + params.place[leaf], params, leaf, -NEVER, answer)
    for node in range(nodes):
        state[node] = every if of.kind[node] == ALL else 0
    for node in range(nodes):
        says = state[node]
        if of.kind[node] == LEAF:
            says = state[nodes + params.place[of.parts[node]] + MASK]
        elif of.kind[node] == NONE:
            says = every & ~says
        above = of.parent[node]
        if above < 0:
            for k in range(many):
                answer.at[k] += (says >> k) & 1
        elif of.kind[above] == ALL:
            state[above] &= says
        else:
            state[above] |= says


@kernel
def _in_turn(
    state: Cells,
    columns: Columns,
    rows: NDArray[np.int32],
    first: int,
    p: int,
    until: int,
    params: TrendParams,
    answer: TrendAnswer,
) -> int:
    """Events, and what comes about between them, each in its turn: what is compiled for one must not be for both."""
    begin(state, params)
    of, last, place = params.of, params.moments[-1], np.int64(0)
    while True:
        there = rows[p] < until
        i = np.uint64(first + rows[p]) if there else np.uint64(0)
        following = min(until_event(columns, i), last) if there else last
        if of.lapsing != 0 and columns.lapse_at[place] <= following:
            marks = int(np.int64(columns.lapse_stood[place]) << PLAIN_MARKS)
            moment, value = columns.lapse_at[place], of.without
            place += 1
        elif there:
            marks, moment, value = marks_of(columns, i, of), columns.occurred_at[i], columns.amount[i]
            place = np.int64(columns.lapse[i]) if of.lapsing != 0 else place
            p += 1
        else:
            end(state, params, answer)
            return p
        if marks != 0 and moment <= last:
            show(state, marks, moment, value, params, answer)


@kernel
def at_once(
    state: Cells,
    columns: Columns,
    rows: NDArray[np.int32],
    first: int,
    p: int,
    until: int,
    params: TrendParams,
    answer: TrendAnswer,
) -> int:
    """The same; where nothing is asked but how often something was done, or how long it was not, the rows that matter
    up to a moment, and up to where its window begins, tell all.
    """
    of, leaves = params.of, params.of.leaves
    counts = leaves.kind[0] == COUNT
    if len(of.kind) > 1 or not (counts or leaves.kind[0] == SILENT) or leaves.anchor[0] != 0 or of.further != 0:
        return _in_turn(state, columns, rows, first, p, until, params, answer)
    begins = ends = p
    for k in range(len(params.moments)):
        moment = params.moments[k]
        while rows[ends] < until and columns.occurred_at[np.uint64(first + rows[ends])] <= moment:
            ends += 1
        if counts:
            begun = moment - params.last[0] if params.last[0] != 0 else NEVER
            while begins < ends and columns.occurred_at[np.uint64(first + rows[begins])] <= begun:
                begins += 1
            answer.at[k] += leaves.low[0] <= ends - begins <= leaves.high[0]
        elif ends > p:
            last = columns.occurred_at[np.uint64(first + rows[ends - 1])]
            answer.at[k] += moment - last >= leaves.size[0]
    while rows[ends] < until:
        ends += 1
    return ends


def overflowed(answer: TrendAnswer) -> bool:
    """Whether somebody had come more ways than there was room for."""
    return bool(answer.lost[0])


def wider(given: TrendParams) -> TrendParams:
    """Room for four times as many ways."""
    wide = params(wider_segment(given.of), given.moments.tolist(), given.last.tolist())
    return wide._replace(heeded=given.heeded)


def present(answer: TrendAnswer, params: TrendParams, names: Sequence[str]) -> Presented:
    """{customers}: at each moment."""
    return {"customers": answer.at.tolist()}


def heeds(params: TrendParams) -> Heed | None:
    """Events that can have a mark, in the time of any leaf, of whose windows the first one begins first; None where
    something comes about between events.
    """
    if params.of.lapsing:
        return None
    leaves, moments = params.of.leaves, params.moments
    from_at = np.where(params.last > 0, np.maximum(leaves.from_at, moments[0] - params.last + 1), leaves.from_at)
    free = leaves.anchor == 0
    first = int(np.where(free, from_at, NEVER).min())
    before = int(np.where(free, leaves.before, -NEVER).max())
    shallow = not params.of.further and not np.isin(leaves.kind, VALUED).any()
    return heeded(params.heeded != 0, first, min(before, int(moments[-1]) + 1), shallow)


SEGMENT_TREND: Fold[TrendParams, TrendAnswer] = Fold(
    "segment_trend",
    begin,
    step,
    end,
    blank,
    scratch,
    present,
    sees_uncovered=True,
    wider=wider,
    overflowed=overflowed,
    at_once=at_once,
    heeds=heeds,
)
