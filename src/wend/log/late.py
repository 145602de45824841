"""What came late to a bucket: a small sorted file beside the bucket's own, mixed in when somebody reads.

A million new events touch every bucket of a big journal. Rewriting all of it for them would take longer than any
question; so the new rows wait in a late file per bucket, each with its place among the bucket's rows, until they are a
share of the bucket worth rewriting it for. Readers see one bucket: every array is what it would be after a rebuild.
"""

from __future__ import annotations

import threading
import weakref
from collections.abc import Iterator, Mapping
from functools import cached_property
from itertools import chain, pairwise
from typing import Any

import numpy as np
import pyarrow as pa
from numba import uint64
from numpy.typing import NDArray

from wend.log.blobs import blob, table_of, texts_of
from wend.log.compiled import kernel
from wend.log.hashing import Words
from wend.log.postings import PARTS, Posted, mixed, posted, postings
from wend.log.rows import Rows, blank

Array = NDArray[Any]
Arrays = dict[str, Array]
COLUMNS = Rows._fields[1:]
_CUSTOMERS = ("keys", "offsets")
_WIDTHS = {1: np.uint8, 2: np.uint16, 4: np.uint32, 8: np.uint64}


class Mixed(Mapping[str, Array]):
    """The arrays of a bucket with its late rows among them.

    `late` has the columns of the late rows with their customers' `key` and `place` (before which of the base's rows
    they go), the keys of `newcomers` whom the base does not know, and either their `names` or all that the bucket's
    file would say about people.
    """

    def __init__(self, base: Mapping[str, Array], late: Mapping[str, Array]) -> None:
        self.base, self.late = base, late
        self._lent: dict[str, weakref.ref[Array]] = {}
        self._turn = threading.Lock()

    def __getitem__(self, name: str) -> Array:
        if name in COLUMNS:
            return self.column(name)
        if name in PARTS:
            return postings(self.column("event"), self.column("occurred_at"))[name]
        if name in _CUSTOMERS:
            return self._customers[_CUSTOMERS.index(name)]
        if name in self.late:
            return self.late[name]
        if name == "people" and len(self.late["newcomers"]):
            return self._people
        return self.base[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self.base)

    def __len__(self) -> int:
        return len(self.base)

    def column(self, name: str) -> Array:
        """A column is mixed for whoever asks first and shared for as long as anybody holds it; here nothing stays."""
        with self._turn:
            lent = self._lent.get(name)
        held = None if lent is None else lent()
        if held is not None:
            return held
        base, late = self.base[name], self.late[name]
        out = self.part(name, 0, np.empty(len(base) + len(late), base.dtype))
        with self._turn:
            self._lent[name] = weakref.ref(out)
        return out

    def part(self, name: str, first: int, room: Array) -> Array:
        """The rows of a column from `first` on, mixed into `room` and as many as there is room for; read-only."""
        base, late = self.base[name], self.late[name]
        width = _WIDTHS[base.dtype.itemsize]
        _mix(base.view(width), late.view(width), self.late["place"], first, room.view(width))
        mixed = room.view(base.dtype)
        mixed.flags.writeable = False
        return mixed

    def posted(self, codes: NDArray[np.int64]) -> Posted | None:
        """The lists of these codes; None where the bucket's file has none."""
        own = posted(self.base)
        return None if own is None else mixed(own, codes, self.late)

    @cached_property
    def _customers(self) -> tuple[Words, NDArray[np.int64]]:
        keys = np.empty(len(self.base["keys"]) + len(self.late["newcomers"]), np.uint64)
        offsets = np.zeros(len(keys) + 1, np.int64)
        _count(self.base["keys"], self.base["offsets"], self.late["newcomers"], self.late["key"], keys, offsets)
        keys.flags.writeable = offsets.flags.writeable = False
        return keys, offsets

    @cached_property
    def _people(self) -> Array:
        known, newcomers = table_of(self.base["people"]), table_of(self.late["names"])
        places = np.searchsorted(self.base["keys"], self.late["newcomers"]).tolist()
        untold = pa.nulls(len(places), pa.string())  # traits of newcomers are not known here
        columns = [
            _woven(texts_of(known.column(name)), places, texts_of(newcomers.column(name)) if not number else untold)
            for number, name in enumerate(known.column_names)
        ]
        return blob(pa.table(columns, names=known.column_names))


def _woven(texts: pa.StringArray, places: list[int], more: pa.StringArray) -> pa.StringArray:
    """Texts with one more before each of these places; they are few, so that long runs are copied."""
    runs = [texts.slice(a, b - a) for a, b in pairwise([0, *places, len(texts)])]
    single = [more.slice(k, 1) for k in range(len(places))]
    return pa.concat_arrays([*chain.from_iterable(zip(runs, single, strict=False)), runs[-1]])


@kernel
def _mix(base: Array, late: Array, place: NDArray[np.int64], first: int, out: Array) -> None:
    """Rows from `first` on; indices are unsigned, which need no test for places counted from the end."""
    j, high = 0, len(late)
    while j < high:  # the first late row that is not before `first`
        middle = (j + high) // 2
        if place[middle] + middle < first:
            j = middle + 1
        else:
            high = middle
    at = 0
    while at < len(out):
        row = first + at - j
        until = min(len(out), place[j] + j - first if j < len(late) else len(out))
        for k in range(until - at):
            out[uint64(at + k)] = base[uint64(row + k)]
        at = until
        if at < len(out):
            out[uint64(at)] = late[uint64(j)]
            at += 1
            j += 1


@kernel
def _count(
    keys: Words, offsets: NDArray[np.int64], newcomers: Words, late: Words, out: Words, ends: NDArray[np.int64]
) -> None:
    """All customers in `out`, and where their rows end, `ends[0]` being 0; `late` are the keys of late rows."""
    i = j = 0
    for k in range(len(out)):
        if k - i < len(newcomers) and (i == len(keys) or newcomers[k - i] < keys[i]):
            out[k] = newcomers[k - i]
            ends[k + 1] = ends[k]
        else:
            out[k] = keys[i]
            ends[k + 1] = ends[k] + offsets[i + 1] - offsets[i]
            i += 1
        while j < len(late) and late[j] == out[k]:
            ends[k + 1] += 1
            j += 1


@kernel
def _places(
    keys: Words,
    offsets: NDArray[np.int64],
    times: tuple[NDArray[np.int64], NDArray[np.uint32], NDArray[np.int64], NDArray[np.int64]],
    late: Rows,
    place: NDArray[np.int64],
) -> None:
    """`times`: occurred_at, micro, received_at and event_id of the base's rows."""
    customer = 0
    for j in range(len(late.key)):
        while customer < len(keys) and keys[customer] < late.key[j]:
            customer += 1
        low = high = offsets[customer]
        if customer < len(keys) and keys[customer] == late.key[j]:
            high = offsets[customer + 1]
        while low < high:
            i = (low + high) // 2
            if times[0][i] != late.occurred_at[j]:  # most rows are told apart here: the rest stays on disk
                before = times[0][i] < late.occurred_at[j]
            elif times[1][i] != late.micro[j]:
                before = times[1][i] < late.micro[j]
            elif times[2][i] != late.received_at[j]:
                before = times[2][i] < late.received_at[j]
            else:
                before = times[3][i] < late.event_id[j]
            if before:
                low = i + 1
            else:
                high = i
        place[j] = low


def base_of(arrays: Mapping[str, Array]) -> Mapping[str, Array]:
    """A bucket's own file."""
    return arrays.base if isinstance(arrays, Mixed) else arrays


def late_rows(arrays: Mapping[str, Array]) -> Rows:
    """The rows that came late to a bucket so far."""
    return Rows(*(arrays.late[name] for name in Rows._fields)) if isinstance(arrays, Mixed) else blank(0)


def placed(base: Mapping[str, Array], rows: Rows) -> Arrays:
    """The late file of a bucket without what it says about people; `rows` are all late rows, in order."""
    place = np.empty(len(rows.key), np.int64)
    times: Any = tuple(base[name] for name in ("occurred_at", "micro", "received_at", "event_id"))
    _places(base["keys"], base["offsets"], times, rows, place)
    first = np.ones(len(rows.key), np.bool_)
    first[1:] = rows.key[1:] != rows.key[:-1]
    came = rows.key[first]
    known = np.searchsorted(base["keys"], came)
    known[known == len(base["keys"])] = 0
    newcomers = came[base["keys"][known] != came] if len(base["keys"]) else came
    return {**rows._asdict(), "place": place, "newcomers": newcomers}


def people_changed(arrays: Mapping[str, Array], newcomers: Words) -> bool:
    """Whether the late file must say everything about people, because not only newcomers came."""
    told = isinstance(arrays, Mixed) and "people" in arrays.late
    return told or bool(np.isin(newcomers, arrays["waiting_keys"]).any())


def named_late(arrays: Mapping[str, Array]) -> tuple[Words, pa.StringArray]:
    """Newcomers whom the late file so far names, and their names."""
    if not isinstance(arrays, Mixed) or "names" not in arrays.late:
        return np.empty(0, np.uint64), pa.array([], pa.string())
    return arrays.late["newcomers"], texts_of(table_of(arrays.late["names"]).column("customer"))
