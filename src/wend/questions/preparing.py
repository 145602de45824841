"""From a question in words to a fold with its params: the names become codes, defaults become numbers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from wend.domain.selection import Selection
from wend.engines.lens import Lens
from wend.folds import dropoff, feelings, funnel, reach, sessions, stage_walk, stages, touchpoints, transitions
from wend.folds.contract import Fold, Presented
from wend.questions import errors
from wend.questions.context import Context
from wend.questions.specs import Over


@dataclass(frozen=True, slots=True)
class Prepared:
    """A fold ready to walk. `codes` names the space, `stages` the stage set's stages ("" keys never occur)."""

    fold: Fold[Any, Any]
    params: Any
    over: Over
    selection: Selection
    lens: Lens | None
    names: Sequence[str]
    stages: Sequence[str]
    as_of: int

    def present(self, answer: Any, params: Any) -> Presented:
        """The answer in words, stages by their keys."""
        shown = self.fold.present(answer, params, self.stages if self.fold is stages.STAGES else self.names)
        return shown if self.fold is stages.STAGES else _with_stage_keys(shown, self.stages)


FEW_EVENTS = 2_000_000
"""Up to this many events the times of transitions are read from totals too: sharper, and half as slow again."""

Made = tuple[Fold[Any, Any], Any, Sequence[str]]
"""A fold, its params and the keys of the stages it speaks of."""


@dataclass(frozen=True, slots=True)
class Wish:
    """A question's parameters, read, and what it is asked of."""

    context: Context
    given: dict[str, Any]
    over: Over
    selection: Selection
    as_of: int

    @property
    def codes(self) -> int:
        """The size of the space."""
        return len(self.context.names(self.over))

    def rules(self) -> tuple[stage_walk.Rules, Sequence[str]]:
        """Stage rules and stage keys. Rules speak of touchpoints: over plain events everybody stands in one stage."""
        if self.over == "events":
            return stage_walk.no_stages(max(1, self.codes)), ()
        chosen = self.context.plan.stage_set(self.given["stage_set"])
        return self.context.rules(chosen), [stage.key for stage in chosen.stages]


def prepare(context: Context, question: str, given: dict[str, Any], selection: Selection, over: Over) -> Prepared:
    """The fold of a question over a space of events or touchpoints; raises for names that are not known."""
    if over == "touchpoints" and not context.lens.names:
        raise errors.NoTouchpoints
    context.check(selection)
    as_of = given.get("as_of")
    if as_of is None:
        as_of = min(context.last_at, selection.to_at - 1)
    selection = replace(selection, to_at=min(selection.to_at, as_of + 1))
    fold, params, stage_names = _MAKERS[question](Wish(context, given, over, selection, as_of))
    lens = context.lens if over == "touchpoints" else None
    return Prepared(fold, params, over, selection, lens, context.names(over), stage_names, as_of)


def _funnel(wish: Wish) -> Made:
    steps = [[wish.context.code(name, wish.over) for name in step] for step in wish.given["steps"]]
    return funnel.FUNNEL, funnel.params(steps, wish.codes, wish.given["within"]), ()


def _transitions(wish: Wish) -> Made:
    few = wish.context.machine.journal.events <= FEW_EVENTS
    return transitions.TRANSITIONS, transitions.params(wish.codes, totals=few), ()


def _sessions(wish: Wish) -> Made:
    return sessions.SESSIONS, sessions.params(wish.given["gap"]), ()


def _stages(wish: Wish) -> Made:
    chosen = wish.context.plan.stage_set(wish.given["stage_set"])
    rules, names = wish.rules()
    params = stages.params(rules, wish.as_of, chosen.slowing_after_days, chosen.left_after_days)
    return stages.STAGES, params, names


def _touchpoints(wish: Wish) -> Made:
    rules, names = wish.rules()
    first = max(wish.context.first_at, wish.selection.from_at)
    last = min(wish.context.last_at, wish.selection.to_at - 1)
    return touchpoints.TOUCHPOINTS, touchpoints.params(rules, wish.codes, first, last), names


def _feelings(wish: Wish) -> Made:
    rules, names = wish.rules()
    return feelings.FEELINGS, feelings.params(rules, wish.codes), names


def _dropoff(wish: Wish) -> Made:
    rules, names = wish.rules()
    return dropoff.DROPOFF, dropoff.params(rules, wish.codes, wish.as_of, wish.given["silence"]), names


def _reach(wish: Wish) -> Made:
    return reach.REACH, reach.params(wish.codes), ()


_MAKERS: dict[str, Callable[[Wish], Made]] = {
    "funnel": _funnel,
    "transitions": _transitions,
    "sessions": _sessions,
    "stages": _stages,
    "touchpoints": _touchpoints,
    "feelings": _feelings,
    "dropoff": _dropoff,
    "reach": _reach,
}


def _with_stage_keys(shown: Presented, keys: Sequence[str]) -> Presented:
    """Places in the stage set become the stages' keys; without a stage set, stage rows are left out."""
    if not keys:
        return {name: value for name, value in shown.items() if name != "stages"}
    return {name: _named(value, keys) for name, value in shown.items()}


def _named(value: Any, keys: Sequence[str]) -> Any:
    if isinstance(value, list):
        return [_named(item, keys) for item in value]
    if isinstance(value, dict):
        return {k: keys[v] if k == "stage" else _named(v, keys) for k, v in value.items()}
    return value
