"""Feelings: how customers felt, and what they had expected."""

from __future__ import annotations

from wend.folds import feelings
from wend.questions import errors
from wend.questions.asked.contract import Asked
from wend.questions.pointing import CellsOf, Pointed, field
from wend.questions.wish import Made, Wish


def _make(wish: Wish) -> Made:
    rules, names = wish.rules()
    return feelings.FEELINGS, feelings.params(rules, wish.codes), names


def _opens(at: Pointed) -> CellsOf:
    kind = at.state({"experience": "experience", "expectation": "expectation"}, "kind")
    level = int(at.where.get("level", 0))
    if not 0 <= level <= feelings.LEVELS:
        raise errors.NothingToOpen(where=f"level 1 … {feelings.LEVELS}")
    cell = feelings.LEVEL + level - 1 if level else feelings.N
    row, all_rows = len(at.prepared.stages) * feelings.WIDTH, at.prepared.params.codes + 1
    if "touchpoint" not in at.where:
        return field(kind, at.stage() * feelings.WIDTH + cell, all_rows * row, row)
    first = at.code("touchpoint") * row
    if "stage" in at.where:
        return field(kind, first + at.stage() * feelings.WIDTH + cell)
    return field(kind, first + cell, first + row, feelings.WIDTH)


FEELINGS = Asked(_make, _opens)
