"""What happens at every touchpoint: how much, for whom, in which stage, what comes before and after, and how it
develops.

The stage of an event is the one the customer stands in after it. A repeat is any event at a touchpoint beyond the
customer's first one there inside the selection. `follows` counts neighbouring events inside the selection. Weeks are
counted from `origin`, an instant at or before the first event; what lies outside them is in no week.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from wend.folds import stage_walk
from wend.folds.columns import Columns
from wend.folds.contract import Cells, Fold, Presented
from wend.folds.kernel import kernel

MOST_FOLLOWED_CODES = 1_024
WEEK = 7 * 86_400
ORDINAL, PREVIOUS, MARKS = 0, 1, 2


class TouchpointsParams(NamedTuple):
    """`walk`: place of the stage walk in the state; `follow` 0 leaves `follows` out, for spaces of very many codes."""

    rules: stage_walk.Rules
    codes: int
    origin: int
    weeks: int
    walk: int
    follow: int


class TouchpointsAnswer(NamedTuple):
    """`events` and `customers` by [touchpoint · stages + stage], `people` by touchpoint, `follows` by [touchpoint ·
    codes + the next one], `trend` (events) by [touchpoint · weeks + week].
    """

    events: Cells
    customers: Cells
    people: Cells
    follows: Cells
    trend: Cells


def params(rules: stage_walk.Rules, codes: int, first_at: int, last_at: int) -> TouchpointsParams:
    """Params whose weeks begin on the Monday (UTC) at or before `first_at` and reach over `last_at`, both in epoch
    seconds.
    """
    monday = (first_at - 4 * 86_400) // WEEK * WEEK + 4 * 86_400  # the epoch was a Thursday
    weeks = max(1, (last_at - monday) // WEEK + 1)
    cells = codes * rules.stages + codes
    return TouchpointsParams(rules, max(codes, 1), monday, weeks, MARKS + cells, int(codes <= MOST_FOLLOWED_CODES))


def blank(params: TouchpointsParams) -> TouchpointsAnswer:
    """Nothing yet."""
    n, cells = params.codes, params.codes * params.rules.stages
    sizes = cells, cells, n, n * n * params.follow, n * params.weeks
    return TouchpointsAnswer(*(np.zeros(size, np.int64) for size in sizes))


def scratch(params: TouchpointsParams) -> Cells:
    """[customer's ordinal, previous touchpoint, last customer counted by (touchpoint, stage) and by touchpoint, stage
    walk].
    """
    return np.zeros(params.walk + stage_walk.room(params.rules), np.int64)


@kernel
def begin(state: Cells, params: TouchpointsParams) -> None:
    """The next customer."""
    state[ORDINAL] += 1
    state[PREVIOUS] = -1
    stage_walk.begin(state, params.walk, params.rules)


@kernel
def recall(state: Cells, columns: Columns, i: int, params: TouchpointsParams) -> None:
    """The stage moves on uncounted."""
    stage_walk.step(state, params.walk, params.rules, columns, i)


@kernel
def step(state: Cells, columns: Columns, i: int, params: TouchpointsParams, answer: TouchpointsAnswer) -> None:
    """Count one event."""
    code = np.int64(columns.step[i])
    stages = params.rules.stages
    cell = code * stages + stage_walk.step(state, params.walk, params.rules, columns, i)
    answer.events[cell] += 1
    if state[MARKS + cell] != state[ORDINAL]:
        state[MARKS + cell] = state[ORDINAL]
        answer.customers[cell] += 1
    person = MARKS + params.codes * stages + code
    if state[person] != state[ORDINAL]:
        state[person] = state[ORDINAL]
        answer.people[code] += 1
    if params.follow and state[PREVIOUS] >= 0:
        answer.follows[state[PREVIOUS] * params.codes + code] += 1
    state[PREVIOUS] = code
    week = (columns.occurred_at[i] - params.origin) // WEEK
    if 0 <= week < params.weeks:
        answer.trend[code * params.weeks + week] += 1


@kernel
def end(state: Cells, params: TouchpointsParams, answer: TouchpointsAnswer) -> None:
    """Nothing is left to count."""


def present(answer: TouchpointsAnswer, params: TouchpointsParams, names: Sequence[str]) -> Presented:
    """{touchpoints: [{touchpoint, events, customers, repeats, stages: [{stage, events, customers}], next, previous:
    [{touchpoint, count}] (five at most), trend: [events by week]}], trend_from}; a stage is its place in the stage set.
    """
    n = params.codes
    events = answer.events.reshape(n, -1)
    customers = answer.customers.reshape(n, -1)
    follows = answer.follows.reshape(n, -1)  # of no width when nothing was followed
    trend = answer.trend.reshape(n, -1)
    rows: list[Presented] = [
        {"touchpoint": names[c], "events": int(events[c].sum()), "customers": int(answer.people[c])}
        | {"repeats": int(events[c].sum() - answer.people[c])}
        | {"stages": [_cell(s, events[c, s], customers[c, s]) for s in np.flatnonzero(events[c]).tolist()]}
        | {"next": _five(follows[c], names), "previous": _five(follows[:, c] if params.follow else follows[c], names)}
        | {"trend": trend[c].tolist()}
        for c in np.flatnonzero(answer.people).tolist()
    ]
    rows.sort(key=lambda row: (-row["events"], row["touchpoint"]))
    return {"touchpoints": rows, "trend_from": params.origin}


def _cell(stage: int, events: np.int64, customers: np.int64) -> Presented:
    return {"stage": stage, "events": int(events), "customers": int(customers)}


def _five(counts: Cells, names: Sequence[str]) -> list[Presented]:
    best = np.argsort(-counts, kind="stable")[:5].tolist()
    return [{"touchpoint": names[c], "count": int(counts[c])} for c in best if counts[c]]


TOUCHPOINTS: Fold[TouchpointsParams, TouchpointsAnswer] = Fold(
    "touchpoints", begin, step, end, blank, scratch, present, recall=recall
)
