"""Random params of the fold `segment`: leaves of any kind over a few marks, and a tree above them."""

from __future__ import annotations

from typing import Any

import numpy as np
from hypothesis import strategies as st

from tests.folds.journals import CODES
from tests.folds.seasons import seasons
from wend.folds import segment, segment_compare as compare, segment_leaf as kinds
from wend.folds.contract import NEVER
from wend.folds.segment import PLAIN_MARKS, SegmentParams
from wend.folds.segment_compare import room_of_ways
from wend.folds.segment_leaf import NO_HIGH, NO_LOW, Leaves, room_of

START, DAY = 1_700_000_000, 86_400
MOST_WAYS = 64
"""More than a random journey has: laws of the driver hand a fold no more room than it asks for."""
_MARKS = [1, 2, 3, 4, 1 << PLAIN_MARKS, 2 << PLAIN_MARKS]
_TOLD = tuple(value * 7 % 5 for value in range(501))
"""What a value is that is a code: one for every amount of a random journey."""
_WINDOWS = [0, 60, 3_600, DAY, 90 * DAY]


@st.composite
def _comparisons(draw: st.DrawFn, steps: int) -> list[int]:
    """One or two comparisons of later steps with the first, or with one that is remembered beside it."""
    remembered = [0] if steps < 3 else draw(st.sampled_from([[0], [1], [0, 1]]))
    rows = []
    for _ in range(draw(st.integers(1, 2))):
        slot = draw(st.integers(0, len(remembered) - 1))
        k = draw(st.integers(remembered[slot] + 1, steps - 1))
        rows += [
            k,
            draw(st.integers(compare.SAME, compare.LESS)),
            slot,
            *draw(st.sampled_from([(0, 3), (1, 3), (0, 0)])),
        ]
    return [len(remembered), *remembered, len(rows) // 5, *rows]


@st.composite
def params(draw: st.DrawFn) -> SegmentParams:
    """Up to four leaves below one group."""
    rows, step, bar, orders, place = [], [0], [0], list(_TOLD), 0
    for _ in range(draw(st.integers(1, 4))):
        kind, steps, first = draw(st.integers(kinds.COUNT, kinds.COMPARED)), 0, len(step)
        what, other = draw(st.sampled_from(_MARKS)), draw(st.sampled_from([0, *_MARKS]))
        if kind in (kinds.ORDER, kinds.COMPARED):
            steps = draw(st.integers(2, 3))
            step += [draw(st.sampled_from(_MARKS)) for _ in range(steps)]
            bar += [0, *(draw(st.sampled_from([0, 0, 1, 4])) for _ in range(steps - 1))]
            what = int(np.bitwise_or.reduce([*step[first:], *bar[first:]]))
        anchor = draw(st.sampled_from([0, 0, 0, 2, 4])) if kind < kinds.SILENT else 0
        from_at = draw(st.sampled_from([NEVER, NEVER, START + DAY])) if kind < kinds.SILENT else NEVER
        low, high = draw(st.sampled_from([(NO_LOW, 2), (1, NO_HIGH), (0, 0), (1, 300_000), (2, 2)]))
        size = draw(st.sampled_from([1, 2, 3] if kind == kinds.DISTINCT else [*_WINDOWS, 1_500]))
        room = room_of(kind, size, steps)
        if kind == kinds.COMPARED:
            other, low = len(orders), MOST_WAYS
            orders += draw(_comparisons(steps))
            room = kinds.ROOM + room_of_ways(steps, orders[other], low)
        before = -NEVER if anchor or kind >= kinds.SILENT else draw(st.sampled_from([-NEVER, START + 50 * DAY]))
        rows.append(
            (
                kind,
                place,
                what | (0 if kind == kinds.COMPARED else other) | anchor,
                what,
                other,
                anchor,
                from_at,
                before,
                low,
                high,
                size,
                first,
                steps,
            )
        )
        place += room
    nodes = [(segment.LEAF, len(rows), k) for k in range(len(rows))]
    nodes.append((draw(st.integers(segment.ALL, segment.NONE)), -1, len(rows)))
    cells: list[Any] = [np.array(column, np.int64) for column in zip(*rows, strict=True)]
    leaves = Leaves(
        **dict(zip(Leaves._fields, cells, strict=False)),
        step=np.array(step),
        bar=np.array(bar),
        orders=np.array(orders),
        room=place,
        season=draw(seasons()),
    )
    marks = np.array([draw(st.integers(0, 7)) for _ in range(CODES)], np.int64)
    now = START + draw(st.integers(0, 400)) * DAY
    further, scale = draw(st.integers(0, 1)), draw(st.sampled_from([0, 1_000]))
    kinds_of, parents, parts = (np.array(column, np.int64) for column in zip(*nodes, strict=True))
    return SegmentParams(marks, further, scale, now, leaves, kinds_of, parents, parts)
