"""From answers to the overview."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

import numpy as np

from wend.folds import feelings, stages
from wend.kit.clock import epoch_seconds, from_epoch
from wend.maps import rules
from wend.maps.answers import Answers, Period, stages_params
from wend.maps.model import Behind, JourneyMap
from wend.maps.model_overview import MonthFeeling, Movement, Overview, StageNow
from wend.touchpoints.facade import View

MOVEMENT_DAYS = 30
MOST_MONTHS = 18
_DAY = 86_400


def build(view: View, answers: Answers, over: Period, drawn: JourneyMap) -> Overview:
    """The overview of a selection whose map is drawn."""
    counts = answers.stages
    worst = max(drawn.obstacles, key=lambda obstacle: obstacle.weight, default=None)
    return Overview(
        stage_set=view.stage_set.key,
        customers=answers.customers,
        events=answers.events,
        stages=tuple(_stage(view, answers, s) for s in range(len(view.stage_set.stages))),
        movement=_movement(view, over),
        movement_days=MOVEMENT_DAYS,
        worst=worst,
        obstacles=len(drawn.obstacles),
        feelings=tuple(_feelings(view, over)),
        slowing=int(counts.slowing.sum()),
        left=int(counts.left.sum()),
        resumed=int(counts.resumed.sum()),
        returned=int(counts.returned.sum()),
        covered_share=drawn.covered_share,
        fresh_at=over.last_at,
        provenance=replace(drawn.provenance, question="overview"),
    )


def _stage(view: View, answers: Answers, s: int) -> StageNow:
    stage, counts = view.stage_set.stages[s], answers.stages
    now = int(counts.now[s])
    return StageNow(
        stage=stage.key,
        name=stage.name,
        customers=now,
        share=rules.part(now, answers.customers),
        slowing=int(counts.slowing[s]),
        left=int(counts.left[s]),
        behind=Behind("stage", stage.key, stage.key),
    )


def _movement(view: View, over: Period) -> tuple[Movement, ...]:
    """Moves of the last days beside those of as many days before, most customers first."""
    end = over.last_at + 1
    late, early = (_moves(view, over, end - back * MOVEMENT_DAYS * _DAY) for back in (1, 2))
    keys = [stage.key for stage in view.stage_set.stages]
    rows = [
        Movement(keys[a], keys[b], int(late[a, b]), int(early[a, b]), Behind("transition", f"{keys[a]}>{keys[b]}"))
        for a, b in np.argwhere(late + early).tolist()
    ]
    return tuple(sorted(rows, key=lambda row: (-row.customers, -row.before, row.source, row.target)))


def _moves(view: View, over: Period, from_at: int) -> rules.Counts:
    days = replace(over.selection, from_at=max(from_at, over.selection.from_at), to_at=from_at + MOVEMENT_DAYS * _DAY)
    params = stages_params(view, days, min(over.as_of, days.to_at - 1))
    walked = view.machine.answer(stages.STAGES, params, days, view.lens)
    return walked.answer.flow.reshape(view.rules.stages, -1)


def _feelings(view: View, over: Period) -> Iterator[MonthFeeling]:
    """The feeling of every month, oldest first; at most eighteen months back."""
    params = feelings.params(view.rules, len(view.names))
    for start, end in months(over.first_at, over.last_at):
        month = replace(
            over.selection, from_at=max(start, over.selection.from_at), to_at=min(end, over.selection.to_at)
        )
        answer = view.machine.answer(feelings.FEELINGS, params, month, view.lens).answer
        cell = feelings.table(answer.experience, params).sum((0, 1))
        yield MonthFeeling(start, rules.feeling(cell), rules.weak(int(cell[feelings.N])))


def months(first_at: int, last_at: int) -> list[tuple[int, int]]:
    """First second of every month (UTC) from first to last, and of the one after it."""
    first, last = from_epoch(first_at), from_epoch(last_at)
    count = (last.year - first.year) * 12 + last.month - first.month + 1
    numbers = range(max(0, count - MOST_MONTHS), count)
    return [(_month(first, number), _month(first, number + 1)) for number in numbers]


def _month(first: datetime, later: int) -> int:
    year, month = divmod(first.year * 12 + first.month - 1 + later, 12)
    return epoch_seconds(datetime(year, month + 1, 1, tzinfo=first.tzinfo))
