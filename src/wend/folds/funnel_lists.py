"""The funnel told from the lists of its steps alone: step after step, the events that reach it.

An event reaches a step when the last event before it that reached the step before is of the same customer and came from
an entry within the window; it keeps that entry, which is the latest from which it can be reached (see `funnel.py`).
Which event is the last before it is not looked for: the rows that reached the step before are bits, and how many are
set before a row is the place of that event among them. Few events reach the second step, and fewer the third.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from wend.folds import histogram
from wend.folds.contract import Cells
from wend.folds.driver import loop
from wend.folds.kernel import kernel, ones
from wend.folds.posted import Found, Lists


@loop
def walk_lists(
    lists: Lists,
    cuts: Cells,
    first: int,
    offsets: Cells,
    among: NDArray[np.bool_],
    params: Any,
    one: Found,
    other: Found,
    answer: Any,
) -> int:
    """Count the customers of a piece whose first row is `first`: step k is done by list k, which is cut. Returns how
    many began; nothing is counted of the others.
    """
    bits, before = one.bits, one.before
    _mark(bits, before, lists.rows, cuts[0], cuts[1], first)
    began = people = _with_any(bits, before, offsets, among)
    if params.length == 1:
        answer.seconds[histogram.bin_of(0)] += people
    many = reached = 0
    for step in range(1, params.length):
        low, high, last = cuts[2 * step], cuts[2 * step + 1], step + 1 == params.length
        if step == 1:
            many, reached = _follow(
                lists.rows, lists.at, cuts[0], first, bits, before, lists, low, high, first, offsets, among,
                params.window, one, last, answer,
            )  # fmt: skip
        else:
            many, reached = _follow(
                one.rows, one.at, 0, 0, bits, before, lists, low, high, first, offsets, among,
                params.window, other, last, answer,
            )  # fmt: skip
            one, other = other, one
        answer.deepest[step] += people - reached
        people = reached
        _mark(bits, before, one.rows, 0, many, 0)
    answer.deepest[params.length] += people
    return int(began)


@kernel
def _mark(
    bits: NDArray[np.uint64], before: NDArray[np.int32], rows: NDArray[np.int32], low: int, high: int, first: int
) -> None:
    """Set the bits of these rows and no others, and count those before each word."""
    for word in range(len(bits)):
        bits[word] = 0
    for k in range(low, high):
        row = np.uint64(rows[np.uint64(k)] - first)
        bits[row >> np.uint64(6)] |= np.uint64(1) << (row & np.uint64(63))
    many = 0
    for word in range(len(bits)):
        before[word] = many
        many += ones(bits[word])


@kernel
def _rank(bits: NDArray[np.uint64], before: NDArray[np.int32], row: Any) -> int:
    """How many bits are set before that of a row."""
    word = np.uint64(row) >> np.uint64(6)
    below = (np.uint64(1) << (np.uint64(row) & np.uint64(63))) - np.uint64(1)
    return int(before[word] + ones(bits[word] & below))


@kernel
def _with_any(bits: NDArray[np.uint64], before: NDArray[np.int32], offsets: Cells, among: NDArray[np.bool_]) -> int:
    """How many of the customers who count have a bit that is set."""
    people = known = 0
    for customer in range(len(offsets) - 1):
        here = _rank(bits, before, offsets[customer + 1])
        people += here > known and (len(among) == 0 or among[customer])
        known = here
    return int(people)


@kernel
def _follow(
    reached: NDArray[np.int32],
    entries: NDArray[Any],
    base: int,
    origin: int,
    bits: NDArray[np.uint64],
    before: NDArray[np.int32],
    lists: Lists,
    low: int,
    high: int,
    first: int,
    offsets: Cells,
    among: NDArray[np.bool_],
    window: int,
    out: Found,
    last: bool,
    answer: Any,
) -> tuple[int, int]:
    """The events of a list that reach their step, and of how many customers they are. Those that reached the step
    before are `reached` from place `base` on, rows counted from `origin`, with their `entries`.
    """
    many, people, customer, counted = 0, 0, 0, -1
    for k in range(low, high):
        row = np.int64(lists.rows[np.uint64(k)]) - first
        place = _rank(bits, before, row) - 1
        if place < 0:
            continue
        entry = np.int64(entries[np.uint64(base + place)])
        passed = np.int64(lists.at[np.uint64(k)]) - entry
        if passed < 0 or passed > window:  # nearly all that is of another customer ends here
            continue
        while offsets[customer + 1] <= row:
            customer += 1
        mine = np.int64(reached[np.uint64(base + place)]) - origin >= offsets[customer]
        if not mine or (len(among) > 0 and not among[customer]):
            continue
        out.rows[many], out.at[many] = row, entry
        many += 1
        if customer != counted:
            people, counted = people + 1, customer
            if last:
                answer.seconds[histogram.bin_of(int(passed))] += 1
    return many, people
