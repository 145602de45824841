"""Lifecycle and stickiness again, in plain words: the set of periods, or of days, in which a customer was active."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from tests.folds.oracle_retention import place
from wend.folds import lifecycle as lifecycle_fold, stickiness as stickiness_fold
from wend.folds.lifecycle import LifecycleAnswer, LifecycleParams
from wend.folds.stickiness import MOST_DAYS, WIDTH, StickinessAnswer, StickinessParams

if TYPE_CHECKING:
    from tests.folds.oracles import Shown


def lifecycle(shown: Shown, params: LifecycleParams) -> LifecycleAnswer:
    """Every period of a customer, by when they were last seen before it."""
    answer = lifecycle_fold.blank(params)
    for journey in shown:
        if not any(counts for _, counts in journey):
            continue
        last, never = -2, -2
        for event, counts in journey:
            if not params.counts[event.step] or (not counts and event.at >= params.from_at):
                continue
            period = place(params.calendar, event.at) if counts else min(0, place(params.calendar, event.at))
            if counts and period > last:
                kind = "new" if last == never else "returning" if last == period - 1 else "resurrected"
                getattr(answer, kind)[period] += 1
                answer.dormant[last + 1] += kind == "resurrected"
            last = max(last, period)
        if last != never:
            answer.dormant[last + 1] += 1
    return answer


def stickiness(shown: Shown, params: StickinessParams) -> StickinessAnswer:
    """Count different days by period."""
    answer = stickiness_fold.blank(params)
    for journey in shown:
        days = {place(params.days, e.at) for e, counts in journey if counts and params.counts[e.step]}
        for period, count in Counter(int(params.period[day]) for day in days).items():
            answer.days[period * WIDTH + min(count, MOST_DAYS)] += 1
    return answer
