"""A journey beside a sequence of steps: how many edits lie between them, and which event does which step.

Rows of `masks` are sequences of up to LONGEST steps: `masks[row, code]` has bit s when the code does step s.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from wend.folds.contract import Cells, Whole
from wend.folds.journey import CODES, LENGTH, LONGEST
from wend.folds.kernel import kernel

EDIT = 128
"""The cost of one edit in a table of costs; each match takes 1 off, so that of equal edits the most matches win."""
TABLE = (LONGEST + 1) ** 2
ROOM = TABLE + LONGEST
"""Places of an alignment: the table of costs, then for every step the event that does it, or −1."""


def masks_of(rows: Sequence[Sequence[Sequence[int]]], codes: int) -> NDArray[np.int64]:
    """Masks of sequences whose steps are each done by any of some codes."""
    masks = np.zeros((max(len(rows), 1), max(codes, 1)), np.int64)
    for row, steps in enumerate(rows):
        for place, members in enumerate(steps):
            masks[row, list(members)] |= np.int64(1) << place
    return masks


@kernel
def edits(state: Cells, masks: Cells, row: Whole, steps: Whole) -> int:
    """The edit distance (Levenshtein) of the open journey to a row, by the bit-parallel method of
    `methods/editing.py`.
    """
    full, top = (np.int64(1) << steps) - 1, np.int64(1) << (steps - 1)
    up, down, count = full, np.int64(0), np.int64(steps)
    for place in range(state[LENGTH]):
        same = masks[row, state[CODES + place]]
        along = (((same & up) + up) ^ up) | same
        more, less = (down | ~(along | up)) & full, up & along
        if more & top:
            count += 1
        if less & top:
            count -= 1
        more, less, same = (more << 1) | 1, less << 1, same | down
        up, down = (less | ~(same | more)) & full, more & same & full
    return int(count)


@kernel
def aligned(
    state: Cells, at: int, masks: Cells, row: Whole, steps: Whole, optional: Whole, extra: Whole, instead: Whole
) -> int:
    """The fewest edits between the open journey and a row, with the events that do its steps from `state[at + TABLE]`
    on.

    A step of `optional` (bits) may be left out for nothing; an event that does no step costs `extra` (EDIT or 0), one
    that stands instead of a step `instead` (EDIT; from 2 EDIT on it is no better than both apart). Among equal
    alignments: a match before a step left out, that before an event too many, that before one instead.
    """
    length, width = state[LENGTH], LONGEST + 1
    state[at] = 0
    for j in range(1, length + 1):
        state[at + j] = state[at + j - 1] + extra
    for k in range(1, int(steps) + 1):
        left_out = EDIT * (1 - ((optional >> (k - 1)) & 1))
        here = at + k * width
        state[here] = state[here - width] + left_out
        for j in range(1, length + 1):
            both = instead
            if (masks[row, state[CODES + j - 1]] >> (k - 1)) & 1:
                both = -1
            cost = min(state[here + j - width] + left_out, state[here + j - 1] + extra)
            state[here + j] = min(cost, state[here + j - width - 1] + both)
    s, j, matches = int(steps), int(length), 0
    while s > 0:
        here = at + s * width + j
        left_out = EDIT * (1 - ((optional >> (s - 1)) & 1))
        fits = j > 0 and (masks[row, state[CODES + j - 1]] >> (s - 1)) & 1
        if fits and state[here] == state[here - width - 1] - 1:
            state[at + TABLE + s - 1] = j - 1
            matches += 1
            s, j = s - 1, j - 1
        elif state[here] == state[here - width] + left_out:
            state[at + TABLE + s - 1] = -1
            s -= 1
        elif j > 0 and state[here] == state[here - 1] + extra:
            j -= 1
        else:
            state[at + TABLE + s - 1] = -1
            s, j = s - 1, j - 1
    return int((state[at + steps * width + length] + matches) // EDIT)
