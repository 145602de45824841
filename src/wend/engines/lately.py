"""When something last happened to anybody, over a whole journal."""

from __future__ import annotations

import numpy as np

from wend.conditions.tree import Did, Happening
from wend.engines.marking import Marks, World
from wend.engines.source import Bucket
from wend.folds.contract import Cells
from wend.folds.lapses import Lapses

NO_LAPSES = Lapses(np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros(0, np.uint16))


def last_at(world: World, what: Happening, until: int) -> int | None:
    """When anybody last met a touchpoint, or entered or left what can be entered, by time alone up to a moment (epoch
    seconds); None = never. Not those left out.
    """
    marks, moments = Marks(world, [Did(what)]), list[int]()
    for number, bucket in enumerate(world.machine.journal.buckets):
        told = np.ones(len(bucket.event), np.bool_)
        if world.machine.left_out is not None:
            told &= ~np.repeat(world.machine.left_out[number], _lengths(bucket))
        times = np.asarray(bucket.occurred_at)[told & (marks.column(bucket, number) != 0)]
        lapsed = marks.between(bucket, number) if marks.lapsing else NO_LAPSES
        due = lapsed.at[told[lapsed.row] & (lapsed.at <= until)]
        moments += [int(found.max()) for found in (times, due) if len(found)]
    return max(moments, default=None)


def _lengths(bucket: Bucket) -> Cells:
    """How many events each customer has."""
    offsets = np.asarray(bucket.offsets, np.int64)
    return offsets[1:] - offsets[:-1]
