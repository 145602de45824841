"""What is known of a customer as numbers for a model: how much, how recently, how regularly, for how much money?

Everything is counted from events up to `as_of` and from nothing else. The answer sums these numbers over all customers;
`each.py` keeps them apart, one row per customer. Silences are whole days between two active days (UTC).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from wend.folds.columns import Columns
from wend.folds.contract import NEVER, Cells, Fold, Presented, Whole
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
_AGES = 1 << 40
"""Days before 1970 when nothing had happened."""
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
    """The same, counted in registers; nothing branches on an event, because no branch could be foretold. Whether there
    is any money, any rating or a channel beyond a word's bits is one more bit of what is seen: then they are counted
    apart.
    """
    values, as_of = answer.values, params.as_of
    began = columns.occurred_at[np.uint64(first)]
    began_on = last_day = day_of(began)
    gaps = squares = silence = paid = rated = np.int64(0)
    week = month = quarter = year = np.int64(0)
    on, seen_on = np.uint64(0), np.uint64(0)
    for row in range(first, until):
        i = np.uint64(row)
        at = columns.occurred_at[i]
        day = day_of(at)
        pause = day - last_day  # 0 on the same day
        gaps += pause > 0
        squares += pause * pause
        silence = max(silence, pause)
        last_day = day
        channel = np.uint64(columns.channel[i])
        on |= np.uint64(1) << (channel & np.uint64(FEW_CHANNELS - 1))
        seen_on |= channel
        paid |= columns.amount[i]
        rated |= np.int64(columns.rating[i]) ^ np.int64(_NO_RATING)
        week += at > as_of - params.windows[0]
        month += at > as_of - params.windows[1]
        quarter += at > as_of - params.windows[2]
        year += at > as_of - params.windows[3]
    last = columns.occurred_at[np.uint64(until - 1)]
    said = np.int64(1), np.int64(until - first), gaps + 1, as_of - began, as_of - last
    for place in range(len(said)):
        values[CUSTOMERS + place] += said[place]
    found = gaps, last_day - began_on, squares, silence
    for place in range(len(found)):
        values[GAPS + place] += found[place]
    within = week, month - week, quarter - month, year - quarter
    for window in range(len(within)):
        values[EVENTS_WITHIN + window] += within[window]
    values[CHANNELS] += ones(on) if seen_on < FEW_CHANNELS else many_channels(state, columns, first, until)
    if paid != 0:
        add_money(columns, first, until, params, values)
    if rated != 0:
        add_ratings(columns, first, until, values)
    if params.counted > 0:
        add_counted(columns, first, until, params, values)


@kernel
def day_of(at: Whole) -> Any:
    """Days between a moment and one before them all. No sign is divided: that would take twice as long."""
    return np.int64(np.uint64(at + _AGES * DAY) // np.uint64(DAY))


@kernel
def many_channels(state: Cells, columns: Columns, first: int, until: int) -> int:
    """On how many channels events are."""
    state[ORDINAL] += 1
    channels = 0
    for row in range(first, until):
        place = SEEN_ON + np.int64(columns.channel[np.uint64(row)])
        channels += state[place] != state[ORDINAL]
        state[place] = state[ORDINAL]
    return channels


@kernel
def add_money(columns: Columns, first: int, until: int, params: FeaturesParams, values: Cells) -> None:
    """Add what was paid, each in the smallest window that it is within."""
    for row in range(first, until):
        i = np.uint64(row)
        amount = columns.amount[i]
        values[PAYMENTS] += amount > 0
        values[AMOUNT] += amount
        for window in range(len(params.windows)):
            if params.as_of - columns.occurred_at[i] < params.windows[window]:
                values[AMOUNT_WITHIN + window] += amount
                break


@kernel
def add_ratings(columns: Columns, first: int, until: int, values: Cells) -> None:
    """Add ratings."""
    for row in range(first, until):
        rating = columns.rating[np.uint64(row)]
        if rating != _NO_RATING:
            values[RATINGS] += 1
            values[RATING] += rating


@kernel
def add_counted(columns: Columns, first: int, until: int, params: FeaturesParams, values: Cells) -> None:
    """Add events of the codes that are counted apart."""
    for row in range(first, until):
        place = params.place[columns.step[np.uint64(row)]]
        if place >= 0:
            values[COUNTS + place] += 1


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
