"""When something last happened to anybody, over a whole journal."""

from __future__ import annotations

import numpy as np

from wend.conditions.tree import Did, Happening
from wend.engines.marking import Marks, World
from wend.engines.source import Bucket
from wend.folds.contract import Cells


def last_at(world: World, what: Happening) -> int | None:
    """When anybody last met a touchpoint or entered a stage (epoch seconds), None = never; not those left out."""
    marks, newest = Marks(world, [Did(what)]), None
    for number, bucket in enumerate(world.machine.journal.buckets):
        found = marks.column(bucket, number) != 0
        if world.machine.left_out is not None:
            found &= ~np.repeat(world.machine.left_out[number], _lengths(bucket))
        if found.any():
            last = int(np.asarray(bucket.occurred_at)[found].max())
            newest = last if newest is None else max(last, newest)
    return newest


def _lengths(bucket: Bucket) -> Cells:
    """How many events each customer has."""
    offsets = np.asarray(bucket.offsets, np.int64)
    return offsets[1:] - offsets[:-1]
