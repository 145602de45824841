"""Reach: how many customers do each step at all."""

from __future__ import annotations

from wend.folds import reach
from wend.questions.asked.contract import Asked
from wend.questions.pointing import CellsOf, Pointed, field
from wend.questions.wish import Made, Wish


def _make(wish: Wish) -> Made:
    return reach.REACH, reach.params(wish.codes), ()


def _opens(at: Pointed) -> CellsOf:
    return field("customers", at.code("step"))


REACH = Asked(_make, _opens)
