"""Who comes back after a silence, after how long, and what had they met before, against others who were as silent?

A silence is a time without anything a customer *does*; what they receive (a message, an offer) does not end it. Time is
cut into windows of one length, the last of which ends at `as_of`. At the start of every window each customer who has
been silent for long enough is looked at once, and stands in the stratum of this window, of how long they have been
silent and of how much they had done before. They were exposed to what they received in the window before this one, and
to the last thing they did; they come back if they do anything inside the window. So all that is compared happened
before, and to people who were equally silent at the same time.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from wend.folds import histogram
from wend.folds.columns import Columns
from wend.folds.contract import NEVER, Cells, Fold, Presented, Whole
from wend.folds.kernel import kernel

SILENCES, ACTIVITIES = 8, 4
QUARTERS = (4, 5, 6, 8, 12, 16, 24, 32)
"""Lower borders of the classes of silence, in quarters of the shortest silence that counts."""
MOST_WINDOWS = 60
LAST_AT, DONE, LAST_ROW, WINDOW, STRATUM, BACK, RECEIVED = range(7)


class ComebacksParams(NamedTuple):
    """`does[code]`: a customer does it; `row[code]`: its row among what customers are exposed to, or -1: first the
    `received` things they receive, then last steps, `rows` in all. `silence` and `window` in seconds; the first of
    `windows` begins at `origin`.
    """

    does: NDArray[np.bool_]
    row: Cells
    received: int
    rows: int
    silence: int
    window: int
    windows: int
    origin: int
    from_at: int
    as_of: int


class ComebacksAnswer(NamedTuple):
    """`customers` who were silent so long at least once, who came back from it, who are so silent now; `seconds` of
    silences that ended. By stratum: `silent` customers looked at, `back` of them; by stratum · rows + row: `exposed`
    ones, and `exposed_back`.
    """

    customers: Cells
    seconds: Cells
    silent: Cells
    back: Cells
    exposed: Cells
    exposed_back: Cells


def params(
    does: NDArray[np.bool_], row: Cells, received: int, silence: int, window: int, from_at: int, as_of: int
) -> ComebacksParams:
    """Params with the windows that fit between `from_at` and `as_of`, the latest ones if there are too many."""
    windows = max(0, min((as_of + 1 - from_at) // window, MOST_WINDOWS))
    origin = as_of + 1 - windows * window
    rows = int(row.max(initial=-1)) + 1
    return ComebacksParams(does, row, received, rows, silence, window, windows, origin, from_at, as_of)


def blank(params: ComebacksParams) -> ComebacksAnswer:
    """Nobody yet."""
    strata = params.windows * SILENCES * ACTIVITIES
    sizes = 3, histogram.BINS, strata, strata, strata * params.rows, strata * params.rows
    return ComebacksAnswer(*(np.zeros(size, np.int64) for size in sizes))


def scratch(params: ComebacksParams) -> Cells:
    """[last thing done, how many, its row, the next window, the stratum of the last one or -1, whether ever back, when
    each thing was received last, whether that was in time for the last window].
    """
    return np.zeros(RECEIVED + 2 * params.received, np.int64)


@kernel
def begin(state: Cells, params: ComebacksParams) -> None:
    """Nothing done."""
    state[LAST_AT], state[DONE], state[LAST_ROW], state[WINDOW], state[STRATUM], state[BACK] = NEVER, 0, -1, 0, -1, 0
    for r in range(params.received):
        state[RECEIVED + r] = NEVER


@kernel
def stratum_of(state: Cells, silence: Whole, params: ComebacksParams) -> int:
    """Window, class of silence, class of activity (1, 2–3, 4–7, 8 and more things done)."""
    quarters, length, activity = silence * 4 // params.silence, -1, 0
    for border in QUARTERS:
        length += quarters >= border
    while activity < ACTIVITIES - 1 and state[DONE] >> (activity + 1) > 0:
        activity += 1
    return int((state[WINDOW] * SILENCES + length) * ACTIVITIES + activity)


@kernel
def look(state: Cells, until: Whole, params: ComebacksParams, answer: ComebacksAnswer) -> None:
    """Look at the customer at the start of every window up to `until`."""
    while state[WINDOW] < params.windows and params.origin + state[WINDOW] * params.window <= until:
        at = params.origin + state[WINDOW] * params.window
        state[STRATUM] = -1
        if at - state[LAST_AT] >= params.silence:
            stratum = stratum_of(state, at - state[LAST_AT], params)
            state[STRATUM] = stratum
            answer.silent[stratum] += 1
            for r in range(params.received):
                met = state[RECEIVED + r] >= at - params.window
                state[RECEIVED + params.received + r] = met
                answer.exposed[stratum * params.rows + r] += met
            if state[LAST_ROW] >= 0:
                answer.exposed[stratum * params.rows + state[LAST_ROW]] += 1
        state[WINDOW] += 1


@kernel
def come_back(state: Cells, params: ComebacksParams, answer: ComebacksAnswer) -> None:
    """The customer came back inside the window they were looked at last."""
    stratum = state[STRATUM]
    answer.back[stratum] += 1
    for r in range(params.received):
        answer.exposed_back[stratum * params.rows + r] += state[RECEIVED + params.received + r]
    if state[LAST_ROW] >= 0:
        answer.exposed_back[stratum * params.rows + state[LAST_ROW]] += 1


@kernel
def remember(state: Cells, columns: Columns, i: int, params: ComebacksParams) -> None:
    """What was done or received last; no window is looked at before the silence after it is long enough."""
    code, at = columns.step[i], columns.occurred_at[i]
    if params.does[code]:
        state[LAST_AT], state[LAST_ROW] = at, params.row[code]
        state[DONE] += 1
        state[STRATUM] = -1
        state[WINDOW] = max(state[WINDOW], -((params.origin - at - params.silence) // params.window))
    elif params.row[code] >= 0:
        state[RECEIVED + params.row[code]] = at


@kernel
def recall(state: Cells, columns: Columns, i: int, params: ComebacksParams) -> None:
    """What came before the period is remembered; other channels are not looked at."""
    if columns.occurred_at[i] < params.from_at:
        remember(state, columns, i, params)


@kernel
def step(state: Cells, columns: Columns, i: int, params: ComebacksParams, answer: ComebacksAnswer) -> None:
    """End a silence, or receive something during one."""
    at, last = columns.occurred_at[i], state[LAST_AT]
    if last != NEVER:
        look(state, at, params, answer)
        if params.does[columns.step[i]] and at - last >= params.silence:
            answer.seconds[histogram.bin_of(at - last)] += 1
            state[BACK] = 1
            if state[STRATUM] >= 0 and at < params.origin + state[WINDOW] * params.window:
                come_back(state, params, answer)
    remember(state, columns, i, params)


@kernel
def end(state: Cells, params: ComebacksParams, answer: ComebacksAnswer) -> None:
    """Look until the end; say whether they are silent now."""
    if state[LAST_AT] == NEVER:
        return
    look(state, params.as_of, params, answer)
    silent = params.as_of - state[LAST_AT] >= params.silence
    answer.customers[0] += silent or state[BACK] == 1
    answer.customers[1] += state[BACK]
    answer.customers[2] += silent


def present(answer: ComebacksAnswer, params: ComebacksParams, names: Sequence[str]) -> Presented:
    """{silent, returned, still_silent, returns, median_seconds, p90_seconds}."""
    del params, names
    silent, back, now = answer.customers.tolist()
    counts = {"silent": silent, "returned": back, "still_silent": now, "returns": int(answer.seconds.sum())}
    return counts | {
        "median_seconds": histogram.median(answer.seconds),
        "p90_seconds": histogram.p90(answer.seconds),
    }


COMEBACKS: Fold[ComebacksParams, ComebacksAnswer] = Fold(
    "comebacks", begin, step, end, blank, scratch, present, recall=recall
)
