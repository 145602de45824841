"""Moves again, in plain words: everybody placed by one set and by the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.folds.oracle_silence import level
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
        silent_today, silent = (level(events, params.as_of, each) for each in (params.silences_today, params.silences))
        answer.moves[before * params.edited.stages + after] += 1
        answer.levels[silent_today * LEVELS + silent] += 1
        answer.today[before * LEVELS + silent_today] += 1
        answer.now[after * LEVELS + silent] += 1
        answer.moved[0] += int(params.same[before]) != after
    return answer
