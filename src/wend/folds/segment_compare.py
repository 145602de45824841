"""Steps in order of which later ones are compared with earlier ones: every way to have come so far is kept.

A value of an event holds several fields, each a few bits of it: 0 is none, greater is greater. A way is when it began,
and the values of those of its steps that are compared with. Ways that remember the same are one, with the latest
beginning. `orders` holds per leaf, from its own place on: how many steps are remembered, which ones, how many
comparisons there are, and for each [step, operator, which of the remembered, shift, bits]. With 0 bits the value is a
code from 0, and its field stands in `orders` itself, so many places behind the shift.
"""

from __future__ import annotations

from wend.folds.contract import Cells, Whole
from wend.folds.kernel import kernel

SAME, OTHER, AT_LEAST, AT_MOST, MORE, LESS = range(6)
FEWEST_WAYS = 8
_ROW = 5


def room_of_ways(steps: int, remembered: int, ways: int) -> int:
    """Places for the ways to every step but the last; one more of each to write a new one."""
    return (steps - 1) * (1 + (ways + 1) * (1 + remembered))


@kernel
def forget_ways(state: Cells, at: Whole, steps: Whole, remembered: Whole, ways: Whole) -> None:
    """No way to any step."""
    for level in range(steps - 1):
        state[at + level * (1 + (ways + 1) * (1 + remembered))] = 0


@kernel
def walk_order(
    state: Cells,
    at: Whole,
    step: Cells,
    bar: Cells,
    first: Whole,
    steps: Whole,
    orders: Cells,
    place: Whole,
    ways: Whole,
    size: Whole,
    marks: Whole,
    moment: Whole,
    value: Whole,
) -> int:
    """Take one event; 1 when it ends a way, -1 when one was lost for want of room, else 0."""
    told, width = 0, 1 + orders[place]
    level = 1 + (ways + 1) * width
    for back in range(steps - 1):
        k = steps - 1 - back
        base = at + (k - 1) * level
        if marks & step[first + k] != 0:
            for way in range(state[base]):
                entry = base + 1 + way * width
                if moment - state[entry] <= size and _fits(state, entry, orders, place, k, value):
                    if k == steps - 1:
                        return 1
                    if not _put(state, base + level, entry, orders, place, ways, k, size, moment, value):
                        told = -1
        if marks & bar[first + k] != 0:
            state[base] = 0
    if marks & step[first] != 0:
        fresh = at + 1 + state[at] * width
        state[fresh] = moment
        for slot in range(width - 1):
            state[fresh + 1 + slot] = 0
        if not _put(state, at, fresh, orders, place, ways, 0, size, moment, value):
            told = -1
    return told


@kernel
def _fits(state: Cells, entry: Whole, orders: Cells, place: Whole, k: Whole, value: Whole) -> bool:
    row = place + 1 + orders[place]
    for each in range(orders[row]):
        test = row + 1 + each * _ROW
        if orders[test] != k:
            continue
        now = _field(orders, test, value)
        before = _field(orders, test, state[entry + 1 + orders[test + 2]])
        if now == 0 or before == 0 or not _stands(orders[test + 1], now, before):
            return False
    return True


@kernel
def _field(orders: Cells, test: Whole, value: Whole) -> int:
    shift, bits = orders[test + 3], orders[test + 4]
    return int(orders[shift + value] if bits == 0 else (value >> shift) & ((1 << bits) - 1))


@kernel
def _stands(operator: Whole, now: Whole, before: Whole) -> bool:
    if operator == SAME:
        return bool(now == before)
    if operator == OTHER:
        return bool(now != before)
    if operator == AT_LEAST:
        return bool(now >= before)
    if operator == AT_MOST:
        return bool(now <= before)
    return bool(now > before) if operator == MORE else bool(now < before)


@kernel
def _put(
    state: Cells,
    base: Whole,
    entry: Whole,
    orders: Cells,
    place: Whole,
    ways: Whole,
    k: Whole,
    size: Whole,
    moment: Whole,
    value: Whole,
) -> bool:
    """Go on with a way to step k; False when there was no room for it."""
    width = 1 + orders[place]
    if state[base] == ways:
        _leave(state, base, width, size, moment)
    fresh = base + 1 + state[base] * width
    for cell in range(width):
        state[fresh + cell] = state[entry + cell]
    for slot in range(width - 1):
        if orders[place + 1 + slot] == k:
            state[fresh + 1 + slot] = value
    for way in range(state[base]):
        known = base + 1 + way * width
        same = True
        for cell in range(1, width):
            same = same and state[known + cell] == state[fresh + cell]
        if same:
            state[known] = max(state[known], state[fresh])
            return True
    if state[base] == ways:
        return False
    state[base] += 1
    return True


@kernel
def _leave(state: Cells, base: Whole, width: Whole, size: Whole, moment: Whole) -> None:
    """Ways that began too long ago make room."""
    kept = 0
    for way in range(state[base]):
        entry = base + 1 + way * width
        if moment - state[entry] <= size:
            for cell in range(width):
                state[base + 1 + kept * width + cell] = state[entry + cell]
            kept += 1
    state[base] = kept
