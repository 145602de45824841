"""What an edited stage set would change before it is saved: where everybody would stand, and who moves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from wend.domain.names import Name
from wend.domain.stage import StageSet
from wend.folds import moves
from wend.folds.moves import LEVELS, MOVES, MovesParams
from wend.touchpoints import checks
from wend.touchpoints.checks import Finding
from wend.touchpoints.differences import differences
from wend.touchpoints.view import View, rules_of


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
class StageSetPreview:
    """An edited set beside today's. `moves` hold everybody, those who stay among them; `moved` are those whose stage
    has another key. `findings` with the level "error" would stop a save; `changes` say what differs from today.
    """

    customers: int
    moved: int
    stages: tuple[StagePreview, ...]
    today: tuple[StagePreview, ...]
    moves: tuple[StageMove, ...]
    levels: Levels
    levels_today: Levels
    findings: tuple[Finding, ...]
    changes: tuple[Name, ...]


def preview(view: View, edited: StageSet) -> StageSetPreview:
    """Everybody under the edited set and under that of the view, at the end of the log."""
    params = moves_params(view, edited)
    walked = view.machine.answer(MOVES, params, lens=view.lens)
    answer, today = walked.answer, view.stage_set
    stood = answer.today.reshape(-1, LEVELS).sum(axis=1).tolist()
    known = {stage.key: count for stage, count in zip(today.stages, stood, strict=True)}
    return StageSetPreview(
        walked.customers,
        int(answer.moved[0]),
        _rows(edited, answer.now.reshape(-1, LEVELS).tolist(), known),
        _rows(today, answer.today.reshape(-1, LEVELS).tolist(), known),
        _moves(answer.moves.tolist(), today, edited),
        Levels(*answer.levels.reshape(LEVELS, LEVELS).sum(axis=0).tolist()),
        Levels(*answer.levels.reshape(LEVELS, LEVELS).sum(axis=1).tolist()),
        tuple(checks.of_stage_set(edited, view.names)),
        differences(today, edited),
    )


def moves_params(view: View, edited: StageSet) -> MovesParams:
    """The walk of both sets up to the end of the log."""
    today = view.stage_set
    return moves.params(
        view.rules,
        rules_of(edited, view.names),
        same_stages(today, edited),
        view.journal.last_at,
        (today.slowing_after_days, today.left_after_days),
        (edited.slowing_after_days, edited.left_after_days),
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
