"""Changes that are one story become one anomaly, told by its root; the dearest comes first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

import numpy as np

from wend.folds.histogram import BINS, edges
from wend.methods.changes import difference, interval
from wend.methods.correction import LEVEL, holm
from wend.methods.scanning import AROUND
from wend.questions.anomalies.series import Found

TOGETHER = 0.3
"""Two changes are one story when they share this part of the days of both."""
MOST_ALSO = 12
_EDGES = np.concatenate([[0.0], edges()[1:].astype(np.float64)])


@dataclass(slots=True)
class Story:
    """A root change, its p value after correction, and what goes with it."""

    root: Found
    p: float
    also: list[Found] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Cost:
    """Customers lost and what they would have paid, in minor units, each with its interval; less than 0 = won."""

    lost: tuple[float, float, float]
    money: tuple[float, float, float]


def stories(found: Sequence[Found], tests: int) -> list[Story]:
    """The changes that stand after correction for `tests` series, one story each."""
    adjusted = holm(np.array([each.change.p for each in found], np.float64), tests)
    sure = [(each, float(p)) for each, p in zip(found, adjusted, strict=True) if p <= LEVEL]
    told: list[Story] = []
    for each, p in sorted(sure, key=lambda pair: _rootedness(pair[0])):
        home = next((story for story in told if _together(story.root, each)), None)
        if home is None:
            told.append(Story(each, p))
        else:
            home.also.append(each)
    return sorted(told, key=lambda story: (-(_money(story.root) or 0.0), -story.root.change.score))


def _rootedness(each: Found) -> tuple[int, float]:
    """What works worse is a cause, what is done less a consequence, all else a sign; of each the likeliest group first,
    as the scan in space chooses it: by the plain likelihood ratio.
    """
    worse = each.change.during < each.change.before
    kind = {"conversion": 0, "customers": 1, "seconds": 2}[each.line.measure]
    return kind if worse and kind < 2 else kind + 2, -each.change.score * each.change.swing


def _together(a: Found, b: Found) -> bool:
    both = min(a.last, b.last) - max(a.first, b.first) + 1
    return both >= TOGETHER * (max(a.last, b.last) - min(a.first, b.first) + 1)


def cost(found: Found) -> Cost | None:
    """Of a conversion, or of a step that is done less: the customers who did not come, and their money."""
    change, line = found.change, found.line
    if line.measure == "seconds" or (line.measure == "customers" and change.during > change.before):
        return None
    exposure = float(line.series.exposure[change.first : change.last + 1].sum())
    told = difference(line.series, change)
    lost = (-told.value * exposure, -told.high * exposure, -told.low * exposure)
    return Cost(lost, (lost[0] * line.worth, lost[1] * line.worth, lost[2] * line.worth))


def _money(found: Found) -> float | None:
    told = cost(found)
    return told.money[0] if told else None


def row(story: Story, names: Sequence[str], origin: date) -> dict[str, Any]:
    """A story in words; `names` are those of the watched steps, `origin` is the first day of the log."""
    root = story.root
    low, high = (_level(root, level) for level in interval(root.line.series, root.change))
    told = cost(root)
    lost = [round(each) for each in told.lost] if told else [None] * 3
    money = [round(each) for each in told.money] if told else [None] * 3
    return {
        **_what(root, names, origin),
        "low": low,
        "high": high,
        "n": _n(root),
        "lost": lost[0],
        "cost": money[0],
        "cost_low": money[1],
        "cost_high": money[2],
        "p_adjusted": story.p,
        "also": [_what(each, names, origin) for each in story.also[:MOST_ALSO]],
    }


def around(story: Story, number: int, origin: date) -> dict[str, Any]:
    """The figure of an anomaly's root day by day, with the weeks around it; None where nothing was tried that day."""
    line, change = story.root.line, story.root.change
    first = max(0, change.first - AROUND)
    days = slice(first, change.last + 1 + AROUND)
    exposure = line.series.exposure[days] if line.series.kind != "count" else np.ones_like(line.series.total[days])
    pairs = zip(line.series.total[days].tolist(), exposure.tolist(), strict=True)
    values = [_level(story.root, total / tried) if tried else None for total, tried in pairs]
    return {"anomaly": number, "from": day(origin, line.starts_on + first), "values": values}


def _what(found: Found, names: Sequence[str], origin: date) -> dict[str, Any]:
    line, change = found.line, found.change
    step = names[line.step] if line.before is None else f"{names[line.before]} > {names[line.step]}"
    ends = None if change.open else day(origin, found.last)
    when = {"measure": line.measure, "from": day(origin, found.first), "to": ends}
    levels = {"before": _level(found, change.before), "during": _level(found, change.during)}
    return {"what": step, **when, "group": line.group, **levels}


def _n(found: Found) -> int:
    """Attempts, or customers, under the level during the change."""
    change, series = found.change, found.line.series
    counted = series.total if series.kind == "count" else series.exposure
    return int(counted[change.first : change.last + 1].sum())


def _level(found: Found, level: float) -> float:
    """A share, customers on a usual day, or typical seconds."""
    if found.line.measure == "seconds":
        at = min(level + 0.5 if level > 0 else 0.0, BINS - 1.0)  # the middle of its bin
        return round(float(np.interp(at, np.arange(len(_EDGES)), _EDGES)), 1)
    return round(level, 4)


def day(origin: date, number: int) -> str:
    """The date of a day of the log."""
    return (origin + timedelta(number)).isoformat()
