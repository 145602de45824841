"""Where the events of a name are: for every code the rows of its events in a bucket, ascending, and their moments.

A question that looks at few names among many reads these lists instead of looking for rows in the columns. They are
arrays of the bucket's own file, made when it is written, so that they are never older or newer than its columns.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

import numpy as np
from numba import uint32, uint64
from numpy.typing import NDArray

from wend.log.compiled import kernel

Array = NDArray[Any]
ROWS, AT, STARTS = PARTS = ("posted_rows", "posted_at", "posted_starts")
MOMENTS = 1 << 32
"""Moments are whole epoch seconds below this one (the year 2106), in four bytes."""
_MOST_ROWS = 1 << 31


class Posted(NamedTuple):
    """Lists of events of a bucket: that of a code has the rows `rows[begins[code]:ends[code]]`, ascending, and when
    each of them happened (epoch seconds). A code beyond the last one has no events.
    """

    rows: NDArray[np.int32]
    at: NDArray[np.uint32]
    begins: NDArray[np.int64]
    ends: NDArray[np.int64]


def postings(event: NDArray[np.uint16], occurred_at: NDArray[np.int64]) -> dict[str, Array]:
    """The arrays of a bucket of these events: lists after lists, in the order of codes, and where each begins. No
    starts at all where a moment does not fit: then nobody may ask.
    """
    fits = len(event) < _MOST_ROWS and (
        not len(event) or (int(occurred_at.min()) >= 0 and int(occurred_at.max()) < MOMENTS)
    )
    many = len(event) if fits else 0
    rows, at = np.empty(many, np.int32), np.empty(many, np.uint32)
    starts = np.zeros(int(event.max(initial=0)) + 2 if fits else 0, np.int64)
    if fits:
        _post(event, occurred_at, starts, starts[:-1].copy(), rows, at)
    return {ROWS: rows, AT: at, STARTS: starts}


@kernel
def _post(
    event: NDArray[np.uint16],
    occurred_at: NDArray[np.int64],
    starts: NDArray[np.int64],
    free: NDArray[np.int64],
    rows: NDArray[np.int32],
    at: NDArray[np.uint32],
) -> None:
    """Count the codes, and put every row where its code's list goes on."""
    for i in range(len(event)):
        starts[uint64(event[uint64(i)]) + uint64(1)] += 1
    for code in range(len(starts) - 1):
        starts[code + 1] += starts[code]
        free[code] = starts[code]
    for i in range(len(event)):
        code = uint64(event[uint64(i)])
        place = uint64(free[code])
        free[code] += 1
        rows[place] = i
        at[place] = uint32(occurred_at[uint64(i)])


def posted(arrays: Mapping[str, Array]) -> Posted | None:
    """The lists in a bucket's own file; None when it has none."""
    starts = arrays[STARTS]
    return Posted(arrays[ROWS], arrays[AT], starts[:-1], starts[1:]) if len(starts) else None


def mixed(own: Posted, codes: NDArray[np.int64], late: Mapping[str, Array]) -> Posted | None:
    """The lists of these codes, and of no others, in a bucket to which rows came late: `own` are those of its file,
    `late` are the late rows with their `place`, before which of the file's rows each goes.
    """
    came = late["occurred_at"]
    if len(came) and (int(came.min()) < 0 or int(came.max()) >= MOMENTS):
        return None
    known = codes[codes < len(own.ends)]
    many = int((own.ends[known] - own.begins[known]).sum()) + len(came)
    rows, at = np.empty(many, np.int32), np.empty(many, np.uint32)
    begins, ends = np.zeros((2, int(codes.max(initial=-1)) + 1), np.int64)
    _mix(own, codes, late["event"], came, late["place"], Posted(rows, at, begins, ends))
    for made in (rows, at, begins, ends):
        made.flags.writeable = False
    return Posted(rows, at, begins, ends)


@kernel
def _mix(
    own: Posted,
    codes: NDArray[np.int64],
    event: NDArray[np.uint16],
    came: NDArray[np.int64],
    place: NDArray[np.int64],
    made: Posted,
) -> None:
    """A row of the file moves down by the late rows before it; those of the code come in where they go. Arrays have
    names of their own here: to reach into a tuple for each row would take most of the time.
    """
    own_rows, own_at, own_begins, own_ends = own.rows, own.at, own.begins, own.ends
    rows, at, begins, ends = made.rows, made.at, made.begins, made.ends
    out = 0
    for code in codes:
        known = code < len(own_ends)
        i, end = (own_begins[code], own_ends[code]) if known else (0, 0)
        begins[code] = out
        for j in range(len(place) + 1):
            until = place[j] if j < len(place) else MOMENTS
            while i < end and own_rows[i] < until:
                rows[out], at[out] = own_rows[i] + j, own_at[i]
                out, i = out + 1, i + 1
            if j < len(place) and event[j] == code:
                rows[out], at[out] = until + j, came[j]
                out += 1
        ends[code] = out
