"""The third loop over events: those whose codes matter are read from lists of rows by code, and no other is touched.

The lists of several codes are put into the order of journeys by marking their rows as bits: how many bits are set
before a row is its place. What comes out are the columns of a smaller piece, in which a fold is shown customer after
customer. A fold that begins with some event (`opens`) is shown a customer from there on, in the columns as they are.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from wend.folds.columns import Columns
from wend.folds.contract import NOT_COVERED, UNENDING, Cells, Fold, Heed, Whole, nothing_left, patient, until_event
from wend.folds.driver import CUSTOMERS, EVENTS, Watch, compiled, loop, watched
from wend.folds.kernel import kernel, ones
from wend.folds.whole import BEYOND, IDLE, alone

_WORD = 64


class Lists(NamedTuple):
    """Lists of events of a bucket: that of a code has the rows `rows[begins[code]:ends[code]]`, ascending, and when
    each of them happened (epoch seconds). A code beyond the last one has no events.
    """

    rows: NDArray[np.int32]
    at: NDArray[np.uint32]
    begins: Cells
    ends: Cells


class Found(NamedTuple):
    """Room for the events that matter, in the order of journeys: their rows, counted from the first of the piece, their
    moments and codes; one more row is beyond them all. `bits` has one for each row of the piece and is all zeros,
    `before` a number for each of its words.
    """

    rows: NDArray[np.int32]
    at: Cells
    step: NDArray[np.uint16]
    bits: NDArray[np.uint64]
    before: NDArray[np.int32]


class Ranks(NamedTuple):
    """Where the customers of a bucket begin, each of whom has an event: a bit for each of its rows, and how many are
    set before each word of them.
    """

    bits: NDArray[np.uint64]
    before: NDArray[np.int32]


@loop
def ranked(offsets: Cells, ranks: Ranks) -> bool:
    """Write down where customers begin, into zeros; whether each of them has an event."""
    everybody = True
    for customer in range(len(offsets) - 1):
        row = np.uint64(offsets[customer])
        ranks.bits[row >> np.uint64(6)] |= np.uint64(1) << (row & np.uint64(63))
        everybody = everybody and offsets[customer] < offsets[customer + 1]
    many = np.int64(0)
    for word in range(len(ranks.bits)):
        ranks.before[word] = many
        many += ones(ranks.bits[word])
    return everybody


@kernel
def customer_of(ranks: Ranks, row: Whole) -> int:
    """Whose event stands in a row of the bucket."""
    word, up_to = np.uint64(row) >> np.uint64(6), np.uint64(63) - (np.uint64(row) & np.uint64(63))
    return int(ranks.before[word] + ones(ranks.bits[word] << up_to) - 1)


def room_for(events: int, among: int) -> Found:
    """Room for so many events among so many rows."""
    words = among // _WORD + 1
    rows, at, step = np.empty(events + 1, np.int32), np.empty(events + 1, np.int64), np.empty(events + 1, np.uint16)
    return Found(rows, at, step, np.zeros(words, np.uint64), np.empty(words, np.int32))


@loop
def cut(lists: Lists, codes: Cells, first: int, last: int, cuts: Cells) -> int:
    """Where the lists of the codes have rows first … last - 1: list k from cuts[2k] to cuts[2k + 1]. How many events
    these are.
    """
    many = np.int64(0)
    for k in range(len(codes)):
        low = high = 0
        if codes[k] < len(lists.begins):
            low = _place(lists.rows, lists.begins[codes[k]], lists.ends[codes[k]], first)
            high = _place(lists.rows, low, lists.ends[codes[k]], last)
        cuts[2 * k], cuts[2 * k + 1] = low, high
        many += high - low
    return int(many)


@kernel
def _place(rows: NDArray[np.int32], low: Whole, high: Whole, row: int) -> int:
    """The first place with that row or a later one; mostly it is the first or the last of them all."""
    if low == high or rows[low] >= row:
        return int(low)
    if rows[high - 1] < row:
        return int(high)
    while low < high:
        middle = (low + high) // 2
        if rows[middle] < row:
            low = middle + 1
        else:
            high = middle
    return int(low)


@loop
def find(lists: Lists, codes: Cells, cuts: Cells, first: int, heed: Heed, found: Found) -> int:
    """Write down the events of the lists, cut, that are heeded by their moment, in the order of journeys; how many they
    are. Rows are counted from `first`.
    """
    if len(codes) == 1:
        many = _only(lists, codes, cuts, first, heed, found)
    else:
        many = _together(lists, codes, cuts, first, heed, found)
    found.rows[many] = BEYOND
    return many


@kernel
def _only(lists: Lists, codes: Cells, cuts: Cells, first: int, heed: Heed, found: Found) -> int:
    many = np.int64(0)
    for k in range(cuts[0], cuts[1]):
        at = np.int64(lists.at[np.uint64(k)])
        found.rows[many], found.at[many] = lists.rows[np.uint64(k)] - first, at
        many += heed.from_at <= at < heed.before
    for k in range(many):
        found.step[k] = codes[0]
    return int(many)


@kernel
def _together(lists: Lists, codes: Cells, cuts: Cells, first: int, heed: Heed, found: Found) -> int:
    for each in range(len(codes)):
        for k in range(cuts[2 * each], cuts[2 * each + 1]):
            at, row = np.int64(lists.at[np.uint64(k)]), np.uint64(lists.rows[np.uint64(k)] - first)
            matters = np.uint64(heed.from_at <= at < heed.before)
            found.bits[row >> np.uint64(6)] |= matters << (row & np.uint64(63))
    many = np.int64(0)
    for each in range(len(found.bits)):
        found.before[each] = many
        many += ones(found.bits[each])
    for each in range(len(codes)):
        for k in range(cuts[2 * each], cuts[2 * each + 1]):
            at, row = np.int64(lists.at[np.uint64(k)]), np.uint64(lists.rows[np.uint64(k)] - first)
            word, bit = row >> np.uint64(6), np.uint64(1) << (row & np.uint64(63))
            place = np.int64(found.before[word]) + ones(found.bits[word] & (bit - np.uint64(1)))
            place = place if heed.from_at <= at < heed.before else many  # what does not matter is written behind it all
            found.rows[place], found.at[place], found.step[place] = np.int32(row), at, codes[each]
    for each in range(len(found.bits)):
        found.bits[each] = 0
    return int(many)


@loop
def read_as(step: NDArray[np.uint16], codes: NDArray[np.uint8], found: Found, many: int) -> int:
    """Give the events the codes of their rows in `step`, and keep those whose code is heeded; how many they are."""
    kept = np.int64(0)
    for k in range(many):
        row = found.rows[k]
        found.rows[kept], found.at[kept], found.step[kept] = row, found.at[k], step[np.uint64(row)]
        kept += codes[found.step[kept]]
    found.rows[kept] = BEYOND
    return int(kept)


@loop
def taken(column: NDArray[Any], rows: NDArray[np.int32], out: NDArray[Any]) -> None:
    """The cells of these rows."""
    for k in range(len(out)):
        out[k] = column[np.uint64(rows[k])]


@loop
def covered(offsets: Cells, step: NDArray[np.uint16], out: NDArray[np.int32]) -> None:
    """How many events of each customer have a code."""
    for customer in range(len(offsets) - 1):
        many = np.int32(0)
        for row in range(offsets[customer], offsets[customer + 1]):
            many += step[np.uint64(row)] != NOT_COVERED
        out[customer] = many


begin: Any = None  # these seven are given anew to every fold's copy of the walk
step: Any = None
wait: Any = patient
end: Any = None
at_once: Any = alone
settle: Any = nothing_left
AT_ONCE = False


@kernel
def _everybody(offsets: Cells, seen: NDArray[np.int32], among: NDArray[np.bool_], everybody: bool, tally: Cells) -> int:
    """Count the customers, which are returned, and their events; `seen` of each, where not all are. `everybody`: each
    of them is known to have one.
    """
    if everybody and len(seen) == 0 and len(among) == 0:
        tally[CUSTOMERS] += len(offsets) - 1
        tally[EVENTS] += offsets[-1] - offsets[0]
        return len(offsets) - 1
    customers = events = np.int64(0)
    for customer in range(len(offsets) - 1):
        many = offsets[customer + 1] - offsets[customer]
        if len(seen) > 0:
            many = np.int64(seen[customer])
        if len(among) > 0:
            many *= among[customer]
        customers += many > 0
        events += many
    tally[CUSTOMERS] += customers
    tally[EVENTS] += events
    return int(customers)


def _walk(
    offsets: Cells,
    columns: Columns,
    among: NDArray[np.bool_],
    watch: Watch,
    params: Any,
    state: Cells,
    answer: Any,
    tally: Cells,
    seen: NDArray[np.int32],
    rows: NDArray[np.int32],
    numbers: NDArray[np.int32],
    opening: bool,
    everybody: bool,
) -> None:
    """Show the events in `rows` to a fold that need not see others, or every customer from the first of them on where
    they are `opening`. `columns` has the cells of these rows, or of all. `among` are the customers who count, empty
    where all do; a watch without members is none. `numbers` are those from 0 on; `everybody` has an event.
    """
    customers, first = _everybody(offsets, seen, among, everybody, tally), offsets[0]
    customer, p, shown = np.int64(0), np.int64(0), np.int64(0)
    while rows[p] != BEYOND:
        while offsets[customer + 1] - first <= rows[p]:
            customer += 1
        until, here = offsets[customer + 1] - first, p
        while rows[p] < until:
            p += 1
        if len(among) > 0 and not among[customer]:
            continue
        shown += 1
        low, high = (np.int64(rows[here]), until) if opening else (here, p)
        before = watched(watch)
        if AT_ONCE:
            at_once(state, columns, numbers, 0, low, high, params, answer)
        else:
            begin(state, params)
            for row in range(low, high):
                i = np.uint64(row)
                wait(state, columns, until_event(columns, i), True, params, answer)
                step(state, columns, i, params, answer)
            wait(state, columns, UNENDING, True, params, answer)
            end(state, params, answer)
        if len(watch.members) > 0:
            settle(state, params, answer)
            watch.members[customer] = watched(watch) != before
    tally[IDLE] += customers - shown
    settle(state, params, answer)


@loop
def count(offsets: Cells, seen: NDArray[np.int32], among: NDArray[np.bool_], everybody: bool, tally: Cells) -> int:
    """Count all customers of a piece, who are returned, and their events."""
    return _everybody(offsets, seen, among, everybody, tally)


def posted_of(fold: Fold[Any, Any]) -> Any:
    """The compiled walk of a fold over events from lists; called like `_walk`."""
    given: dict[str, Any] = {"begin": fold.begin, "step": fold.step, "wait": fold.wait, "end": fold.end}
    given |= {"settle": fold.settle, "at_once": fold.at_once or alone, "AT_ONCE": fold.at_once is not None}
    return compiled(f"posted_{fold.key}", _walk.__code__, globals(), given)
