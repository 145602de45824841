"""Several values of an event in one column, for orders that compare later steps with earlier ones.

A field takes as many bits as it has values: 0 is none, and of numbers greater is greater.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np

from wend.conditions import errors, values
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
    """Where each field lies in a value: its shift and its bits; called, it gives the values of a bucket's events."""

    world: World
    fields: tuple[Field, ...]
    shifts: tuple[int, ...]
    bits: tuple[int, ...]
    lowest: tuple[int, ...]
    tables: tuple[Cells | None, ...]

    def __call__(self, bucket: Bucket, number: int) -> Cells:
        packed = np.zeros(len(bucket.event), np.int64)
        for place, (of, _) in enumerate(self.fields):
            table = self.tables[place]
            if table is not None:
                ranks = table[_codes(self.world, of, bucket, number)]
            else:
                found = self.world.numbers(of.name, of.currency, bucket, number)
                ranks = np.where(found == NEVER, 0, found - self.lowest[place] + 1)
            packed |= ranks << self.shifts[place]
        return packed


def fields_of(leaf: InOrder) -> tuple[Field, ...]:
    """What an order compares, each once, in its order."""
    return tuple(dict.fromkeys(map(_field, leaf.compared)))


def column_of(leaf: Leaf) -> object | None:
    """Which values a leaf needs; leaves that need the same, or none, can share a walk."""
    if isinstance(leaf, InOrder):
        return fields_of(leaf) or None
    return (leaf.of, leaf.kind == "distinct") if isinstance(leaf, Measure) else None


def packing_of(world: World, found: Iterable[Leaf]) -> Packing | None:
    """How the values lie that orders among these leaves compare, all the same; None where none compares any. Raises
    TooCostly when they have too many different ones for one column.
    """
    return next((_packed(world, leaf) for leaf in found if isinstance(leaf, InOrder) and leaf.compared), None)


def _packed(world: World, leaf: InOrder) -> Packing:
    bits, lowest, tables = [], [], []
    for of, numeric in fields_of(leaf):
        table = None if of.source == "field" and of.name != "channel" else _table(world, of, numeric=numeric)
        low, most = _bounds(world, of) if table is None else (0, int(table.max(initial=0)))
        bits.append(max(1, (most if table is not None else most - low + 1).bit_length()))
        lowest.append(low)
        tables.append(table)
    if sum(bits) > MOST_BITS:
        raise errors.TooCostly(cost=sum(bits), most=MOST_BITS)
    shifts = tuple(sum(bits[:place]) for place in range(len(bits)))
    return Packing(world, fields_of(leaf), shifts, tuple(bits), tuple(lowest), tuple(tables))


def comparisons(leaf: InOrder, packing: Packing) -> Iterator[int]:
    """The comparisons of an order as `folds/segment_compare.py` reads them."""
    remembered = sorted({each.step - 1 for each in leaf.compared})
    yield len(remembered)
    yield from remembered
    yield len(leaf.compared)
    for k, step in enumerate(leaf.steps):
        for each in step.compared:
            place = packing.fields.index(_field(each))
            yield from (k, BESIDE.index(each.operator), remembered.index(each.step - 1))
            yield from (packing.shifts[place], packing.bits[place])


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


def _bounds(world: World, of: Of) -> tuple[int, int]:
    low, high = 0, 0
    for number, bucket in enumerate(world.machine.journal.buckets):
        found = world.numbers(of.name, of.currency, bucket, number)
        there = found[found != NEVER]
        low, high = min(low, int(there.min(initial=0))), max(high, int(there.max(initial=0)))
    return low, high
