"""Conditions of stages without anything that stands for another: what is kept of a set when it is saved.

A stage is dated history. A segment, an answer or a computed trait in its condition is therefore written out as it is
meant on that day: whoever changes the segment later moves nobody in the past, and every reader of stages meets only
statements about events.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Any

from wend.conditions import document
from wend.conditions.facts import NOTHING, Facts
from wend.conditions.resolving import stands_for_others
from wend.domain.stage import StageSet
from wend.domain.touchpoint import Touchpoint
from wend.kit.errors import Mistake
from wend.touchpoints import checks
from wend.touchpoints.errors import NotValid


def written_out(stage_set: StageSet, facts: Facts) -> StageSet:
    """The set with every condition written out; one that cannot be stays as it is, and the checks say why."""
    stages = tuple(
        replace(stage, enter=_written(stage.enter, facts), exit=_written(stage.exit, facts))
        for stage in stage_set.stages
    )
    return stage_set if stages == stage_set.stages else replace(stage_set, stages=stages)


def usable(
    stage_set: StageSet, known: Sequence[Touchpoint], events: Collection[str] | None = None, facts: Facts = NOTHING
) -> StageSet:
    """The set, written out, when it makes sense with these touchpoints. Raises NotValid."""
    found = checks.of_stage_set(stage_set, [each.key for each in known], events, facts)
    errors = [each for each in found if each.level == "error"]
    if errors:
        raise NotValid(errors)
    return written_out(stage_set, facts)


def _written(written: dict[str, Any] | None, facts: Facts) -> dict[str, Any] | None:
    try:
        condition = document.from_json(written) if written else None
        if condition is None or not stands_for_others(condition):
            return written
        return document.to_json(facts.resolved(condition))
    except Mistake:
        return written
