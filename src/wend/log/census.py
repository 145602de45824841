"""The people side of a bucket while it is written: customers' names, their traits, and those who only have traits."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from wend.log.blobs import blob, table_of
from wend.log.hashing import Words
from wend.log.journal import Bucket
from wend.log.keyed import KeyMap
from wend.log.naming import NameBook
from wend.log.traits import Cells, TraitBook, chosen, joined, last, no_cells

Array = NDArray[Any]
Arrays = dict[str, Array]
_NO_TEXTS = pa.array([], pa.string())


class Census:
    """Fresh names and trait values, cut by bucket once, then asked by each bucket."""

    def __init__(self, names: NameBook, traits: TraitBook, mapping: KeyMap, buckets: int) -> None:
        names.settle()
        self._names = names
        self._mapping = mapping
        self._traits = tuple(traits.traits.words)
        cells, self._values = traits.settled()
        owner = mapping.apply(cells.subject)
        number = ((owner >> np.uint64(32)) * np.uint64(buckets)) >> np.uint64(32)
        order = np.argsort(number, kind="stable")
        self._cells = chosen(cells, order)
        self._starts = np.searchsorted(number[order], np.arange(buckets + 1, dtype=np.uint64))

    def fresh(self, bucket: int) -> Cells:
        """Trait values that are new to a bucket."""
        return chosen(self._cells, np.arange(self._starts[bucket], self._starts[bucket + 1]))

    def arrays(self, bucket: int, keys: Words, old: Bucket | None, moved: Words) -> Arrays:
        """What the bucket's file says about people. `keys` have a journey; `moved` subjects no longer belong to
        `old`."""
        cells, values = self._merged(bucket, old, moved)
        owner = self._mapping.apply(cells.subject)
        waiting = np.setdiff1d(owner, keys)
        old_keys, old_names = _named(old)
        customers = self._names.names(keys, old_keys, old_names)
        others = self._names.names(waiting, old_keys, old_names)
        return {
            "people": blob(pa.table({"customer": customers, **self._wide(cells, values, owner, keys)})),
            "waiting": blob(pa.table({"customer": others})),
            "waiting_keys": waiting,
            "trait_subject": cells.subject,
            "trait_name": cells.trait,
            "trait_occurred_at": cells.occurred_at,
            "trait_received_at": cells.received_at,
            "trait_event_id": cells.event_id,
            "trait_value": cells.value,
            "trait_values": blob(pa.table({"value": values})),
        }

    def names_of(self, keys: Words, more_keys: Words, more: pa.StringArray) -> Array:
        """Names of customers, each of whom was met or is among `more_keys`."""
        return blob(pa.table({"customer": self._names.names(keys, more_keys, more)}))

    def _merged(self, bucket: int, old: Bucket | None, moved: Words) -> tuple[Cells, pa.StringArray]:
        fresh = self.fresh(bucket)
        before, texts = stored_cells(old)
        if len(moved):
            before = chosen(before, ~np.isin(before.subject, moved))
        cells = joined([before, fresh._replace(value=fresh.value + len(texts))])
        cells = chosen(cells, last(cells, cells.subject))
        spoken = pa.chunked_array([texts, self._values]).take(pa.array(cells.value))
        encoded = pa.concat_arrays([_NO_TEXTS, *spoken.chunks]).dictionary_encode()
        return cells._replace(value=encoded.indices.to_numpy().astype(np.int64)), encoded.dictionary

    def _wide(self, cells: Cells, values: pa.StringArray, owner: Words, keys: Words) -> Mapping[str, pa.StringArray]:
        """One text column per trait, a row per key. Names get a mark in front: a trait may be called `customer`."""
        final = last(cells, owner)
        final = final[np.isin(owner[final], keys)]
        columns: dict[str, pa.StringArray] = {}
        for trait in np.unique(cells.trait[final]).tolist():
            mine = final[cells.trait[final] == trait]
            place = np.full(len(keys), -1, np.int64)
            place[np.searchsorted(keys, owner[mine])] = cells.value[mine]
            columns[f"={self._traits[trait]}"] = values.take(pa.array(place, mask=place < 0))
        return columns


def stored_cells(bucket: Bucket | None) -> tuple[Cells, pa.StringArray]:
    """The trait cells in a bucket's file and the texts their values point to."""
    if bucket is None:
        return no_cells(), _NO_TEXTS
    stored = bucket.arrays
    fields = ("subject", "name", "occurred_at", "received_at", "event_id", "value")
    texts = table_of(stored["trait_values"]).column("value")
    return Cells(*(stored[f"trait_{field}"] for field in fields)), pa.concat_arrays([_NO_TEXTS, *texts.chunks])


def _named(bucket: Bucket | None) -> tuple[Words, pa.StringArray]:
    if bucket is None:
        return np.empty(0, np.uint64), _NO_TEXTS
    keys = np.concatenate([bucket.keys, bucket.arrays["waiting_keys"]])
    return keys, pa.concat_arrays([bucket.customers, bucket.waiting])
