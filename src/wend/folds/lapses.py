"""What time alone changes between two events of a customer: a table beside the columns of events.

A *lapse* is a moment at which nothing happens and yet somebody stands elsewhere from then on: a window has run out, a
silence is long enough. What comes after the last event does not depend on when one asks: it is a list too, of which a
question reads what lies up to its own moment.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from wend.folds.contract import NEVER, Cells


class Lapses(NamedTuple):
    """In order: the `row` of the event before each lapse, its moment `at`, and what `stood` is from it on; or marks."""

    row: Cells
    at: Cells
    stood: NDArray[np.uint16]


class Hung(NamedTuple):
    """The same as the columns `lapse`, `lapse_at` and `lapse_stood`."""

    lapse: NDArray[np.int32]
    lapse_at: Cells
    lapse_stood: NDArray[np.uint16]


def put_together(found: Sequence[Lapses]) -> Lapses:
    """Marks of lapses as one list, those of the same moment together."""
    row, at, marks = (np.concatenate(column) for column in zip(*found, strict=True))
    order = np.lexsort((at, row))
    row, at = row[order], at[order]
    begins = np.flatnonzero((np.diff(row, prepend=-1) != 0) | (np.diff(at, prepend=0) != 0))
    together = np.bitwise_or.reduceat(marks[order], begins) if len(begins) else marks
    return Lapses(row[begins], at[begins], together)


def hung(found: Lapses, rows: int) -> Hung | None:
    """Lists hung up at their rows, of so many; None where there is no lapse."""
    if not len(found.row):
        return None
    begins = np.flatnonzero(np.diff(found.row, prepend=-1))
    number = np.zeros(len(found.row), np.int64)
    number[begins] = 1
    place = np.arange(len(number)) + np.cumsum(number)  # place 0 is the empty list; each one ends with a place more
    at = np.full(len(number) + len(begins) + 1, -NEVER)
    stood = np.zeros(len(at), np.uint16)
    at[place], stood[place] = found.at, found.stood
    lapse = np.zeros(rows, np.int32)
    lapse[found.row[begins]] = place[begins]
    return Hung(lapse, at, stood)


def joined(found: Lapses, other: Lapses, stood: NDArray[np.uint16]) -> Lapses:
    """The lapses of two sets, which stand in a byte each, as one list; `stood` is that column of both sets."""
    sides = [(found, np.uint16(0x00FF)), (other, np.uint16(0xFF00))]
    row, at = (np.concatenate([getattr(each, name) for each, _ in sides]) for name in ("row", "at"))
    order = np.lexsort((at, row))
    first = np.ones(len(order), np.bool_)
    first[1:] = (np.diff(row[order]) != 0) | (np.diff(at[order]) != 0)
    moment = np.cumsum(first) - 1
    where = np.zeros(len(order), np.int64)
    where[order] = moment
    row, at = row[order][first], at[order][first]
    whole = np.zeros(len(row), np.uint16)
    for each, byte in sides:
        mine, where = where[: len(each.row)], where[len(each.row) :]
        latest = np.full(len(row), -1)
        latest[mine] = np.arange(len(mine))
        latest = np.maximum.accumulate(latest) if len(latest) else latest
        fresh = (latest >= 0) & (each.row[latest] == row) if len(each.row) else np.zeros(len(row), np.bool_)
        whole[~fresh] |= stood[row[~fresh]] & byte
        whole[fresh] |= each.stood[latest[fresh]] & byte
    return Lapses(row, at, whole)


def before(offsets: Cells, stood: NDArray[np.uint16], found: Lapses) -> NDArray[np.uint16]:
    """Where customers stand right before each of their events; at the first one what `stood` is there."""
    left = stood.copy()
    left[found.row] = found.stood  # of several at a row the last one stays
    here = np.empty_like(stood)
    here[1:] = left[:-1]
    begins = offsets[:-1][np.diff(offsets) > 0]
    here[begins] = stood[begins]
    return here


def seen_by_covered(
    covered: NDArray[np.bool_], offsets: Cells, at: Cells, stood: NDArray[np.uint16], found: Lapses
) -> Lapses:
    """The lapses for a walk that is shown only `covered` events: what the others change is among them, and each stands
    at the last row before it that is shown.
    """
    others = np.flatnonzero(~covered & (stood != before(offsets, stood, found)))
    row, moment = np.concatenate([others, found.row]), np.concatenate([at[others], found.at])
    after = np.concatenate([np.zeros(len(others), np.int64), np.ones(len(found.row), np.int64)])
    order = np.lexsort((moment, after, row))
    shown = np.maximum.accumulate(np.where(covered, np.arange(len(covered)), -1)) if len(covered) else row
    return Lapses(shown[row[order]], moment[order], np.concatenate([stood[others], found.stood])[order])
