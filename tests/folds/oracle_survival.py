"""Survival again, in plain words: the first event that begins it, and the first one after it that ends it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wend.folds.survival import NO_STAGE, SurvivalAnswer, SurvivalParams, blank

if TYPE_CHECKING:
    from tests.folds.oracles import Shown


def survival(shown: Shown, params: SurvivalParams) -> SurvivalAnswer:
    """Look for the start, then for the end, among the events that count."""
    from tests.folds.oracles import stages_after

    answer = blank(params)
    for journey in shown:
        after = stages_after([event for event, _ in journey], params.rules)
        codes = [event.step for event, _ in journey]
        there = [
            bool(params.starts[code]) if params.stage == NO_STAGE else stage == params.stage
            for code, stage in zip(codes, after, strict=True)
        ]
        ends = [not here if params.leaving else bool(params.ends[c]) for c, here in zip(codes, there, strict=True)]
        old = any(
            here and e.at < params.from_at for here, (e, counts) in zip(there, journey, strict=True) if not counts
        )
        begun = next((i for i, (_, counts) in enumerate(journey) if counts and there[i]), None)
        if old or begun is None:
            continue
        start = journey[begun].event.at
        over = [e.at for i, (e, counts) in enumerate(journey) if counts and i > begun and ends[i]]
        units = max(0, min(((over or [params.as_of])[0] - start) // params.unit, params.most - 1))
        told = journey[begun].event.about if params.about else journey[0].event.channel
        group = min(told, params.groups - 1)
        (answer.ended if over else answer.open)[group * params.most + units] += 1
    return answer
