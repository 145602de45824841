"""The leaves of a condition as small machines over the marks of events; `segment.py` walks them.

What a leaf has seen lies in the state from its place on: [whether its anchor came, what it has counted, …]. An anchor
begins the leaf anew; the event that is the anchor does not count itself.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from wend.folds.contract import NEVER, Cells, Whole
from wend.folds.kernel import kernel
from wend.folds.season import Season, active
from wend.folds.segment_compare import forget_ways, room_of_ways, walk_order

COUNT, SUM, AVERAGE, SMALLEST, LARGEST, DISTINCT, FIRST, LAST, ORDER, SILENT, SLOWER, STAGE, COMPARED = range(13)
"""Kinds of leaves."""
OPEN, N, A, LIST = 0, 1, 2, 3
ROOM = 3
FEWEST_PAUSES, PAUSES, VISIT = 4, 16, 1_800
NO_LOW, NO_HIGH = NEVER, -NEVER


class Leaves(NamedTuple):
    """One cell a leaf. `seen` are all marks that matter to it, `what` the ones that count, `other` those that pass its
    test, `anchor` what it counts from (0 = nothing). Only events of [from_at, before) count. `low` and `high` bound its
    number, `size` is the room of different values, the longest time of an order, the least silence or stay, or how many
    thousandths of a usual pause; `first` and `steps` say where in `step` and `bar` its steps are. `place` is where its
    state is, of `room` in all. Of an order with comparisons `other` is its place in `orders` (see `segment_compare.py`)
    and `low` the room for ways. Pauses are measured in the time of the `season`.
    """

    kind: Cells
    place: Cells
    seen: Cells
    what: Cells
    other: Cells
    anchor: Cells
    from_at: Cells
    before: Cells
    low: Cells
    high: Cells
    size: Cells
    first: Cells
    steps: Cells
    step: Cells
    bar: Cells
    orders: Cells
    room: int
    season: Season


def room_of(kind: int, size: int, steps: int) -> int:
    """Places that a leaf takes in the state."""
    return ROOM + {DISTINCT: size, ORDER: steps, SLOWER: PAUSES}.get(kind, 0)


def with_ways(leaves: Leaves, times: int, ways: int | None = None) -> Leaves:
    """The same leaves with room for so many times the ways, or for so many of them."""
    compared = leaves.kind == COMPARED
    low = np.where(compared, leaves.low * times if ways is None else ways, leaves.low)
    sizes = np.diff(np.append(leaves.place, leaves.room))
    for leaf in np.flatnonzero(compared):
        remembered = int(leaves.orders[leaves.other[leaf]])
        sizes[leaf] = ROOM + room_of_ways(int(leaves.steps[leaf]), remembered, int(low[leaf]))
    ends = np.cumsum(sizes)
    return leaves._replace(low=low, place=ends - sizes, room=int(ends[-1]))


@kernel
def clear(state: Cells, at: Whole, leaves: Leaves, leaf: int) -> None:
    """Nothing seen yet; whether the anchor came stays."""
    never = leaves.kind[leaf] == SILENT or leaves.kind[leaf] == SLOWER or leaves.kind[leaf] == STAGE
    state[at + N] = NEVER if never else 0
    state[at + A] = 0
    if leaves.kind[leaf] == COMPARED:
        remembered = leaves.orders[leaves.other[leaf]]
        forget_ways(state, at + LIST, leaves.steps[leaf], remembered, leaves.low[leaf])
    if leaves.kind[leaf] == ORDER:
        for k in range(leaves.steps[leaf]):
            state[at + LIST + k] = NEVER


@kernel
def look(  # noqa: C901  # one branch a kind of leaf
    state: Cells, at: Whole, leaves: Leaves, leaf: int, marks: Whole, moment: Whole, value: Whole, scale: int
) -> None:
    """Take one event that has a mark this leaf looks for."""
    anchor, kind = leaves.anchor[leaf], leaves.kind[leaf]
    if anchor != 0:
        if marks & anchor != 0:
            clear(state, at, leaves, leaf)
            state[at + OPEN] = 1
            return
        if state[at + OPEN] == 0:
            return
    if moment < leaves.from_at[leaf] or moment >= leaves.before[leaf]:
        return
    if kind == ORDER:
        _order(state, at, leaves, leaf, marks, moment)
        return
    if kind == COMPARED:
        _compared(state, at, leaves, leaf, marks, moment, value)
        return
    if marks & leaves.what[leaf] == 0:
        return
    if kind == COUNT:
        state[at + N] += 1
    elif kind <= DISTINCT:
        if scale != 0:
            if value != 0:
                _value(state, at, leaves, leaf, value * scale)
        elif value != NEVER:
            _value(state, at, leaves, leaf, value)
    elif kind == FIRST:
        if state[at + N] == 0:
            state[at + A] = 1 if marks & leaves.other[leaf] != 0 else 0
        state[at + N] = 1
    elif kind == SLOWER:
        gone = active(leaves.season, moment)
        pause = gone - state[at + N]
        if state[at + N] != NEVER and pause >= VISIT:
            state[at + LIST + state[at + A] % PAUSES] = pause
            state[at + A] += 1
        state[at + N] = gone
    else:
        state[at + N] = 1 if kind == LAST else moment
        state[at + A] = 1 if marks & leaves.other[leaf] != 0 else 0


@kernel
def _value(state: Cells, at: Whole, leaves: Leaves, leaf: int, value: Whole) -> None:
    kind, n = leaves.kind[leaf], state[at + N]
    if kind == DISTINCT:
        for k in range(n):
            if state[at + LIST + k] == value:
                return
        if n < leaves.size[leaf]:
            state[at + LIST + n] = value
            state[at + N] += 1
        return
    if kind == SUM or kind == AVERAGE:
        state[at + A] += value
    elif n == 0 or (kind == SMALLEST) == (value < state[at + A]):
        state[at + A] = value
    state[at + N] += 1


@kernel
def _order(state: Cells, at: Whole, leaves: Leaves, leaf: int, marks: Whole, moment: Whole) -> None:
    """For every step the latest beginning from which it is reached; steps are tried from the last to the first, so that
    one event serves one.
    """
    first, last = leaves.first[leaf], leaves.steps[leaf] - 1
    begun = at + LIST
    for back in range(last):
        k = last - back
        start = state[begun + k - 1]
        if marks & leaves.step[first + k] != 0 and start != NEVER and moment - start <= leaves.size[leaf]:
            state[begun + k] = start
            if k == last:
                state[at + N] = 1
        if marks & leaves.bar[first + k] != 0:
            state[begun + k - 1] = NEVER
    if marks & leaves.step[first] != 0:
        state[begun] = moment


@kernel
def _compared(state: Cells, at: Whole, leaves: Leaves, leaf: int, marks: Whole, moment: Whole, value: Whole) -> None:
    if state[at + N] == 1:
        return
    told = walk_order(
        state,
        at + LIST,
        leaves.step,
        leaves.bar,
        leaves.first[leaf],
        leaves.steps[leaf],
        leaves.orders,
        leaves.other[leaf],
        leaves.low[leaf],
        leaves.size[leaf],
        marks,
        moment,
        value,
    )
    if told == 1:
        state[at + N] = 1
    elif told == -1:
        state[at + A] = 1


@kernel
def is_lost(state: Cells, at: Whole, leaves: Leaves, leaf: int) -> bool:
    """Whether a leaf that does not hold might, had there been more room."""
    return bool(leaves.kind[leaf] == COMPARED and state[at + N] == 0 and state[at + A] == 1)


@kernel
def holds(state: Cells, at: Whole, leaves: Leaves, leaf: int, now: int) -> bool:
    """Whether the leaf is true of what it has seen."""
    kind, n, value = leaves.kind[leaf], state[at + N], state[at + A]
    low, high = leaves.low[leaf], leaves.high[leaf]
    if leaves.anchor[leaf] != 0 and state[at + OPEN] == 0:
        return False
    if kind == COUNT or kind == DISTINCT:
        return bool(low <= n <= high)
    if kind == SUM:
        return bool(low <= value <= high)
    if kind == AVERAGE:
        return bool(n > 0 and (low == NO_LOW or value >= low * n) and (high == NO_HIGH or value <= high * n))
    if kind == SMALLEST or kind == LARGEST:
        return bool(n > 0 and low <= value <= high)
    if kind == FIRST or kind == LAST:
        return bool(value == 1)
    if kind == ORDER or kind == COMPARED:
        return bool(n == 1)
    if n == NEVER:
        return False
    if kind == SILENT:
        return bool(now - n >= leaves.size[leaf])
    if kind == STAGE:
        return bool(value == 1 and now - n >= leaves.size[leaf])
    if value < FEWEST_PAUSES:
        return False
    return bool((active(leaves.season, now) - n) * 1_000 > usual_of(state, at, int(value)) * leaves.size[leaf])


@kernel
def usual_of(state: Cells, at: Whole, pauses: int) -> int:
    """The lower median of the pauses kept: the smallest one that at least half of them do not exceed."""
    kept = min(pauses, PAUSES)
    best = -NEVER
    for k in range(kept):
        pause = int(state[at + LIST + k])
        below = 0
        for other in range(kept):
            below += state[at + LIST + other] <= pause
        if 2 * below >= kept and pause < best:
            best = pause
    return best
