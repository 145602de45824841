"""A journal whose "customers" are cases: each visit of a customer, or each of their orders, lives a life of its own.

Sessions are more offsets over the same columns. Cases by a property (an order number) stand one behind the other
inside their customer, in the order of the journey; events without the property belong to no case and fall away. Who
stands behind a case is still known: `customers_of` leads back from cases to customers.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from wend.engines.machine import Machine, Members
from wend.engines.source import Bucket, Journal, Words
from wend.engines.walking import Masks

Places = NDArray[np.int64]


@dataclass(frozen=True)
class CaseBucket:
    """The cases of one bucket: `owner[case]` is the customer's place there, `rows` the rows of the bucket in the order
    of the cases (None: as they stand).
    """

    base: Bucket
    offsets: Places
    owner: Places
    rows: Places | None = None

    def lined_up(self, column: NDArray[Any]) -> NDArray[Any]:
        """A column of the bucket, in the order of the cases."""
        return column if self.rows is None else column[self.rows]

    @cached_property
    def event(self) -> NDArray[Any]:
        return self.lined_up(self.base.event)

    @cached_property
    def channel(self) -> NDArray[Any]:
        return self.lined_up(self.base.channel)

    @cached_property
    def occurred_at(self) -> NDArray[Any]:
        return self.lined_up(self.base.occurred_at)

    @cached_property
    def rating(self) -> NDArray[Any]:
        return self.lined_up(self.base.rating)

    @cached_property
    def expectation(self) -> NDArray[Any]:
        return self.lined_up(self.base.expectation)

    @cached_property
    def about(self) -> NDArray[Any]:
        return self.lined_up(self.base.about)

    @cached_property
    def amount(self) -> NDArray[Any]:
        return self.lined_up(self.base.amount)

    @cached_property
    def customers(self) -> pa.Array:
        return self.base.customers.take(pa.array(self.owner))

    @cached_property
    def traits(self) -> pa.Table:
        return self.base.traits.take(pa.array(self.owner))


@dataclass(frozen=True)
class Cases:
    """The journal `base`, cut into cases; `unit` tells what a case is."""

    base: Journal
    unit: str
    buckets: tuple[CaseBucket, ...]

    @property
    def version(self) -> str:
        return f"{self.base.version} per {self.unit}"

    @property
    def words(self) -> Words:
        return self.base.words

    @property
    def trait_names(self) -> tuple[str, ...]:
        return self.base.trait_names

    @property
    def first_at(self) -> int:
        return self.base.first_at

    @property
    def last_at(self) -> int:
        return self.base.last_at

    @cached_property
    def events(self) -> int:
        return sum(len(bucket.event) for bucket in self.buckets)


def by_session(journal: Journal, gap: int) -> Cases:
    """A case ends before a silence longer than `gap` seconds, whatever happens inside it."""
    return Cases(journal, f"session:{gap}", tuple(_sessions(bucket, gap) for bucket in journal.buckets))


def _sessions(bucket: Bucket, gap: int) -> CaseBucket:
    offsets = np.asarray(bucket.offsets, np.int64)
    begins = np.diff(bucket.occurred_at, prepend=0) > gap
    begins[offsets[:-1][np.diff(offsets) > 0]] = True
    return _cut(bucket, offsets, np.flatnonzero(begins), len(begins))


def _cut(bucket: Bucket, offsets: Places, begins: Places, rows: int) -> CaseBucket:
    owner = np.searchsorted(offsets, begins, side="right") - 1
    return CaseBucket(bucket, np.append(begins, rows), owner)


def by_breaks(journal: Journal, unit: str, pairs: Places) -> Cases:
    """A case ends between two neighbouring events that `pairs` names, as (code · events + next code), in order."""
    names = len(journal.words.events)
    return Cases(journal, unit, tuple(_broken(bucket, names, pairs) for bucket in journal.buckets))


def _broken(bucket: Bucket, names: int, pairs: Places) -> CaseBucket:
    offsets, codes = np.asarray(bucket.offsets, np.int64), np.asarray(bucket.event, np.int64)
    begins = np.zeros(len(codes), np.bool_)
    begins[1:] = np.isin(codes[:-1] * names + codes[1:], pairs)
    begins[offsets[:-1][np.diff(offsets) > 0]] = True
    return _cut(bucket, offsets, np.flatnonzero(begins), len(begins))


def by_property(journal: Journal, name: str, codes: Iterable[NDArray[Any]]) -> Cases:
    """A case is what a customer did under one value of a property; `codes[b]` are its values by row, −1 where it has
    none.
    """
    pairs = zip(journal.buckets, codes, strict=True)
    return Cases(journal, f"property:{name}", tuple(_grouped(bucket, of_bucket) for bucket, of_bucket in pairs))


def _grouped(bucket: Bucket, codes: NDArray[Any]) -> CaseBucket:
    offsets = np.asarray(bucket.offsets, np.int64)
    kept = np.flatnonzero(codes >= 0)
    owner = np.searchsorted(offsets, kept, side="right") - 1
    case = owner * (int(codes.max(initial=0)) + 1) + codes[kept]
    order = np.argsort(case, kind="stable")
    begins = np.flatnonzero(np.diff(case[order], prepend=-1))
    return CaseBucket(bucket, np.append(begins, len(kept)), owner[order[begins]], kept[order])


def machine_of(engine: Machine, cases: Cases) -> Machine:
    """The engine over the cases; who is left out there is left out here with all their cases."""
    return Machine(cases, engine.threads, _of_cases(cases, engine.left_out))


def cases_of(customers: Members, journal: Journal) -> Members:
    """All cases of these customers in a journal made from theirs; the customers where it has no cases."""
    if not isinstance(journal, Cases):
        return Members(customers.masks, journal)
    pairs = zip(journal.buckets, customers.masks, strict=True)
    return Members(tuple(mask[bucket.owner] for bucket, mask in pairs), journal)


def _of_cases(cases: Cases, masks: Masks | None) -> Masks | None:
    if masks is None:
        return None
    return tuple(mask[bucket.owner] for bucket, mask in zip(cases.buckets, masks, strict=True))


def customers_of(found: Members) -> Members:
    """The customers who have any of these cases; customers are what they are."""
    journal = found.journal
    if not isinstance(journal, Cases):
        return found
    masks = tuple(np.zeros(len(bucket.base.offsets) - 1, np.bool_) for bucket in journal.buckets)
    for bucket, mask, cases in zip(journal.buckets, masks, found.masks, strict=True):
        mask[bucket.owner[cases]] = True
    return Members(masks, journal.base)
