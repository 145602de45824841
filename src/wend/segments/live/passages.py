"""When each of some customers entered stages, and segments, and left them: the walk of the log's reader, once for all
of them. `conditions/standing.py` reads the same of one customer in plain Python.

Of those who did something a moment ago it is walked beside it what they had done before, as if they were somebody else.
Whatever a condition says of stages and segments stays as it was for whom both walks agree up to now.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from wend.conditions.journey import INSIDE, OUTSIDE, Entry, Journey
from wend.conditions.tree import Condition, Ground
from wend.domain.stage import StageSet
from wend.engines.entries import Entries
from wend.engines.marking import World
from wend.engines.source import Bucket
from wend.folds.contract import NEVER, Cells
from wend.segments.live.standing import NEVER as NOT_AGAIN

NOBODY: Mapping[str, int] = {}
NOWHERE = -1
"""Where no event is."""


class Changes(NamedTuple):
    """By row: whose entries up to a moment are others than before, and the first entry after it, NOT_AGAIN for none."""

    differs: NDArray[np.bool_]
    ahead: Cells


class Walked(NamedTuple):
    """Entries of all, one customer after the other: those of the k-th are `begins[k]:begins[k + 1]`. Of each its
    `owner`, the `moment`, the `place` among the owner's events, the `event` at which it is (NOWHERE: by time alone),
    and what is entered, as a place among the `names`.
    """

    names: Sequence[str]
    begins: Cells
    owner: Cells
    moment: Cells
    place: Cells
    event: Cells
    stage: Cells

    @classmethod
    def through(cls, bucket: Bucket, entries: Entries, names: Sequence[str]) -> Walked:
        """The entries of a bucket."""
        offsets, row, by_event = bucket.offsets, entries.row, entries.at == NEVER
        owner = np.searchsorted(offsets, row, side="right") - 1
        moment = np.where(by_event, bucket.occurred_at[row], entries.at)
        begins = np.searchsorted(owner, np.arange(len(offsets)))
        return cls(names, begins, owner, moment, row - offsets[owner], np.where(by_event, row, NOWHERE), entries.stage)

    def entries(self, who: int) -> list[Entry]:
        """Those of one customer."""
        mine = slice(self.begins[who], self.begins[who + 1])
        columns = (each[mine].tolist() for each in (self.moment, self.place, self.event, self.stage))
        return [
            Entry(at, None if event == NOWHERE else place, self.names[stage])
            for at, place, event, stage in zip(*columns, strict=True)
        ]

    def changes(self, after: Cells, before: Cells, ids: Cells, now: int) -> Changes:
        """What those at `after` entered up to now beside what those at `before` did, pair by pair, both ascending; an
        event is the same where its id is.
        """
        everybody, past = len(self.begins) - 1, self.moment <= now
        many = np.bincount(self.owner[past], minlength=everybody)
        differs = np.zeros(everybody, np.bool_)
        differs[after] = many[after] != many[before]
        alike = many[after] == many[before]
        said = (self.moment, self.stage, np.where(self.event == NOWHERE, NOWHERE, ids[self.event]))
        mine, theirs = (past & np.isin(self.owner, rows[alike]) for rows in (after, before))
        other = np.any([each[mine] != each[theirs] for each in said], axis=0)
        differs[self.owner[mine][other]] = True
        ahead = np.full(everybody, NOT_AGAIN)
        np.minimum.at(ahead, self.owner[~past], self.moment[~past])
        return Changes(differs, ahead)


class Passages:
    """Of the customers of the first bucket of a world, whose places there are `rows`; those whose past stands there
    too, without what is new, have it at `before`, in the same order; `ids` are those of all events. Nothing is walked,
    and the world not made, before somebody asks for it.
    """

    def __init__(
        self,
        bucket: Bucket,
        rows: Mapping[str, int],
        world: Callable[[], World],
        before: Mapping[str, int] = NOBODY,
        ids: Cells | None = None,
    ) -> None:
        self._bucket, self._rows, self._make = bucket, rows, world
        self._before, self._ids = before, np.zeros(len(bucket.event), np.int64) if ids is None else ids
        self._found: dict[Ground, Walked] = {}
        self._changes: dict[tuple[Ground, int], Changes] = {}

    @cached_property
    def _world(self) -> World:
        return self._make()

    def entered(self, journey: Journey, ground: StageSet | Condition | None) -> Sequence[Entry]:
        """Every entry of one of them, as `standing.entered` tells it."""
        if ground is None or not len(self._bucket.event):
            return ()
        own = ground is journey.stage_set
        key: Ground = ground if not isinstance(ground, StageSet) else "" if own else ground.key
        return self._walked(key).entries(self._rows[journey.customer])

    def changed(self, customer: str, ground: Ground, now: int) -> bool:
        """Whether somebody's entries up to now may be others than before what is new."""
        if customer not in self._before:
            return True
        return bool(len(self._bucket.event)) and bool(self._since(ground, now).differs[self._rows[customer]])

    def ahead(self, customer: str, ground: Ground, now: int) -> int:
        """The first entry to come, NOT_AGAIN if there is none."""
        return int(self._since(ground, now).ahead[self._rows[customer]]) if len(self._bucket.event) else NOT_AGAIN

    def _since(self, ground: Ground, now: int) -> Changes:
        if (ground, now) not in self._changes:
            pairs = [(self._rows[customer], place) for customer, place in self._before.items()]
            after, before = np.array(pairs, np.int64).reshape(-1, 2).T
            self._changes[ground, now] = self._walked(ground).changes(after, before, self._ids, now)
        return self._changes[ground, now]

    def _walked(self, key: Ground) -> Walked:
        if key not in self._found:
            self._found[key] = self._told(key)
        return self._found[key]

    def _told(self, key: Ground) -> Walked:
        if isinstance(key, str):
            entries, stages = self._world.entries(key, self._bucket, 0), self._world.stages_of(key)[1]
        else:
            entries, stages = self._world.belonging_of(key)(self._bucket, 0).entries, (OUTSIDE, INSIDE)
        return Walked.through(self._bucket, entries, stages)
