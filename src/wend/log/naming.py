"""Names of customers while the journal is built: key → written identifier."""

from __future__ import annotations

import numpy as np
import pyarrow as pa

from wend.log.canonical import People
from wend.log.errors import NamelessCustomer
from wend.log.hashing import Words
from wend.log.keyed import KeySet


class NameBook:
    """Names met so far. Asked per bucket, which is a range of keys."""

    def __init__(self, people: People) -> None:
        self._people = people
        self._met = KeySet()
        self._keys: list[Words] = []
        self._names: list[pa.StringArray] = []

    def meet(self, keys: Words, own: Words, subjects: pa.StringArray) -> None:
        """Rows came by under these customer keys; `own` are the keys of their subjects as written."""
        new = self._met.add(keys)
        if not len(new):
            return
        linked = keys[new] != own[new]  # a linked subject stands under its customer's key, whose name is another
        theirs, others = new[~linked], keys[new[linked]]
        self.know(keys[theirs], subjects.take(pa.array(theirs)))
        if len(others):
            self.know(others, self._people.named(others))

    def know(self, keys: Words, names: pa.StringArray) -> None:
        """Take names in as they are."""
        self._keys.append(keys)
        self._names.append(names)

    def settle(self) -> None:
        """No more names come: sort them."""
        keys = np.concatenate([*self._keys, np.empty(0, np.uint64)])
        order = np.argsort(keys, kind="stable")
        names = pa.concat_arrays([*self._names, pa.array([], pa.string())])
        self._keys, self._names = [keys[order]], [names.take(pa.array(order))]

    def names(self, keys: Words, more_keys: Words, more: pa.StringArray) -> pa.StringArray:
        """Names of ascending keys, each of which is known here or among `more`."""
        if len(keys) == 0:
            return pa.array([], pa.string())
        low, high = np.searchsorted(self._keys[0], keys[[0, -1]], side="left") + np.array([0, 1])
        known, names = self._keys[0][low:high], self._names[0][low:high]
        every = np.concatenate([known, more_keys])
        order = np.argsort(every, kind="stable")
        places = order[np.searchsorted(every[order], keys)]
        if not np.array_equal(every[places], keys):
            raise NamelessCustomer(key=f"{int(keys[0]):016x}")
        return pa.concat_arrays([names, more]).take(pa.array(places))
