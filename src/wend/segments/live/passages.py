"""When each of some customers entered stages, and segments, and left them: the walk of the log's reader, once for all
of them. `conditions/standing.py` reads the same of one customer in plain Python.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property

import numpy as np

from wend.conditions.journey import INSIDE, OUTSIDE, Entry, Journey
from wend.conditions.tree import Condition, Ground
from wend.domain.stage import StageSet
from wend.engines.entries import Entries
from wend.engines.marking import World
from wend.engines.source import Bucket
from wend.folds.contract import NEVER


class Passages:
    """Of the customers of the first bucket of a world, whose places there are `rows`. Nothing is walked, and the world
    not made, before somebody asks for it.
    """

    def __init__(self, bucket: Bucket, rows: Mapping[str, int], world: Callable[[], World]) -> None:
        self._bucket, self._rows, self._make = bucket, rows, world
        self._found: dict[Ground, list[list[Entry]]] = {}

    @cached_property
    def _world(self) -> World:
        return self._make()

    def entered(self, journey: Journey, ground: StageSet | Condition | None) -> Sequence[Entry]:
        """Every entry of one of them, as `standing.entered` tells it."""
        if ground is None or not len(self._bucket.event):
            return ()
        own = ground is journey.stage_set
        key: Ground = ground if not isinstance(ground, StageSet) else "" if own else ground.key
        if key not in self._found:
            self._found[key] = self._walked(key)
        return self._found[key][self._rows[journey.customer]]

    def _walked(self, key: Ground) -> list[list[Entry]]:
        if isinstance(key, str):
            return self._told(self._world.entries(key, self._bucket, 0), self._world.stages_of(key)[1])
        return self._told(self._world.belonging_of(key)(self._bucket, 0).entries, (OUTSIDE, INSIDE))

    def _told(self, entries: Entries, stages: Sequence[str]) -> list[list[Entry]]:
        found, offsets, row = list[list[Entry]]([[] for _ in self._rows]), self._bucket.offsets, entries.row
        owner = np.searchsorted(offsets, row, side="right") - 1
        by_event = entries.at == NEVER
        moment = np.where(by_event, self._bucket.occurred_at[row], entries.at)
        columns = (owner, moment, row - offsets[owner], by_event, entries.stage)
        for who, at, place, told, stage in zip(*(column.tolist() for column in columns), strict=True):
            found[who].append(Entry(at, place if told else None, stages[stage]))
        return found
