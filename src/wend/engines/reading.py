"""How a selection and a lens look in the codes of one journal: columns, masks and pieces, kept between questions.

Columns of a mapped journal cost nothing. What a lens reads is memory; it is made for the columns that a fold reads, and
what nobody asked for lately goes when there are too many bytes of them.
"""

from __future__ import annotations

import itertools
import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator, Sequence
from functools import cached_property, partial
from typing import Any, TypeVar, cast

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from wend.domain.selection import Selection
from wend.engines.lens import Lens
from wend.engines.pieces import ARRAYS, NO_LAPSES, TYPES, Parts, Piece, is_mixed
from wend.engines.source import Bucket, Journal
from wend.folds.columns import Columns
from wend.folds.driver import Chosen
from wend.folds.posted import Lists, Ranks, covered, ranked

T = TypeVar("T")
Mask = NDArray[np.bool_]

EVENTS_PER_PIECE = 1 << 18
POSTED_PER_PIECE = 1 << 21
"""Where few events are read from lists, a piece may be large."""
KEPT_BYTES = 3 << 29
"""Memory for columns and masks kept between questions, over all lenses and selections."""
STILL_ASKED = 4
"""What was asked for within so many times as many requests as things are kept is still in use."""
EVERY = frozenset(TYPES)
STANDING = frozenset({"stood", "lapse", *NO_LAPSES})
"""Columns of where customers stand."""
_ALL_SEEN = np.zeros(0, np.int32)
_ALL_SEEN.flags.writeable = False


class Reading:
    """Reads one version of a journal; what it has read it keeps, bounded, for the next question."""

    def __init__(self, journal: Journal, left_out: Sequence[Mask] | None = None) -> None:
        self._journal = journal
        self._left_out = left_out
        self._kept: OrderedDict[Hashable, Any] = OrderedDict()
        self._used: dict[Hashable, int] = {}
        self._bytes = self._asked = 0
        self._lock = threading.Lock()

    def pieces(
        self,
        selection: Selection,
        lens: Lens | None,
        among: Sequence[Mask] | None,
        masked: bool = False,
        reads: frozenset[str] = EVERY,
        posted: bool = False,
    ) -> list[Piece]:
        """The journal cut into pieces of whole customers, with the columns in `reads`; with `masked` every piece has a
        `chosen`, even if it leaves nothing out. `posted`: they will be read from lists of events.
        """
        if selection.everything and lens is None and among is None and not masked and self._left_out is None:
            return self._keep(("pieces", reads, posted), lambda: self.cut(None, [None] * self._many, reads, posted))
        chosen = self.chosen(selection, lens, among, masked)
        reads = reads | {"channel"} if selection.channels else reads
        return self.cut(lens, chosen, reads, posted and self.whole(selection), self.whole(selection))

    @property
    def _many(self) -> int:
        return len(self._journal.buckets)

    def cut(
        self,
        lens: Lens | None,
        chosen: Sequence[Chosen | None],
        reads: frozenset[str],
        posted: bool,
        whole: bool = True,
    ) -> list[Piece]:
        """The same where it is known by bucket what of it is walked, and whether every event of it is."""
        most = POSTED_PER_PIECE if posted and self._many > 1 else EVENTS_PER_PIECE
        return [
            piece
            for number, mine in enumerate(chosen)
            for piece in self._pieces_of(number, lens, mine, whole, reads, most)
        ]

    def whole(self, selection: Selection) -> bool:
        """Whether every event of the journal is inside the period and on a channel of the selection."""
        first, last = self._journal.first_at, self._journal.last_at
        return not selection.channels and selection.from_at <= first and last < selection.to_at

    def chosen(
        self, selection: Selection, lens: Lens | None, among: Sequence[Mask] | None, masked: bool
    ) -> list[Chosen | None]:
        """Per bucket what of it is walked; None where that is everything, or where nobody is."""
        plain = selection.everything and lens is None and among is None and not masked and self._left_out is None
        people = [len(bucket.offsets) - 1 for bucket in self._journal.buckets]
        return [
            None if plain or people[number] < 1 else self._chosen(number, people[number], selection, among)
            for number in range(len(people))
        ]

    def _pieces_of(
        self,
        number: int,
        lens: Lens | None,
        chosen: Chosen | None,
        whole: bool,
        reads: frozenset[str],
        most: int,
    ) -> Iterator[Piece]:
        offsets = self._keep(("offsets", number), lambda: _read_only(self._journal.buckets[number].offsets, np.int64))
        if len(offsets) < 2:
            return
        borders = self._keep(("borders", number, most), lambda: _borders(offsets, most))
        bucket = self._journal.buckets[number]
        mixed = frozenset(name for name in reads if _as_it_is(name, lens)) if is_mixed(bucket) else frozenset[str]()
        times = 0 if lens is None else len(borders) - 1
        read = Parts(lambda: self.columns(number, lens, reads - mixed), times, bucket, mixed)
        for first, last in itertools.pairwise(borders):
            part = None if chosen is None else chosen._replace(customers=chosen.customers[first:last])
            seen, ranks = partial(self._seen, number, lens, slice(first, last)), partial(self._ranks, number)
            own, lists = offsets[first : last + 1], partial(_lists, bucket)
            yield Piece(number, first, last, own, part, whole, lens, read, lists, seen, ranks)

    def _ranks(self, number: int) -> Ranks | None:
        """Whose the rows of a bucket are; None where somebody has no event."""
        offsets = self._keep(("offsets", number), lambda: _read_only(self._journal.buckets[number].offsets, np.int64))

        def make() -> Ranks | None:
            words = int(offsets[-1]) // 64 + 1
            made = Ranks(np.zeros(words, np.uint64), np.empty(words, np.int32))
            return Ranks(_frozen(made.bits), _frozen(made.before)) if ranked(offsets, made) else None

        return self._keep(("ranks", number), make)

    def _seen(self, number: int, lens: Lens | None, customers: slice) -> NDArray[np.int32]:
        """How many events of each of these customers have a code; empty where all have one."""
        if lens is None:
            return _ALL_SEEN
        bucket = self._journal.buckets[number]
        offsets = self._keep(("offsets", number), lambda: _read_only(bucket.offsets, np.int64))

        def make() -> NDArray[np.int32]:
            many = np.empty(len(offsets) - 1, np.int32)
            covered(offsets, self._column(bucket, number, lens, "step"), many)
            return _frozen(many)

        return self._keep((lens.version, number, "seen"), make)[customers]

    def columns(self, number: int, lens: Lens | None, reads: frozenset[str] = EVERY) -> Columns:
        """A bucket's events as a fold sees them through a lens; columns that are not in `reads` are zeros."""
        bucket = self._journal.buckets[number]
        return Columns(
            *(
                self._column(bucket, number, lens, name) if name in reads else self._nothing(bucket, name)
                for name in TYPES
            )
        )

    def _nothing(self, bucket: Bucket, name: str) -> NDArray[Any]:
        """A column of zeros; of a table its empty list."""
        return NO_LAPSES[name] if name in NO_LAPSES else self._zeros(TYPES[name])[: int(bucket.offsets[-1])]

    def _zeros(self, kind: Any) -> NDArray[Any]:
        """Zeros for the largest bucket; shared, because memory that was used before must be cleared by hand."""
        return self._keep(("zeros", kind), lambda: _frozen(np.zeros(self._most, kind)))

    @cached_property
    def _most(self) -> int:
        return max(int(bucket.offsets[-1]) for bucket in self._journal.buckets)

    def _column(self, bucket: Bucket, number: int, lens: Lens | None, name: str) -> NDArray[Any]:
        if _as_it_is(name, lens):
            given = ARRAYS.get(name, name)
            return self._keep((given, number), lambda: _read_only(getattr(bucket, given), TYPES[name]))
        if lens is None:
            return self._nothing(bucket, name)
        if name in STANDING:
            return standing_of(bucket, number, lens).get(name, self._nothing(bucket, name))
        if name == "amount" and lens.amounts is not None:
            return _frozen(lens.amounts(bucket, number))
        if name == "step":
            return self._keep((lens.version, number), lambda: _frozen(lens.read(bucket, number)))
        if lens.marks is not None:  # of one question only: kept, they would crowd out what all share
            return _frozen(lens.marks(bucket, number))
        return self._keep((lens.version, number, "about"), lambda: _frozen(lens.read_about(bucket)))

    def _chosen(self, number: int, people: int, selection: Selection, among: Sequence[Mask] | None) -> Chosen:
        who = self._keep(("who", number, selection.traits), lambda: self._who(number, people, selection.traits))
        channels = np.zeros(256, np.bool_)
        names = self._journal.words.channels
        channels[
            [code for code, name in enumerate(names) if name in selection.channels]
            if selection.channels
            else slice(None)
        ] = True
        return Chosen(who if among is None else who & among[number], channels, selection.from_at, selection.to_at)

    def _who(self, number: int, people: int, traits: tuple[tuple[str, str], ...]) -> Mask:
        fitting = _who(self._journal.buckets[number], people, traits)
        return fitting if self._left_out is None else fitting & ~self._left_out[number]

    def _keep(self, key: Hashable, make: Callable[[], T]) -> T:
        with self._lock:
            self._asked += 1
            if key in self._kept:
                self._used[key] = self._asked
                self._kept.move_to_end(key)
                return cast("T", self._kept[key])
        made = make()
        with self._lock:
            if key not in self._kept and self._room_for(_held(made)):
                self._bytes += _held(made)
                self._kept[key], self._used[key] = made, self._asked
        return made

    def _room_for(self, more: int) -> bool:
        """Whether so many bytes can be kept, once what nobody asks for any more is gone. What does not fit is made
        again for each walk: if it drove out its neighbours, all of them would be.
        """
        while more and self._bytes + more > KEPT_BYTES:
            oldest = next(iter(self._kept), None)
            if oldest is None or self._asked - self._used[oldest] < STILL_ASKED * len(self._kept):
                return False
            self._bytes -= _held(self._kept.pop(oldest))
            del self._used[oldest]
        return True


def standing_of(bucket: Bucket, number: int, lens: Lens) -> dict[str, NDArray[Any]]:
    """The columns in which a lens tells where customers stand; without those that it does not have. The lens keeps
    them.
    """
    found: dict[str, NDArray[Any]] = {} if lens.stood is None else {"stood": lens.stood(bucket, number)}
    hung = None if lens.lapsed is None else lens.lapsed(bucket, number)
    return {name: _frozen(column) for name, column in (found | (hung._asdict() if hung else {})).items()}


def _lists(bucket: Bucket, codes: NDArray[np.int64]) -> Lists | None:
    """The lists of a bucket that has any."""
    posted = getattr(bucket, "posted", None)  # what `Posting` says; to ask that itself takes long
    found = None if posted is None else posted(codes)
    return None if found is None else Lists(*found)


def _as_it_is(name: str, lens: Lens | None) -> bool:
    """Whether a column is the bucket's own."""
    if lens is None or name not in ("step", "about", "amount"):
        return name not in STANDING
    return name == "amount" and lens.amounts is None


def _borders(offsets: NDArray[np.int64], most: int) -> list[int]:
    """The customers at which a bucket is cut into pieces of about so many events, the first and the end included."""
    people = len(offsets) - 1
    if offsets[-1] <= most:
        return [0, people]
    cuts = np.unique(np.searchsorted(offsets, np.arange(0, offsets[-1], most)))
    return [*cuts[cuts < people].tolist(), people]


def _held(kept: Any) -> int:
    """Bytes of memory behind something kept; what is mapped from disk needs none."""
    if isinstance(kept, Ranks):
        return sum(map(_held, kept))
    root = kept
    while isinstance(root, np.ndarray) and root.base is not None:
        root = root.base
    return root.nbytes if isinstance(root, np.ndarray) else 0


def _read_only(array: NDArray[Any], kind: Any) -> NDArray[Any]:
    """One compiled type for memory-mapped and in-memory columns alike: plain, read-only arrays."""
    return _frozen(np.asarray(array, dtype=kind))


def _frozen(array: NDArray[Any]) -> NDArray[Any]:
    view = array.view(np.ndarray)
    view = view[:]
    view.flags.writeable = False
    return view


def _who(bucket: Bucket, people: int, traits: tuple[tuple[str, str], ...]) -> Mask:
    """Which customers have, for every trait named, one of the values named with it."""
    fits = np.ones(people, np.bool_)
    for name in {name for name, _ in traits}:
        if name not in bucket.traits.column_names:
            return np.zeros(people, np.bool_)
        column = bucket.traits.column(name)
        mine = pc.fill_null(pc.is_in(column, value_set=_values(traits, name, column.type)), False)
        fits &= mine.to_numpy(zero_copy_only=False).astype(np.bool_)
    return fits


def _values(traits: tuple[tuple[str, str], ...], name: str, kind: Any) -> Any:
    return pa.array([value for other, value in traits if other == name], kind)
