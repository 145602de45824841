"""What runs on an executor: the compiled walk of a fold over the files of some buckets. What comes out is the answer
about these buckets, as bytes.

Columns that the executor keeps nearby are walked as the machine walks its journal. Others are read batch by batch. A
batch may end inside a customer; the walk is told so and goes on with the next one.
"""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any, NamedTuple

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from wend.engines.lens import Lens
from wend.engines.near import OFFSETS, Arrays, Near, place
from wend.engines.pieces import NO_LAPSES, TYPES
from wend.engines.posting import Posting
from wend.engines.reading import Reading
from wend.engines.shelf import ROWS, STORED, Shelf
from wend.engines.walking import Worker
from wend.folds.columns import Columns
from wend.folds.contract import Answer, Cells
from wend.folds.driver import Chosen, Watch, sources_digest, unstrided, walk_of
from wend.folds.reads import WALKED, columns_read
from wend.folds.registry import FOLDS
from wend.log import postings

Mask = NDArray[np.bool_]
SCHEMA = "digest string, place string, answer array<binary>, tally binary, buckets array<int>, members array<binary>"
_COMPRESSION = "zstd"


@dataclass(frozen=True, slots=True)
class Read:
    """A lens without tests, as tables: codes by event and channel, and by the event that is spoken about."""

    table: NDArray[np.uint16]
    about: NDArray[np.uint16]

    @property
    def asks_for_channels(self) -> bool:
        """Whether an event is read differently on another channel."""
        return bool((self.table != self.table[:, :1]).any())

    def lens(self) -> Lens:
        """The lens again."""
        return Lens("there", (), self.table, self.about[:-1])


@dataclass(frozen=True, slots=True)
class Bits:
    """Which customers of a bucket are chosen, an eighth of a byte each."""

    bits: bytes
    people: int

    @classmethod
    def of(cls, mask: Mask) -> Bits:
        """A mask, packed."""
        return cls(np.packbits(mask).tobytes(), len(mask))

    def mask(self) -> Mask:
        """The mask again."""
        return np.unpackbits(np.frombuffer(self.bits, np.uint8), count=self.people).astype(np.bool_)


@dataclass(frozen=True, slots=True)
class Share:
    """One bucket: its file, the file of its codes where a lens was read beforehand, its people, who is chosen (None =
    everybody), and the file of the lists of what time alone changes, where there are any.
    """

    file: str
    codes: str
    people: int
    chosen: Bits | None
    lapses: str = ""


@dataclass(frozen=True, slots=True)
class Cut:
    """A view into an answer as it travels: every `stride`-th cell of a field, `count` of them from `first` on."""

    field: int
    first: int
    stride: int
    count: int

    @classmethod
    def of_view(cls, answer: Answer, view: Cells) -> Cut:
        """Where a view stands in an answer."""
        stride = view.strides[0] // view.itemsize if len(view) > 1 else 1
        for number, cells in enumerate(answer):
            first = (view.ctypes.data - cells.ctypes.data) // view.itemsize
            if np.may_share_memory(cells, view) or (not len(view) and 0 <= first <= cells.size):
                return cls(number, first, stride, len(view))
        raise ValueError(view.shape)

    def of(self, answer: Answer) -> Cells:
        """The same view into another answer to the same question."""
        end = self.first + max(0, self.count - 1) * self.stride + min(self.count, 1)
        return answer[self.field].reshape(-1)[self.first : end : self.stride]


@dataclass(frozen=True, slots=True)
class Task:
    """A question as it travels. `events` are the period and the channels, None where nothing is left out; `cells` is
    the part of the answer whose customers are looked for; so many rows are read at once. `whole`: no event is outside
    the period or on another channel. An executor may keep so many bytes of columns `near`.
    """

    fold: str
    params: Any
    shelf: Shelf
    shares: tuple[Share, ...]
    events: Chosen | None
    read: Read | None
    cells: Cut | None
    batch: int = ROWS
    whole: bool = False
    near: int = 0

    def __call__(self, places: Iterable[pa.RecordBatch], numbers: Sequence[int]) -> Iterator[pa.RecordBatch]:
        """Answer about the buckets whose places among `numbers` come; one row."""
        answer, tally, members = self.walked(numbers[at] for batch in places for at in batch.column(0).to_pylist())
        yield pa.RecordBatch.from_pydict(
            {
                "digest": [sources_digest()],
                "place": [place()],
                "answer": [[packed(cells) for cells in answer]],
                "tally": [packed(tally)],
                "buckets": pa.array([list(members)], pa.list_(pa.int32())),
                "members": [[Bits.of(mask).bits for mask in members.values()]],
            },
            schema=_ROW,
        )

    def walked(self, numbers: Iterable[int]) -> tuple[Answer, Cells, dict[int, Mask]]:
        """The answer about these buckets, the tally, and who was looked for by bucket."""
        fold, members, far = FOLDS[self.fold], dict[int, Mask](), list[int]()
        reads, posted = columns_read(fold), self.whole and Posting(fold, self.params).asks
        near, kept = Near.of(self.shelf, self.near), dict[int, Arrays]()
        if near is not None:
            near.forget_all_but(share.file for share in self.shares)
        for number in numbers:
            share = self.shares[number]
            members[number] = np.zeros(share.people, np.bool_)
            found = None
            if near is not None and share.file and not share.codes:
                found = near.arrays(share.file, share.people, self._columns_near(posted), posted)
            if found is None:
                far.append(number)
            else:
                kept[number] = found
        answer, tally = self._walked_near(kept, members, reads, posted)
        if far:
            more, counted = self._walked_far(far, members)
            answer, tally = fold.merge(answer, more), tally + counted
        return answer, tally, members if self.cells else {}

    def _columns_near(self, posted: bool) -> list[str]:
        """The columns of a file that are read as arrays."""
        needed = {*self._needed(self.shares[0]), *(("event", "occurred_at") if posted else ())} - {"customer"}
        return [name for name in STORED if name in needed]

    def _walked_near(
        self, kept: Mapping[int, Arrays], members: Mapping[int, Mask], reads: frozenset[str], posted: bool
    ) -> tuple[Answer, Cells]:
        """The answer about buckets whose columns are nearby, and its tally: what the machine does with its own."""
        cut, watching = self.cells, None
        if cut is not None:
            watching = tuple(members[number] for number in kept), cut.of
        worker = Worker(FOLDS[self.fold], self.params, watching)
        reading = Reading(SimpleNamespace(buckets=[_bucket(arrays) for arrays in kept.values()]))
        chosen = [None if self.events is None else self._chosen(self.shares[number]) for number in kept]
        lens = None if self.read is None else self.read.lens()
        for piece in reading.cut(lens, chosen, reads | self._channels, posted, self.whole):
            worker.walk(piece)
        return worker.closed()

    def _walked_far(self, numbers: Iterable[int], members: Mapping[int, Mask]) -> tuple[Answer, Cells]:
        """The answer about buckets that are read batch by batch, and its tally."""
        fold = FOLDS[self.fold]
        walk, answer, state = (
            walk_of(fold, any(share.lapses for share in self.shares)),
            fold.blank(self.params),
            fold.scratch(self.params),
        )
        tally = np.zeros(3, np.int64)
        cells, stride = unstrided(self.cells.of(answer)) if self.cells else (None, 1)
        for number in numbers:
            for part in self._parts(self.shares[number]):
                watch = None if cells is None else Watch(cells, stride, members[number][part.first : part.end])
                rows = part.offsets, part.columns, part.chosen, watch, self.params
                walk(*rows, state, answer, tally, part.opened, part.closed)
        return answer, tally

    def _chosen(self, share: Share) -> Chosen | None:
        """What of a bucket is walked."""
        mask = share.chosen.mask() if share.chosen else np.ones(share.people, np.bool_)
        return None if self.events is None else self.events._replace(customers=mask)

    @property
    def _channels(self) -> frozenset[str]:
        """The channel, where it matters where something happened."""
        left_out = self.events is not None and not self.events.channels.all()
        return frozenset({"channel"} if left_out or (self.read is not None and self.read.asks_for_channels) else ())

    def _parts(self, share: Share) -> Iterator[_Part]:
        everything = self._chosen(share)
        tables = self._tables(share.lapses)
        for rows, codes, opened, closed in self._batches(share):
            customer = rows["customer"]
            first, end = int(customer[0]), int(customer[-1]) + 1
            offsets = np.searchsorted(customer, np.arange(first, end + 1)).astype(np.int64)
            offsets.flags.writeable = False
            chosen = None if everything is None else everything._replace(customers=everything.customers[first:end])
            yield _Part(first, end, offsets, self._columns(rows, codes, tables), chosen, opened, closed)

    def _batches(self, share: Share) -> Iterator[tuple[_Rows, _Rows | None, bool, bool]]:
        """Batches of a bucket with whether the first customer was begun before and whether the last one ends here."""
        if not share.file:
            return
        rows = map(_arrays, self.shelf.batches(share.file, self.batch, self._needed(share)))
        codes: Iterable[_Rows | None] = (
            map(_arrays, self.shelf.batches(share.codes, self.batch)) if share.codes else itertools.repeat(None)
        )
        held, opened, last = None, False, -1
        for pair in zip(rows, codes, strict=False):
            first = int(pair[0]["customer"][0])
            if held is not None:
                yield (*held, opened, first != last)
                opened = first == last
            held, last = pair, int(pair[0]["customer"][-1])
        if held is not None:
            yield (*held, opened, True)

    def _needed(self, share: Share) -> list[str]:
        """The columns of a bucket's file that matter to this question."""
        needed = {"customer", "event", *WALKED, *columns_read(FOLDS[self.fold]), *self._channels}
        if share.codes:
            needed -= {"event", "about"}
        return [name for name in STORED if name in needed]

    def _tables(self, file: str) -> _Rows:
        """The lists of lapses of a bucket, whole: a customer that is cut goes on reading in them."""
        if not file:
            return dict(NO_LAPSES)
        parts = [_arrays(batch) for batch in self.shelf.batches(file)]
        return {name: _frozen(np.concatenate([part[name] for part in parts])) for name in NO_LAPSES}

    def _columns(self, rows: _Rows, codes: _Rows | None, tables: _Rows) -> Columns:
        unread = {name: np.zeros(len(rows["customer"]), kind) for name, kind in TYPES.items() if name not in rows}
        mine: dict[str, Any] = {**unread, **rows, **(codes or {}), **tables}
        if codes is None:
            mine["step"] = rows["event"]
        if codes is None and self.read is not None:
            known = self.read.about
            mine["step"] = self.read.table[rows["event"], mine["channel"]]
            mine["about"] = known[np.minimum(mine["about"], len(known) - 1)]
        return Columns(**{name: _frozen(mine[name]) for name in Columns._fields})


def _bucket(arrays: Arrays) -> Any:
    """A bucket as the engine reads it; of a column that nobody needs there is at most a zero for every row."""
    rows = int(arrays[OFFSETS][-1])
    unread = {name: np.broadcast_to(np.zeros((), STORED[name]), rows) for name in ("channel",) if name not in arrays}
    lists = postings.posted(arrays) if postings.STARTS in arrays else None
    return SimpleNamespace(**arrays, **unread, posted=lambda _: lists)


_Rows = dict[str, NDArray[Any]]
_ROW = pa.schema(
    [
        ("digest", pa.string()),
        ("place", pa.string()),
        ("answer", pa.list_(pa.binary())),
        ("tally", pa.binary()),
        ("buckets", pa.list_(pa.int32())),
        ("members", pa.list_(pa.binary())),
    ]
)


class _Part(NamedTuple):
    """A run of customers of one bucket, as the walk takes it."""

    first: int
    end: int
    offsets: Cells
    columns: Columns
    chosen: Chosen | None
    opened: bool
    closed: bool


def _frozen(made: NDArray[Any]) -> NDArray[Any]:
    made.flags.writeable = False
    return made


def _arrays(batch: pa.RecordBatch) -> _Rows:
    return {name: batch.column(name).to_numpy() for name in batch.schema.names}


def packed(cells: Cells) -> bytes:
    """Whole numbers as bytes that say their own shape; mostly zeros, so they are compressed."""
    told = json.dumps([cells.dtype.str, cells.shape]).encode()
    plain = pa.py_buffer(np.ascontiguousarray(cells))
    return len(told).to_bytes(4, "little") + told + bytes(pa.compress(plain, codec=_COMPRESSION, asbytes=True))


def unpacked(data: bytes) -> Cells:
    """The numbers of such bytes."""
    begin = 4 + int.from_bytes(data[:4], "little")
    kind, shape = json.loads(data[4:begin])
    cells: Cells = np.empty(shape, kind)
    if cells.size:
        plain = pa.decompress(memoryview(data)[begin:], cells.nbytes, codec=_COMPRESSION)
        cells[...] = np.frombuffer(plain, kind).reshape(shape)
    return cells
