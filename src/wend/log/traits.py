"""Traits of customers while the journal is built: the last value that each identifier was given, by event order.

Kept per identifier, not per customer, so that undoing a merge gives each side its own values back.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from wend.log.hashing import Words

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


def last(cells: Cells, owner: Words) -> NDArray[np.int64]:
    """Positions of the last cell of each (owner, trait), sorted by owner and trait."""
    order = np.lexsort((cells.event_id, cells.received_at, cells.occurred_at, cells.trait, owner))
    whose, which = owner[order], cells.trait[order]
    ends = np.ones(len(order), np.bool_)
    ends[:-1] = (whose[1:] != whose[:-1]) | (which[1:] != which[:-1])
    return np.asarray(order[ends])


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
        self.values = Names()
        self._parts: list[Cells] = []
        self._size = 0
        self._limit = _COMPACT_AT

    def add(self, subject: Words, times: Sequence[NDArray[np.int64]], documents: pa.Array) -> None:
        """Take `$identify` rows in: subjects, (occurred_at, received_at, event_id), and their JSON documents."""
        encoded = documents.dictionary_encode()
        read = [self._pairs(text) for text in encoded.dictionary.to_pylist()]
        empty: tuple[list[int], list[int]] = ([], [])
        pairs = [empty if code is None else read[code] for code in encoded.indices.to_pylist()]
        counts = np.array([len(traits) for traits, _ in pairs], np.int64)
        traits = np.array([trait for traits, _ in pairs for trait in traits], np.int64)
        values = np.array([value for _, values in pairs for value in values], np.int64)
        at: list[Any] = [np.repeat(time, counts) for time in times]
        self.extend(Cells(np.repeat(subject, counts), traits, at[0], at[1], at[2], values))

    def extend(self, cells: Cells) -> None:
        """Take cells in whose values are already this book's."""
        if len(cells.subject):
            self._parts.append(cells)
            self._size += len(cells.subject)
        if self._size > self._limit:
            kept = self.cells()
            self._parts, self._size = [kept], len(kept.subject)
            self._limit = max(_COMPACT_AT, 2 * self._size)

    def adopt(self, cells: Cells, which: NDArray[np.bool_], values: pa.StringArray) -> bool:
        """Take some cells of an existing bucket in; False when there are none."""
        taken = chosen(cells, which)
        if len(taken.subject):
            texts = values.take(pa.array(taken.value)).to_pylist()
            self.extend(taken._replace(value=np.array([self.values.code(text) for text in texts], np.int64)))
        return len(taken.subject) > 0

    def cells(self) -> Cells:
        """The last value of each trait of each identifier, sorted by identifier and trait."""
        everything = joined(self._parts)
        return chosen(everything, last(everything, everything.subject))

    def _pairs(self, text: str) -> tuple[list[int], list[int]]:
        document = json.loads(text)
        given = {name: value for name, value in document.items() if value is not None}
        return [self.traits.code(name) for name in given], [self.values.code(_written(v)) for v in given.values()]


def _written(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
