"""All customers of one version of the journal, ordered by when they were last seen, with the text to find them by."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from wend.customers import repository, scanning
from wend.customers.scanning import Mask
from wend.domain.event import IDENTIFIER_KINDS
from wend.log.facade import Bucket, Journal
from wend.log.hashing import text_keys
from wend.store.facade import Reading


class Place(NamedTuple):
    """Where a customer's events stand in the journal."""

    bucket: int
    row: int


@dataclass(frozen=True)
class Directory:
    """Customer k of the directory is row `rows[k]` of bucket `buckets[k]`; its text is
    `texts[bounds[k]:bounds[k + 1]]`.
    """

    journal: Journal
    texts: NDArray[np.uint8]
    bounds: NDArray[np.int64]
    signs: NDArray[np.uint64]
    buckets: NDArray[np.int16]
    rows: NDArray[np.int32]
    last_at: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.rows)

    def place(self, position: int) -> Place:
        """The place of the customer at this position."""
        return Place(int(self.buckets[position]), int(self.rows[position]))

    def matching(self, words: Sequence[str], chosen: Mask, threads: int) -> Mask:
        """Of the chosen customers, those whose text holds every word. Long words first: they leave fewer."""
        for word in sorted(words, key=len, reverse=True):
            scanning.narrow(self.texts, self.bounds, self.signs, word, chosen, threads)
        return chosen

    def spread(self, per_bucket: Sequence[NDArray[np.generic]]) -> NDArray[np.generic]:
        """Values that stand per bucket and row, in the order of the directory."""
        starts = np.cumsum([0, *(len(values) for values in per_bucket)])
        whole = np.concatenate(per_bucket) if per_bucket else np.zeros(0, np.int64)
        return np.asarray(whole[starts[self.buckets] + self.rows])

    @cached_property
    def first_at(self) -> NDArray[np.int64]:
        """The second of everybody's first event."""
        firsts = [np.asarray(each.occurred_at)[np.asarray(each.offsets[:-1])] for each in self.journal.buckets]
        return self.spread(firsts).astype(np.int64)

    @cached_property
    def events(self) -> NDArray[np.int64]:
        """How many events everybody has."""
        return self.spread([np.diff(each.offsets) for each in self.journal.buckets]).astype(np.int64)

    @cached_property
    def by_name(self) -> NDArray[np.int64]:
        """Positions in the order of names; those without a name come last, by identifier."""
        named = [_names(bucket) for bucket in self.journal.buckets]
        whole = pa.chunked_array(named, pa.string()) if named else pa.chunked_array([], pa.string())
        starts = np.cumsum([0, *(len(each) for each in named)])
        mine = whole.take(pa.array(starts[self.buckets] + self.rows))
        return np.asarray(pc.sort_indices(mine))


def directory(reading: Reading, journal: Journal) -> Directory:
    """Everybody in the journal."""
    others = _others(reading)
    texts, last, buckets, rows = [], [], [], []
    for number, bucket in enumerate(journal.buckets):
        texts.append(_texts(bucket, others))
        last.append(np.asarray(bucket.occurred_at)[np.asarray(bucket.offsets[1:]) - 1].astype(np.int64))
        buckets.append(np.full(len(bucket.keys), number, np.int16))
        rows.append(np.arange(len(bucket.keys), dtype=np.int32))
    last_at = np.concatenate([np.zeros(0, np.int64), *last])
    order = np.argsort(-last_at, kind="stable")
    text = pa.chunked_array(texts, pa.large_string()).take(pa.array(order)).combine_chunks()
    data, bounds = _bytes(text)
    return Directory(
        journal,
        data,
        bounds,
        scanning.signatures(data, bounds),
        np.concatenate([np.zeros(0, np.int16), *buckets])[order],
        np.concatenate([np.zeros(0, np.int32), *rows])[order],
        last_at[order],
    )


def folded_column(column: pa.Array) -> pa.Array:
    """`naming.folded` for a whole column at once. Addresses and numbers need no more than lower case, and what many
    people share is folded once.
    """
    if pc.all(pc.string_is_ascii(column)).as_py() is not False:
        return pc.utf8_lower(column)
    coded = column.dictionary_encode()
    return _folded(coded.dictionary).take(coded.indices)


def _folded(column: pa.Array) -> pa.Array:
    apart = pc.utf8_normalize(pc.utf8_lower(column), form="NFD")
    bare = pc.replace_substring_regex(apart, pattern=r"\p{M}", replacement="")
    return pc.replace_substring(bare, pattern="đ", replacement="d")


class _Others(NamedTuple):
    """Identifiers of joined people by the key of the person, all in one text."""

    keys: NDArray[np.uint64]
    texts: pa.Array


def _others(reading: Reading) -> _Others:
    own: list[pa.Array] = [pa.array([], pa.string())]
    persons: list[NDArray[np.uint64]] = [np.empty(0, np.uint64)]
    for part in repository.joined(reading):  # few at a time: as Python's own texts they would weigh ten times as much
        own.append(pa.array([row[0] for row in part], pa.string()))
        persons.append(text_keys(pa.array([row[1] for row in part], pa.string())))
    identifiers, people = pa.concat_arrays(own), np.concatenate(persons)
    order = np.argsort(people, kind="stable")
    keys, starts = np.unique(people[order], return_index=True)
    ends = np.append(starts, len(order)).astype(np.int32)
    lists = pa.ListArray.from_arrays(pa.array(ends), identifiers.take(pa.array(order)))
    return _Others(keys, pc.binary_join(lists, " "))


def _texts(bucket: Bucket, others: _Others) -> pa.Array:
    keys = np.asarray(bucket.keys)
    places = np.searchsorted(others.keys, keys)
    known = places < len(others.keys)
    known[known] = others.keys[places[known]] == keys[known]
    more = others.texts.take(pa.array(np.where(known, places, 0), mask=~known)) if len(others.keys) else None
    columns = [bucket.customers, *([more] if more is not None else [])]
    for name in bucket.traits.column_names:
        column = bucket.traits.column(name)
        columns.append(column.combine_chunks() if isinstance(column, pa.ChunkedArray) else column)
    folded = [folded_column(_whole(column).cast(pa.large_string())) for column in columns]
    for place in range(1 if more is None else 2):
        for kind in IDENTIFIER_KINDS:  # nobody types them, and they would be in every text
            folded[place] = pc.replace_substring(folded[place], f"{kind}:", "")
    strings = [pc.fill_null(column, "") for column in folded]
    return pc.binary_join_element_wise(*strings, pa.scalar("\n", pa.large_string()))


def _whole(column: pa.Array) -> pa.Array:
    if isinstance(column, pa.ChunkedArray):
        return column.chunk(0) if column.num_chunks else pa.array([], pa.string())
    return column


def _bytes(texts: pa.Array) -> tuple[NDArray[np.uint8], NDArray[np.int64]]:
    whole = _whole(texts)
    if len(whole) == 0:
        return np.zeros(1, np.uint8), np.zeros(1, np.int64)
    _, offsets, data = whole.buffers()
    bounds = np.frombuffer(offsets, np.int64)[whole.offset : whole.offset + len(whole) + 1]
    return np.frombuffer(data, np.uint8), bounds


def _names(bucket: Bucket) -> pa.Array:
    """What to sort by: the first name trait there is, behind it the identifier."""
    table = bucket.traits
    held = [name for name in table.column_names if name.lower() in ("name", "full_name", "ten", "ho_ten")]
    last = pc.binary_join_element_wise("\U0010ffff", bucket.customers, "")
    return folded_column(_whole(pc.coalesce(*(_whole(table.column(name)) for name in held), last)))
