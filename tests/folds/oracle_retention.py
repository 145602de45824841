"""Retention again, in plain words: for every customer the periods in which they returned, as a set."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from wend.folds.contract import Cells
from wend.folds.retention import CHANNEL, COHORT, RetentionAnswer, RetentionParams, blank

if TYPE_CHECKING:
    from tests.folds.oracles import Shown


def place(borders: Cells, at: int) -> int:
    """The period that a moment lies in."""
    return sum(int(border) <= at for border in borders) - 1


def retention(shown: Shown, params: RetentionParams) -> RetentionAnswer:
    """Who started, in which group, how much of their time is over, and when they returned."""
    from tests.folds.oracles import stages_after

    width, runs = params.slots.many, runs_of(params)
    answer = blank(params)
    half = params.groups * width
    for journey in shown:
        before = any(params.starts[e.step] and e.at < params.from_at for e, counts in journey if not counts)
        begun = next((i for i, (e, counts) in enumerate(journey) if counts and params.starts[e.step]), None)
        if before or begun is None:
            continue
        start = journey[begun].event.at
        stage = stages_after([event for event, _ in journey[: begun + 1]], params.rules)[-1]
        group = {COHORT: place(params.cohorts, start), CHANNEL: journey[0].event.channel}.get(params.by, stage)

        def period(at: int, start: int = start) -> int:
            if params.window:
                return (at - start) // params.window
            return place(params.calendar, at) - place(params.calendar, start)

        over = period(params.as_of + 1)  # the first period that is not over
        done = sum(last < over for _, last in runs)
        answer.over[group * (width + 1) + done] += 1
        if done < width and runs[done][0] <= max(0, over):
            answer.running[group * width + done] += 1
        returns = [(period(e.at), e.amount) for e, counts in journey[begun:] if counts and params.returns[e.step]]
        money: Counter[int] = Counter()
        for s, (first, last) in enumerate(runs):
            within = [amount for k, amount in returns if first <= k <= last]
            money[s] = sum(within)
            answer.returned[(s >= done) * half + group * width + s] += bool(within)
            answer.money[(s >= done) * half + group * width + s] += money[s]
        latest = max((s for k, _ in returns for s, (first, _) in enumerate(runs) if first <= k), default=-1)
        if latest >= 0 and done:
            answer.last[group * width + min(latest, done - 1)] += 1
        if latest >= done:
            answer.last[half + group * width + done] += 1
    return answer


def runs_of(params: RetentionParams) -> Sequence[tuple[int, int]]:
    """First and last period of every slot."""
    places = [np.flatnonzero(params.slots.of == s) for s in range(params.slots.many)]
    return [(int(own[0]), int(own[-1])) for own in places]
