"""Names of customers while the journal is built: key → written identifier."""

from __future__ import annotations

import numpy as np
import pyarrow as pa

from wend.log.canonical import People
from wend.log.errors import NamelessCustomer
from wend.log.hashing import Words
from wend.log.keyed import KeySet


class NameBook:
    """Names in the order in which their keys were first met: looked up, never sorted."""

    def __init__(self, people: People) -> None:
        self._people = people
        self._met = KeySet()
        self._names: list[pa.StringArray] = [pa.array([], pa.string())]

    def meet(self, keys: Words, own: Words, subjects: pa.StringArray) -> None:
        """Rows came by under these customer keys; `own` are the keys of their subjects as written."""
        new = self._met.add(keys)
        if not len(new):
            return
        names = subjects.take(pa.array(new))
        linked = keys[new] != own[new]  # a linked subject stands under its customer's key, whose name is another
        if linked.any():
            others = pa.array(np.where(linked, len(new) + np.cumsum(linked) - 1, np.arange(len(new))))
            names = pa.concat_arrays([names, self._people.named(keys[new[linked]])]).take(others)
        self._names.append(names)

    def know(self, keys: Words, names: pa.StringArray) -> None:
        """Take names in as they are."""
        self._names.append(names.take(pa.array(self._met.add(keys))))

    def settle(self) -> None:
        """No more names come."""
        self._names = [pa.concat_arrays(self._names)]

    def names(self, keys: Words, more_keys: Words, more: pa.StringArray) -> pa.StringArray:
        """Names of these keys, each of which is known here or among `more`."""
        place = self._met.find(keys)
        others = np.flatnonzero(place < 0)
        if not len(others):
            return self._names[0].take(pa.array(place))
        order = np.argsort(more_keys, kind="stable")
        there = np.searchsorted(more_keys[order], keys[others])
        if there.max() == len(order) or not np.array_equal(more_keys[order[there]], keys[others]):
            raise NamelessCustomer(key=f"{int(keys[others[0]]):016x}")
        here = self._names[0].take(pa.array(place[place >= 0]))
        place[place >= 0] = np.arange(len(here))
        place[others] = len(here) + np.arange(len(others))
        return pa.concat_arrays([here, more.take(pa.array(order[there]))]).take(pa.array(place))
