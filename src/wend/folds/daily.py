"""What happens day by day: how many do each step, and how many go on to another, and how soon?

Days are 86,400 seconds each, from `origin`: midnight somewhere, as whoever asks wants it. A *leg* is a pair of steps.
The first event of its first step opens an attempt, further ones inside it belong to it; it has come through when the
second step follows within the leg's window, and counts on the day and in the group in which it began. How long it took
is summed as `histogram` bins, 32 to a doubling: their mean is the logarithm of a typical time, and stays a whole number
until it is presented.

A step code is read as (group · size + code), so that a lens can divide events into groups.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from wend.folds import histogram
from wend.folds.columns import Columns
from wend.folds.contract import NEVER, Cells, Fold, Presented, Whole
from wend.folds.kernel import kernel

DAY = 86_400
MOST_DAYS = 1_100
WORTH = 7 * DAY


class DailyParams(NamedTuple):
    """`place[code]`: place of a code among the watched ones, −1 for the others. Leg l goes from one watched place to
    another within `within[l]` seconds; the legs that begin at place p are `leaving[leaves[p]:leaves[p + 1]]`, those
    that end there `arriving[arrives[p]:arrives[p + 1]]`. Money within `worth` seconds after a step is counted for it.
    """

    size: int
    place: Cells
    watched: int
    groups: int
    origin: int
    days: int
    within: Cells
    leaves: Cells
    leaving: Cells
    arrives: Cells
    arriving: Cells
    worth: int


class DailyAnswer(NamedTuple):
    """`customers` (each once a day) by [(watched · groups + group) · days + day]; `tried`, `came`, `took` (bins) and
    `squares` (of bins) by [(leg · groups + group) · days + day]; `paid` by [watched · groups + group].
    """

    customers: Cells
    tried: Cells
    came: Cells
    took: Cells
    squares: Cells
    paid: Cells


def params(
    codes: int,
    watched: Sequence[int],
    legs: Sequence[tuple[int, int, int]],
    ends: tuple[int, int],
    groups: int = 1,
    midnight: int = 0,
) -> DailyParams:
    """The latest days between the first and the last moment; they begin `midnight` seconds after those of UTC. `legs`
    are (from, to, seconds), steps as places in `watched`.
    """
    first, last = ((at - midnight) // DAY for at in ends)
    days = max(1, min(MOST_DAYS, last - first + 1))
    place = np.full(max(codes, 1), -1, np.int64)
    place[list(watched)] = np.arange(len(watched))
    within = np.array([seconds for _, _, seconds in legs], np.int64)
    leaves = _by_step([a for a, _, _ in legs], len(watched))
    arrives = _by_step([b for _, b, _ in legs], len(watched))
    origin = (last - days + 1) * DAY + midnight
    return DailyParams(len(place), place, len(watched), groups, origin, days, within, *leaves, *arrives, WORTH)


def _by_step(steps: Sequence[int], watched: int) -> tuple[Cells, Cells]:
    by = np.array(steps, np.int64)
    return np.concatenate([[0], np.cumsum(np.bincount(by, minlength=watched))]), np.argsort(by, kind="stable")


def blank(params: DailyParams) -> DailyAnswer:
    """Nothing yet."""
    cells = params.watched * params.groups
    leg = len(params.within) * params.groups * params.days
    return DailyAnswer(*(np.zeros(size, np.int64) for size in (cells * params.days, leg, leg, leg, leg, cells)))


def scratch(params: DailyParams) -> Cells:
    """[customer's ordinal]; by watched: money counts until, for which cell; by leg: open since, its cell; by watched
    and group: the last (customer, day) counted.
    """
    return np.zeros(1 + 2 * params.watched + 2 * len(params.within) + params.watched * params.groups, np.int64)


@kernel
def begin(state: Cells, params: DailyParams) -> None:
    """The next customer: nothing is open, nothing is being paid for."""
    state[0] += 1
    for p in range(params.watched):
        state[1 + p] = NEVER
    for leg in range(len(params.within)):
        state[1 + 2 * params.watched + leg] = NEVER


@kernel
def _travel(
    state: Cells, p: Whole, group: Whole, day: Whole, at: Whole, params: DailyParams, answer: DailyAnswer
) -> None:
    """Legs that end here come through or are too late; legs that begin here open."""
    opened, legs = 1 + 2 * params.watched, len(params.within)  # where the legs stand in the state
    for k in range(params.arrives[p], params.arrives[p + 1]):
        leg = params.arriving[k]
        took = at - state[opened + leg]
        if state[opened + leg] != NEVER and took <= params.within[leg]:
            size, cell = histogram.bin_of(took), state[opened + legs + leg]
            answer.came[cell] += 1
            answer.took[cell] += size
            answer.squares[cell] += size * size
        state[opened + leg] = NEVER
    for k in range(params.leaves[p], params.leaves[p + 1]):
        leg = params.leaving[k]
        if state[opened + leg] == NEVER or at - state[opened + leg] > params.within[leg]:
            cell = (leg * params.groups + group) * params.days + day
            state[opened + leg] = at
            state[opened + legs + leg] = cell
            answer.tried[cell] += 1


@kernel
def step(state: Cells, columns: Columns, i: int, params: DailyParams, answer: DailyAnswer) -> None:
    """Count the event on its day, and what it ends and begins."""
    seen, at = np.int64(columns.step[i]), columns.occurred_at[i]
    p, group, day = params.place[seen % params.size], seen // params.size, (at - params.origin) // DAY
    if p < 0 or day < 0 or day >= params.days:
        return
    place = p * params.groups + group
    mark = 1 + 2 * params.watched + 2 * len(params.within) + place
    if state[mark] != state[0] * params.days + day:
        state[mark] = state[0] * params.days + day
        answer.customers[place * params.days + day] += 1
    _travel(state, p, group, day, at, params, answer)
    state[1 + p] = at + params.worth
    state[1 + params.watched + p] = place
    if columns.amount[i] > 0:
        for other in range(params.watched):
            if at <= state[1 + other]:
                answer.paid[state[1 + params.watched + other]] += columns.amount[i]


@kernel
def end(state: Cells, params: DailyParams, answer: DailyAnswer) -> None:
    """Nothing is left to count."""


def present(answer: DailyAnswer, params: DailyParams, names: Sequence[str]) -> Presented:
    """{steps: [{step, customers}]}: each watched step with its customers, each once a day."""
    daily = answer.customers.reshape(params.watched, params.groups * params.days).sum(axis=1)
    watched = np.flatnonzero(params.place >= 0).tolist()
    return {"steps": [{"step": names[code], "customers": int(daily[params.place[code]])} for code in watched]}


DAILY: Fold[DailyParams, DailyAnswer] = Fold("daily", begin, step, end, blank, scratch, present)
