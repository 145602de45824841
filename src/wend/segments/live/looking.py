"""When to look again at whom nobody has looked at yet: for everybody at once, from the columns of a journal.

As `timing.again`, never later than the moment at which the answer changes. It may be earlier: properties are not looked
at, nor what other leaves say. Whoever is looked at for nothing gets their own moment then.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from wend.conditions import dates, rhythm
from wend.conditions.season import EVEN, Season
from wend.conditions.tree import (
    Account,
    Condition,
    Day,
    Did,
    End,
    Happening,
    Identified,
    InList,
    InOrder,
    Leaf,
    Measure,
    Share,
    Silent,
    Slower,
    Stage,
    Trait,
    happenings,
    leaves,
)
from wend.engines.source import Bucket, Words
from wend.segments.live.standing import NEVER

Moments = NDArray[np.int64]


@dataclass(frozen=True)
class Looking:
    """One bucket of a journal at one moment; what several conditions ask of it is found once."""

    bucket: Bucket
    words: Words
    zone: str
    now: int
    season: Season = EVEN

    def __post_init__(self) -> None:
        self._found: dict[Any, Moments]
        object.__setattr__(self, "_found", {})

    def at(self, condition: Condition) -> Moments:
        """For each customer when to look again; NEVER where only an event can change anything."""
        ahead = self._once(("ahead",), lambda: self._first(None, self.now))
        found = ahead.copy()
        for leaf in leaves(condition):
            for moments in self._of(leaf):
                np.minimum(found, moments, out=found)
        return found

    def _of(self, leaf: Leaf) -> Iterator[Moments]:
        match leaf:
            case Did() | Measure() | End() | InOrder():
                if leaf.frame.last is not None:
                    yield from (self._runs_out(each, leaf.frame.last) for each in happenings(leaf))
            case Silent():
                yield self._silent(leaf)
            case Slower():
                yield self._once(leaf, lambda: self._slower(leaf))
            case Stage():
                if leaf.seconds:
                    yield self._runs_out(Happening("anything"), leaf.seconds)
            case Day():
                yield self._once(leaf, lambda: self._days(leaf))
            case Trait(fresh=None) | Share() | InList() | Account() | Identified():
                return
            case _:  # not known here: looked at once, and by its own moment from then on
                yield np.full(self._people, self.now + 1, np.int64)

    @property
    def _people(self) -> int:
        return len(self.bucket.offsets) - 1

    def _once(self, key: Any, make: Any) -> Moments:
        if key not in self._found:
            self._found[key] = make()
        return self._found[key]

    def _runs_out(self, what: Happening, last: int) -> Moments:
        """When the oldest event inside the window leaves it."""
        names = _names(what)

        def made() -> Moments:
            first = self._first(names, self.now - last)
            seen = first <= self.now
            return np.where(seen, first + last, NEVER)

        return self._once(("out", names, last), made)

    def _silent(self, leaf: Silent) -> Moments:
        names = _names(leaf.what)
        if leaf.what.where or leaf.what.kind in ("touchpoint", "stage"):  # any may be the last that counts
            return self._runs_out(leaf.what, leaf.seconds)
        lasts = self._once(("last", names), lambda: self._last(names))
        begins = lasts + leaf.seconds
        return np.where((lasts > -NEVER) & (begins > self.now), begins, NEVER)

    def _rows(self, names: tuple[str, ...] | None) -> NDArray[np.bool_]:
        """Which events are these; touchpoints and stages are any."""
        if names is None:
            return np.ones(len(self.bucket.event), np.bool_)
        codes = [code for code, name in enumerate(self.words.events) if name in names]
        return np.asarray(np.isin(self.bucket.event, codes), np.bool_)

    def _first(self, names: tuple[str, ...] | None, after: int) -> Moments:
        """The first of these events later than a moment; NEVER where there is none."""
        times = np.asarray(self.bucket.occurred_at, np.int64)
        places = np.flatnonzero(self._rows(names) & (times > after))
        found = np.full(self._people, NEVER, np.int64)
        who = np.searchsorted(self.bucket.offsets, places, side="right") - 1
        np.minimum.at(found, who, times[places])
        return found

    def _last(self, names: tuple[str, ...] | None) -> Moments:
        """The last of these events up to now; -NEVER where there is none."""
        times = np.asarray(self.bucket.occurred_at, np.int64)
        places = np.flatnonzero(self._rows(names) & (times <= self.now))
        found = np.full(self._people, -NEVER, np.int64)
        who = np.searchsorted(self.bucket.offsets, places, side="right") - 1
        np.maximum.at(found, who, times[places])
        return found

    def _slower(self, leaf: Slower) -> Moments:
        if leaf.what.where or leaf.what.kind in ("touchpoint", "stage"):
            return np.full(self._people, self.now + 1, np.int64)
        times = np.where(self.bucket.occurred_at <= self.now, self.bucket.occurred_at, NEVER)
        rows = self._rows(_names(leaf.what)) & (times < NEVER)
        found = np.full(self._people, NEVER, np.int64)
        for who, (first, end) in enumerate(pairwise(self.bucket.offsets.tolist())):
            begins = rhythm.slower_from(times[first:end][rows[first:end]].tolist(), leaf.times, self.season)
            if begins is not None and begins > self.now:
                found[who] = begins
        return found

    def _days(self, leaf: Day) -> Moments:
        days, texts = _coded(self.bucket, self._people, leaf.trait)
        zones, names = _coded(self.bucket, self._people, dates.ZONE_TRAIT)
        pairs, which = np.unique(days * len(names) + zones, return_inverse=True)
        turns = (
            dates.changes(leaf, texts[pair // len(names)], names[pair % len(names)], self.zone, self.now)
            for pair in pairs.tolist()
        )
        return np.array([min(turn, default=NEVER) for turn in turns], np.int64)[which]


def _names(what: Happening) -> tuple[str, ...] | None:
    return what.names if what.kind == "event" else None


def _coded(bucket: Bucket, people: int, name: str) -> tuple[NDArray[np.int64], Sequence[str | None]]:
    """A code per customer and the texts by code; nobody's is the last, None."""
    column = bucket.traits.column(name) if name in bucket.traits.column_names else pa.nulls(people, pa.string())
    chunk = column.combine_chunks() if isinstance(column, pa.ChunkedArray) else column
    if not pa.types.is_dictionary(chunk.type):
        chunk = chunk.dictionary_encode()
    texts: list[str | None] = [*chunk.dictionary.to_pylist(), None]
    return chunk.indices.fill_null(len(texts) - 1).to_numpy(zero_copy_only=False).astype(np.int64), texts
