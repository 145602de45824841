"""What was met before a purchase or a rating, in plain Python: first the situations, then sums over customers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np

from tests.folds.journals import NONE, Event
from wend.folds.contract import NOT_COVERED
from wend.folds.outcomes import PRODUCTS, PURCHASE, OutcomesAnswer, OutcomesParams, blank

Met = list[tuple[int, int]]


class Situation(NamedTuple):
    """How something ended, and what had been met; `value` None = too young to tell."""

    met: set[int]
    value: int | None


def within(met: Met, moment: int, window: int) -> set[int]:
    """What was met in the window before a moment."""
    return {code for code, at in met if at >= moment - window}


def is_purchase(event: Event, params: OutcomesParams) -> bool:
    """One of those that are named; without names, one with money."""
    return bool(params.buys[event.step] == 1 or (params.buys[event.step] == -1 and event.amount > 0))


def journeys(shown: Sequence[tuple[Event, bool]], params: OutcomesParams) -> Iterator[Situation]:
    """Journeys that end with a purchase or with silence; those counted of which a part, or the purchase, counts."""
    met: Met = []
    fresh = False
    for event, counts in [*shown, (None, False)]:
        now = params.as_of if event is None else event.at
        if met and now - met[-1][1] > params.window:
            if fresh:
                yield Situation(within(met, met[-1][1], params.window), 0)
            met, fresh = [], False
        if event is None:
            if fresh:
                yield Situation(set(), None)
        elif is_purchase(event, params):
            if counts:
                yield Situation(within(met, now, params.window), 1)
            met, fresh = [], False
        elif event.step != NOT_COVERED:
            met, fresh = [*met, (event.step, now)], fresh or counts


def ratings(shown: Sequence[tuple[Event, bool]], params: OutcomesParams) -> Iterator[Situation]:
    """Ratings and what was met before them, or what they speak about."""
    met: Met = []
    for event, counts in shown:
        if event.rating == NONE:
            met += [(event.step, event.at)] if event.step != NOT_COVERED else []
            continue
        met += [(event.about, event.at)] if event.about != NOT_COVERED else []
        if counts:
            yield Situation(within(met, event.at, params.window), event.rating)


def outcomes(shown: Sequence[Sequence[Any]], params: OutcomesParams) -> OutcomesAnswer:
    """Sums over customers of what their situations add up to."""
    answer = blank(params)
    for journey in shown:
        if not any(counts for event, counts in journey if event.step != NOT_COVERED):
            continue
        bought = [event.step for event, counts in journey if counts and is_purchase(event, params)]
        for code in bought if params.outcome == PURCHASE else []:
            answer.purchases[code] += code != NOT_COVERED
        told = list((journeys if params.outcome == PURCHASE else ratings)(journey, params))
        answer.apart[:] += [sum(not s.met and s.value is not None for s in told), sum(s.value is None for s in told)]
        counted = [(s.met, s.value) for s in told if s.met and s.value is not None]
        if counted:
            _add(answer, counted, params)
    return answer


def _add(answer: OutcomesAnswer, counted: list[tuple[set[int], int]], params: OutcomesParams) -> None:
    every, total = len(counted), sum(value for _, value in counted)
    answer.people[0] += 1
    answer.whole[:] += [every, total, every**2, every * total, total**2]
    for code in range(params.codes):
        values = [value for met, value in counted if code in met]
        n, own = len(values), sum(values)
        cells = np.s_[code * PRODUCTS : (code + 1) * PRODUCTS]
        answer.own[cells] += [n, own, n * n, n * own, own * own]
        answer.cross[cells] += [n * every, n * total, own * every, own * total, 0]
        answer.customers[code] += n > 0
        answer.others[code] += n < every
