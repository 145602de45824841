"""Flow again, in plain words: the place at two moments, from all events up to each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tests.folds.oracle_silence import level
from wend.folds.flow import LEVELS, FlowAnswer, FlowParams, blank, places

if TYPE_CHECKING:
    from tests.folds.journals import Event
    from tests.folds.oracles import Shown


def flow(shown: Shown, params: FlowParams) -> FlowAnswer:
    """Stand at the first moment, stand at the second; and look at every event between them."""
    from tests.folds.oracles import stages_after

    answer = blank(params)
    n = params.rules.stages

    def place(events: Sequence[Event], now: int) -> int:
        if not events:
            return 0
        return 1 + stages_after(events, params.rules)[-1] * LEVELS + level(events, now, params.silences)

    for journey in shown:
        if not any(counts for _, counts in journey):
            continue
        events = [event for event, _ in journey]
        first = place([event for event in events if event.at <= params.at], params.at)
        answer.moves[first * places(params) + place(events, params.as_of)] += 1
        after = [0, *stages_after(events, params.rules)]
        leads = [(stood, int(params.leads[event.step])) for stood, event in zip(after, events, strict=False)]
        between = [counts and event.at > params.at for event, counts in journey]
        for stood, lead in {pair for pair, looked in zip(leads, between, strict=True) if looked}:
            if 0 <= lead < stood:
                answer.back[stood * n + lead] += 1
    return answer
