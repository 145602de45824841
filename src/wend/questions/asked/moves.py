"""Moves: who stands where today, and where they would stand with an edited stage set."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from wend.domain.stage import StageSet
from wend.engines.machine import Walked
from wend.folds import moves
from wend.folds.contract import Cells, Presented
from wend.folds.moves import LEVELS, MovesAnswer
from wend.methods.intervals import wilson
from wend.questions.asked.contract import Asked
from wend.questions.context import Context
from wend.questions.errors import NothingToOpen, UnknownStage
from wend.questions.pointing import CellsOf, Pointed, field
from wend.questions.wish import Made, Prepared, Wish
from wend.touchpoints import facade as touchpoints

STATES = ("active", "slowing", "left")


def _make(wish: Wish) -> Made:
    plan = wish.context.plan
    edited = plan.stage_set(wish.given["stage_set"])
    today = _today(wish.context, wish.given)
    silences = [touchpoints.silences_of(each, wish.context.facts.season()) for each in (today, edited)]
    rules = [wish.context.rules(each, place) for place, each in enumerate((today, edited))]
    same = touchpoints.same_stages(today, edited)
    params = moves.params(rules[0], rules[1], same, wish.as_of, silences[0], silences[1])
    return moves.MOVES, params, [stage.key for stage in edited.stages]


def _today(context: Context, given: Any) -> StageSet:
    """The set to compare with: the one named, else the saved one of the edited set's key, else the default one."""
    wanted, edited = given["today"], context.plan.stage_set(given["stage_set"])
    if wanted is None and any(each.key == edited.key for each in context.plan.stage_sets):
        wanted = edited.key
    return context.plan.stage_set(wanted)


def _further(context: Context, prepared: Prepared, walked: Walked[Any, MovesAnswer]) -> Presented:
    """Moves by the keys of both sets, each with its share of those who stood there; stages and silences of both."""
    before = [stage.key for stage in _today(context, prepared.given).stages]
    after, answer = prepared.stages, walked.answer
    today, now = (cells.reshape(-1, LEVELS) for cells in (answer.today, answer.now))
    rows = []
    for a, b in ((a, b) for a in range(len(before)) for b in range(len(after))):
        customers, n = int(answer.moves[a * len(after) + b]), int(today[a].sum())
        if customers:
            share = wilson(customers, n)
            numbers = {"n": n, "share": share.value, "low": share.low, "high": share.high}
            rows.append({"from": before[a], "to": after[b], "customers": customers, **numbers})
    told = {"moves": rows, "moved": int(answer.moved[0])}
    return {**told, "stages": _stages(before, after, today, now), "levels": _levels(answer)}


def _stages(before: Sequence[str], after: Sequence[str], today: Cells, now: Cells) -> list[Presented]:
    keys = [*after, *(key for key in before if key not in after)]
    stood = dict(zip(before, today.sum(axis=1).tolist(), strict=True))
    stands = dict(zip(after, now.tolist(), strict=True))
    nobody = [0] * LEVELS
    return [
        {"stage": key, "today": stood.get(key, 0), "now": sum(stands.get(key, nobody))}
        | {"slowing": stands.get(key, nobody)[1], "left": stands.get(key, nobody)[2]}
        for key in keys
    ]


def _levels(answer: MovesAnswer) -> list[Presented]:
    table = answer.levels.reshape(LEVELS, LEVELS)
    return [
        {"from": STATES[a], "to": STATES[b], "customers": int(table[a, b])}
        for a in range(LEVELS)
        for b in range(LEVELS)
        if table[a, b]
    ]


def _opens(at: Pointed) -> CellsOf:
    edited = len(at.prepared.stages)
    if "stage" in at.where:
        state, first = at.state({"now": "now", "slowing": "slowing", "left": "left"}), at.stage() * LEVELS
        return field("now", first, first + LEVELS) if state == "now" else field("now", first + STATES.index(state))
    if "from_state" in at.where:
        level = STATES.index(at.state({each: each for each in STATES}, "from_state")) * LEVELS
        return field("levels", level + STATES.index(at.state({each: each for each in STATES}, "to_state")))
    if "from" not in at.where:
        if at.where.get("state") != "moved":
            raise NothingToOpen(where="from")
        return field("moved", 0)
    before = [stage.key for stage in _today(at.context, at.prepared.given).stages]
    if (key := str(at.where["from"])) not in before:
        raise UnknownStage(key, before)
    first = before.index(key) * edited
    return field("moves", first + at.stage("to")) if "to" in at.where else field("moves", first, first + edited)


def _sets(wish: Wish) -> tuple[StageSet, ...]:
    return _today(wish.context, wish.given), wish.context.plan.stage_set(wish.given["stage_set"])


MOVES = Asked(_make, _opens, further=_further, sets=_sets)
