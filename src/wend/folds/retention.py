"""Of the customers who began, how many came back, when, and with how much money?

A customer begins with the first event that is a start, and joins one group for good. Periods are counted from there: 0
is the one of the start. *Slots* are the columns of the answer: single periods, or runs of them ("1-3"). A customer has
returned in a slot by any returning event in it, the start itself among them. A slot is *over* for a customer when its
last period is; nobody counts in a share before that. Who began before the period is no newcomer and is left out.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from wend.folds import stage_walk
from wend.folds.columns import Columns
from wend.folds.contract import NEVER, Cells, Fold, Presented, Whole
from wend.folds.kernel import kernel
from wend.folds.periods import FOREVER, Ruler, over_by, place_at, ruler
from wend.folds.retention_bits import WORD, walk_marked, walk_rows
from wend.folds.slots import Slots, slots

COHORT, CHANNEL, STAGE = 0, 1, 2
"""What groups are: calendar periods of the start, channels of the first event, stages right after the start."""
CHANNELS = 256
GROUP, START_AT, FIRST_PERIOD, PERIOD, UNTIL, CELL, OVER, SLOT, LATEST, FIRST_CHANNEL, WALK = range(11)
_WAITING, _OLD = -1, -2


class RetentionParams(NamedTuple):
    """`window` > 0: periods are windows of so many seconds from a customer's own start; otherwise those of `calendar`,
    of which `over` are over. `starts[code]` and `returns[code]` say what an event is, `any_event` that all of them are
    both; `as_of` is the last second known. `ruler`: these periods, counted from where they begin; `cohort_ruler`: those
    of cohorts, by which customers are grouped if `cohort_ruled`; these are the periods themselves with `one_calendar`.
    """

    slots: Slots
    calendar: Cells
    over: int
    window: int
    cohorts: Cells
    groups: int
    by: int
    starts: NDArray[np.bool_]
    returns: NDArray[np.bool_]
    from_at: int
    as_of: int
    rules: stage_walk.Rules
    any_event: bool
    ruler: Ruler
    cohort_ruler: Ruler
    cohort_ruled: bool
    one_calendar: bool


class RetentionAnswer(NamedTuple):
    """`over[group · (slots + 1) + n]` customers with n slots over, `running[group · slots + s]` those in the middle of
    slot s. The others twice over: first for slots that are over, then for running ones. `returned` in the slot, with
    `money`; `last[… s]`: customers whose latest return was at slot s (those later than all slots that are over: at the
    last of these).
    """

    over: Cells
    running: Cells
    returned: Cells
    money: Cells
    last: Cells


def params(
    runs: Sequence[tuple[int, int]],
    calendar: Cells,
    starts: NDArray[np.bool_],
    returns: NDArray[np.bool_],
    rules: stage_walk.Rules,
    as_of: int,
    cohorts: Cells | None = None,
    by: int = COHORT,
    window: int = 0,
    from_at: int | None = None,
) -> RetentionParams:
    """Params; `cohorts` is the calendar that newcomers are grouped by, if not the one of the periods."""
    cohorts = calendar if cohorts is None else cohorts
    groups = (len(cohorts) - 1, CHANNELS, rules.stages)[by]
    begins = int(calendar[0]) if from_at is None else from_at
    columns, any_event = slots(runs), bool(starts.all() and returns.all())
    periods = np.append(np.arange(len(columns.of), dtype=np.int64) * window, FOREVER) if window else calendar
    return RetentionParams(
        columns, calendar, over_by(calendar, as_of), window, cohorts, groups, by, starts, returns, begins, as_of, rules,
        any_event, ruler(periods), ruler(cohorts), by == COHORT,
        by == COHORT and np.array_equal(cohorts, periods),
    )  # fmt: skip


def blank(params: RetentionParams) -> RetentionAnswer:
    """Nobody yet."""
    cells = params.groups * params.slots.many
    return RetentionAnswer(
        *(np.zeros(n, np.int64) for n in (cells + params.groups, cells, 2 * cells, 2 * cells, 2 * cells))
    )


def scratch(params: RetentionParams) -> Cells:
    """[group, start, its period; the period returned in last, when it ends, its cell or -1; slots over, slot counted
    last, latest slot returned in or after; channel of the first event, the stage walk].
    """
    return np.zeros(WALK + stage_walk.room(params.rules), np.int64)


@kernel
def begin(state: Cells, params: RetentionParams) -> None:
    """Waiting for a start."""
    state[GROUP] = _WAITING
    state[FIRST_CHANNEL] = -1
    state[UNTIL] = NEVER
    stage_walk.begin(state, WALK, params.rules)


@kernel
def meet(state: Cells, columns: Columns, i: int, params: RetentionParams) -> None:
    """What decides the group, whether or not the event counts."""
    if state[FIRST_CHANNEL] < 0:
        state[FIRST_CHANNEL] = columns.channel[i]
    if params.by == STAGE:
        stage_walk.step(state, WALK, params.rules, columns, i)


@kernel
def recall(state: Cells, columns: Columns, i: int, params: RetentionParams) -> None:
    """Whoever began before the period is no newcomer."""
    if state[GROUP] != _WAITING:
        return
    meet(state, columns, i, params)
    if columns.occurred_at[i] < params.from_at and params.starts[columns.step[i]]:
        state[GROUP], state[UNTIL], state[CELL] = _OLD, FOREVER, -1


@kernel
def start(state: Cells, at: Whole, params: RetentionParams, answer: RetentionAnswer) -> None:
    """Join a group, and see how many slots are over."""
    state[START_AT], state[SLOT], state[LATEST] = at, -1, -1
    if params.window > 0:
        periods = (params.as_of + 1 - at) // params.window
    else:
        state[FIRST_PERIOD] = state[PERIOD] = place_at(params.calendar, at, -1)
        periods = params.over - state[FIRST_PERIOD]
    if params.by == COHORT:
        state[GROUP] = place_at(params.cohorts, at, -1)
    else:
        state[GROUP] = state[FIRST_CHANNEL] if params.by == CHANNEL else state[WALK]
    periods = max(0, min(periods, len(params.slots.of)))
    state[OVER] = params.slots.over[periods]
    answer.over[state[GROUP] * (params.slots.many + 1) + state[OVER]] += 1
    if params.slots.begun[min(periods, len(params.slots.begun) - 1)] == state[OVER]:
        answer.running[state[GROUP] * params.slots.many + state[OVER]] += 1


@kernel
def step(state: Cells, columns: Columns, i: int, params: RetentionParams, answer: RetentionAnswer) -> None:
    """Begin with the first start; then count the first return in every slot, and all of their money."""
    at = columns.occurred_at[i]
    if at < state[UNTIL]:  # back already in this period: nothing is new but money
        if columns.amount[i] != 0 and state[CELL] >= 0 and params.returns[columns.step[i]]:
            answer.money[state[CELL]] += columns.amount[i]
        return
    if state[GROUP] == _WAITING:
        meet(state, columns, i, params)
        if not params.starts[columns.step[i]]:
            return
        start(state, at, params, answer)
    if params.returns[columns.step[i]]:
        come_back(state, at, params, answer)
        if state[CELL] >= 0:
            answer.money[state[CELL]] += columns.amount[i]


@kernel
def come_back(state: Cells, at: Whole, params: RetentionParams, answer: RetentionAnswer) -> None:
    """A return in a period that the customer has not returned in before."""
    if params.window > 0:
        period = (at - state[START_AT]) // params.window
        state[UNTIL] = state[START_AT] + (period + 1) * params.window
    else:
        state[PERIOD] = place_at(params.calendar, at, state[PERIOD])
        state[UNTIL] = params.calendar[state[PERIOD] + 1]
        period = state[PERIOD] - state[FIRST_PERIOD]
    if period >= len(params.slots.of) - 1:
        period, state[UNTIL] = len(params.slots.of) - 1, FOREVER
    slot = params.slots.of[period]
    state[LATEST], state[CELL] = params.slots.begun[period], -1
    if slot >= 0:
        later = params.groups if slot >= state[OVER] else 0
        state[CELL] = (later + state[GROUP]) * params.slots.many + slot
        if slot != state[SLOT]:
            state[SLOT] = slot
            answer.returned[state[CELL]] += 1


@kernel
def end(state: Cells, params: RetentionParams, answer: RetentionAnswer) -> None:
    """Count the latest return."""
    if state[GROUP] < 0 or state[LATEST] < 0:
        return
    cell = state[GROUP] * params.slots.many
    if state[OVER] > 0:
        answer.last[cell + min(state[LATEST], state[OVER] - 1)] += 1
    if state[LATEST] >= state[OVER]:
        answer.last[params.groups * params.slots.many + cell + state[OVER]] += 1


def by_rows(params: RetentionParams) -> Callable[..., None] | None:
    """Whether words of bits tell, which have room for few slots; stages need every event in its turn. Where everything
    counts and the calendar is short, its own periods are marked.
    """
    short = len(params.slots.of) <= WORD and len(params.ruler.marks) > 0
    if not short or params.by == STAGE or not len(params.cohort_ruler.marks):
        return None
    marks_tell = params.any_event and params.one_calendar and params.ruler.exact and len(params.ruler.bounds) <= WORD
    return walk_marked if marks_tell else walk_rows


def present(answer: RetentionAnswer, params: RetentionParams, names: Sequence[str]) -> Presented:
    """{cohorts: [{cohort, customers, periods: [{period, n, customers, complete, money}]}]}, see `rows`."""
    del names
    return {"cohorts": rows(answer, params)}


def rows(answer: RetentionAnswer, params: RetentionParams, rolling: bool = False) -> list[Presented]:
    """Groups and slots by number. `n` customers for whom the slot is over, of whom `customers` returned in it
    (`rolling`: in it or after); where it is over for nobody, those in the middle of it, not `complete`.
    """
    shape = params.groups, params.slots.many
    over = answer.over.reshape(shape[0], -1)
    n, running = over[:, ::-1].cumsum(axis=1)[:, ::-1][:, 1:], answer.running.reshape(shape)
    money, counted = answer.money.reshape(2, *shape), (answer.last if rolling else answer.returned).reshape(2, *shape)
    done = counted[0][:, ::-1].cumsum(axis=1)[:, ::-1] if rolling else counted[0]
    told: list[Presented] = []
    for g in np.flatnonzero(over.sum(axis=1)).tolist():
        cells = [
            {"period": s, "n": int(n[g, s] or running[g, s])}
            | {"customers": int(done[g, s] if n[g, s] else counted[1, g, s]), "complete": bool(n[g, s])}
            | {"money": int(money[0, g, s] if n[g, s] else money[1, g, s])}
            for s in range(shape[1])
            if n[g, s] or running[g, s]
        ]
        told.append({"cohort": g, "customers": int(over[g].sum()), "periods": cells})
    return told


RETENTION: Fold[RetentionParams, RetentionAnswer] = Fold(
    "retention", begin, step, end, blank, scratch, present, recall=recall, by_rows=by_rows
)
