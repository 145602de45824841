"""Into how many visits do customers' events fall, how long are they and how much happens in one?

A session ends before a silence longer than `gap` seconds (a silence of exactly `gap` stays inside). Its length is the
time from its first to its last event.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from wend.folds import histogram
from wend.folds.columns import Columns
from wend.folds.contract import Cells, Fold, Presented
from wend.folds.kernel import kernel

MOST_EVENTS = 4096
"""Sessions of this many events and more are counted together; medians below it are exact."""
FIRST_AT, LAST_AT, EVENTS, COUNT = 0, 1, 2, 3


class SessionsParams(NamedTuple):
    """`gap` in seconds."""

    gap: int


class SessionsAnswer(NamedTuple):
    """`customers`; `sizes[n]` sessions of n events; `seconds` their lengths; `per_customer[n]` customers with n
    sessions.
    """

    customers: Cells
    sizes: Cells
    seconds: Cells
    per_customer: Cells


def params(gap: int = 1_800) -> SessionsParams:
    """Half an hour, if nothing else is said."""
    return SessionsParams(gap)


def blank(params: SessionsParams) -> SessionsAnswer:
    """No session yet."""
    sizes = 1, MOST_EVENTS + 1, histogram.BINS, MOST_EVENTS + 1
    return SessionsAnswer(*(np.zeros(size, np.int64) for size in sizes))


def scratch(params: SessionsParams) -> Cells:
    """[when the open session began, its last event, its events (0 = none open), sessions of this customer]."""
    return np.zeros(4, np.int64)


@kernel
def begin(state: Cells, params: SessionsParams) -> None:
    """No session open."""
    state[EVENTS] = 0
    state[COUNT] = 0


@kernel
def close(state: Cells, answer: SessionsAnswer) -> None:
    """Count the open session."""
    answer.sizes[min(state[EVENTS], MOST_EVENTS)] += 1
    answer.seconds[histogram.bin_of(state[LAST_AT] - state[FIRST_AT])] += 1
    state[COUNT] += 1
    state[EVENTS] = 0


@kernel
def step(state: Cells, columns: Columns, i: int, params: SessionsParams, answer: SessionsAnswer) -> None:
    """Join the open session, or close it and open another."""
    at = columns.occurred_at[i]
    if state[EVENTS] > 0 and at - state[LAST_AT] > params.gap:
        close(state, answer)
    if state[EVENTS] == 0:
        state[FIRST_AT] = at
    state[LAST_AT] = at
    state[EVENTS] += 1


@kernel
def end(state: Cells, params: SessionsParams, answer: SessionsAnswer) -> None:
    """Close the last session."""
    close(state, answer)
    answer.customers[0] += 1
    answer.per_customer[min(state[COUNT], MOST_EVENTS)] += 1


def exact_median(counts: Cells) -> float | int | None:
    """The median of numbers counted one by one (`counts[n]` times n); None of nothing."""
    total, up_to = int(counts.sum()), np.cumsum(counts)
    if total == 0:
        return None
    low, high = (int(np.searchsorted(up_to, rank, side="right")) for rank in ((total - 1) // 2, total // 2))
    return low if low == high else (low + high) / 2


def present(answer: SessionsAnswer, params: SessionsParams, names: Sequence[str]) -> Presented:
    """{sessions, customers, median_events, median_seconds, p90_seconds, median_sessions}."""
    return {
        "sessions": int(answer.sizes.sum()),
        "customers": int(answer.customers[0]),
        "median_events": exact_median(answer.sizes),
        "median_seconds": histogram.median(answer.seconds),
        "p90_seconds": histogram.p90(answer.seconds),
        "median_sessions": exact_median(answer.per_customer),
    }


SESSIONS: Fold[SessionsParams, SessionsAnswer] = Fold("sessions", begin, step, end, blank, scratch, present)
