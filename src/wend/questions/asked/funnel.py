"""Funnel: who did these steps in this order."""

from __future__ import annotations

from wend.folds import funnel
from wend.questions import errors
from wend.questions.asked.contract import Asked
from wend.questions.pointing import CellsOf, Pointed, field
from wend.questions.wish import Made, Wish


def _make(wish: Wish) -> Made:
    steps = [[wish.context.code(name, wish.over) for name in step] for step in wish.given["steps"]]
    return funnel.FUNNEL, funnel.params(steps, wish.codes, wish.given["within"]), ()


def _opens(at: Pointed) -> CellsOf:
    steps, step = at.prepared.params.length, str(at.where.get("step", "1"))
    if not step.isdecimal() or not 1 <= int(step) <= steps:
        raise errors.NothingToOpen(where=f"step 1 … {steps}")
    stopped = at.state({"reached": "", "stopped": "stopped"})
    return field("deepest", int(step), None if stopped else steps + 1)


FUNNEL = Asked(_make, _opens)
