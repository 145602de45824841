"""Traits of customers while the journal is built: the last value that each identifier was given, by event order.

Kept per identifier, not per customer, so that undoing a merge gives each side its own values back.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
import pyarrow as pa
from numba import int64, uint64
from numpy.typing import NDArray

from wend.log.compiled import inlined, kernel
from wend.log.hashing import Words
from wend.log.jsonfield import Fields, fields

_COMPACT_AT = 4_000_000


class Cells(NamedTuple):
    """One value per row: whose, which trait, since when, and the value's place in the list of values."""

    subject: Words
    trait: NDArray[np.int64]
    occurred_at: NDArray[np.int64]
    received_at: NDArray[np.int64]
    event_id: NDArray[np.int64]
    value: NDArray[np.int64]


def no_cells() -> Cells:
    """No values."""
    return Cells(np.empty(0, np.uint64), *(np.empty(0, np.int64) for _ in range(5)))


def joined(parts: Sequence[Cells]) -> Cells:
    """All parts behind each other."""
    return Cells(*(np.concatenate(column) for column in zip(*parts, strict=True))) if parts else no_cells()


def chosen(cells: Cells, which: NDArray[np.bool_] | NDArray[np.int64]) -> Cells:
    """Some of the cells."""
    columns: list[Any] = [column[which] for column in cells]
    return Cells(*columns)


@kernel
def _latest(cells: Cells, owner: Words, slots: NDArray[np.int64], best: NDArray[np.int64]) -> int:
    """Fill best[:n] with the last cell of each (owner, trait); returns n."""
    found = 0
    for i in range(len(owner)):
        mixed = (owner[i] + uint64(cells.trait[i])) * uint64(0x9E3779B185EBCA87)
        at = int64(mixed >> uint64(20)) & (len(slots) - 1)
        while slots[at] >= 0:
            k = best[slots[at]]
            if owner[k] == owner[i] and cells.trait[k] == cells.trait[i]:
                break
            at = (at + 1) & (len(slots) - 1)
        if slots[at] < 0:
            slots[at] = found
            best[found] = i
            found += 1
        elif _after(cells, i, best[slots[at]]):
            best[slots[at]] = i
    return found


@inlined
def _after(cells: Cells, i: int, k: int) -> bool:
    if cells.occurred_at[i] != cells.occurred_at[k]:
        return bool(cells.occurred_at[i] > cells.occurred_at[k])
    if cells.received_at[i] != cells.received_at[k]:
        return bool(cells.received_at[i] > cells.received_at[k])
    return bool(cells.event_id[i] > cells.event_id[k])


def last(cells: Cells, owner: Words) -> NDArray[np.int64]:
    """Positions of the last cell of each (owner, trait), sorted by owner and trait."""
    slots = np.full(2 << len(owner).bit_length(), -1, np.int64)
    best = np.empty(len(owner), np.int64)
    # Copied so that mapped and fresh columns meet one compiled version; they are a bucket's or a batch's.
    fresh: list[Any] = [np.array(column) for column in cells]
    kept = best[: _latest(Cells(*fresh), np.array(owner), slots, best)]
    return np.asarray(kept[np.lexsort((cells.trait[kept], owner[kept]))])


class Names:
    """Words with codes in the order they were first met; codes never change."""

    def __init__(self, words: Sequence[str] = ()) -> None:
        self.words = list(words)
        self._codes = {word: code for code, word in enumerate(words)}

    def code(self, word: str) -> int:
        """The word's code, given now if it is new."""
        code = self._codes.setdefault(word, len(self.words))
        if code == len(self.words):
            self.words.append(word)
        return code


class TraitBook:
    """Collects `$identify` rows; memory grows with customers × traits, not with rows."""

    def __init__(self, traits: Names) -> None:
        self.traits = traits
        self._parts: list[Cells] = []
        self._texts: list[pa.StringArray] = []
        self._spoken = 0
        self._size = 0
        self._limit = _COMPACT_AT

    def add(self, subject: Words, times: Sequence[NDArray[np.int64]], documents: pa.StringArray) -> None:
        """Take `$identify` rows in: subjects, (occurred_at, received_at, event_id), and their JSON documents."""
        found = _said(fields(documents))
        codes = np.array([self.traits.code(name) if _is_said(name) else -1 for name in found.names], np.int64)
        at: list[Any] = [time[found.document] for time in times]
        trait = codes[found.name] if len(codes) else found.name
        said = found.value.dictionary_encode()
        value = said.indices.to_numpy().astype(np.int64)
        self._take(Cells(subject[found.document], trait, at[0], at[1], at[2], value), said.dictionary)

    def adopt(self, cells: Cells, which: NDArray[np.bool_], values: pa.StringArray) -> bool:
        """Take some cells of an existing bucket in; False when there are none."""
        taken = chosen(cells, which)
        if len(taken.subject):
            self._take(taken, values)
        return len(taken.subject) > 0

    def settled(self) -> tuple[Cells, pa.StringArray]:
        """The last value of each trait of each identifier, sorted by identifier and trait, and the texts they point
        to.
        """
        everything = joined(self._parts)
        cells = chosen(everything, last(everything, everything.subject))
        texts = pa.concat_arrays([pa.array([], pa.string()), *self._texts])
        said = texts.take(pa.array(cells.value)).dictionary_encode()
        return cells._replace(value=said.indices.to_numpy().astype(np.int64)), said.dictionary

    def _take(self, cells: Cells, values: pa.StringArray) -> None:
        self._parts.append(cells._replace(value=cells.value + self._spoken))
        self._texts.append(values)
        self._spoken += len(values)
        self._size += len(cells.subject)
        if self._size > self._limit:
            kept, texts = self.settled()
            self._parts, self._texts = [kept], [texts]
            self._size, self._spoken = len(kept.subject), len(texts)
            self._limit = max(_COMPACT_AT, 2 * self._size)


def _is_said(name: str) -> bool:
    """Whether a field is a trait; names that begin with `$` are what Wend notes around it."""
    return not name.startswith("$")


def _said(found: Fields) -> Fields:
    said = np.array([_is_said(name) for name in found.names], np.bool_)
    if said.all():
        return found
    keep = said[found.name]
    return Fields(found.document[keep], found.name[keep], found.names, found.value.filter(pa.array(keep)))
