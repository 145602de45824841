"""What an edited stage set would change before it is saved: where everybody would stand, and who moves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from wend.conditions.facts import NOTHING, Facts
from wend.domain.names import Name
from wend.domain.stage import StageSet
from wend.folds import moves
from wend.folds.moves import LEVELS, MOVES, MovesParams
from wend.touchpoints import checks
from wend.touchpoints.checks import SaidFinding
from wend.touchpoints.differences import differences
from wend.touchpoints.view import View, rules_of, silences_of
from wend.touchpoints.written_out import written_out

_UNREADABLE = ("bad_condition", "stage_of_stage", "no_history", "compared")


@dataclass(frozen=True, slots=True)
class StagePreview:
    """Customers who would stand in a stage at the end, and of these who would be slowing down or have left;
    `customers_today` stand in the stage of the same key today.
    """

    stage: str
    name: Name
    customers: int
    slowing: int
    left: int
    customers_today: int


@dataclass(frozen=True, slots=True)
class StageMove:
    """Customers who stand in the stage `before` today and would stand in `after`."""

    before: str
    after: str
    customers: int


@dataclass(frozen=True, slots=True)
class Levels:
    """Customers by how silent they are."""

    active: int
    slowing: int
    left: int


@dataclass(frozen=True, slots=True)
class PreviewedStageSet:
    """An edited stage set beside today's: customers by stage of each, everybody's move (those who stay among them), how
    many `moved`, how silent they are, what is wrong or odd, and what differs.
    """

    customers: int
    moved: int
    stages: tuple[StagePreview, ...]
    today: tuple[StagePreview, ...]
    moves: tuple[StageMove, ...]
    levels: Levels
    levels_today: Levels
    findings: tuple[SaidFinding, ...]
    changes: tuple[Name, ...]


def preview(view: View, edited: StageSet, facts: Facts = NOTHING) -> PreviewedStageSet:
    """Everybody under the edited set and under that of the view, at the end of the log."""
    findings = tuple(checks.of_stage_set(edited, view.names, view.journal.words.events, facts))
    if any(each.level == "error" and each.key.endswith(_UNREADABLE) for each in findings):
        edited = _without_conditions(edited)
    edited = written_out(edited, facts)
    params, plain = moves_params(view, edited), view.lens.without_standing()
    walked = view.machine.answer(MOVES, params, lens=view.standing(plain, (view.stage_set, edited)))
    answer, today = walked.answer, view.stage_set
    stood = answer.today.reshape(-1, LEVELS).sum(axis=1).tolist()
    known = {stage.key: count for stage, count in zip(today.stages, stood, strict=True)}
    return PreviewedStageSet(
        walked.customers,
        int(answer.moved[0]),
        _rows(edited, answer.now.reshape(-1, LEVELS).tolist(), known),
        _rows(today, answer.today.reshape(-1, LEVELS).tolist(), known),
        _moves(answer.moves.tolist(), today, edited),
        Levels(*answer.levels.reshape(LEVELS, LEVELS).sum(axis=0).tolist()),
        Levels(*answer.levels.reshape(LEVELS, LEVELS).sum(axis=1).tolist()),
        tuple(SaidFinding(each.level, each.entry, each.sentence) for each in findings),
        differences(today, edited),
    )


def _without_conditions(stage_set: StageSet) -> StageSet:
    """What can be shown of a set while one of its conditions cannot be walked yet."""
    stages = tuple(replace(stage, enter=None, exit=None) for stage in stage_set.stages)
    return replace(stage_set, stages=stages)


def moves_params(view: View, edited: StageSet) -> MovesParams:
    """The walk of both sets up to the end of the log."""
    today = view.stage_set
    return moves.params(
        view.rules,
        rules_of(edited, view.names, 1),
        same_stages(today, edited),
        view.journal.last_at,
        view.silences,
        silences_of(edited, view.season),
    )


def same_stages(today: StageSet, edited: StageSet) -> list[int]:
    """For every stage of today's set its place in the edited one, -1 where that has none of its key."""
    places = {stage.key: place for place, stage in enumerate(edited.stages)}
    return [places.get(stage.key, -1) for stage in today.stages]


def _moves(cells: Sequence[int], today: StageSet, edited: StageSet) -> tuple[StageMove, ...]:
    pairs = [(a.key, b.key) for a in today.stages for b in edited.stages]
    return tuple(StageMove(a, b, n) for (a, b), n in zip(pairs, cells, strict=True) if n)


def _rows(stage_set: StageSet, levels: Sequence[Sequence[int]], today: dict[str, int]) -> tuple[StagePreview, ...]:
    return tuple(
        StagePreview(stage.key, stage.name, sum(row), row[1], row[2], today.get(stage.key, 0))
        for stage, row in zip(stage_set.stages, levels, strict=True)
    )
