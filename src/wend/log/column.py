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
from typing import TypeVar

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from wend.log.by_line import Codes, LineNumbers
from wend.log.compiled import kernel
from wend.log.journal import Bucket, Journal
from wend.log.late import Mixed, base_of, late_rows
from wend.log.origins import Origins, left, origins
from wend.log.telling import NONE, Told

UNSEEN = -2
"""The code of an event of which the property was not read yet."""
Number = TypeVar("Number", bound=np.generic)
_NO_TEXTS = pa.array([], pa.string())
Places = NDArray[np.int64]
Find = Callable[[LineNumbers], Codes]


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
        found = find(base_of(bucket.arrays)["line"][self.unseen])
        codes = self.codes.astype(np.promote_types(self.codes.dtype, found.dtype))
        codes[self.unseen] = found
        return Own(self.file, codes, self.unseen[found == UNSEEN])


@dataclass(frozen=True)
class Late:
    """Codes of rows that lie in no bucket's own file, by line. Those of bucket b are at starts[b]:starts[b + 1], in
    their order; at the end are rows that left their bucket.
    """

    lines: LineNumbers
    codes: NDArray[np.int32]
    starts: Places

    def of(self, number: int, lines: LineNumbers) -> NDArray[np.int32]:
        """The codes of a bucket's late rows as far as they are known here in the same order, UNSEEN for the others."""
        here, out = slice(*self.starts[number : number + 2].tolist()), np.full(len(lines), UNSEEN, np.int32)
        _in_step(_fixed(self.lines[here]), _fixed(self.codes[here]), _fixed(lines), out)
        return out

    @cached_property
    def _order(self) -> Places:
        return np.argsort(self.lines, kind="stable")

    def find(self, asked: LineNumbers, missing: int) -> Codes:
        """The codes of these lines, wherever they are among all."""
        out = np.full(len(asked), missing, np.int32)
        if len(self.lines):
            at = self._order[np.searchsorted(self.lines, asked, sorter=self._order).clip(max=len(self.lines) - 1)]
            known = self.lines[at] == asked
            out[known] = self.codes[at[known]]
        return out


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
def _in_step(known: LineNumbers, codes: Codes, lines: LineNumbers, out: Codes) -> None:
    i = 0
    for k in range(len(lines)):
        if i < len(known) and known[i] == lines[k]:
            out[k] = codes[i]
            i += 1


def _fixed(array: NDArray[Number]) -> NDArray[Number]:
    """Read-only: one compiled version serves mapped and fresh ones."""
    view = array[:]
    view.flags.writeable = False
    return view


def fresh(journal: Journal, told: Told, threads: int) -> Column:
    """From all that the log tells; an event that it does not tell of has no property."""
    values, table = told.among(_NO_TEXTS, NONE, threads)

    def one(bucket: Bucket) -> tuple[Own, LineNumbers, Codes]:
        lines = _late_lines(bucket)
        own = table.find(base_of(bucket.arrays)["line"])
        return Own(bucket.file, own, np.empty(0, np.int64)), lines, table.find(_fixed(lines))

    with ThreadPoolExecutor(threads) as pool:
        return _column(values, list(pool.map(one, journal.buckets)))


def extended(column: Column, journal: Journal, told: Told, threads: int) -> Column | None:
    """With what further files tell of every event in them; None where a row of the journal is told of nowhere. The
    column fits the journal.
    """
    values, table = told.among(column.values, UNSEEN, threads)

    def find(asked: LineNumbers) -> Codes:
        codes = table.find(_fixed(asked))  # first: nearly all of them are new
        return _settled(codes, asked, lambda lines: column.late.find(lines, UNSEEN))

    def one(number: int) -> tuple[Own, LineNumbers, Codes]:
        bucket = journal.buckets[number]
        lines = _late_lines(bucket)
        return column.own[number].settled(bucket, find), lines, _settled(column.late.of(number, lines), lines, find)

    with ThreadPoolExecutor(threads) as pool:
        found = list(pool.map(one, range(len(journal.buckets))))
    if any(len(own.unseen) or (codes == UNSEEN).any() for own, _, codes in found):
        return None
    return _column(values, found)


def _column(values: pa.StringArray, found: Sequence[tuple[Own, LineNumbers, Codes]]) -> Column:
    """Of what was found for each bucket: its own codes, the lines of its late rows and their codes."""
    late = _late([lines for _, lines, _ in found], [codes for _, _, codes in found])
    return Column(values, tuple(own for own, _, _ in found), late)


def _settled(codes: Codes, lines: LineNumbers, find: Find) -> Codes:
    """The codes with the UNSEEN looked up."""
    unseen = np.flatnonzero(codes == UNSEEN)
    if len(unseen):
        codes[unseen] = find(lines[unseen])
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
    left_lines, left_codes = [late.lines[late.starts[-1] :]], [late.codes[late.starts[-1] :]]
    for number, found in moved.origins.items():
        bucket, gone = source.buckets[number], moved.left[number]
        codes = _Woven(own[number].codes, late.of(number, _late_lines(bucket)), bucket).whole()
        after = np.append(codes, np.int32(UNSEEN))[found]  # what stood nowhere is the last
        own[number] = Own(target.buckets[number].file, after, np.flatnonzero(after == UNSEEN))
        gone = gone[codes[gone] != UNSEEN]
        left_lines.append(bucket.arrays["line"][gone])
        left_codes.append(codes[gone])
        spans[number] = slice(0, 0)
    kept = _late([late.lines[span] for span in spans], [late.codes[span] for span in spans], left_lines, left_codes)
    return Column(column.values, tuple(own), kept)


def _late(
    lines: Sequence[LineNumbers],
    codes: Sequence[Codes],
    left_lines: Sequence[LineNumbers] = (),
    left_codes: Sequence[Codes] = (),
) -> Late:
    starts = np.cumsum([0, *map(len, lines)], dtype=np.int64)
    every = np.concatenate([np.empty(0, np.uint32), *lines, *left_lines])
    return Late(every, np.concatenate([np.empty(0, np.int32), *codes, *left_codes]), starts)


def _late_lines(bucket: Bucket) -> LineNumbers:
    return late_rows(bucket.arrays).line


@dataclass(frozen=True, slots=True)
class _Woven:
    """A bucket's own codes with the late ones at their places."""

    own: Codes
    late: NDArray[np.int32]
    bucket: Bucket

    def whole(self) -> NDArray[np.int32]:
        """All of them."""
        own, arrays = _fixed(self.own.astype(np.int32)), self.bucket.arrays
        if not isinstance(arrays, Mixed):
            return own
        return Mixed({"code": own}, {"code": _fixed(self.late), "place": arrays.late["place"]}).column("code")


class Lined:
    """Codes by bucket, in four bytes each; they are made when somebody asks, and nothing stays."""

    def __init__(self, woven: Sequence[_Woven]) -> None:
        self._woven = tuple(woven)

    def __len__(self) -> int:
        return len(self._woven)

    def __getitem__(self, number: int) -> NDArray[np.int32]:
        return self._woven[number].whole()

    def __iter__(self) -> Iterator[NDArray[np.int32]]:
        return (self[number] for number in range(len(self)))


def lined(column: Column, journal: Journal) -> Lined:
    """The codes of a journal that the column fits; an event of which nothing is told has none."""

    def find(asked: LineNumbers) -> Codes:
        return column.late.find(asked, NONE)

    woven = []
    for number, (own, bucket) in enumerate(zip(column.own, journal.buckets, strict=True)):
        lines = _late_lines(bucket)
        late = _settled(column.late.of(number, lines), lines, find)
        woven.append(_Woven(own.settled(bucket, find).codes, late, bucket))
    return Lined(woven)


def matched(column: Column, source: Journal, target: Journal) -> tuple[NDArray[np.int32], ...]:
    """The codes of a journal that numbers lines otherwise than `source`, which the column fits: somebody holds it while
    another one was built from nothing. Found by the ids of events; takes twenty bytes an event while it lasts.
    """
    ids = np.concatenate([bucket.event_id for bucket in source.buckets])
    codes, order = np.concatenate(list(lined(column, source))), np.argsort(ids)

    def one(asked: NDArray[np.int64]) -> NDArray[np.int32]:
        if not len(ids):
            return np.full(len(asked), NONE, np.int32)
        at = order[np.searchsorted(ids, asked, sorter=order).clip(max=len(ids) - 1)]
        return np.where(ids[at] == asked, codes[at], np.int32(NONE))

    return tuple(one(bucket.event_id) for bucket in target.buckets)
