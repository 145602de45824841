"""The pieces that a journal is cut into for the workers, and how a piece gets its columns.

What is mapped from disk, and what a lens reads, is there for a whole bucket and cut. Where rows came late to a bucket,
its columns are mixed for each piece in the room of the worker that walks it: that costs one pass over rows which the
walk reads next, so that they wait for it in the processor's cache, and no memory.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray

from wend.engines.lens import Lens
from wend.engines.source import Bucket, Mixing
from wend.folds.columns import Columns
from wend.folds.contract import NEVER, Cells
from wend.folds.driver import Chosen
from wend.folds.posted import Lists, Ranks

ARRAYS = {"step": "event"}
"""Columns that have another name in a bucket."""
TYPES: dict[str, Any] = {
    "step": np.uint16,
    "about": np.uint16,
    "channel": np.uint8,
    "occurred_at": np.int64,
    "rating": np.int16,
    "expectation": np.int16,
    "amount": np.int64,
    "stood": np.uint16,
    "lapse": np.int32,
    "lapse_at": np.int64,
    "lapse_stood": np.uint16,
}
NO_LAPSES = {"lapse_at": np.full(1, -NEVER), "lapse_stood": np.zeros(1, np.uint16)}
"""What is no column of events, and is not cut with them: the empty list at place 0 alone."""
for _table in NO_LAPSES.values():
    _table.flags.writeable = False


def has_lapses(columns: Columns) -> bool:
    """Whether time alone changes anything."""
    return len(columns.lapse_at) > 1


class Room:
    """A worker's memory for mixed columns, used again for each piece: what is in it lasts until the next one."""

    def __init__(self) -> None:
        self._held: dict[str, NDArray[Any]] = {}

    def of(self, name: str, rows: int) -> NDArray[Any]:
        """Room for so many rows of a column."""
        held = self._held.get(name)
        if held is None or len(held) < rows:
            held = self._held[name] = np.empty(rows, TYPES[name])
        return held[:rows]


@dataclass(frozen=True, slots=True)
class Piece:
    """Customers first … last - 1 of one bucket, whose `borders` are the rows where each begins and the last one ends.

    `columns` are those of its rows, read when the piece's turn comes. `whole`: no period and no channel is left out;
    `plain`: events are read as themselves, so that none is uncovered. `posted` are lists of events of its bucket by
    code, if there are any; `seen` is how many events of each customer have a code, empty where all have one; `ranks`
    tell whose the rows of its bucket are, unless somebody there has none.
    """

    bucket: int
    first: int
    last: int
    borders: Cells
    chosen: Chosen | None
    whole: bool
    lens: Lens | None
    read: Callable[[slice, Room, frozenset[str]], Columns]
    posted: Callable[[NDArray[np.int64]], Lists | None]
    seen: Callable[[], NDArray[np.int32]]
    ranks: Callable[[], Ranks | None]

    @property
    def rows(self) -> slice:
        """Its rows in the bucket."""
        return slice(int(self.borders[0]), int(self.borders[-1]))

    @property
    def events(self) -> int:
        """How many rows."""
        return int(self.borders[-1] - self.borders[0])

    @property
    def offsets(self) -> Cells:
        """Where each customer begins in the columns of the piece, and the end."""
        if self.borders[0] == 0:
            return self.borders
        offsets: Cells = self.borders - self.borders[0]
        offsets.flags.writeable = False
        return offsets

    @property
    def plain(self) -> bool:
        """Whether events are read as themselves."""
        return self.lens is None

    def columns(self, room: Room, without: frozenset[str] = frozenset()) -> Columns:
        """The columns of its rows; nobody may look at those that it can do without."""
        return self.read(self.rows, room, without)


class Parts:
    """What the pieces of one bucket read, so many times in all: `make` gives whole columns, made for the first piece
    and forgotten with the last one (with 0 pieces never); those that are `mixed` are mixed for each.
    """

    def __init__(self, make: Callable[[], Columns], pieces: int, bucket: Bucket, mixed: frozenset[str]) -> None:
        self._make, self._left = make, pieces
        self._bucket, self._mixed = bucket, mixed
        self._made: Columns | None = None
        self._turn = threading.Lock()

    def __call__(self, rows: slice, room: Room, without: frozenset[str]) -> Columns:
        with self._turn:
            made = self._make() if self._made is None else self._made
            self._left -= 1
            self._made = made if self._left else None
        if not self._mixed and rows.start == 0 and rows.stop == len(made.step):
            return made
        columns: Any = zip(Columns._fields, made, strict=True)
        return Columns(
            *(
                self._mix(name, rows, room, name in without)
                if name in self._mixed
                else column
                if name in NO_LAPSES
                else column[rows]
                for name, column in columns
            )
        )

    def _mix(self, name: str, rows: slice, room: Room, unseen: bool) -> NDArray[Any]:
        own = room.of(name, rows.stop - rows.start)
        if unseen:
            own.flags.writeable = False
            return own
        bucket = cast("Mixing", self._bucket)  # only of a bucket that mixes is anything mixed
        mixed: NDArray[Any] = bucket.part(ARRAYS.get(name, name), rows.start, own)
        return mixed


def is_mixed(bucket: Bucket) -> bool:
    """Whether columns of a bucket are made from two files whenever they are asked for."""
    return bool(getattr(bucket, "is_mixed", False))  # what `Mixing` says; to ask that itself takes long
