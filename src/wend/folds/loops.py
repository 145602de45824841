"""Where do customers go in circles, how long, and who leaves out of one?

A circle is one to four different steps in a row and the first of them again, with nothing else in between: a → a, or
a → b → a, or a → b → c → d → a. Whoever goes on around it goes around once more: a → b → a → b → a is one visit of two
rounds, and a circle is the same one wherever it is entered. Visits are counted, their rounds, the seconds from their
first to their last step, and customers; `left` are customers of whom nothing was seen after it. Hidden steps are not
there, with `collapse` neither is a step that follows itself, and a silence longer than the gap ends a visit.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from wend.folds import table
from wend.folds.columns import Columns
from wend.folds.contract import Cells, Fold, Presented, Whole
from wend.folds.kernel import kernel

LONGEST = 4
NO_GAP = 2**61
EVERY_KEY = -1
FUTURE = 2**62
ORDINAL, AT, AROUND, SINCE, STEPS, TIMES, MARKS = 0, 1, 2, 6, 10, 14, 18


class LoopsParams(NamedTuple):
    """`letters[code]` 1 … 65534 (0 = not seen); `gap` in seconds; `collapse` 1 = repeats are one step; `places` the
    room of the open table; `wanted` the only circle that is counted, or EVERY_KEY.
    """

    letters: NDArray[np.int64]
    gap: int
    collapse: int
    places: int
    wanted: int


class LoopsAnswer(NamedTuple):
    """By circle: its key (its letters, 16 bits each, the smallest one first), visits, rounds, seconds, customers, and
    customers who left out of it. `lost` counts what found no room.
    """

    keys: Cells
    visits: Cells
    rounds: Cells
    seconds: Cells
    customers: Cells
    left: Cells
    lost: Cells


def params(
    letters: NDArray[np.int64], gap: int | None = None, collapse: bool = False, places: int = 1 << 14
) -> LoopsParams:
    """No gap, if nothing is said."""
    return LoopsParams(letters, NO_GAP if gap is None else gap, int(collapse), places, EVERY_KEY)


def key_of(circle: Sequence[int]) -> int:
    """The key of a circle of letters, entered anywhere."""
    first = circle.index(min(circle))
    key = 0
    for letter in [*circle[first:], *circle[:first]]:
        key = key << 16 | letter
    return key if key < 1 << 63 else key - (1 << 64)


def circle_of(key: int) -> list[int]:
    """The letters of a circle, from its smallest one."""
    letters = [(key % (1 << 64)) >> shift & 0xFFFF for shift in (48, 32, 16, 0)]
    return [letter for letter in letters if letter]


def blank(params: LoopsParams) -> LoopsAnswer:
    """No circle yet."""
    counts = [np.zeros(params.places, np.int64) for _ in range(5)]
    return LoopsAnswer._make([table.empty(params.places), *counts, np.zeros(1, np.int64)])


def scratch(params: LoopsParams) -> Cells:
    """[customer's ordinal, time of the last step, for circles of 1, 2 … steps: how many steps repeat the ones before,
    when the visit began; the last steps, newest first, their times; for every place the last customer counted].
    """
    return np.zeros(MARKS + params.places, np.int64)


@kernel
def forget_steps(state: Cells) -> None:
    """Nothing was seen yet."""
    for k in range(LONGEST):
        state[AROUND + k] = 0
        state[STEPS + k] = 0


@kernel
def begin(state: Cells, params: LoopsParams) -> None:
    """The next customer."""
    state[ORDINAL] += 1
    state[AT] = FUTURE  # the first step cannot follow a silence
    forget_steps(state)


@kernel
def key_behind(state: Cells, length: Whole) -> int:
    """The key of the circle that the last `length` steps are."""
    first = length - 1
    for k in range(length - 1):
        if state[STEPS + k] < state[STEPS + first]:
            first = k
    key = np.int64(0)
    for k in range(length):
        at = first - k
        key = (key << 16) | state[STEPS + (at if at >= 0 else at + length)]
    return int(key)


@kernel
def close_visits(state: Cells, params: LoopsParams, answer: LoopsAnswer, length: Whole, left: bool) -> None:
    """Count the visit to a circle of this length, if there is one."""
    around = state[AROUND + length - 1]
    if around == 0:
        return
    state[AROUND + length - 1] = 0
    key = key_behind(state, length)
    if params.wanted != EVERY_KEY and params.wanted != key:
        return
    place = table.place_of(answer.keys, key)
    if place < 0:
        answer.lost[0] += 1
        return
    answer.visits[place] += 1
    answer.rounds[place] += (around + length - 1) // length
    answer.seconds[place] += state[TIMES] - state[SINCE + length - 1]
    if left:
        answer.left[place] += 1
    if state[MARKS + place] != state[ORDINAL]:
        state[MARKS + place] = state[ORDINAL]
        answer.customers[place] += 1


@kernel
def differ(state: Cells, length: Whole, letter: Whole) -> bool:
    """Whether the last `length` steps, this one included, are all different."""
    for a in range(length - 1):
        if state[STEPS + a] == letter:
            return False
        for b in range(a):
            if state[STEPS + a] == state[STEPS + b]:
                return False
    return True


@kernel
def step(state: Cells, columns: Columns, i: int, params: LoopsParams, answer: LoopsAnswer) -> None:
    """Go on around the open circles, or leave them, and see which ones this step closes."""
    letter, at = params.letters[columns.step[i]], columns.occurred_at[i]
    if letter == 0:
        return
    silent = at - state[AT] > params.gap
    state[AT] = at
    if params.collapse and letter == state[STEPS] and not silent:
        return
    for k in range(LONGEST):
        again = not silent and letter == state[STEPS + k]
        if again and (state[AROUND + k] > 0 or differ(state, k + 1, letter)):
            if state[AROUND + k] == 0:
                state[SINCE + k] = state[TIMES + k]
            state[AROUND + k] += 1
        else:
            close_visits(state, params, answer, k + 1, False)
    if silent:
        forget_steps(state)
    for k in range(LONGEST - 1, 0, -1):
        state[STEPS + k] = state[STEPS + k - 1]
        state[TIMES + k] = state[TIMES + k - 1]
    state[STEPS] = letter
    state[TIMES] = at


@kernel
def end(state: Cells, params: LoopsParams, answer: LoopsAnswer) -> None:
    """Who is still in a circle left out of it."""
    for k in range(LONGEST):
        close_visits(state, params, answer, k + 1, True)


def merge(a: LoopsAnswer, b: LoopsAnswer) -> LoopsAnswer:
    """Both tables, packed into one."""
    columns = [np.concatenate(pair) for pair in zip(a[:-1], b[:-1], strict=True)]
    return _packed(LoopsAnswer._make([*columns, a.lost + b.lost]))


def _packed(answer: LoopsAnswer) -> LoopsAnswer:
    keys = table.packed(answer.keys, answer.visits)[0]
    counts = (table.packed(answer.keys, each)[1] for each in answer[1:-1])
    return LoopsAnswer._make([keys, *counts, answer.lost])


def overflowed(answer: LoopsAnswer) -> bool:
    """Whether the table had no room for everything."""
    return bool(answer.lost[0])


def wider(params: LoopsParams) -> LoopsParams:
    """The same with four times the room."""
    return params._replace(places=params.places * 4)


def told(answer: LoopsAnswer, names: Sequence[str], top: int = 20) -> Presented:
    """{loops: [{loop, customers, visits, rounds, total_seconds, mean_seconds, left}], truncated: {loops}}; `names` are
    the letters' names; most customers first; seconds are of a visit.
    """
    answer = _packed(answer)
    best = np.lexsort((answer.keys, -answer.rounds, -answer.customers))[:top]
    columns = [column[best].tolist() for column in answer[:-1]]
    rows = [
        {"loop": _told(circle_of(key), names), "customers": customers, "visits": visits, "rounds": rounds}
        | {"total_seconds": seconds, "mean_seconds": seconds // visits, "left": left}
        for key, visits, rounds, seconds, customers, left in zip(*columns, strict=True)
    ]
    return {"loops": rows, "truncated": {"loops": len(answer.keys) - len(rows)}}


def _told(circle: Sequence[int], names: Sequence[str]) -> list[str]:
    return [names[letter - 1] for letter in (*circle, circle[0])]


def present(answer: LoopsAnswer, params: LoopsParams, names: Sequence[str]) -> Presented:
    """The same with letters named after their codes, "a | b" where several are told as one."""
    last = int(params.letters.max(initial=0))
    codes = [np.flatnonzero(params.letters == letter).tolist() for letter in range(1, last + 1)]
    return told(answer, [" | ".join(names[code] for code in own) for own in codes])


LOOPS: Fold[LoopsParams, LoopsAnswer] = Fold(
    "loops",
    begin,
    step,
    end,
    blank,
    scratch,
    present,
    merge=merge,
    settled=_packed,
    overflowed=overflowed,
    wider=wider,
)
