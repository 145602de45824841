"""When something last happened to anybody, over a whole journal."""

from __future__ import annotations

import numpy as np

from wend.conditions.tree import Did, Happening
from wend.engines.marking import Marks, World


def last_at(world: World, what: Happening) -> int | None:
    """When anybody last met a touchpoint or entered a stage (epoch seconds), None = never; not those left out."""
    marks, newest = Marks(world, [Did(what)]), None
    for number, bucket in enumerate(world.machine.journal.buckets):
        found = marks.column(bucket, number) != 0
        if world.machine.left_out is not None:
            found &= ~np.repeat(world.machine.left_out[number], np.diff(np.asarray(bucket.offsets, np.int64)))
        if found.any():
            last = int(np.asarray(bucket.occurred_at)[found].max())
            newest = last if newest is None else max(last, newest)
    return newest
