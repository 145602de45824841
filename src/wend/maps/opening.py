"""Who is behind a number of the map."""

from __future__ import annotations

import numpy as np

from wend.engines.machine import Members
from wend.folds import feelings, holdings, stages, touchpoints
from wend.folds.contract import Cells, Fold
from wend.kit.errors import Mistake
from wend.maps.answers import Period, stages_params
from wend.maps.model import Behind
from wend.touchpoints.facade import UnknownTouchpoint, View


class NothingBehind(Mistake):
    """The map has no number of that kind and key."""

    code = "maps.nothing_behind"
    status = 404


def members(view: View, behind: Behind, over: Period) -> Members:
    """The customers behind a number, obstacles excepted. Raises NothingBehind for one that no map shows."""
    if behind.kind in ("stage", "slowing", "left", "transition"):
        return _in_stages(view, behind, over)
    if behind.kind in ("touchpoint", "step"):
        return _at_touchpoint(view, behind, over)
    if behind.kind == "feeling":
        return _who_said(view, behind, over)
    raise NothingBehind(kind=behind.kind, named=behind.key)


def _in_stages(view: View, behind: Behind, over: Period) -> Members:
    params, n = stages_params(view, over.selection, over.as_of), view.rules.stages
    if behind.kind == "transition":
        before, _, after = behind.key.partition(">")
        cell = stage_of(view, before, behind) * n + stage_of(view, after, behind)
        return view.machine.members(
            stages.STAGES, params, lambda answer: answer.flow[cell : cell + 1], over.selection, view.lens
        )
    s = stage_of(view, behind.key or behind.stage, behind)
    which = {"stage": "ever", "slowing": "slowing", "left": "left"}[behind.kind]

    def cells(answer: stages.StagesAnswer) -> Cells:
        found: Cells = getattr(answer, which)[s : s + 1]
        return found

    return view.machine.members(stages.STAGES, params, cells, over.selection, view.lens)


def _at_touchpoint(view: View, behind: Behind, over: Period) -> Members:
    code, n = _code(view, behind.key), view.rules.stages
    params = touchpoints.params(view.rules, len(view.names), over.first_at, over.last_at)._replace(follow=0)
    if not behind.stage:
        return view.machine.members(
            touchpoints.TOUCHPOINTS, params, lambda answer: answer.people[code : code + 1], over.selection, view.lens
        )
    cell = code * n + stage_of(view, behind.stage, behind)
    return view.machine.members(
        touchpoints.TOUCHPOINTS, params, lambda answer: answer.customers[cell : cell + 1], over.selection, view.lens
    )


def _who_said(view: View, behind: Behind, over: Period) -> Members:
    s, n = stage_of(view, behind.stage, behind) if behind.stage else 0, view.rules.stages
    if not behind.key:
        cell = holdings.FEELINGS * n + s
        return view.machine.members(
            holdings.HOLDINGS,
            holdings.params(view.rules),
            lambda answer: answer.customers[cell : cell + 1],
            over.selection,
            view.lens,
        )
    first = (_code(view, behind.key) * n + s) * feelings.WIDTH
    last = first + feelings.WIDTH * (1 if behind.stage else n)
    params = feelings.params(view.rules, len(view.names))
    masks = [_said(view, params, kind, first, last, over) for kind in ("experience", "expectation")]
    return Members(tuple(np.logical_or(*pair) for pair in zip(*(m.masks for m in masks), strict=True)), view.journal)


def _said(view: View, params: feelings.FeelingsParams, kind: str, first: int, last: int, over: Period) -> Members:
    fold: Fold[feelings.FeelingsParams, feelings.FeelingsAnswer] = feelings.FEELINGS

    def cells(answer: feelings.FeelingsAnswer) -> Cells:
        found: Cells = getattr(answer, kind)[first:last]
        return found

    return view.machine.members(fold, params, cells, over.selection, view.lens)


def stage_of(view: View, key: str, behind: Behind) -> int:
    """The place of a stage in its set. Raises NothingBehind."""
    for place, stage in enumerate(view.stage_set.stages):
        if stage.key == key:
            return place
    raise NothingBehind(kind=behind.kind, named=behind.key)


def _code(view: View, key: str) -> int:
    if key not in view.names:
        raise UnknownTouchpoint(key, view.names)
    return view.names.index(key)
