"""Entries into stages, at events and between them: what a condition that names a stage looks for."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from wend.folds.contract import NEVER, Cells
from wend.folds.entering import entering
from wend.folds.lapses import Lapses, before
from wend.folds.stage_walk import Rules


class Entries(NamedTuple):
    """In the order of the journeys: the `row` of the event that enters a stage, with `at` NEVER; or of the event before
    the moment `at` at which time alone does. `came_from` is the stage entered before it, -1 for the first one.
    """

    row: Cells
    at: Cells
    stage: Cells
    came_from: Cells


class Belonging(NamedTuple):
    """Who is in a segment after each event, who enters it (stage 1) and leaves it (0), and what time alone does."""

    inside: NDArray[np.bool_]
    entries: Entries
    lapses: Lapses


def counted(offsets: Cells, steps: NDArray[np.uint16], rules: Rules) -> Entries:
    """Entries into the stages of a set whose rules count: all at events."""
    stages = entering(offsets, steps, rules)
    rows = np.flatnonzero(stages >= 0)
    return _lined_up(offsets, rows, np.full(len(rows), NEVER), stages[rows].astype(np.int64))


def told(offsets: Cells, covered: NDArray[np.bool_], stood: NDArray[np.uint16], found: Lapses, rules: Rules) -> Entries:
    """Entries into the stages of a set that stands in its byte of `stood` and of the lapses `found`. A customer's first
    event that is `covered` enters a stage, whichever it is.
    """
    mine, stages = (np.asarray(each >> rules.told & 255, np.int64) for each in (stood, found.stood))
    shown = np.flatnonzero(covered)
    first = shown[np.diff(np.searchsorted(offsets, shown, side="right"), prepend=-1) != 0]
    moved = mine != before(offsets, stood, found) >> rules.told & 255
    moved[first] = True
    rows, again = np.flatnonzero(moved), np.diff(found.row, prepend=-1) == 0
    was = mine[found.row]
    was[again] = stages[np.flatnonzero(again) - 1]
    lapsed = stages != was
    row, at = np.concatenate([rows, found.row[lapsed]]), np.concatenate([np.full(len(rows), NEVER), found.at[lapsed]])
    order = np.lexsort((at, row))
    return _lined_up(offsets, row[order], at[order], np.concatenate([mine[rows], stages[lapsed]])[order])


def passed(offsets: Cells, inside: NDArray[np.bool_], found: Lapses) -> Entries:
    """Who comes into a segment (stage 1) and out of it (0), of whom it is known whether they are inside after each
    event, and what time alone changes; everybody begins outside.
    """
    left = inside.copy()
    left[found.row] = found.stood == 1  # of several at a row the last one stays
    before = np.append(False, left[:-1])[: len(inside)]
    before[offsets[:-1][np.diff(offsets) > 0]] = False
    rows = np.flatnonzero(inside != before)
    row, at = np.concatenate([rows, found.row]), np.concatenate([np.full(len(rows), NEVER), found.at])
    stage, order = np.concatenate([inside[rows], found.stood]).astype(np.int64), np.lexsort((at, row))
    return Entries(row[order], at[order], stage[order], 1 - stage[order])


def known_at(offsets: Cells, inside: NDArray[np.bool_], shown: NDArray[np.bool_]) -> NDArray[np.int8]:
    """Of each event that is `shown` whether it is the first one after an entry (1) or an exit (-1), at it or since the
    one before; 0 for neither.
    """
    rows, found = np.flatnonzero(shown), np.zeros(len(inside), np.int8)
    after, first = inside[rows].astype(np.int8), np.diff(np.searchsorted(offsets, rows, side="right"), prepend=-1) != 0
    found[rows] = after - np.where(first, 0, np.append(np.int8(0), after[:-1]))
    return found


def _lined_up(offsets: Cells, row: Cells, at: Cells, stage: Cells) -> Entries:
    owner, came_from = np.searchsorted(offsets, row, side="right"), np.full(len(row), -1)
    same = np.flatnonzero(owner[1:] == owner[:-1]) + 1
    came_from[same] = stage[same - 1]
    return Entries(row, at, stage, came_from)
