"""Ways to group customers that a log offers of itself: traits and properties with few values that are words."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from typing import Any, Protocol

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from wend.engines.source import Bucket
from wend.log.facade import Log
from wend.maps.obstacles.context import Flags, Grouping
from wend.touchpoints.facade import View

MOST_VALUES = 64
MOST_PROPERTIES = 6
MOST_PROPERTY_VALUES = 40
LONGEST_VALUE = 40
SAMPLE = 5_000
LEAST_SEEN = 50
NOT_GROUPS = frozenset({"comment", "score", "scale", "text", "currency"})
"""Properties that say how somebody felt, or in what units, not who or where they are."""


class Cut(Protocol):
    """The part of the journal that is looked at."""

    @property
    def offsets(self) -> NDArray[np.int64]:
        """Where customers begin on the path."""
        ...

    @property
    def buckets(self) -> Sequence[Bucket]:
        """The journal's buckets."""
        ...

    def aligned(self, columns: Sequence[NDArray[Any]]) -> NDArray[Any]:
        """Columns with one cell per event."""
        ...

    def of_customers(self, columns: Sequence[NDArray[Any]]) -> NDArray[Any]:
        """Columns with one cell per customer."""
        ...


def trait_fits(bucket: Bucket, traits: tuple[tuple[str, str], ...]) -> Flags:
    """Which customers have, for every trait named, one of the values named with it."""
    fits = np.ones(len(bucket.offsets) - 1, np.bool_)
    for name in {name for name, _ in traits}:
        wanted = [value for other, value in traits if other == name]
        if name in bucket.traits.column_names:
            mine = pc.fill_null(pc.is_in(bucket.traits.column(name), value_set=pa.array(wanted, pa.string())), False)
            fits &= mine.to_numpy(zero_copy_only=False).astype(np.bool_)
        else:
            fits &= False
    return fits


def trait_groups(view: View, cut: Cut) -> tuple[Grouping, ...]:
    """Traits with 2 … 64 values that are words."""
    made = []
    for name in view.journal.trait_names if hasattr(view.journal, "trait_names") else ():
        columns = [bucket.traits.column(name).combine_chunks() for bucket in cut.buckets]
        whole = pa.concat_arrays([pa.array([], pa.string()), *columns]).dictionary_encode()
        values = whole.dictionary.to_pylist()
        if not 2 <= len(values) <= MOST_VALUES or not _are_words(values):
            continue
        codes = pc.fill_null(whole.indices, -1).to_numpy(zero_copy_only=False).astype(np.int16)
        cuts = np.cumsum([len(column) for column in columns])[:-1]
        seen = cut.of_customers(np.split(codes, cuts))
        made.append(Grouping(name, tuple(values), np.repeat(seen, np.diff(cut.offsets))))
    return tuple(made)


def property_groups(log: Log, view: View, cut: Cut) -> tuple[Grouping, ...]:
    """Properties with 2 … 64 values that are words, the most widespread first; a trait of the same name is better."""
    made = []
    for name in _property_names(log):
        if name in getattr(view.journal, "trait_names", ()):
            continue
        found = log.property(name)
        values = found.values.to_pylist()
        if 2 <= len(values) <= MOST_VALUES:
            made.append(Grouping(name, tuple(values), cut.aligned(found.codes).astype(np.int16)))
    return tuple(made)


def _property_names(log: Log) -> list[str]:
    """Names worth reading, judged by a fair sample of rows (ids are spread evenly)."""
    sample = log.query(
        "SELECT properties FROM events WHERE properties IS NOT NULL AND event NOT LIKE '$%' "
        "ORDER BY event_id % 65536, event_id",
        SAMPLE,
    )
    values: dict[str, Counter[str]] = {}
    for document in sample["properties"].to_pylist():
        for name, value in json.loads(document).items():
            if value not in (None, "") and name not in NOT_GROUPS:
                values.setdefault(name, Counter())[str(value)] += 1
    fitting = {name: counts.total() for name, counts in values.items() if _divides(counts)}
    return sorted(fitting, key=lambda name: (-fitting[name], name))[:MOST_PROPERTIES]


def _divides(counts: Counter[str]) -> bool:
    """Few values that are words, each of them frequent enough in the sample, so that they are groups and not names."""
    few = 2 <= len(counts) <= MOST_PROPERTY_VALUES
    return few and counts.total() >= max(LEAST_SEEN, 5 * len(counts)) and _are_words(counts)


def _are_words(values: Sequence[str] | Counter[str]) -> bool:
    """Names of groups: short, and not numbers or times (mostly)."""
    numbers = sum(1 for value in values if value[:1].isdigit() and value.replace(".", "").replace("-", "").isdigit())
    return max(len(value) for value in values) <= LONGEST_VALUE and numbers <= len(values) / 2
