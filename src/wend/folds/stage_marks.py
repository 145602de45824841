"""In which stage does a customer stand after every event, and between events, where stages are conditions? A column and
a table for `stage_walk.py`.

Every leaf of the conditions is the machine of `segment_leaf.py`, shown the events one by one and asked at each moment.
What looks at the last days only keeps where its window begins, and begins anew when something it had counted falls out.
A stage opens when its entry holds (or one of its counting rules has fired) and closes when its exit holds; a customer
stands in the furthest stage that is open, and in the first one when none is. From the first event on that some
touchpoint covers, this is decided after every event, of all that has happened up to and with it, and at every second
without one: the walk goes only to those at which a leaf can change, the others would decide the same.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from wend.folds import stage_walk
from wend.folds.contract import NEVER, NOT_COVERED, Cells, Whole
from wend.folds.driver import compiled
from wend.folds.kernel import kernel
from wend.folds.lapses import Lapses
from wend.folds.season import reached
from wend.folds.segment import ALL, ANY, LEAF
from wend.folds.segment_leaf import COUNT, FEWEST_PAUSES, SILENT, SLOWER, A, Leaves, N, clear, holds, look, usual_of

NO_CONDITION = -1
FOREVER = -NEVER
LAPSES = 1 << 16
"""Room for so many lapses at first."""
decide: Any = None  # these four are given anew to the compiled copy
due_after: Any = None
see: Any = None
forget: Any = None


class Entries(NamedTuple):
    """Conditions of stages: the leaves of all of them, with the seconds of each one's `window` (0 = ever) and the
    `column` of values it measures; their nodes as in `segment.py`; and of each stage the node that is its `entry` and
    its `exit` (-1 = none). `rules` are those that count.
    """

    leaves: Leaves
    window: Cells
    column: Cells
    kind: Cells
    parent: Cells
    parts: Cells
    entry: Cells
    exit: Cells
    rules: stage_walk.Rules


def room(entries: Entries) -> int:
    """Places of a state: [open by stage, times by rule, true parts by node, where windows begin, leaves]."""
    counted = len(entries.entry) + len(entries.rules.need) + len(entries.kind) + len(entries.window)
    return counted + entries.leaves.room


@kernel
def forget_all(state: Cells, row: int, entries: Entries) -> None:
    """The next customer, whose first event is `row`."""
    for k in range(len(state)):
        state[k] = 0
    stages, rules, nodes, leaves = len(entries.entry), len(entries.rules.need), len(entries.kind), len(entries.window)
    begins = stages + rules + nodes
    for leaf in range(leaves):
        state[begins + leaf] = row
        clear(state, begins + leaves + entries.leaves.place[leaf], entries.leaves, leaf)


@kernel
def see_one(state: Cells, row: int, code: Whole, marks: Cells, at: Cells, values: Cells, entries: Entries) -> None:
    """Show an event to the counting rules and to the leaves that look for it."""
    stages, begins = len(entries.entry), len(entries.entry) + len(entries.rules.need) + len(entries.kind)
    if code != NOT_COVERED:
        for k in range(entries.rules.first[code], entries.rules.first[code + 1]):
            state[stages + entries.rules.rule[k]] += 1
    if marks[row] == 0:
        return
    for leaf in range(len(entries.window)):
        if marks[row] & entries.leaves.seen[leaf] != 0:
            place = begins + len(entries.window) + entries.leaves.place[leaf]
            value = values[entries.column[leaf], row]
            look(state, place, entries.leaves, leaf, marks[row], at[row], value, 0)


@kernel
def _slide(
    state: Cells, row: int, now: int, leaf: int, marks: Cells, at: Cells, values: Cells, entries: Entries
) -> None:
    """Let what is older than the window of a leaf fall out, and count the rest anew if it had counted."""
    begins, leaves = len(entries.entry) + len(entries.rules.need) + len(entries.kind), entries.leaves
    place, first, fell = begins + len(entries.window) + leaves.place[leaf], state[begins + leaf], 0
    counted = leaves.kind[leaf] == COUNT and leaves.anchor[leaf] == 0
    while first <= row and at[first] <= now - entries.window[leaf]:
        if marks[first] & leaves.seen[leaf] != 0:
            fell += not counted or leaves.from_at[leaf] <= at[first] < leaves.before[leaf]
        first += 1
    state[begins + leaf] = first
    if counted:
        state[place + N] -= fell
    elif fell > 0:
        clear(state, place, leaves, leaf)
        for k in range(first, row + 1):
            if marks[k] & leaves.seen[leaf] != 0:
                look(state, place, leaves, leaf, marks[k], at[k], values[entries.column[leaf], k], 0)


@kernel
def _judge(state: Cells, row: int, now: int, marks: Cells, at: Cells, values: Cells, entries: Entries) -> None:
    """Which nodes are true at a moment up to which nothing follows the event, parts before their groups."""
    truth, nodes = len(entries.entry) + len(entries.rules.need), len(entries.kind)
    for node in range(nodes):
        state[truth + node] = 0
    for node in range(nodes):
        kind, parts = entries.kind[node], entries.parts[node]
        if kind == LEAF:
            if entries.window[parts] > 0:
                _slide(state, row, now, parts, marks, at, values, entries)
            place = truth + nodes + len(entries.window) + entries.leaves.place[parts]
            true = holds(state, place, entries.leaves, parts, now)
        elif kind == ALL:
            true = state[truth + node] == parts
        elif kind == ANY:
            true = state[truth + node] > 0
        else:
            true = state[truth + node] == 0
        state[truth + node] = int(true)
        if true and entries.parent[node] >= 0:
            state[truth + entries.parent[node]] += 1


@kernel
def decide_all(state: Cells, row: int, now: int, marks: Cells, at: Cells, values: Cells, entries: Entries) -> int:
    """Open and close stages at a moment up to which nothing follows the event; the furthest one that is open."""
    _judge(state, row, now, marks, at, values, entries)
    stages, rules, furthest = len(entries.entry), len(entries.rules.need), 0
    truth = stages + rules
    for stage in range(stages):
        entered = entries.entry[stage] >= 0 and state[truth + entries.entry[stage]] == 1
        for rule in range(rules):
            entered |= entries.rules.stage[rule] == stage and state[stages + rule] >= entries.rules.need[rule]
        if entries.exit[stage] >= 0 and state[truth + entries.exit[stage]] == 1:
            state[stage] = 0
        elif entered:
            state[stage] = 1
        if state[stage] == 1:
            furthest = stage
    return furthest


@kernel
def due_next(state: Cells, row: int, now: int, marks: Cells, at: Cells, entries: Entries) -> int:
    """The next moment at which time alone changes a leaf, if nothing follows the event; FOREVER when none does."""
    begins, leaves, due = len(entries.entry) + len(entries.rules.need) + len(entries.kind), entries.leaves, FOREVER
    for leaf in range(len(entries.window)):
        place, kind = begins + len(entries.window) + leaves.place[leaf], leaves.kind[leaf]
        if entries.window[leaf] > 0:
            first = state[begins + leaf]
            while first <= row and marks[first] & leaves.seen[leaf] == 0:
                first += 1
            state[begins + leaf] = first
            if first <= row:
                due = min(due, at[first] + entries.window[leaf])
        change = NEVER
        if kind == SILENT and state[place + N] != NEVER:
            change = state[place + N] + leaves.size[leaf]
        elif kind == SLOWER and state[place + N] != NEVER and state[place + A] >= FEWEST_PAUSES:
            slow = usual_of(state, place, int(state[place + A])) * leaves.size[leaf] // 1_000 + 1
            change = reached(leaves.season, state[place + N] + slow)
        if change > now:
            due = min(due, change)
    return int(due)


def _walk(
    offsets: Cells,
    customer: int,
    codes: NDArray[np.uint16],
    at: Cells,
    marks: Cells,
    values: Cells,
    entries: Entries,
    state: Cells,
    out: NDArray[np.uint8],
    lapses: Cells,
    many: int,
) -> tuple[int, int]:
    """Walk from a customer on; row i of `out` becomes the stage after event i, and after so `many` columns of `lapses`
    [the event before, moment, stage] stand those of the customers that are done. (The next customer, for whom there was
    no more room; how many columns.)
    """
    for who in range(customer, len(offsets) - 1):
        first, end = offsets[who], offsets[who + 1]
        forget(state, first, entries)
        stage, begun, due, place = 0, False, FOREVER, many
        for row in range(first, end + 1):
            until = FOREVER
            if row < end:
                until = at[row]
            while due < until:
                now, before = due, stage
                stage = decide(state, row - 1, now, marks, at, values, entries)
                due = due_after(state, row - 1, now, marks, at, entries)
                if stage != before:
                    if place == lapses.shape[1]:
                        return who, many
                    lapses[0, place], lapses[1, place], lapses[2, place] = row - 1, now, stage
                    place += 1
            if row < end:
                see(state, row, codes[row], marks, at, values, entries)
                begun |= codes[row] != NOT_COVERED
                if begun and (codes[row] != NOT_COVERED or marks[row] != 0 or due <= at[row]):
                    stage = decide(state, row, at[row], marks, at, values, entries)
                    due = due_after(state, row, at[row], marks, at, entries)
                out[row] = stage
        many = place
    return len(offsets) - 1, many


def standing(
    offsets: NDArray[Any],
    codes: NDArray[np.uint16],
    at: NDArray[Any],
    marks: Cells,
    values: Cells,
    entries: Entries,
) -> tuple[NDArray[np.uint8], Lapses]:
    """For every event the place of the stage that the customer stands in after it; and every change between events.
    `marks` and `values[column]` belong to the events; a value is NEVER where there is none.
    """
    out, lapses = np.zeros(len(codes), np.uint8), np.zeros((3, LAPSES), np.int64)
    given = {"decide": decide_all, "due_after": due_next, "see": see_one, "forget": forget_all}
    walk = compiled("stage_marks", _walk.__code__, globals(), given)
    columns = _plain(codes, np.uint16), _plain(at, np.int64), _plain(marks, np.int64), _plain(values, np.int64)
    borders, state = _plain(offsets, np.int64), np.zeros(room(entries), np.int64)
    customer = many = 0
    while True:
        customer, many = walk(borders, customer, *columns, entries, state, out, lapses, many)
        if customer == len(borders) - 1:
            row, moment, stage = lapses[:, :many]
            return out, Lapses(row, moment, stage.astype(np.uint16))
        lapses = np.concatenate([lapses, np.zeros_like(lapses)], axis=1)


def _plain(array: NDArray[Any], kind: Any) -> NDArray[Any]:
    """One compiled type, whatever the column came from."""
    view = np.ascontiguousarray(np.asarray(array, dtype=kind)).view(np.ndarray)[:]
    view.flags.writeable = False
    return view
