"""Retention of whole customers: the periods that each of them returned in are bits of one word.

Nothing branches on an event, because whether it is of the period before cannot be foretold: its period is read from a
ruler (see `periods.py`). Money is looked at once more, of those customers who have any.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from wend.folds.columns import Columns
from wend.folds.contract import Cells, Whole
from wend.folds.driver import loop
from wend.folds.kernel import kernel, ones
from wend.folds.periods import marked, measured

WORD = 64
"""Periods that have room in a word."""


@loop
def walk_marked(offsets: Cells, columns: Columns, among: NDArray[np.bool_], params: Any, answer: Any) -> None:
    """Count the customers of a piece of whom nothing is left out: those `among` them, all where it is empty. All events
    are starts and returns, cohorts are the periods, and their ruler is exact: periods are marked as they are in the
    calendar, and counted from the start afterwards. Whoever begins before the calendar does is no newcomer.
    """
    origin = params.calendar[0]
    for customer in range(len(offsets) - 1):
        row, until = np.int64(offsets[customer]), np.int64(offsets[customer + 1])
        if (len(among) > 0 and not among[customer]) or row == until:
            continue
        began = columns.occurred_at[np.uint64(row)]
        if began < origin:
            continue
        bits, paid, one = np.uint64(0), np.int64(0), np.uint64(1)
        for each in range(row, until):
            i = np.uint64(each)
            bits |= one << np.uint64(marked(params.ruler, columns.occurred_at[i] - origin))
            paid |= columns.amount[i]
        begun = marked(params.ruler, began - origin)
        latest = _after(columns.occurred_at[np.uint64(until - 1)] - origin, begun, params)
        over = _count(bits >> np.uint64(begun), latest, begun, _periods_over(began, begun, params), params, answer)
        if paid != 0:
            _pay(columns, row, until, origin, (begun, begun, over), params, answer)


@loop
def walk_rows(offsets: Cells, columns: Columns, among: NDArray[np.bool_], params: Any, answer: Any) -> None:
    """The same for whatever is a start or a return. Customers are grouped by cohort or by channel."""
    for customer in range(len(offsets) - 1):
        row, until = np.int64(offsets[customer]), np.int64(offsets[customer + 1])
        if len(among) > 0 and not among[customer]:
            continue
        while not params.any_event and row < until and not params.starts[columns.step[np.uint64(row)]]:
            row += 1
        if row == until:
            continue
        began = columns.occurred_at[np.uint64(row)]
        origin = began if params.window > 0 else params.calendar[0]
        if began < origin or (params.cohort_ruled and began < params.cohorts[0]):
            continue
        begun = measured(params.ruler, began - origin)
        if params.any_event:  # two loops: to ask this of every event costs a fifth of all the time
            bits, latest, paid = _all_of(columns, row, until, origin, begun, params)
        else:
            bits, latest, paid = _some_of(columns, row, until, origin, begun, params)
        if params.cohort_ruled:
            group = measured(params.cohort_ruler, began - params.cohorts[0])
        else:
            group = int(columns.channel[np.uint64(offsets[customer])])
        over = _count(bits, latest, group, _periods_over(began, begun, params), params, answer)
        if paid != 0:
            _pay(columns, row, until, origin, (begun, group, over), params, answer)


@kernel
def _pay(
    columns: Columns, row: Whole, until: Whole, origin: Whole, whose: tuple[Any, ...], params: Any, answer: Any
) -> None:
    """Add the money of a customer's returns: of who began in a period, in a group, with so many slots over."""
    begun, group, over = whose
    for each in range(row, until):
        i = np.uint64(each)
        slot = params.slots.of[_after(columns.occurred_at[i] - origin, begun, params)]
        if slot >= 0 and (params.any_event or params.returns[columns.step[i]]):
            half = params.groups if slot >= over else 0
            answer.money[(half + group) * params.slots.many + slot] += columns.amount[i]


@kernel
def _after(seconds: Whole, begun: Whole, params: Any) -> int:
    """The period, counted from the one of the start; all that come after the last slot are one."""
    return int(min(measured(params.ruler, seconds) - begun, len(params.slots.of) - 1))


@kernel
def _all_of(columns: Columns, row: Whole, until: Whole, origin: Whole, begun: Whole, params: Any) -> tuple[Any, ...]:
    """The periods of all these events, as bits; the last one of them; and whether there is money (not 0)."""
    bits, latest, paid = np.uint64(0), -1, np.int64(0)
    for each in range(row, until):
        i = np.uint64(each)
        latest = _after(columns.occurred_at[i] - origin, begun, params)
        bits |= np.uint64(1) << np.uint64(latest)
        paid |= columns.amount[i]
    return bits, latest, paid


@kernel
def _some_of(columns: Columns, row: Whole, until: Whole, origin: Whole, begun: Whole, params: Any) -> tuple[Any, ...]:
    """The same of those among them that are returns; -1 if there are none."""
    bits, latest, paid = np.uint64(0), -1, np.int64(0)
    for each in range(row, until):
        i = np.uint64(each)
        period = _after(columns.occurred_at[i] - origin, begun, params)
        counts = params.returns[columns.step[i]]
        bits |= np.uint64(counts) << np.uint64(period)
        latest = period if counts else latest
        paid |= columns.amount[i]
    return bits, latest, paid


@kernel
def _periods_over(began: Whole, begun: Whole, params: Any) -> int:
    """How many periods are over for who began then."""
    periods = (params.as_of + 1 - began) // params.window if params.window > 0 else params.over - begun
    return int(max(0, min(periods, len(params.slots.of))))


@kernel
def _count(bits: Any, latest: Whole, group: Whole, periods: Whole, params: Any, answer: Any) -> int:
    """Count a customer for whom so many periods are over; how many slots that are. Bits beyond them mean nothing."""
    slots, many, one = params.slots, params.slots.many, np.uint64(1)
    over = slots.over[periods]
    cell, running = group * many, (params.groups + group) * many
    answer.over[group * (many + 1) + over] += 1
    if slots.begun[min(periods, len(slots.begun) - 1)] == over:
        answer.running[cell + over] += 1
    if latest < 0 or slots.begun[latest] < 0:
        return int(over)
    latest = slots.begun[latest]
    if over > 0:
        answer.last[cell + min(latest, over - 1)] += 1
    if latest >= over:
        answer.last[running + over] += 1
    if many + 1 < len(slots.of):  # otherwise every period is a slot of its own
        bits = _slots_of(bits, slots)
    done = bits & ((one << np.uint64(over)) - one)
    for slot in range(many):
        answer.returned[np.uint64(cell + slot)] += np.int64(done >> np.uint64(slot) & one)
    bits = (bits ^ done) & ((one << np.uint64(many)) - one)
    while bits != 0:
        answer.returned[running + ones((bits & -bits) - one)] += 1
        bits &= bits - one
    return int(over)


@kernel
def _slots_of(periods: Any, slots: Any) -> Any:
    """The slots of these periods, as bits."""
    bits = np.uint64(0)
    for period in range(len(slots.of)):
        slot = slots.of[period]
        bits |= (periods >> np.uint64(period) & np.uint64(slot >= 0)) << np.uint64(max(slot, 0))
    return bits
