"""Touchpoints: how much happens where, for whom, in which stage."""

from __future__ import annotations

from wend.folds import touchpoints
from wend.questions.asked.contract import Asked
from wend.questions.pointing import CellsOf, Pointed, field
from wend.questions.wish import Made, Wish


def _make(wish: Wish) -> Made:
    rules, names = wish.rules()
    first = max(wish.context.first_at, wish.selection.from_at)
    last = min(wish.context.last_at, wish.selection.to_at - 1)
    return touchpoints.TOUCHPOINTS, touchpoints.params(rules, wish.codes, first, last), names


def _opens(at: Pointed) -> CellsOf:
    code = at.code("touchpoint")
    if "stage" in at.where:
        return field("customers", code * len(at.prepared.stages) + at.stage())
    return field("people", code)


TOUCHPOINTS = Asked(_make, _opens)
