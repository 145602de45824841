"""How the numbers that are known of customers are spread: one small histogram each, counted over all rows."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from wend.kit.drawing.figures import compact
from wend.questions.drawing.sheet import BODY, MARGIN, SMALL, WIDTH, Sheet

EDGES = np.array([0, *(base * 10**power for power in range(12) for base in (1, 2, 5))], np.int64)
"""Lower edges of bars: 0, 1, 2, 5, 10, 20 … A bar holds whole numbers from its own edge to below the next one."""
DAY = 86_400
SHOWN = (
    ("events", 1), ("active_days", 1), ("channels", 1),
    ("since_first_seconds", DAY), ("since_last_seconds", DAY), ("longest_gap_days", 1),
    ("payments", 1), ("amount", 1), ("ratings", 1),
)  # fmt: skip
"""What is drawn, and by what it is divided."""
_ACROSS, _BETWEEN, _HIGH = 3, 26.0, 96.0
_WIDE = (WIDTH - 2 * MARGIN - (_ACROSS - 1) * _BETWEEN) / _ACROSS
Counts = NDArray[np.int64]


def features(sheet: Sheet, y: float) -> float:
    """Three histograms in a row."""
    counted = counts_of(sheet.answer.batches())
    y = sheet.heading(y, sheet.said("features"))
    if not counted or not counted[SHOWN[0][0]].sum():
        return sheet.nothing(y)
    for place, (name, counts) in enumerate(counted.items()):
        row, column = divmod(place, _ACROSS)
        _histogram(sheet, MARGIN + column * (_WIDE + _BETWEEN), y + row * (_HIGH + 62), name, counts)
    return y + -(-len(counted) // _ACROSS) * (_HIGH + 62)


def counts_of(batches: Iterator[pa.RecordBatch]) -> dict[str, Counts]:
    """How many customers fall into each bar, by feature; one pass over rows of any number."""
    found: dict[str, Counts] = {}
    for batch in batches:
        for name, unit in SHOWN:
            values = np.maximum(batch.column(name).to_numpy(zero_copy_only=False) // unit, 0)
            places = np.searchsorted(EDGES, values, side="right") - 1
            found[name] = found.get(name, np.zeros(len(EDGES), np.int64)) + np.bincount(places, minlength=len(EDGES))
    return found


def _histogram(sheet: Sheet, x: float, y: float, name: str, counts: Counts) -> None:
    """Bars from the first that holds somebody to the last, each with its lower edge under it. Nothing at all stands
    apart: between it and the least that somebody has, no bars are drawn.
    """
    above = np.flatnonzero(counts[1:]) + 1
    shown = [*([0] * bool(counts[0])), *(range(above[0], above[-1] + 1) if len(above) else ())]
    bars, total = counts[shown], counts.sum()
    sheet.label(x, y + BODY, sheet.said(f"feature_{name}"), _WIDE, weight="semibold")
    top, step = y + 24, _WIDE / max(4, len(bars))
    for place, customers in enumerate(bars.tolist()):
        left, high = x + place * step, _HIGH * customers / int(bars.max())
        sheet.canvas.box(left + 1, top + 12 + _HIGH - high, step - 2, max(high, 0.5), sheet.palette.bar, radius=2)
        if customers == bars.max():
            share = sheet.percent(customers / total)
            sheet.label(left + step / 2, top + 8, share, 64, "middle", sheet.palette.soft, font=SMALL)
        edge = compact(int(EDGES[shown[place]]), sheet.answer.language)
        sheet.label(left + step / 2, top + _HIGH + 26, edge, step, "middle", sheet.palette.soft, font=SMALL - 1.5)
    sheet.canvas.line(x, top + 12 + _HIGH, x + _WIDE, top + 12 + _HIGH, sheet.palette.rule)
