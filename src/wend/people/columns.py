"""All evidence of a workspace as columns: identifiers as codes, one row per pair. Loaded by `whole` alone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from wend.identity.reasons import TRUSTED
from wend.identity.rules import Rules
from wend.people import repository
from wend.store.facade import Reading

Codes = NDArray[np.int64]
Mask = NDArray[np.bool_]


@dataclass(frozen=True)
class Columns:
    """Pairs of codes with when they were first seen and whether they are trusted; `names` by code."""

    names: pa.StringArray
    a: Codes
    b: Codes
    at: Codes
    trusted: Mask
    rules: Rules

    @property
    def size(self) -> int:
        """How many identifiers."""
        return len(self.names)

    @cached_property
    def text_rank(self) -> Codes:
        """The place of each identifier among all, by text (UTF-8 sorts as code points do)."""
        rank = np.empty(self.size, np.int64)
        rank[pc.sort_indices(self.names).to_numpy()] = np.arange(self.size)
        return rank

    @cached_property
    def kind(self) -> Codes:
        """The place of each identifier's kind in the rules; one more for kinds nobody knows."""
        kind = np.full(self.size, len(self.rules.kinds), np.int64)
        for place, rule in enumerate(self.rules.kinds):
            kind[_mask(pc.starts_with(self.names, f"{rule.kind}:"))] = place
        return kind

    @cached_property
    def rank(self) -> Codes:
        """What sorts a person's best identifier first."""
        return self.kind * self.size + self.text_rank

    @cached_property
    def blocked(self) -> Mask:
        """Identifiers that join nobody."""
        if not self.rules.blocked:
            return np.zeros(self.size, np.bool_)
        return np.array([self.rules.is_blocked(name) for name in self.names.to_pylist()], np.bool_)

    def codes_of(self, names: Sequence[str]) -> Codes:
        """The codes of some identifiers; −1 for one that is nowhere in the evidence."""
        return found(pa.array(names, pa.string()), self.names)

    def by_kind(self, values: Sequence[int], other: int) -> Codes:
        """A number per identifier, given by its kind."""
        return np.asarray(np.array([*values, other], np.int64)[self.kind])


def found(asked: pa.StringArray | pa.ChunkedArray, among: pa.StringArray) -> Codes:
    """Where each text stands in another array; −1 for one that does not."""
    if not len(asked):
        return np.empty(0, np.int64)  # millions of texts need not be looked through for nobody
    return np.asarray(pc.fill_null(pc.index_in(asked, value_set=among), -1).to_numpy()).astype(np.int64)


def read(reading: Reading, rules: Rules, more: Iterable[str]) -> Columns:
    """All evidence, and identifiers (`more`) that decisions speak of."""
    ends: tuple[list[pa.Array], list[pa.Array]] = ([], [])
    at: list[Codes] = []
    trusted: list[Mask] = []
    for part in repository.every_tie(reading):
        a, b, moments, reasons = zip(*part, strict=True)
        ends[0].append(pa.array(a, pa.string()))
        ends[1].append(pa.array(b, pa.string()))
        at.append(np.array(moments, np.int64))
        trusted.append(np.array([reason in TRUSTED for reason in reasons], np.bool_))
    extra = pa.array(sorted(set(more)), pa.string())
    encoded = pa.chunked_array([*ends[0], *ends[1], extra]).dictionary_encode().unify_dictionaries()
    codes = np.concatenate([chunk.indices.to_numpy() for chunk in encoded.chunks]).astype(np.int64)
    rows = sum(len(each) for each in at)
    names = encoded.chunk(0).dictionary if encoded.num_chunks else extra
    whole_at = np.concatenate([np.empty(0, np.int64), *at])
    return _folded(names, codes[:rows], codes[rows : 2 * rows], whole_at, np.concatenate([_NONE, *trusted]), rules)


_NONE = np.empty(0, np.bool_)


def _folded(names: pa.StringArray, a: Codes, b: Codes, at: Codes, trusted: Mask, rules: Rules) -> Columns:
    """One row per pair: rows of one pair stand together, because they were read in the order of pairs."""
    first = np.ones(len(a), np.bool_)
    first[1:] = (a[1:] != a[:-1]) | (b[1:] != b[:-1])
    starts = np.flatnonzero(first)
    if not len(starts):
        return Columns(names, a, b, at, trusted, rules)
    return Columns(
        names, a[starts], b[starts], np.minimum.reduceat(at, starts), np.logical_or.reduceat(trusted, starts), rules
    )


def _mask(column: pa.Array) -> Mask:
    return np.asarray(column.to_numpy(zero_copy_only=False))
