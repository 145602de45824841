"""Flow: where customers stood at one moment and where they stand at a later one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from wend.engines.machine import Walked
from wend.folds import flow
from wend.folds.contract import Presented
from wend.methods.intervals import wilson
from wend.questions.asked.contract import Asked
from wend.questions.context import Context
from wend.questions.errors import NothingToOpen
from wend.questions.pointing import CellsOf, Pointed, field
from wend.questions.wish import Made, Prepared, Wish
from wend.touchpoints import facade as touchpoints

LEVELS = ("active", "slowing", "left")
NOWHERE = "nowhere"


def _make(wish: Wish) -> Made:
    chosen = wish.context.plan.stage_set(wish.given["stage_set"])
    rules, names = wish.rules()
    silences = touchpoints.silences_of(chosen, wish.context.facts.season())
    params = flow.params(rules, wish.given["at"], wish.as_of)._replace(silences=silences)
    return flow.FLOW, params, names


def _further(_: Context, prepared: Prepared, walked: Walked[Any, Any]) -> Presented:
    """Places by name, with the share of those who stood there, and its interval."""
    told, stages = flow.present(walked.answer, walked.params, ()), prepared.stages
    stood: Counter[int] = Counter()
    for row in told["flow"]:
        stood[row["from"]] += row["customers"]
    rows = []
    for row in told["flow"]:
        estimate = wilson(row["customers"], stood[row["from"]])
        ends = _place(row["from"], stages, "from") | _place(row["to"], stages, "to")
        numbers = {"share": estimate.value, "low": estimate.low, "high": estimate.high}
        rows.append(ends | {"n": estimate.n, "customers": row["customers"]} | numbers)
    back = [row | {"from": stages[row["from"]], "to": stages[row["to"]]} for row in told["back"]]
    return {"flow": rows, "back": back}


def _place(place: int, stages: Sequence[str], end: str) -> Presented:
    if place == flow.NOWHERE:
        return {end: None, f"{end}_state": NOWHERE}
    return {end: stages[(place - 1) // flow.LEVELS], f"{end}_state": LEVELS[(place - 1) % flow.LEVELS]}


def _pointed(at: Pointed, end: str) -> int:
    state = at.state({NOWHERE: NOWHERE, **{level: level for level in LEVELS}}, f"{end}_state")
    return flow.NOWHERE if state == NOWHERE else 1 + at.stage(end) * flow.LEVELS + LEVELS.index(state)


def _opens(at: Pointed) -> CellsOf:
    if at.where.get("state") == "back":
        return field("back", at.stage("from") * len(at.prepared.stages) + at.stage("to"))
    if "from_state" not in at.where:
        raise NothingToOpen(where="from_state")
    first, size = _pointed(at, "from") * flow.places(at.prepared.params), flow.places(at.prepared.params)
    return field("moves", first + _pointed(at, "to")) if "to_state" in at.where else field("moves", first, first + size)


FLOW = Asked(_make, _opens, further=_further)
