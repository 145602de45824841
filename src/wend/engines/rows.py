"""A fold with many cells asked of every customer apart, piece by piece: tables larger than memory pass through."""

from __future__ import annotations

import ctypes
import os
import threading
import weakref
from collections import deque
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import islice
from typing import Any, TypeVar

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from wend.domain.selection import Selection
from wend.engines.lens import Lens
from wend.engines.machine import Machine
from wend.engines.pieces import Piece, Room
from wend.engines.source import Journal
from wend.folds.contract import Answer, Fold
from wend.folds.each import rows_of
from wend.folds.reads import columns_read

_STAYING, _LARGE = 2 * (os.cpu_count() or 1) + 2, 16 << 20
"""Rooms that stay, as many as one table needs; and bytes of which none of them has more."""
P = TypeVar("P", bound=tuple[Any, ...])
A = TypeVar("A", bound=Answer)


@dataclass(frozen=True, slots=True)
class Rows:
    """Some customers of a bucket: their places there, ascending, and a row of cells for each."""

    bucket: int
    places: NDArray[np.int64]
    cells: NDArray[np.int64]
    journal: Journal

    @property
    def customers(self) -> pa.Array:
        """Their canonical ids, read when somebody asks for them."""
        names = self.journal.buckets[self.bucket].customers
        many = len(self.places)
        if many and self.places[-1] - self.places[0] + 1 == many:
            return names.slice(int(self.places[0]), many)
        return names.take(pa.array(self.places))


class _Rooms:
    """Memory for cells, which is given out again when nobody can see it any more, to the next table too: a table is as
    large as what it was made from, and fresh memory for all of it took a fourth of the time. A few rooms that are not
    large stay when all tables are done.
    """

    def __init__(self) -> None:
        self._free = deque[NDArray[np.int64]](maxlen=_STAYING)

    def of(self, many: int, width: int) -> NDArray[np.int64]:
        """Room for so many rows, with anything in it."""
        try:
            held: Any = self._free.pop()
        except IndexError:
            held = np.empty(0, np.int64)
        if held.size < many * width:
            held = np.empty(many * width, np.int64)
        seen: Any = (ctypes.c_int64 * held.size).from_buffer(held)  # every view keeps this one alive
        if held.nbytes <= _LARGE:
            weakref.finalize(seen, self._free.append, held).atexit = False
        return np.frombuffer(seen, np.int64, many * width).reshape(many, width)


_ROOMS = _Rooms()


def rows(
    machine: Machine, fold: Fold[P, A], params: P, selection: Selection, lens: Lens | None = None
) -> Iterator[Rows]:
    """The cells of the fold's answer about each customer who has an event inside the selection, in journal order."""
    walk, width, own = rows_of(fold), len(fold.blank(params)[0]), threading.local()

    def one(piece: Piece) -> Rows:
        people = piece.last - piece.first
        out, kept = _ROOMS.of(people, width), np.zeros(people, np.bool_)  # rows that are kept are written
        state, answer = fold.scratch(params), fold.blank(params)
        room = own.__dict__.setdefault("room", Room())
        given = (piece.offsets, piece.columns(room), piece.chosen, params, state, answer, out, kept)
        walk(*given, piece.whole and piece.plain)
        places = piece.first + np.flatnonzero(kept)
        cells = out if len(places) == people else out[kept]  # mostly nothing need be copied
        return Rows(piece.bucket, places, cells, machine.journal)

    pieces = machine.chosen_pieces(selection, lens, columns_read(fold))
    coming = iter(pieces)
    with ThreadPoolExecutor(machine.threads) as pool:
        waiting = deque(pool.submit(one, piece) for piece in islice(coming, 2 * machine.threads))
        while waiting:
            yield waiting.popleft().result()
            waiting.extend(pool.submit(one, piece) for piece in islice(coming, 1))
