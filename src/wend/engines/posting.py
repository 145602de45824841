"""Which events of a piece a fold heeds, read from lists of events by code, where that is less than to look for them."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from wend.engines.lens import Lens
from wend.engines.pieces import NO_LAPSES, TYPES, Piece, Room
from wend.folds.columns import Columns
from wend.folds.contract import Cells, Fold, Heed
from wend.folds.posted import Found, count, cut, find, read_as, room_for, taken
from wend.folds.reads import WALKED, columns_read
from wend.folds.whole import IDLE

FEW, FEWER = 4, 12
"""Lists are read where they hold at most one in so many events: one list, and several, which are put in order."""
_NO_CODES = np.zeros(0, np.int64)
_ALL = np.zeros(0, np.bool_)
_EVERY = frozenset(TYPES)


class Shown(NamedTuple):
    """How the walk over events from lists is called (`folds/posted.py`): `seen`, `rows`, `numbers`,
    `opening` and `everybody`."""

    seen: NDArray[np.int32]
    rows: NDArray[np.int32]
    numbers: NDArray[np.int32]
    opening: bool
    everybody: bool


class Posted(NamedTuple):
    """What of a piece is shown."""

    columns: Columns
    shown: Shown


def among_of(piece: Piece) -> NDArray[np.bool_]:
    """Which customers of a piece count; empty where all do."""
    return _ALL if piece.chosen is None else piece.chosen.customers


class Posting:
    """What a fold needs of each piece, and room for it."""

    def __init__(self, fold: Fold[Any, Any], params: Any) -> None:
        heed = fold.heeds(params) if fold.heeds else None
        self._opening = heed is None
        self._heed: Heed | None = fold.opens(params) if fold.opens and heed is None else heed
        self._deeper = frozenset[str]() if heed is None or heed.shallow else columns_read(fold) - WALKED
        self._lens: Lens | None = None
        self._codes = _NO_CODES if self._heed is None else np.flatnonzero(self._heed.codes)
        self._cuts = np.empty(2 * len(self._codes), np.int64)
        self._found = room_for(0, 0)
        self._numbers = np.empty(0, np.int32)
        self._by_lists, self._steps = fold.by_lists, fold.lists(params) if fold.lists else None
        self._rooms = self._found, self._found
        self._by_found = fold.by_found(params) if fold.by_found else None

    @property
    def asks(self) -> bool:
        """Whether it would read lists at all."""
        return self._heed is not None

    def found(self, piece: Piece, room: Room) -> Posted | None:
        """What of a piece is shown; None where lists do not tell, or are long."""
        if self._heed is None or not piece.whole or (self._opening and not piece.plain):
            return None
        many, found = self._looked_up(piece, self._heed)
        if many < 0:
            return None
        if self._opening:
            return Posted(piece.columns(room), self._shown(piece, found.rows, piece.events))
        return self._read(piece, room, self._heed, found, many)

    def count_found(self, piece: Piece, room: Room, params: Any, answer: Any, tally: Cells) -> bool:
        """Count a piece from what is found, if the fold can and rows tell whose they are."""
        if self._by_found is None or self._heed is None or not (piece.whole and piece.plain):
            return False
        ranks = piece.ranks()
        many, found = (-1, self._found) if ranks is None else self._looked_up(piece, self._heed)
        if many < 0:
            return False
        among, offsets, first = among_of(piece), piece.offsets, int(piece.borders[0])
        columns = piece.columns(room) if self._opening else None
        given = (ranks, piece.first, offsets, columns, among, params, answer)
        tally[IDLE] -= self._by_found(found, many, first, *given)
        tally[IDLE] += count(offsets, piece.seen(), among, True, tally)
        return True

    def _looked_up(self, piece: Piece, heed: Heed) -> tuple[int, Found]:
        """How many events of a piece are heeded, and these; -1 where lists do not tell, or are long."""
        codes = self._codes_for(piece.lens, heed)
        lists = piece.posted(codes) if len(codes) else None
        if lists is None:
            return -1, self._found
        first, last = int(piece.borders[0]), int(piece.borders[-1])
        many = cut(lists, codes, first, last, self._cuts)
        if many * (FEW if len(codes) == 1 else FEWER) > last - first:
            return -1, self._found
        found = self._room_for(many, last - first)
        return find(lists, codes, self._cuts, first, heed, found), found

    def _shown(self, piece: Piece, rows: NDArray[np.int32], many: int) -> Shown:
        return Shown(piece.seen(), rows, self._counted(many), self._opening, piece.ranks() is not None)

    def count(self, piece: Piece, params: Any, answer: Any, tally: Cells) -> bool:
        """Count a piece from lists of events alone, if the fold can and there are any."""
        if self._by_lists is None or self._steps is None or not (piece.whole and piece.plain):
            return False
        lists = piece.posted(self._steps)
        if lists is None:
            return False
        first, last = int(piece.borders[0]), int(piece.borders[-1])
        many, offsets, among = cut(lists, self._steps, first, last, self._cuts), piece.offsets, among_of(piece)
        if len(self._rooms[0].rows) <= many or len(self._rooms[0].bits) * 64 <= last - first:
            self._rooms = room_for(many, last - first), room_for(many, last - first)
        shown = self._by_lists(lists, self._cuts, first, offsets, among, params, *self._rooms, answer)
        tally[IDLE] += count(offsets, piece.seen(), among, piece.ranks() is not None, tally) - shown
        return True

    def _read(self, piece: Piece, room: Room, heed: Heed, found: Found, many: int) -> Posted:
        needed = self._deeper if piece.plain else self._deeper | {"step"}
        columns = piece.columns(room, _EVERY - needed)
        if not piece.plain:
            many = read_as(columns.step, heed.codes, found, many)
        own: dict[str, NDArray[Any]] = {"step": found.step, "occurred_at": found.at}
        for name in self._deeper - NO_LAPSES.keys():
            own[name] = np.empty(many, TYPES[name])
            taken(getattr(columns, name), found.rows, own[name])
        for name, column in own.items():
            own[name] = column[:many]
            own[name].flags.writeable = False
        return Posted(columns._replace(**own), self._shown(piece, found.rows, many))

    def _codes_for(self, lens: Lens | None, heed: Heed) -> NDArray[np.int64]:
        """Events that can be read as what is heeded, told once for each lens; none where they do not tell."""
        if lens is not self._lens:
            found = np.flatnonzero(heed.codes) if lens is None else lens.may_read_as(heed.codes)
            self._lens, self._codes = lens, _NO_CODES if found is None else found
            self._cuts = np.empty(2 * len(self._codes), np.int64)
        return self._codes

    def _room_for(self, many: int, rows: int) -> Found:
        if len(self._found.rows) <= many or len(self._found.bits) * 64 <= rows:
            self._found = room_for(many, rows)
        return self._found

    def _counted(self, many: int) -> NDArray[np.int32]:
        """The numbers from 0 to `many`, and more."""
        if len(self._numbers) <= many:
            self._numbers = np.arange(many + 1, dtype=np.int32)
        return self._numbers


def warm() -> None:
    """Compile, or load from disk, the loop that reads columns of every type."""
    for kind in set(TYPES.values()):
        column = np.zeros(1, kind)
        column.flags.writeable = False
        taken(column, np.zeros(1, np.int32), np.empty(1, kind))
