"""Usage again, in plain words: touches listed by touchpoint and by stage, then counted."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from wend.folds.usage import UsageAnswer, UsageParams, blank

if TYPE_CHECKING:
    from tests.folds.oracles import Shown


def usage(shown: Shown, params: UsageParams) -> UsageAnswer:
    """Every counted event of every customer, with the stage they stood in after it."""
    from tests.folds.oracles import stages_after

    answer = blank(params)
    for journey in shown:
        after = stages_after([event for event, _ in journey], params.rules)
        touches = [(event, stage) for (event, counted), stage in zip(journey, after, strict=True) if counted]
        for event, _ in touches:
            answer.events[event.step] += 1
            answer.last_at[event.step] = max(answer.last_at[event.step], event.at)
        for code in {event.step for event, _ in touches}:
            answer.customers[code] += 1
            answer.recent[code] += any(event.step == code and event.at >= params.since for event, _ in touches)
        for stage, number in Counter(stage for _, stage in touches).items():
            answer.people[stage] += 1
            answer.touches[stage] += number
            answer.squares[stage] += number**2
            if params.plan[stage]:
                answer.fewer[stage] += number < params.plan[stage]
                answer.more[stage] += number > params.plan[stage]
    return answer
