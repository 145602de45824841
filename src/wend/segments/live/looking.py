"""When to look again at whom nobody has looked at yet: for everybody at once, from the columns of a journal.

As `timing.again`, never later than the moment at which the answer changes. It may be earlier: properties are not looked
at, nor what other leaves say. Whoever is looked at for nothing gets their own moment then.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar, cast

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from wend.conditions import dates, rhythm
from wend.conditions.facts import Facts
from wend.conditions.tree import (
    EVER,
    PASSAGES,
    Account,
    Condition,
    Consent,
    Day,
    Did,
    End,
    Ground,
    Group,
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
    grounds,
    happenings,
    leaves,
)
from wend.conditions.values import THOUSAND
from wend.engines.marking import actives, reached
from wend.engines.source import Bucket, Words
from wend.folds.lapses import Lapses
from wend.segments.live.standing import NEVER

T = TypeVar("T")
Moments = NDArray[np.int64]
Mask = NDArray[np.bool_]


_BY_ANY = ("touchpoint", *PASSAGES)
"""Kinds of which any event may be one."""


@dataclass(frozen=True)
class Looking:
    """One bucket of a journal at one moment; what several conditions ask of it is found once. `lapses` gives where time
    alone leads customers from stage to stage of a set, or in and out of a segment.
    """

    bucket: Bucket
    words: Words
    zone: str
    now: int
    facts: Facts
    lapses: Callable[[Ground], Lapses | None]

    def __post_init__(self) -> None:
        self._found: dict[Any, Any]
        object.__setattr__(self, "_found", {})

    def at(self, condition: Condition, inside: Mask | None = None) -> Moments:
        """For each customer when to look again; NEVER where only an event can change anything. `inside` says of whom
        the condition holds now, where that is known.
        """
        found = self._once(("ahead",), self._ahead).copy()
        may = inside if only_falls(condition) else None
        for leaf in leaves(condition):
            for moments in self._of(leaf):
                np.minimum(found, moments, out=found, where=True if may is None else may)
        return found

    def _of(self, leaf: Leaf) -> Iterator[Moments]:
        yield from self._at_events(leaf)
        for key in grounds(leaf):
            lapsed = self._lapsed(key)
            if lapsed is not None:
                yield from (self._first_of(*lapsed, self.now), *self._after_lapses(leaf, *lapsed))

    def _after_lapses(self, leaf: Leaf, who: Moments, times: Moments) -> Iterator[Moments]:
        """When something runs out that began with a lapse."""
        if isinstance(leaf, Slower):
            yield np.where(np.bincount(who, minlength=self._people) > 0, self.now + 1, NEVER)
        last = leaf.seconds if isinstance(leaf, Stage | Silent) else getattr(leaf, "frame", EVER).last
        if last:
            first = self._first_of(who, times, self.now - last)
            yield np.where(first <= self.now, first + last, NEVER)

    def _lapsed(self, key: Ground) -> tuple[Moments, Moments] | None:
        """Whose the lapses of a set or a segment are, and when each is."""

        def made() -> tuple[Moments, Moments] | None:
            found = self.lapses(key)
            if found is None:
                return None
            return np.searchsorted(np.asarray(self.bucket.offsets), found.row, side="right") - 1, found.at

        return self._once(("lapsed", key), made)

    def _at_events(self, leaf: Leaf) -> Iterator[Moments]:
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
            case Trait(fresh=int(fresh)):
                told = self.facts.told(leaf.test.name).items()
                yield self._of_some({who: (at, at + fresh) for who, at in told})
            case Consent():
                stood = self.facts.consents(leaf.purpose, leaf.channel).items()
                yield self._of_some({who: [since for since, _ in changes] for who, changes in stood})
            case _:  # not known here: looked at once, and by its own moment from then on
                yield np.full(self._people, self.now + 1, np.int64)

    @property
    def _people(self) -> int:
        return len(self.bucket.offsets) - 1

    def _once(self, key: Any, make: Callable[[], T]) -> T:
        if key not in self._found:
            self._found[key] = make()
        return cast("T", self._found[key])

    def _ahead(self) -> Moments:
        """When the next event that is known already comes to pass: clocks of devices run ahead."""
        times = np.asarray(self.bucket.occurred_at)
        if not len(times) or int(times.max()) <= self.now:
            return np.full(self._people, NEVER, np.int64)
        return self._first(None, self.now)

    def _of_some(self, moments: Mapping[str, Iterable[int]]) -> Moments:
        """The earliest of these moments that is still to come, by customer."""
        ahead = {who: min((at for at in each if at > self.now), default=NEVER) for who, each in moments.items()}
        names = pa.array(list(ahead), pa.string()).cast(self.bucket.customers.type)
        places = pc.index_in(names, value_set=self.bucket.customers)
        here = places.is_valid().to_numpy(zero_copy_only=False)
        found = np.full(self._people, NEVER, np.int64)
        found[places.drop_null().to_numpy()] = np.array(list(ahead.values()), np.int64)[here]
        return found

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
        if leaf.what.where or leaf.what.kind in _BY_ANY:  # any may be the last that counts
            return self._runs_out(leaf.what, leaf.seconds)
        lasts = self._lasts(names)
        begins = lasts + leaf.seconds
        return np.where((lasts > -NEVER) & (begins > self.now), begins, NEVER)

    def _events(self, names: tuple[str, ...] | None) -> tuple[Moments, Moments]:
        """Whose these events are, and when each was, in the order of the journal; all but event names are any."""

        def made() -> tuple[Moments, Moments]:
            offsets, times = np.asarray(self.bucket.offsets), np.asarray(self.bucket.occurred_at, np.int64)
            if names is None:
                return np.repeat(np.arange(self._people), np.diff(offsets)), times
            wanted = np.array([name in names for name in self.words.events] or [False], np.bool_)
            places = np.flatnonzero(wanted[self.bucket.event])
            return np.searchsorted(offsets, places, side="right") - 1, times[places]

        return self._once(("events", names), made)

    def _first(self, names: tuple[str, ...] | None, after: int) -> Moments:
        """The first of these events later than a moment; NEVER where there is none."""
        return self._first_of(*self._events(names), after)

    def _first_of(self, who: Moments, times: Moments, after: int) -> Moments:
        later = times > after
        who, times = who[later], times[later]
        firsts = np.flatnonzero(np.diff(who, prepend=-1))
        found = np.full(self._people, NEVER, np.int64)
        found[who[firsts]] = times[firsts]
        return found

    def _lasts(self, names: tuple[str, ...] | None) -> Moments:
        """The last of these events up to now; -NEVER where there is none."""

        def made() -> Moments:
            who, times = self._until_now(names)
            lasts = np.flatnonzero(np.diff(who, append=-1))
            found = np.full(self._people, -NEVER, np.int64)
            found[who[lasts]] = times[lasts]
            return found

        return self._once(("last", names), made)

    def _until_now(self, names: tuple[str, ...] | None) -> tuple[Moments, Moments]:
        who, times = self._events(names)
        seen = times <= self.now
        return who[seen], times[seen]

    def _slower(self, leaf: Slower) -> Moments:
        """For everybody what `rhythm.slower_from` says of one."""
        if leaf.what.where or leaf.what.kind in _BY_ANY:  # any may count, and a rhythm needs a few
            who, _ = self._events(_names(leaf.what))
            return np.where(np.bincount(who, minlength=self._people) > rhythm.FEWEST, self.now + 1, NEVER)
        season = self.facts.season()
        who, times = self._until_now(_names(leaf.what))
        pause = np.diff(actives(season, times))
        long = np.flatnonzero((np.diff(who) == 0) & (pause >= rhythm.VISIT))
        owner, pause = who[long], pause[long]
        ends = np.cumsum(np.bincount(owner, minlength=self._people))
        late = ends[owner] - np.arange(len(owner)) <= rhythm.MOST
        owner, pause = owner[late], pause[late]
        many = np.bincount(owner, minlength=self._people)
        able = np.flatnonzero(many >= rhythm.FEWEST)
        middle = (np.cumsum(many) - many)[able] + (many[able] - 1) // 2
        usual = pause[np.lexsort((pause, owner))][middle]
        lasts = actives(season, self._lasts(_names(leaf.what))[able])
        begins = reached(season, lasts + usual * leaf.times // THOUSAND + 1)
        found = np.full(self._people, NEVER, np.int64)
        found[able] = np.where(begins > self.now, begins, NEVER)
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


def only_falls(condition: Condition) -> bool:
    """Whether time alone can only make it false: so many times at least, and nothing else that runs out.

    >>> only_falls(Did(Happening("anything"))), only_falls(Silent(Happening("anything"), 60))
    (True, False)
    """
    if isinstance(condition, Group):
        return condition.kind != "none" and all(map(only_falls, condition.parts))
    if isinstance(condition, Did):
        return condition.times.high is None and not grounds(condition)
    return isinstance(condition, Trait | Share | InList | Account | Identified) and not getattr(condition, "fresh", 0)


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
