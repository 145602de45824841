"""In which stage does a customer stand after every event, where stages are conditions? A column for `stage_walk.py`.

Every leaf of the conditions is the machine of `segment_leaf.py`, shown the events one by one and asked at each moment.
What looks at the last days only keeps where its window begins, and begins anew when something it had counted falls out.
A stage opens when its entry holds (or one of its counting rules has fired) and closes when its exit holds; a customer
stands in the furthest stage that is open, and in the first one when none is. This is decided at every event that some
touchpoint covers, of all that has happened up to and with it.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from wend.folds import stage_walk
from wend.folds.contract import NOT_COVERED, Cells, Whole
from wend.folds.driver import compiled
from wend.folds.kernel import kernel
from wend.folds.segment import ALL, ANY, LEAF
from wend.folds.segment_leaf import Leaves, clear, holds, look

NO_CONDITION = -1
decide: Any = None  # these three are given anew to the compiled copy
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
def _slide(state: Cells, row: int, leaf: int, marks: Cells, at: Cells, values: Cells, entries: Entries) -> None:
    """Let what is older than the window of a leaf fall out, and count the rest anew if it had counted."""
    begins = len(entries.entry) + len(entries.rules.need) + len(entries.kind)
    place, fell = begins + len(entries.window) + entries.leaves.place[leaf], False
    while at[state[begins + leaf]] <= at[row] - entries.window[leaf]:
        fell |= marks[state[begins + leaf]] & entries.leaves.seen[leaf] != 0
        state[begins + leaf] += 1
    if fell:
        clear(state, place, entries.leaves, leaf)
        for k in range(state[begins + leaf], row + 1):
            if marks[k] & entries.leaves.seen[leaf] != 0:
                look(state, place, entries.leaves, leaf, marks[k], at[k], values[entries.column[leaf], k], 0)


@kernel
def _judge(state: Cells, row: int, marks: Cells, at: Cells, values: Cells, entries: Entries) -> None:
    """Which nodes are true at the moment of an event, parts before their groups."""
    truth, nodes = len(entries.entry) + len(entries.rules.need), len(entries.kind)
    for node in range(nodes):
        state[truth + node] = 0
    for node in range(nodes):
        kind, parts = entries.kind[node], entries.parts[node]
        if kind == LEAF:
            if entries.window[parts] > 0:
                _slide(state, row, parts, marks, at, values, entries)
            place = truth + nodes + len(entries.window) + entries.leaves.place[parts]
            true = holds(state, place, entries.leaves, parts, at[row])
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
def decide_all(state: Cells, row: int, marks: Cells, at: Cells, values: Cells, entries: Entries) -> int:
    """Open and close stages at the moment of an event; the furthest one that is open."""
    _judge(state, row, marks, at, values, entries)
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


def _walk(
    offsets: Cells,
    codes: NDArray[np.uint16],
    at: Cells,
    marks: Cells,
    values: Cells,
    entries: Entries,
    state: Cells,
    out: NDArray[np.uint8],
) -> None:
    """Walk the customers of `offsets`; row i of `out` becomes the stage after event i."""
    for customer in range(len(offsets) - 1):
        first, end = offsets[customer], offsets[customer + 1]
        forget(state, first, entries)
        stage = 0
        for row in range(first, end):
            see(state, row, codes[row], marks, at, values, entries)
            if codes[row] != NOT_COVERED:
                stage = decide(state, row, marks, at, values, entries)
            out[row] = stage


def standing(
    offsets: NDArray[Any],
    codes: NDArray[np.uint16],
    at: NDArray[Any],
    marks: Cells,
    values: Cells,
    entries: Entries,
) -> NDArray[np.uint8]:
    """For every event the place of the stage that the customer stands in after it. `marks` and `values[column]` belong
    to the events; a value is NEVER where there is none.
    """
    out = np.zeros(len(codes), np.uint8)
    given = {"decide": decide_all, "see": see_one, "forget": forget_all}
    walk = compiled("stage_marks", _walk.__code__, globals(), given)
    columns = _plain(offsets, np.int64), _plain(codes, np.uint16), _plain(at, np.int64), _plain(marks, np.int64)
    walk(*columns, _plain(values, np.int64), entries, np.zeros(room(entries), np.int64), out)
    return out


def _plain(array: NDArray[Any], kind: Any) -> NDArray[Any]:
    """One compiled type, whatever the column came from."""
    view = np.ascontiguousarray(np.asarray(array, dtype=kind)).view(np.ndarray)[:]
    view.flags.writeable = False
    return view
