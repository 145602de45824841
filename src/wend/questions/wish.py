"""What is wished for, before and after its names have become codes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from wend.domain.selection import Selection
from wend.engines.lens import Lens
from wend.folds import stage_walk, stages
from wend.folds.contract import Fold, Presented
from wend.questions.context import Context
from wend.questions.specs import Over


@dataclass(frozen=True, slots=True)
class Prepared:
    """A fold ready to walk. `names` are the words of the space's codes, `stages` the keys of the stage set's stages,
    `given` the question's parameters as read.
    """

    fold: Fold[Any, Any]
    params: Any
    over: Over
    selection: Selection
    lens: Lens | None
    names: Sequence[str]
    stages: Sequence[str]
    as_of: int
    given: Mapping[str, Any]

    def present(self, answer: Any, params: Any) -> Presented:
        """The answer in words, stages by their keys."""
        shown = self.fold.present(answer, params, self.stages if self.fold is stages.STAGES else self.names)
        return shown if self.fold is stages.STAGES else _with_stage_keys(shown, self.stages)


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

    def flags(self, names: Sequence[str] | None) -> NDArray[np.bool_]:
        """Which codes are meant by these names; all of them when none is given."""
        meant = np.full(max(1, self.codes), names is None, np.bool_)
        meant[[self.context.code(name, self.over) for name in names or ()]] = True
        return meant

    def no_rules(self) -> stage_walk.Rules:
        """One stage in which everybody stands."""
        return stage_walk.no_stages(max(1, self.codes))

    def rules(self) -> tuple[stage_walk.Rules, Sequence[str]]:
        """Stage rules and stage keys. Rules speak of touchpoints: over plain events everybody stands in one stage."""
        if self.over == "events":
            return self.no_rules(), ()
        chosen = self.context.plan.stage_set(self.given["stage_set"])
        return self.context.rules(chosen), [stage.key for stage in chosen.stages]


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
