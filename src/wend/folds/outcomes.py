"""With which touchpoints before them do journeys end in a purchase, and which ratings follow on which touchpoints?

A *situation* is how something ended, and what the customer had met in the `window` before it. For purchases it is a
journey: touches after the purchase before, none of them later than a window after the one before it. It ends with the
next purchase (1), or with its last touch when a window passed without another one (0); what is too young to tell is
counted as pending. For ratings it is a rating in hundredths; what it speaks about was met. Situations before which
nothing was met are counted apart, for nothing can be said of what they lack.

A customer has several situations, and they resemble each other. So sums are kept of what each customer adds up to, and
of their squares and products: all that an interval needs that takes whole customers for independent, and nothing
smaller (`methods/clustered.py`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from wend.folds.columns import Columns
from wend.folds.contract import NEVER, NOT_COVERED, Cells, Fold, Presented, Whole
from wend.folds.kernel import kernel

PURCHASE, RATING = 0, 1
NOT_RATED = -32768
LAST, FRESH, ALL, TOTAL, MET, MARKS = range(6)
N, SUM, NN, NS, SS = range(5)
PRODUCTS = 5
"""Of a customer's situations n and their sum s: Σn, Σs, Σn², Σns, Σs², over customers."""


class OutcomesParams(NamedTuple):
    """`outcome` PURCHASE or RATING; `buys[code]` 1 where an event of this code is a purchase, −1 where one with money
    is; `window` in seconds; `as_of` epoch seconds.
    """

    codes: int
    outcome: int
    buys: Cells
    window: int
    as_of: int


class OutcomesAnswer(NamedTuple):
    """`whole`, and by code `own` and `cross`, hold PRODUCTS: of all of a customer's situations, of those with the
    touchpoint, and of one with the other ([Σn·N, Σn·S, Σs·N, Σs·S], and a place that stays empty). By code:
    `customers` with such a situation, `others` with one without it, `purchases` that were made there. [untouched,
    pending] in `apart`; everybody with a situation in `people`.
    """

    whole: Cells
    own: Cells
    cross: Cells
    customers: Cells
    others: Cells
    purchases: Cells
    people: Cells
    apart: Cells


def params(codes: int, outcome: int, window: int, as_of: int, buys: NDArray[np.bool_] | None = None) -> OutcomesParams:
    """Params for a space of `codes` codes; without `buys` a purchase is an event with money."""
    size = NOT_COVERED + 1
    told = np.full(size, -1, np.int64) if buys is None else np.zeros(size, np.int64)
    if buys is not None:
        told[: len(buys)] = buys
    return OutcomesParams(max(codes, 1), outcome, told, window, as_of)


def blank(params: OutcomesParams) -> OutcomesAnswer:
    """Nothing ended yet."""
    many = params.codes * PRODUCTS
    sizes = (PRODUCTS, many, many, params.codes, params.codes, params.codes, 1, 2)
    return OutcomesAnswer(*(np.zeros(size, np.int64) for size in sizes))


def scratch(params: OutcomesParams) -> Cells:
    """[last touch, whether one is inside the selection, situations, their sum, how many codes were met]; which; by
    code: last met, situations, their sum.
    """
    return np.zeros(MARKS + 4 * params.codes, np.int64)


@kernel
def begin(state: Cells, params: OutcomesParams) -> None:
    """Nothing met."""
    state[:MARKS] = 0
    state[LAST] = NEVER
    state[MARKS + params.codes : MARKS + 2 * params.codes] = NEVER
    state[MARKS + 2 * params.codes :] = 0


@kernel
def forget_all(state: Cells, params: OutcomesParams) -> None:
    """A journey is over."""
    for place in range(state[MET]):
        state[MARKS + params.codes + state[MARKS + place]] = NEVER
    state[MET] = 0
    state[LAST] = NEVER
    state[FRESH] = 0


@kernel
def meet(state: Cells, code: Whole, moment: Whole, params: OutcomesParams) -> None:
    """Remember when a touchpoint was met last."""
    if state[MARKS + params.codes + code] == NEVER:
        state[MARKS + state[MET]] = code
        state[MET] += 1
    state[MARKS + params.codes + code] = moment
    state[LAST] = moment


@kernel
def conclude(state: Cells, moment: Whole, value: Whole, params: OutcomesParams) -> bool:
    """Count a situation by what was met in the window before it; False where nothing was."""
    met = False
    for place in range(state[MET]):
        code = state[MARKS + place]
        if state[MARKS + params.codes + code] >= moment - params.window:
            met = True
            state[MARKS + 2 * params.codes + code] += 1
            state[MARKS + 3 * params.codes + code] += value
    if met:
        state[ALL] += 1
        state[TOTAL] += value
    return met


@kernel
def lapse(state: Cells, moment: Whole, params: OutcomesParams) -> None:
    """A journey that nothing followed for longer than a window came to nothing."""
    if state[LAST] != NEVER and moment - state[LAST] > params.window:
        if state[FRESH] == 1:
            conclude(state, state[LAST], 0, params)
        forget_all(state, params)


@kernel
def is_purchase(columns: Columns, i: int, params: OutcomesParams) -> bool:
    """Whether an event ends a journey as it should."""
    told = params.buys[columns.step[i]]
    return bool(told == 1 or (told == -1 and columns.amount[i] > 0))


@kernel
def recall(state: Cells, columns: Columns, i: int, params: OutcomesParams) -> None:
    """What is not counted was met all the same."""
    moment, code = columns.occurred_at[i], np.int64(columns.step[i])
    if params.outcome == PURCHASE:
        lapse(state, moment, params)
        if is_purchase(columns, i, params):
            forget_all(state, params)
            return
    elif columns.rating[i] != NOT_RATED:
        code = np.int64(columns.about[i])
    if code != NOT_COVERED:
        meet(state, code, moment, params)


@kernel
def step(state: Cells, columns: Columns, i: int, params: OutcomesParams, answer: OutcomesAnswer) -> None:
    """An outcome ends a situation, anything else is met."""
    moment, rating = columns.occurred_at[i], np.int64(columns.rating[i])
    if params.outcome == PURCHASE:
        lapse(state, moment, params)
        if is_purchase(columns, i, params):
            if not conclude(state, moment, 1, params):
                answer.apart[0] += 1
            if columns.step[i] != NOT_COVERED:
                answer.purchases[np.int64(columns.step[i])] += 1
            forget_all(state, params)
            return
    elif rating != NOT_RATED:
        about = np.int64(columns.about[i])
        if about != NOT_COVERED:
            meet(state, about, moment, params)
        if not conclude(state, moment, rating, params):
            answer.apart[0] += 1
        return
    code = np.int64(columns.step[i])
    if code != NOT_COVERED:
        meet(state, code, moment, params)
        state[FRESH] = 1


@kernel
def end(state: Cells, params: OutcomesParams, answer: OutcomesAnswer) -> None:
    """The last journey is over or pending; then the customer's sums go into the answer."""
    if params.outcome == PURCHASE:
        lapse(state, params.as_of, params)
        answer.apart[1] += state[FRESH]
    every, total = state[ALL], state[TOTAL]
    if every == 0:
        return
    answer.people[0] += 1
    products(answer.whole, 0, every, total)
    for code in range(params.codes):
        n, own = state[MARKS + 2 * params.codes + code], state[MARKS + 3 * params.codes + code]
        answer.others[code] += n < every
        if n > 0:
            answer.customers[code] += 1
            products(answer.own, code * PRODUCTS, n, own)
            place = code * PRODUCTS
            answer.cross[place] += n * every
            answer.cross[place + 1] += n * total
            answer.cross[place + 2] += own * every
            answer.cross[place + 3] += own * total


@kernel
def products(cells: Cells, place: Whole, n: Whole, total: Whole) -> None:
    """Add a customer to sums, squares and products."""
    cells[place + N] += n
    cells[place + SUM] += total
    cells[place + NN] += n * n
    cells[place + NS] += n * total
    cells[place + SS] += total * total


def present(answer: OutcomesAnswer, params: OutcomesParams, names: Sequence[str]) -> Presented:
    """{situations, total, people, untouched, pending, steps: [{step, n, total, customers, others}]} in whole numbers:
    of purchases `total` are those that ended in one, of ratings their sum in hundredths.
    """
    own = answer.own.reshape(-1, PRODUCTS)
    rows = [
        {"step": names[c], "n": int(own[c, N]), "total": int(own[c, SUM])}
        | {"customers": int(answer.customers[c]), "others": int(answer.others[c])}
        for c in np.flatnonzero(own[:, N]).tolist()
    ]
    untouched, pending = answer.apart.tolist()
    told = {"situations": int(answer.whole[N]), "total": int(answer.whole[SUM]), "people": int(answer.people[0])}
    return told | {"untouched": untouched, "pending": pending, "steps": rows}


OUTCOMES: Fold[OutcomesParams, OutcomesAnswer] = Fold(
    "outcomes", begin, step, end, blank, scratch, present, recall=recall, sees_uncovered=True
)
