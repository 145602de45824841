"""Stages: where customers stand, and how they move on."""

from __future__ import annotations

from wend.folds import stages
from wend.questions.asked.contract import Asked
from wend.questions.pointing import CellsOf, Pointed, field
from wend.questions.wish import Made, Wish
from wend.touchpoints import facade as touchpoints


def _make(wish: Wish) -> Made:
    chosen = wish.context.plan.stage_set(wish.given["stage_set"])
    rules, names = wish.rules()
    silences = touchpoints.silences_of(chosen, wish.context.facts.season())
    return stages.STAGES, stages.StagesParams(rules, wish.as_of, silences, wish.selection.from_at), names


def _opens(at: Pointed) -> CellsOf:
    stage, count = at.stage(), len(at.prepared.stages)
    if "to" in at.where:
        return field("flow", stage * count + at.stage("to"))
    states = ("ever", "now", "slowing", "left", "resumed", "returned")
    cells = at.state({state: state for state in states} | {"next": "flow"})
    return field("flow", stage * count, stage * count + count) if cells == "flow" else field(cells, stage)


STAGES = Asked(_make, _opens)
