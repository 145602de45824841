"""A property's codes beside a journal, kept true while the journal changes: an append costs what came, and a bucket
that is written anew takes its codes along.

The rows of a bucket's own file never change, nor do their codes. What came late is a small list of ids with codes. Only
a journal that was built anew wants the whole log read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from wend.log.by_id import ById, Codes, Places, by_id, spread
from wend.log.compiled import kernel
from wend.log.journal import Bucket, Journal
from wend.log.late import Mixed, base_of, late_rows
from wend.log.origins import Origins, left, origins
from wend.log.runs import Run
from wend.log.telling import NONE, Told

UNSEEN = -2
"""The code of an event of which the property was not read yet."""
AT_ONCE = 1 << 25
"""Events that are looked up together: their ids with places take twelve bytes each."""
_NO_TEXTS = pa.array([], pa.string())
Find = Callable[[Run], Codes]


@dataclass(frozen=True, slots=True)
class Own:
    """Codes of the rows of a bucket's own file, whose name it is, and the places of those that are UNSEEN."""

    file: str
    codes: Codes
    unseen: Places

    def settled(self, bucket: Bucket, find: Find) -> Own:
        """With the UNSEEN looked up."""
        if not len(self.unseen):
            return self
        codes, ids = self.codes.copy(), base_of(bucket.arrays)["event_id"][self.unseen]
        codes[self.unseen] = find(ids)
        return Own(self.file, codes, self.unseen[codes[self.unseen] == UNSEEN])


@dataclass(frozen=True)
class Late:
    """Codes of rows that lie in no bucket's own file, by id. Those of bucket b are at starts[b]:starts[b + 1], in their
    order; at the end are rows that left their bucket.
    """

    ids: Run
    codes: Codes
    starts: Places

    def of(self, number: int, ids: Run) -> Codes:
        """The codes of a bucket's late rows as far as they are known here in the same order, UNSEEN for the others."""
        here, out = slice(*self.starts[number : number + 2].tolist()), np.full(len(ids), UNSEEN, np.int32)
        _in_step(_fixed(self.ids[here]), _fixed(self.codes[here]), _fixed(ids), out)
        return out

    @cached_property
    def by_id(self) -> ById:
        """All of them."""
        return by_id([spread(self.ids, self.codes)], None, 1)


@dataclass(frozen=True, slots=True)
class Column:
    """The property of all events of a journal."""

    values: pa.StringArray
    own: tuple[Own, ...]
    late: Late

    def fits(self, journal: Journal) -> bool:
        """Whether the buckets' own files are those that it tells about."""
        return [own.file for own in self.own] == [bucket.file for bucket in journal.buckets]


@kernel
def _in_step(known: Run, codes: Codes, ids: Run, out: Codes) -> None:
    i = 0
    for k in range(len(ids)):
        if i < len(known) and known[i] == ids[k]:
            out[k] = codes[i]
            i += 1


def _fixed(array: NDArray[np.signedinteger]) -> NDArray[np.signedinteger]:
    """Read-only: one compiled version serves mapped and fresh ones."""
    view = array[:]
    view.flags.writeable = False
    return view


def fresh(journal: Journal, told: Told, threads: int) -> Column:
    """From all that the log tells; an event that it does not tell of has no property."""
    values, table = told.among(_NO_TEXTS, threads)
    del told  # half of the memory, at a hundred million events a gibibyte

    found = list[tuple[Own, Run, Codes]]()
    for buckets in _by_size(journal.buckets):
        own = table.find_all([base_of(bucket.arrays)["event_id"] for bucket in buckets], NONE, threads)
        for bucket, codes in zip(buckets, own, strict=True):
            ids = _late_ids(bucket)
            found.append((Own(bucket.file, codes, np.empty(0, np.int64)), ids, table.find(ids, NONE)))
    return _column(values, found)


def _by_size(buckets: Sequence[Bucket]) -> Iterator[list[Bucket]]:
    """Buckets, so many together that they have about AT_ONCE events."""
    together, events = list[Bucket](), 0
    for bucket in buckets:
        together.append(bucket)
        events += len(base_of(bucket.arrays)["event_id"])
        if events >= AT_ONCE:
            yield together
            together, events = [], 0
    if together:
        yield together


def extended(column: Column, journal: Journal, told: Told, threads: int) -> Column | None:
    """With what further files tell of every event in them; None where a row of the journal is told of nowhere. The
    column fits the journal.
    """
    values, table = told.among(column.values, threads)

    def find(asked: Run) -> Codes:
        codes = table.find(asked, UNSEEN)  # first: nearly all of them are new
        return _settled(codes, asked, lambda ids: column.late.by_id.find(ids, UNSEEN))

    def one(number: int) -> tuple[Own, Run, Codes]:
        bucket = journal.buckets[number]
        ids = _late_ids(bucket)
        return column.own[number].settled(bucket, find), ids, _settled(column.late.of(number, ids), ids, find)

    with ThreadPoolExecutor(threads) as pool:
        found = list(pool.map(one, range(len(journal.buckets))))
    if any(len(own.unseen) or (codes == UNSEEN).any() for own, _, codes in found):
        return None
    return _column(values, found)


def _column(values: pa.StringArray, found: Sequence[tuple[Own, Run, Codes]]) -> Column:
    """Of what was found for each bucket: its own codes, the ids of its late rows and theirs."""
    late = _late([ids for _, ids, _ in found], [codes for _, _, codes in found])
    return Column(values, tuple(own for own, _, _ in found), late)


def _settled(codes: Codes, ids: Run, find: Find) -> Codes:
    """The codes with the UNSEEN looked up."""
    unseen = np.flatnonzero(codes == UNSEEN)
    if len(unseen):
        codes[unseen] = find(ids[unseen])
    return codes


@dataclass(frozen=True, slots=True)
class Moves:
    """How rows of one journal stand in another one of the same log: where the rows of each bucket with another file of
    its own stood before, and which rows left it.
    """

    origins: dict[int, Origins]
    left: dict[int, Places]

    @property
    def rows(self) -> int:
        """How many rows lie in another file."""
        return sum(map(len, self.origins.values()))


def moves(source: Journal, target: Journal, threads: int) -> Moves:
    """From `source` to `target`, which have equally many buckets."""
    pairs = enumerate(zip(source.buckets, target.buckets, strict=True))
    changed = {number: pair for number, pair in pairs if pair[0].file != pair[1].file}

    def one(number: int) -> tuple[Origins, Places]:
        before, after = changed[number]
        found = origins(before.arrays, base_of(after.arrays))
        return found, left(found, int(before.offsets[-1]))

    with ThreadPoolExecutor(threads) as pool:
        found = dict(zip(changed, pool.map(one, changed), strict=True))
    return Moves({k: each for k, (each, _) in found.items()}, {k: gone for k, (_, gone) in found.items()})


def transferred(column: Column, source: Journal, target: Journal, moved: Moves) -> Column:
    """The column, which fits `source`, for `target`; rows that `source` does not have are UNSEEN."""
    own, late = list(column.own), column.late
    spans = [slice(a, b) for a, b in pairwise(late.starts.tolist())]
    left_ids, left_codes = [late.ids[late.starts[-1] :]], [late.codes[late.starts[-1] :]]
    for number, found in moved.origins.items():
        bucket, gone = source.buckets[number], moved.left[number]
        codes = _whole(bucket, own[number].codes, late.of(number, _late_ids(bucket)))
        after = np.append(codes, np.int32(UNSEEN))[found]  # what stood nowhere is the last
        own[number] = Own(target.buckets[number].file, after, np.flatnonzero(after == UNSEEN))
        gone = gone[codes[gone] != UNSEEN]
        left_ids.append(bucket.event_id[gone])
        left_codes.append(codes[gone])
        spans[number] = slice(0, 0)
    kept = _late([late.ids[span] for span in spans], [late.codes[span] for span in spans], left_ids, left_codes)
    return Column(column.values, tuple(own), kept)


def _late(
    ids: Sequence[Run], codes: Sequence[Codes], left_ids: Sequence[Run] = (), left_codes: Sequence[Codes] = ()
) -> Late:
    starts = np.cumsum([0, *map(len, ids)], dtype=np.int64)
    every = np.concatenate([np.empty(0, np.int64), *ids, *left_ids])
    return Late(every, np.concatenate([np.empty(0, np.int32), *codes, *left_codes]), starts)


def _late_ids(bucket: Bucket) -> Run:
    return late_rows(bucket.arrays).event_id


def _whole(bucket: Bucket, own: Codes, late: Codes) -> Codes:
    found = _woven(bucket, own, late)
    return found.column("code") if isinstance(found, Mixed) else found


def _woven(bucket: Bucket, own: Codes, late: Codes) -> Codes | Mixed:
    """A bucket's own codes with the late ones at their places."""
    if not isinstance(bucket.arrays, Mixed):
        return _fixed(own)
    return Mixed({"code": _fixed(own)}, {"code": _fixed(late), "place": bucket.arrays.late["place"]})


class Lined:
    """Codes by bucket; those of late rows are mixed in when somebody asks, and nothing stays."""

    def __init__(self, woven: Sequence[Codes | Mixed]) -> None:
        self._woven = tuple(woven)

    def __len__(self) -> int:
        return len(self._woven)

    def __getitem__(self, number: int) -> Codes:
        found = self._woven[number]
        return found.column("code") if isinstance(found, Mixed) else found

    def __iter__(self) -> Iterator[Codes]:
        return (self[number] for number in range(len(self)))


def lined(column: Column, journal: Journal) -> Lined:
    """The codes of a journal that the column fits; an event of which nothing is told has none."""

    def find(asked: Run) -> Codes:
        return column.late.by_id.find(asked, NONE)

    woven = []
    for number, (own, bucket) in enumerate(zip(column.own, journal.buckets, strict=True)):
        ids = _late_ids(bucket)
        late = _settled(column.late.of(number, ids), ids, find)
        woven.append(_woven(bucket, own.settled(bucket, find).codes, late))
    return Lined(woven)
