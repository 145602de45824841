"""How the numbers that are known of customers are spread: one small histogram each, counted over all rows."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from wend.kit.drawing.figures import compact
from wend.questions.drawing.sheet import BODY, MARGIN, SMALL, WIDTH, Sheet
from wend.questions.spreading import EDGES, UNITS, places

_ACROSS, _BETWEEN, _HIGH = 3, 26.0, 96.0
_WIDE = (WIDTH - 2 * MARGIN - (_ACROSS - 1) * _BETWEEN) / _ACROSS
Counts = NDArray[np.int64]


def features(sheet: Sheet, y: float) -> float:
    """Three histograms in a row."""
    counted = counts_of(sheet.answer.batches())
    y = sheet.heading(y, sheet.said("features"))
    if not counted or not next(iter(counted.values())).sum():
        return sheet.nothing(y)
    for place, (name, counts) in enumerate(counted.items()):
        row, column = divmod(place, _ACROSS)
        _histogram(sheet, MARGIN + column * (_WIDE + _BETWEEN), y + row * (_HIGH + 62), name, counts)
    return y + -(-len(counted) // _ACROSS) * (_HIGH + 62)


def counts_of(batches: Iterator[pa.RecordBatch]) -> dict[str, Counts]:
    """How many customers fall into each bar, by feature; one pass over rows of any number."""
    found: dict[str, Counts] = {}
    for batch in batches:
        for name in UNITS:
            held = places(name, batch.column(name).to_numpy(zero_copy_only=False))
            found[name] = found.get(name, np.zeros(len(EDGES), np.int64)) + np.bincount(held, minlength=len(EDGES))
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
