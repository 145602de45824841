"""What is each event like: how often, on how many days and channels, where in a journey, rated, paid, and does it come
before or after the turning point?

Wend drafts touchpoints and stages from this. `turn[code]` marks the events that turn a visitor into a buyer; *before*
and *after* count the other events of those customers who turned. A position is the place in the customer's list, from 0
for the first event to 1000 for the last one (500 when alone).
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

import numpy as np

from wend.folds.columns import Columns
from wend.folds.contract import NEVER, NOT_COVERED, Cells, Fold, Presented
from wend.folds.kernel import kernel

TIMES = 64
"""Customers are counted by how often they did an event, up to 63 and more."""
MOST_DAYS = 4
"""… and by on how many days: none, one, two, three and more."""
LONGEST_GAP = 1000
_NO_RATING = -32768
_DAY = 86_400
SEEN, LAST_DAY, ACTIVE, LAST, TURNED, TOUCHED, FIELDS = 0, 1, 2, 3, 4, 5, 6
COUNT, PLACES, DAY, DAYS, BEFORE, LIST = 0, 1, 2, 3, 4, 5


class ProfileParams(NamedTuple):
    """`turn[code]` = 1 for the events at which a visitor becomes a buyer."""

    codes: int
    channels: int
    turn: Cells


class ProfileAnswer(NamedTuple):
    """By code, but `gaps`: silences by whole days between two active days, `active`: customers with two such days.

    `times` is by [code · TIMES + times], `days` by [code · MOST_DAYS + days], `channel` by [code · channels + channel].
    """

    events: Cells
    customers: Cells
    starts: Cells
    ends: Cells
    position: Cells
    before: Cells
    after: Cells
    times: Cells
    days: Cells
    rated: Cells
    about: Cells
    paid: Cells
    channel: Cells
    gaps: Cells
    active: Cells


def params(codes: int, channels: int, turn: Collection[int] = ()) -> ProfileParams:
    """Params for a space of `codes` codes and `channels` channels."""
    mask = np.zeros(max(codes, 1), np.int64)
    mask[list(turn)] = 1
    return ProfileParams(max(codes, 1), max(channels, 1), mask)


def blank(params: ProfileParams) -> ProfileAnswer:
    """No customer yet."""
    n = params.codes
    sizes = (n, n, n, n, n, n, n, n * TIMES, n * MOST_DAYS, n, n, n, n * params.channels, LONGEST_GAP + 1, 1)
    return ProfileAnswer(*(np.zeros(size, np.int64) for size in sizes))


def scratch(params: ProfileParams) -> Cells:
    """[events seen, last active day, active days, last code, turn + 1, codes touched], then six fields by code."""
    return np.zeros(FIELDS + 6 * params.codes, np.int64)


@kernel
def begin(state: Cells, params: ProfileParams) -> None:
    """Forget the codes the last customer touched, and only those."""
    n = params.codes
    for k in range(state[TOUCHED]):
        code = state[FIELDS + LIST * n + k]
        for field in range(LIST):
            state[FIELDS + field * n + code] = 0
    state[SEEN] = 0
    state[LAST_DAY] = NEVER
    state[ACTIVE] = 0
    state[TURNED] = 0
    state[TOUCHED] = 0


@kernel
def step(state: Cells, columns: Columns, i: int, params: ProfileParams, answer: ProfileAnswer) -> None:
    """Count the event, and the silence before it."""
    n, code, day = params.codes, np.int64(columns.step[i]), columns.occurred_at[i] // _DAY
    if state[SEEN] == 0:
        answer.starts[code] += 1
    elif day > state[LAST_DAY]:
        answer.gaps[min(day - state[LAST_DAY], LONGEST_GAP)] += 1
    at = FIELDS + code
    if state[at] == 0:
        state[FIELDS + LIST * n + state[TOUCHED]] = code
        state[TOUCHED] += 1
    if state[at] == 0 or state[at + DAY * n] != day:
        state[at + DAYS * n] += 1
    state[at] += 1
    state[at + PLACES * n] += state[SEEN]
    state[at + DAY * n] = day
    if state[TURNED] == 0:
        if params.turn[code] == 1:
            state[TURNED] = code + 1
        else:
            state[at + BEFORE * n] += 1
    state[SEEN] += 1
    state[ACTIVE] += day != state[LAST_DAY]
    state[LAST_DAY] = day
    state[LAST] = code
    answer.rated[code] += columns.rating[i] != _NO_RATING
    answer.channel[code * params.channels + columns.channel[i]] += 1
    answer.paid[code] += columns.amount[i] > 0
    if columns.rating[i] != _NO_RATING and columns.about[i] != NOT_COVERED:
        answer.about[columns.about[i]] += 1


@kernel
def end(state: Cells, params: ProfileParams, answer: ProfileAnswer) -> None:
    """Add what this customer did, code by code."""
    n, last = params.codes, state[SEEN] - 1
    for k in range(state[TOUCHED]):
        code = state[FIELDS + LIST * n + k]
        at = FIELDS + code
        count, days, before = state[at], state[at + DAYS * n], state[at + BEFORE * n]
        answer.events[code] += count
        answer.customers[code] += 1
        answer.position[code] += 500 if last == 0 else (1000 * state[at + PLACES * n]) // (count * last)
        answer.times[code * TIMES + min(count, TIMES - 1)] += 1
        answer.days[code * MOST_DAYS + min(days, MOST_DAYS - 1)] += 1
        if state[TURNED] > 0:
            answer.before[code] += before
            answer.after[code] += count - before - (code + 1 == state[TURNED])
    answer.ends[state[LAST]] += 1
    answer.active[0] += state[ACTIVE] > 1


def present(answer: ProfileAnswer, params: ProfileParams, names: Sequence[str]) -> Presented:
    """{events: [{event, events, customers, position}], gap_days: [{days, count}]}, most frequent first."""
    order = [int(c) for c in np.argsort(-answer.events, kind="stable") if answer.events[c]]
    rows = [
        {"event": names[c], "events": int(answer.events[c]), "customers": int(answer.customers[c])}
        | {"position": round(int(answer.position[c]) / int(answer.customers[c]) / 1000, 3)}
        for c in order
    ]
    return {
        "events": rows,
        "gap_days": [{"days": int(d), "count": int(answer.gaps[d])} for d in np.flatnonzero(answer.gaps)],
    }


PROFILE: Fold[ProfileParams, ProfileAnswer] = Fold("profile", begin, step, end, blank, scratch, present)
