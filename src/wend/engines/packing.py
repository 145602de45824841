"""Several values of an event in one column, for orders that compare later steps with earlier ones.

A field takes as many bits as it has values: 0 is none, and of numbers greater is greater. Where all together need more
bits than a column has, an event has the code of its combination of values, and a table tells each field of a code.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import reduce
from typing import Any, TypeAlias

import numpy as np

from wend.conditions import values
from wend.conditions.codecs import BESIDE
from wend.conditions.tree import Compared, InOrder, Leaf, Measure, Of
from wend.engines.marking import World, words_of
from wend.engines.source import Bucket
from wend.folds.contract import NEVER, Cells

MOST_BITS = 62
Field: TypeAlias = tuple[Of, bool]
"""What is compared, and whether as a number."""


@dataclass(frozen=True)
class Packing:
    """Where each field lies in a value: its shift and its bits; called, it gives the values of a bucket's events. With
    `told` a value is a code: `told[field, code]` is the field's rank, and `codes` has those of each bucket.
    """

    fields: tuple[_Field, ...]
    shifts: tuple[int, ...]
    bits: tuple[int, ...]
    told: Cells
    codes: tuple[Any, ...] = ()

    def __call__(self, bucket: Bucket, number: int) -> Cells:
        if self.codes:
            return np.asarray(self.codes[number], np.int64)
        packed = np.zeros(len(bucket.event), np.int64)
        for field, shift in zip(self.fields, self.shifts, strict=True):
            packed |= field.ranks(bucket, number) << shift
        return packed

    def place(self, field: Field) -> tuple[int, int]:
        """The shift and the bits of a field; 0 bits where it is told from that place on."""
        place = next(k for k, each in enumerate(self.fields) if (each.of, each.numeric) == field)
        return self.shifts[place], self.bits[place]


@dataclass(frozen=True)
class _Field:
    """One field of all events as ranks below `2 ** bits`: by a table over codes, as the distance from the `lowest`
    number, or as the place among all `numbers` that there are.
    """

    world: World
    of: Of
    numeric: bool
    bits: int
    table: Cells | None = None
    lowest: int = 0
    numbers: Cells | None = None

    def ranks(self, bucket: Bucket, number: int) -> Cells:
        if self.table is not None:
            return np.asarray(self.table[_codes(self.world, self.of, bucket, number)])
        found = self.world.numbers(self.of.name, self.of.currency, bucket, number)
        far = found - self.lowest if self.numbers is None else np.searchsorted(self.numbers, found)
        return np.where(found == NEVER, 0, far + 1)


def fields_of(leaf: InOrder) -> tuple[Field, ...]:
    """What an order compares, each once, in its order."""
    return tuple(dict.fromkeys(map(_field, leaf.compared)))


def column_of(leaf: Leaf) -> object | None:
    """Which values a leaf needs; leaves that need the same, or none, can share a walk."""
    if isinstance(leaf, InOrder):
        return fields_of(leaf) or None
    return (leaf.of, leaf.kind == "distinct") if isinstance(leaf, Measure) else None


def packing_of(world: World, found: Iterable[Leaf]) -> Packing | None:
    """How the values lie that orders among these leaves compare, all the same; None where none compares any."""
    return next((_packed(world, leaf) for leaf in found if isinstance(leaf, InOrder) and leaf.compared), None)


def _packed(world: World, leaf: InOrder) -> Packing:
    fields = tuple(_field_of(world, *each) for each in fields_of(leaf))
    bits = tuple(field.bits for field in fields)
    if sum(bits) > MOST_BITS:
        return _coded(tuple(_ranked(field) for field in fields))
    shifts = tuple(sum(bits[:place]) for place in range(len(bits)))
    return Packing(fields, shifts, bits, np.zeros((len(fields), 0), np.int64))


def _coded(fields: tuple[_Field, ...]) -> Packing:
    """Field by field: the code of what came before and the rank of the next are a pair, and pairs are counted up. No
    code is larger than there are events, so a pair always fits.
    """
    buckets = fields[0].world.machine.journal.buckets
    codes: list[Any] = [np.zeros(len(bucket.event), np.int32) for bucket in buckets]
    told = np.zeros((0, 1), np.int64)
    for field in fields:
        pairs = np.zeros(1, np.int64)  # an event of no values has the code 0
        for number, bucket in enumerate(buckets):
            pairs = np.union1d(pairs, _pairs(codes[number], field, bucket, number))
        for number, bucket in enumerate(buckets):
            found = _pairs(codes[number], field, bucket, number)
            codes[number] = np.searchsorted(pairs, found).astype(np.int32)
        told = np.vstack([told[:, pairs >> field.bits], pairs & ((1 << field.bits) - 1)])
    shifts = tuple(place * told.shape[1] for place in range(len(fields)))
    return Packing(fields, shifts, (0,) * len(fields), told, tuple(codes))


def _pairs(codes: Any, field: _Field, bucket: Bucket, number: int) -> Cells:
    return np.asarray(codes.astype(np.int64) << field.bits | field.ranks(bucket, number))


def comparisons(leaf: InOrder, packing: Packing) -> Iterator[int]:
    """The comparisons of an order as `folds/segment_compare.py` reads them."""
    remembered = sorted({each.step - 1 for each in leaf.compared})
    yield len(remembered)
    yield from remembered
    yield len(leaf.compared)
    for k, step in enumerate(leaf.steps):
        for each in step.compared:
            yield from (k, BESIDE.index(each.operator), remembered.index(each.step - 1))
            yield from packing.place(_field(each))


def _field(compared: Compared) -> Field:
    return compared.of, compared.operator not in ("same_as", "other_than")


def _codes(world: World, of: Of, bucket: Bucket, number: int) -> Any:
    if of.source == "field":
        return np.asarray(bucket.channel, np.int64)
    return np.asarray(world.property(of.name).codes[number], np.int64)


def _table(world: World, of: Of, *, numeric: bool) -> Cells:
    """A rank from 1 for every word of a property or a channel, 0 for none; a missing property is the last."""
    words = world.machine.journal.words.channels if of.source == "field" else world.property(of.name).values.to_pylist()
    found = [values.number(text) for text in words] if numeric else words_of(words)
    told = np.array([*(NEVER if each is None else each for each in found), NEVER], np.int64)
    ranks = np.searchsorted(np.unique(told[told != NEVER]), told) + 1
    return np.where(told == NEVER, 0, ranks).astype(np.int64)


def _field_of(world: World, of: Of, numeric: bool) -> _Field:
    if of.source == "property" or of.name == "channel":
        table = _table(world, of, numeric=numeric)
        return _Field(world, of, numeric, _bits(int(table.max(initial=0))), table)
    low, high = _bounds(world, of)
    return _Field(world, of, numeric, _bits(high - low + 1), None, low)


def _bits(most: int) -> int:
    return max(1, most.bit_length())


def _ranked(field: _Field) -> _Field:
    """The same field with numbers as their places among those there are."""
    if field.table is not None:
        return field
    numbers = reduce(np.union1d, _found(field.world, field.of), np.zeros(0, np.int64))
    return _Field(field.world, field.of, field.numeric, _bits(len(numbers)), None, 0, numbers)


def _bounds(world: World, of: Of) -> tuple[int, int]:
    low, high = 0, 0
    for there in _found(world, of):
        low, high = min(low, int(there.min(initial=0))), max(high, int(there.max(initial=0)))
    return low, high


def _found(world: World, of: Of) -> Iterator[Cells]:
    """The numbers of a field, bucket by bucket."""
    for number, bucket in enumerate(world.machine.journal.buckets):
        found = world.numbers(of.name, of.currency, bucket, number)
        yield found[found != NEVER]
