"""Stages that are conditions, read of one customer: where they stand after every event, in plain Python.

A stage opens when its entry holds, or one of its rules has fired, and closes when its exit holds; both are asked at
every event that a touchpoint covers, of what has happened up to and with it. The customer stands in the furthest stage
that is open.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from wend.conditions import document, live
from wend.conditions.journey import Happened, Journey
from wend.conditions.tree import Condition
from wend.domain.stage import Stage, StageSet


def entered(journey: Journey, stage_set: StageSet | None) -> Iterator[str]:
    """For every event the stage of a set that the customer entered with it, "" for none."""
    before = -1
    if stage_set is None:
        yield from ("" for _ in journey.lived)
        return
    for event, stage in zip(journey.lived, stood(journey, stage_set), strict=True):
        moved = bool(event.touchpoint) and stage != before
        yield stage_set.stages[stage].key if moved else ""
        before = stage if event.touchpoint else before


def stood(journey: Journey, stage_set: StageSet) -> Iterator[int]:
    """The place of the stage after every event."""
    conditions = [(_read(stage.enter), _read(stage.exit)) for stage in stage_set.stages]
    is_open, stage = [False] * len(conditions), 0
    lived = journey.lived
    for place, event in enumerate(lived):
        if event.touchpoint:
            known = replace(journey, events=lived[: place + 1], stage_set=None, _found={}, _entered={})
            for k, (entry, leave) in enumerate(conditions):
                fired = _fired(stage_set.stages[k], known.lived)
                if leave is not None and live.holds(leave, known, event.at):
                    is_open[k] = False
                elif fired or (entry is not None and live.holds(entry, known, event.at)):
                    is_open[k] = True
            stage = max((k for k, each in enumerate(is_open) if each), default=0)
        yield stage


def _read(written: dict[str, object] | None) -> Condition | None:
    return document.from_json(written) if written else None


def _fired(stage: Stage, lived: Sequence[Happened]) -> bool:
    """Whether one of the rules that count has been met."""
    return any(sum(event.touchpoint in rule.touchpoints for event in lived) >= rule.at_least for rule in stage.rules)
