"""One worker's walk of a fold over pieces: its own answer, state and tally, and the loop that suits each piece.

Where nothing but customers is left out of a piece, a fold is shown only what it heeds, and takes a customer, or all of
them, at once if it can. What it heeds is read from lists of events by code where a bucket has them and few events are
heeded (`folds/posted.py`), and is looked for otherwise (`folds/whole.py`).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

from wend.engines.pieces import Piece, Room, has_lapses
from wend.engines.posting import Posted, Posting, among_of
from wend.folds.contract import NOT_COVERED, Answer, Cells, Fold, Heed, heeded
from wend.folds.driver import Watch, unstrided, walk_of
from wend.folds.posted import count, posted_of
from wend.folds.whole import IDLE, idle, whole_of

P = TypeVar("P", bound=tuple[Any, ...])
A = TypeVar("A", bound=Answer)

Masks = tuple[NDArray[np.bool_], ...]
Watching = tuple[Masks, Callable[[A], Cells]]
"""Masks to mark customers in, and the view into an answer that they must have changed."""
_NOBODY = Watch(np.zeros(0, np.int64), 1, np.zeros(0, np.bool_))


class Heeding:
    """What a fold heeds of each piece, and room to write it down; `heed` is None where it must see all in turn."""

    def __init__(self, fold: Fold[Any, Any], params: Any) -> None:
        self.part = fold.heeds(params) if fold.heeds else None
        self.heed: Heed | None = self.part
        if self.part is None and (fold.at_once or fold.straight):
            self.heed = heeded(np.ones(NOT_COVERED + fold.sees_uncovered, np.bool_))
        self._rows = np.empty(0, np.int32)

    def every(self, piece: Piece) -> bool:
        """Whether every event of a piece matters."""
        return self.part is None and piece.plain

    def room(self, piece: Piece) -> NDArray[np.int32]:
        """Room for all rows of a piece, and one more."""
        if len(self._rows) <= piece.events:
            self._rows = np.empty(piece.events + 1, np.int32)
        return self._rows


class Worker(Generic[P, A]):
    """Walks one piece after the other; `closed` ends it."""

    def __init__(self, fold: Fold[P, A], params: P, watching: Watching[A] | None) -> None:
        self._fold, self._params = fold, params
        self._answer, self._state = fold.blank(params), fold.scratch(params)
        self._tally, self._whole = np.zeros(3, np.int64), np.zeros(3, np.int64)
        self._heeding, self._posting, self._room = Heeding(fold, params), Posting(fold, params), Room()
        self._by_rows = fold.by_rows(params) if fold.by_rows else None
        self._idle = idle(fold, params) if self._heeding.part else None
        self._masks: Masks = ()
        self._view: Cells | None = None
        self._stride, self._idle_watched = 1, False
        if watching:
            self._masks, view = watching
            self._view, self._stride = unstrided(view(self._answer))
            self._idle_watched = self._idle is not None and bool(view(self._idle).any())

    def walk(self, piece: Piece) -> None:
        """Take one piece."""
        watch = None
        if self._view is not None:
            watch = Watch(self._view, self._stride, self._masks[piece.bucket][piece.first : piece.last])
        if watch is None and self._counted(piece):
            return
        found = None if self._idle_watched else self._posting.found(piece, self._room)
        if found is not None:
            self._walk_found(piece, found, watch or _NOBODY)
            return
        columns = piece.columns(self._room)
        given = (piece.offsets, columns, piece.chosen, watch, self._params, self._state, self._answer)
        heeding = self._heeding
        if heeding.heed is None or not piece.whole:
            walk_of(self._fold, has_lapses(columns))(*given, self._tally, False, True)
            return
        how = (heeding.heed, piece.plain, heeding.every(piece), self._idle_watched, heeding.room(piece))
        whole_of(self._fold)(*given, self._whole, *how)

    def _counted(self, piece: Piece) -> bool:
        """Count all customers of a piece at once, if the fold can."""
        given = (self._params, self._answer, self._whole)
        if self._posting.count(piece, *given) or self._posting.count_found(piece, self._room, *given):
            return True
        if self._by_rows is None or not (piece.whole and piece.plain):
            return False
        offsets, among = piece.offsets, among_of(piece)
        self._by_rows(offsets, piece.columns(self._room), among, self._params, self._answer)
        count(offsets, piece.seen(), among, piece.ranks() is not None, self._whole)
        return True

    def _walk_found(self, piece: Piece, found: Posted, watch: Watch) -> None:
        given = (
            piece.offsets,
            found.columns,
            among_of(piece),
            watch,
            self._params,
            self._state,
            self._answer,
            self._whole,
        )
        posted_of(self._fold)(*given, *found.shown)

    def closed(self) -> tuple[A, Cells]:
        """The answer about all pieces, and their tally."""
        times = int(self._whole[IDLE])
        self._whole[IDLE] = 0
        if times and self._idle is not None:
            more = type(self._answer)(*(cells * times for cells in self._idle))
            self._answer = self._fold.merge(self._answer, more)
        return self._answer, self._tally + self._whole
