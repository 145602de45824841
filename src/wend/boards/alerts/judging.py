"""Has a number left its range, and is it back? Pure: the state is an argument, so what is said once stays said."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import isfinite
from typing import Any, Literal

from wend.boards.model_alerts import AlertState, Bounds, Cell
from wend.methods.intervals import prediction
from wend.questions.facade import Answer

Tells = Literal["", "left", "back"]
LEAST_CHECKS = 8
"""Fewer numbers than this say nothing about what is usual."""
LEAST_PART = 0.05
"""A change by less than this part of the usual level is never told: a number that stood still has no spread."""


@dataclass(frozen=True, slots=True)
class Range:
    """Where a number belongs; None = open."""

    low: float | None
    high: float | None

    def holds(self, value: float, margin: float = 0.0) -> bool:
        """Whether the value is inside, by `margin` at least."""
        above = self.low is None or value >= self.low + margin
        return above and (self.high is None or value <= self.high - margin)

    def margin(self, percent: int) -> float:
        """How far inside a number is back: a part of the width, or of the only bound."""
        if self.low is not None and self.high is not None:
            return (self.high - self.low) * percent / 100
        return abs(self.low if self.low is not None else self.high or 0.0) * percent / 100


def range_of(bounds: Bounds, usual: Sequence[float]) -> Range | None:
    """The range of the next number. With `usual` bounds it follows from the last numbers; None while they are few."""
    if not bounds.usual:
        return Range(bounds.low, bounds.high)
    if len(usual) < LEAST_CHECKS:
        return None
    told = prediction(usual)
    least = LEAST_PART * abs(told.value)
    return Range(min(told.low, told.value - least), max(told.high, told.value + least))


def judge(state: AlertState, value: float, found: Range | None, margin_percent: int) -> tuple[AlertState, Tells]:
    """The state after a number, and what there is to tell."""
    if found is None:
        return ("outside", "") if state == "outside" else ("learning", "")
    if state == "outside":
        margin = found.margin(margin_percent)
        return ("inside", "back") if found.holds(value, margin) else ("outside", "")
    return ("inside", "") if found.holds(value) else ("outside", "left")


def number_of(answer: Answer, cell: Cell) -> float | None:
    """The number that the cell names; None when the answer has no such row or no number there."""
    if not cell.row:
        first = next(iter(answer.shown), {})
        beside: Mapping[str, Any] = {"customers": answer.customers, "events": answer.events, **answer.content}
        return _number(first.get(cell.column, beside.get(cell.column)))
    for row in answer.shown:
        if all(_written(row.get(name)) == value for name, value in cell.row.items()):
            return _number(row.get(cell.column))
    return None


def _number(value: object) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float) or not isfinite(value):
        return None
    return float(value)


def _written(value: object) -> str:
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value)
