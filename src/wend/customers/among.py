"""A set of customers as lists are cut by it: sorted words in place of names, so that a million cost what they weigh."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from zlib import crc32

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from wend.customers.directory import Directory
from wend.customers.scanning import Mask
from wend.log.facade import Journal
from wend.log.hashing import text_key, text_keys


@dataclass(frozen=True)
class Among:
    """Some canonical customers. `keys` are the words of their ids, sorted, each once."""

    keys: NDArray[np.uint64]

    @classmethod
    def of(cls, customers: Iterable[str]) -> Among:
        """These customers."""
        return cls(np.unique(text_keys(pa.array(list(customers), pa.string()))))

    def __len__(self) -> int:
        return len(self.keys)

    def __contains__(self, customer: str) -> bool:
        place = int(np.searchsorted(self.keys, np.uint64(text_key(customer))))
        return place < len(self.keys) and int(self.keys[place]) == text_key(customer)

    def __or__(self, other: Among) -> Among:
        """Whoever is in either."""
        return Among(np.union1d(self.keys, other.keys))

    def changed(self, entered: Iterable[str], left: Iterable[str]) -> Among:
        """The same with these, and without those. Costs a copy, not another sort."""
        come, gone = Among.of(entered).keys, Among.of(left).keys
        stay = np.delete(self.keys, self._places(gone)[1])
        fresh = np.delete(come, Among(stay)._places(come)[0])
        return Among(np.insert(stay, np.searchsorted(stay, fresh), fresh))

    def _places(self, asked: NDArray[np.uint64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Which of these sorted keys are here, and where."""
        if not len(self.keys):
            return np.zeros(0, np.int64), np.zeros(0, np.int64)
        places = np.minimum(np.searchsorted(self.keys, asked), len(self.keys) - 1)
        found = np.flatnonzero(self.keys[places] == asked)
        return found, places[found]

    @property
    def sign(self) -> str:
        """Differs wherever others are among them."""
        return f"{len(self.keys)}-{crc32(self.keys.tobytes()):08x}"

    def masks(self, journal: Journal) -> tuple[Mask, ...]:
        """Who of a journal is among them, bucket by bucket. The keys of a bucket are sorted as these are: few look
        among many.
        """
        return tuple(self._mask(np.asarray(bucket.keys)) for bucket in journal.buckets)

    def mask(self, directory: Directory) -> Mask:
        """Who of a directory is among them."""
        return directory.spread(self.masks(directory.journal)).astype(np.bool_)

    def _mask(self, held: NDArray[np.uint64]) -> Mask:
        found = np.zeros(len(held), np.bool_)
        if len(held):
            first, end = np.searchsorted(self.keys, [held[0], held[-1]])
            mine = self.keys[first : end + 1]
            places = np.minimum(np.searchsorted(held, mine), len(held) - 1)
            found[places[held[places] == mine]] = True
        return found
