"""Touches kept until it is known what they led to, and the sharing out of what they led to: kernels of `contribution`.

A conversion is shared out in UNITS, money in whole minor units, both by rounding the running sum down: each share is
within one unit of the exact one, and the shares of a conversion always add up to it. UNITS is 5 · lcm(1 … 16): equal
shares and those of the position rule are exact on paths of up to 16 touches.
"""

from __future__ import annotations

from typing import Any

from wend.folds.contract import Cells, Whole
from wend.folds.kernel import kernel

GROUPS = 64
"""Customers are counted in this many groups, by what is in their first path: what intervals are drawn from."""
FIRST, LAST, LINEAR, POSITION, TIME_DECAY, SHAPLEY = range(6)
RULES = 6
UNITS = 3_603_600
MOST_TOUCHES = 1 << 10
"""A path is its last so many touches. Their codes stand from CODES on, in a ring, and their times behind them."""
HALVINGS, FINENESS, HEAVIEST = 20, 64, 1 << 20

SERIAL, HASH, GROUP, FRESH, OLDEST, LENGTH = range(6)
GIVEN = 6
UP_TO = GIVEN + RULES
CODES = UP_TO + RULES
MARKS = CODES + 2 * MOST_TOUCHES


def weights() -> Cells:
    """Whole weights of touches by their age in 64ths of a half-life; too old to weigh anything from the last on."""
    import numpy as np

    ages = np.arange(HALVINGS * FINENESS + 1)
    return np.round(HEAVIEST * np.exp2(-ages / FINENESS)).astype(np.int64)


@kernel
def at(state: Cells, place: Whole) -> int:
    """Where the touch of this place, 0 = the oldest kept, stands among the codes."""
    return int(CODES + (state[OLDEST] + place) % MOST_TOUCHES)


@kernel
def keep(state: Cells, code: Whole, moment: Whole, collapse: Whole) -> None:
    """One more touch; one that repeats the last may take its place."""
    newest = at(state, state[LENGTH] - 1)
    if not (collapse and state[LENGTH] > 0 and state[newest] == code):
        newest = at(state, state[LENGTH])
        if state[LENGTH] == MOST_TOUCHES:
            state[OLDEST] += 1
        else:
            state[LENGTH] += 1
    state[newest] = code
    state[newest + MOST_TOUCHES] = moment


@kernel
def drop_before(state: Cells, moment: Whole) -> None:
    """Forget touches older than this."""
    while state[LENGTH] > 0 and state[at(state, 0) + MOST_TOUCHES] < moment:
        state[OLDEST] += 1
        state[LENGTH] -= 1


@kernel
def decayed(state: Cells, place: Whole, moment: Whole, params: Any) -> int:
    """What a touch weighs at this moment."""
    age = moment - state[at(state, place) + MOST_TOUCHES]
    step = min(age * FINENESS // params.half_life, HALVINGS * FINENESS)
    return int(params.weights[step])


@kernel
def share_out(state: Cells, moment: Whole, value: Whole, params: Any, answer: Any) -> None:
    """Give a conversion and its value to the touches that are kept: every rule says how much goes to the first so many
    of them together, and each gets what it adds.
    """
    n, whole, different, weight, seen = state[LENGTH], 0, 0, 0, 0
    state[SERIAL] += 1
    for place in range(n):
        whole += decayed(state, place, moment, params)
        different += newly(state, MARKS + state[at(state, place)])
    for rule in range(RULES):
        state[GIVEN + rule] = 0
    state[SERIAL] += 1
    for place in range(n):
        code = state[at(state, place)]
        weight += decayed(state, place, moment, params)
        seen += newly(state, MARKS + code)
        state[UP_TO + FIRST] = UNITS
        state[UP_TO + LAST] = UNITS * (place + 1 == n)
        state[UP_TO + LINEAR] = (place + 1) * UNITS // n
        state[UP_TO + POSITION] = at_both_ends(place + 1, n)
        state[UP_TO + TIME_DECAY] = weight * UNITS // whole
        state[UP_TO + SHAPLEY] = seen * UNITS // different
        for rule in range(RULES):
            low, high = state[GIVEN + rule], state[UP_TO + rule]
            if high > low:
                cell = (state[GROUP] * RULES + rule) * params.touches + code
                answer.credit[cell] += high - low
                answer.money[cell] += value * high // UNITS - value * low // UNITS
                state[GIVEN + rule] = high


@kernel
def newly(state: Cells, mark: Whole) -> int:
    """1 when this is marked for the first time under the present serial, else 0."""
    if state[mark] == state[SERIAL]:
        return 0
    state[mark] = state[SERIAL]
    return 1


@kernel
def at_both_ends(touches: Whole, n: Whole) -> int:
    """Units of the position rule for the first `touches` ≥ 1 of n: 40 % at both ends, 20 % between; halves of two."""
    if touches == n:
        return UNITS
    if n == 2:
        return UNITS // 2
    return int(UNITS * 2 // 5 + (touches - 1) * (UNITS // 5) // (n - 2))
