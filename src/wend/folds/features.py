"""What is known of a customer as numbers for a model: how much, how recently, how regularly, for how much money?

Everything is counted from events up to `as_of` and from nothing else. The answer sums these numbers over all customers;
`each.py` keeps them apart, one row per customer. Silences are whole days between two active days (UTC).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from wend.folds.columns import Columns
from wend.folds.contract import NEVER, UNENDING, Cells, Fold, Presented, Whole
from wend.folds.kernel import kernel, ones

DAY = 86_400
WINDOWS = (7, 30, 90, 365)
"""Days before `as_of` in which events and money are counted apart."""
FIELDS = (
    "customers", "events", "active_days", "since_first_seconds", "since_last_seconds",
    "gaps", "gap_days", "gap_days_squared", "longest_gap_days", "channels", "payments", "amount", "ratings", "rating",
    *(f"{what}_{days}d" for what in ("events", "amount") for days in WINDOWS),
)  # fmt: skip
(
    CUSTOMERS, EVENTS, ACTIVE, SINCE_FIRST, SINCE_LAST, GAPS, GAP, SQUARES, LONGEST, CHANNELS, PAYMENTS, AMOUNT,
    RATINGS, RATING, EVENTS_WITHIN,
) = range(15)  # fmt: skip
HELPERS = ("customers", "gaps", "gap_days", "gap_days_squared", "rating")
"""Fields from which means and deviations are made."""
AMOUNT_WITHIN, COUNTS = EVENTS_WITHIN + len(WINDOWS), EVENTS_WITHIN + 2 * len(WINDOWS)
_NO_RATING = -32768
FEW_CHANNELS = 64
FIRST_AT, LAST_AT, LAST_DAY, SILENCE, ORDINAL, SEEN_ON = range(6)


class FeaturesParams(NamedTuple):
    """`place[code]`: place of a code among the `counted` ones, −1 for the others. `windows` are seconds."""

    as_of: int
    place: Cells
    counted: int
    windows: Cells


class FeaturesAnswer(NamedTuple):
    """`values` by the names of FIELDS, then events of each counted code. Ratings are in hundredths, money in minor
    units. What is within a window is counted for the smallest one only; `whole` adds them up.
    """

    values: Cells


def params(codes: int, counted: Sequence[int], as_of: int) -> FeaturesParams:
    """Params that count these codes apart."""
    place = np.full(max(codes, 1), -1, np.int64)
    place[list(counted)] = np.arange(len(counted))
    return FeaturesParams(as_of, place, len(counted), np.array(WINDOWS, np.int64) * DAY)


def blank(params: FeaturesParams) -> FeaturesAnswer:
    """Nobody yet."""
    return FeaturesAnswer(np.zeros(COUNTS + params.counted, np.int64))


def scratch(params: FeaturesParams) -> Cells:
    """[first event, last event, last active day, longest silence, customer's ordinal]; by channel: the ordinal of the
    last customer there.
    """
    return np.zeros(SEEN_ON + 256, np.int64)


@kernel
def begin(state: Cells, params: FeaturesParams) -> None:
    """Nothing is known."""
    state[ORDINAL] += 1
    state[FIRST_AT] = NEVER
    state[LAST_DAY] = NEVER
    state[SILENCE] = 0


@kernel
def step(state: Cells, columns: Columns, i: int, params: FeaturesParams, answer: FeaturesAnswer) -> None:
    """Add one event."""
    values, at, amount = answer.values, columns.occurred_at[i], columns.amount[i]
    day, channel, rating = at // DAY, SEEN_ON + np.int64(columns.channel[i]), columns.rating[i]
    if state[FIRST_AT] == NEVER:
        state[FIRST_AT] = at
    elif day > state[LAST_DAY]:
        gap = day - state[LAST_DAY]
        values[GAPS] += 1
        values[GAP] += gap
        values[SQUARES] += gap * gap
        state[SILENCE] = max(state[SILENCE], gap)
    values[EVENTS] += 1
    values[ACTIVE] += day > state[LAST_DAY]
    state[LAST_AT] = at
    state[LAST_DAY] = day
    if state[channel] != state[ORDINAL]:
        state[channel] = state[ORDINAL]
        values[CHANNELS] += 1
    values[PAYMENTS] += amount > 0
    values[AMOUNT] += amount
    if rating != _NO_RATING:
        values[RATINGS] += 1
        values[RATING] += rating
    for window in range(len(params.windows)):
        if params.as_of - at < params.windows[window]:
            values[EVENTS_WITHIN + window] += 1
            values[AMOUNT_WITHIN + window] += amount
            break
    place = params.place[columns.step[i]]
    if place >= 0:
        values[COUNTS + place] += 1


@kernel
def end(state: Cells, params: FeaturesParams, answer: FeaturesAnswer) -> None:
    """What only the end of the list says."""
    answer.values[CUSTOMERS] += 1
    answer.values[LONGEST] += state[SILENCE]
    answer.values[SINCE_FIRST] += params.as_of - state[FIRST_AT]
    answer.values[SINCE_LAST] += params.as_of - state[LAST_AT]


@kernel
def straight(
    state: Cells, columns: Columns, first: int, until: int, params: FeaturesParams, answer: FeaturesAnswer
) -> None:
    """The same, counted in registers. Moments only grow, so that windows are left one by one. What is known in the end
    stands in the order of FIELDS.
    """
    values, as_of = answer.values, params.as_of
    state[ORDINAL] += 1
    began = columns.occurred_at[np.uint64(first)]
    at, last_day, silence = began, began // DAY, np.int64(0)
    gaps = gap = squares = payments = money = ratings = rated = np.int64(0)
    on, channels = np.uint64(0), np.int64(0)
    window, within, within_money = len(params.windows), np.int64(0), np.int64(0)
    border = begins(params, window)
    for row in range(first, until):
        i = np.uint64(row)
        at, amount, rating = columns.occurred_at[i], columns.amount[i], columns.rating[i]
        day = at // DAY
        pause = day - last_day  # 0 on the same day: nothing branches on what cannot be foretold
        gaps += pause > 0
        gap += pause
        squares += pause * pause
        silence = max(silence, pause)
        last_day = day
        channel = np.int64(columns.channel[i])
        if channel < FEW_CHANNELS:
            on |= np.uint64(1) << np.uint64(channel)
        else:
            channels += new_channel(state, SEEN_ON + channel)
        payments += amount > 0
        money += amount
        if rating != _NO_RATING:
            ratings += 1
            rated += rating
        while at > border:
            leave(values, window, within, within_money, params)
            within = within_money = np.int64(0)
            window -= 1
            border = begins(params, window)
        within += 1
        within_money += amount
        if params.counted > 0 and params.place[columns.step[i]] >= 0:
            values[COUNTS + params.place[columns.step[i]]] += 1
    leave(values, window, within, within_money, params)
    channels += ones(on)
    seen = np.int64(until - first), gaps + 1, as_of - began, as_of - at
    for place in range(len(seen)):
        values[EVENTS + place] += seen[place]
    said = gaps, gap, squares, silence, channels, payments, money, ratings, rated
    for place in range(len(said)):
        values[GAPS + place] += said[place]
    values[CUSTOMERS] += 1


@kernel
def begins(params: FeaturesParams, window: int) -> int:
    """The last second outside the next smaller one of the windows, of which `window` are smaller than where we are; the
    end of time where none is.
    """
    return int(params.as_of - params.windows[window - 1]) if window > 0 else UNENDING


@kernel
def leave(values: Cells, window: int, events: Whole, money: Whole, params: FeaturesParams) -> None:
    """What was counted since the last window was left belongs to the next one."""
    if window < len(params.windows):
        values[EVENTS_WITHIN + window] += events
        values[AMOUNT_WITHIN + window] += money


@kernel
def new_channel(state: Cells, place: Whole) -> int:
    """1 for a channel that the customer was not on before."""
    new = state[place] != state[ORDINAL]
    state[place] = state[ORDINAL]
    return int(new)


def whole(cells: NDArray[np.int64]) -> NDArray[np.int64]:
    """The cells of one or more answers, each window with what is within the smaller ones."""
    out = cells.copy()
    for first in (EVENTS_WITHIN, AMOUNT_WITHIN):
        out[..., first : first + len(WINDOWS)] = cells[..., first : first + len(WINDOWS)].cumsum(axis=-1)
    return out


def present(answer: FeaturesAnswer, params: FeaturesParams, names: Sequence[str]) -> Presented:
    """{means: {feature: mean over customers}}."""
    counted = sorted(np.flatnonzero(params.place >= 0).tolist(), key=lambda code: int(params.place[code]))
    named = [*FIELDS, *(f"count {names[code]}" for code in counted)]
    values = zip(named, whole(answer.values).tolist(), strict=True)
    customers = max(int(answer.values[CUSTOMERS]), 1)
    return {"means": {name: round(value / customers, 4) for name, value in values if name not in HELPERS}}


FEATURES: Fold[FeaturesParams, FeaturesAnswer] = Fold(
    "features", begin, step, end, blank, scratch, present, straight=straight
)
