"""Moves again, in plain words: everybody placed by one set and by the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wend.folds.moves import LEVELS, MovesAnswer, MovesParams, blank

if TYPE_CHECKING:
    from tests.folds.oracles import Shown


def moves(shown: Shown, params: MovesParams) -> MovesAnswer:
    """The stage after the last event, twice; and the silence since it."""
    from tests.folds.oracles import stages_after

    answer = blank(params)
    for journey in shown:
        if not any(counts for _, counts in journey):
            continue
        events = [event for event, _ in journey]
        before, after = (stages_after(events, rules)[-1] for rules in (params.today, params.edited))
        silence = params.as_of - events[-1].at
        level = sum(silence >= limit for limit in (params.slowing, params.left))
        level_today = sum(silence >= limit for limit in (params.slowing_today, params.left_today))
        answer.moves[before * params.edited.stages + after] += 1
        answer.levels[level_today * LEVELS + level] += 1
        answer.today[before * LEVELS + level_today] += 1
        answer.now[after * LEVELS + level] += 1
        answer.moved[0] += int(params.same[before]) != after
    return answer
