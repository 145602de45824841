"""The other loop over events, for customers of whom nothing is left out: only what matters to a fold is shown to it.

Which events a fold heeds is told beforehand by their codes and moments (`Heed`). One pass over the codes, without a
branch, writes down the rows that matter; a fold that can takes a customer's rows at once, others one by one. A customer
without any such row is not shown at all: what the fold says of them is always the same, and is added at the end, so
many times.
"""

from __future__ import annotations

from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from wend.folds.columns import Columns
from wend.folds.contract import (
    NEVER,
    NOT_COVERED,
    UNENDING,
    Answer,
    Cells,
    Fold,
    Heed,
    nothing_left,
    patient,
    until_event,
)
from wend.folds.driver import CUSTOMERS, EVENTS, Chosen, Watch, compiled, watched
from wend.folds.kernel import kernel

A = TypeVar("A", bound=Answer)

IDLE = 0
"""Place in the tally: customers without an event that matters."""
BEYOND = 2**31 - 1
"""Stands behind the last row."""


@kernel
def alone(
    state: Cells, columns: Columns, rows: NDArray[np.int32], first: int, p: int, until: int, params: Any, answer: Any
) -> int:
    """Stands where a fold has no `at_once`."""
    return p


@kernel
def row_by_row(state: Cells, columns: Columns, first: int, until: int, params: Any, answer: Any) -> None:
    """Stands where a fold has no `straight`."""


begin: Any = None  # these nine are given anew to every fold's copy of the walk
step: Any = None
wait: Any = patient
end: Any = None
at_once: Any = alone
settle: Any = nothing_left
straight: Any = row_by_row
AT_ONCE = STRAIGHT = False


@kernel
def _shown(columns: Columns, first: int, last: int, heed: Heed, every: bool, rows: NDArray[np.int32]) -> None:
    """Write down which of the rows first … last - 1 matter, counted from `first`; one more is beyond them all."""
    many = np.int64(last - first)
    if every:
        for k in range(many):
            rows[k] = k
    else:
        many = np.int64(0)
        for k in range(last - first):
            rows[many] = k
            many += heed.codes[columns.step[np.uint64(first + k)]]
    if heed.from_at != NEVER or heed.before != -NEVER:
        found, many = many, np.int64(0)
        for k in range(found):
            at = columns.occurred_at[np.uint64(first + rows[k])]
            rows[many] = rows[k]
            many += heed.from_at <= at < heed.before
    rows[many] = BEYOND


@kernel
def passed(rows: NDArray[np.int32], p: int, until: int) -> int:
    """The place of the first row from `until` on."""
    while rows[p] < until:
        p += 1
    return p


@kernel
def _covered(columns: Columns, first: int, last: int) -> int:
    """How many of these events have a code."""
    covered = np.int64(0)
    for row in range(first, last):
        covered += columns.step[np.uint64(row)] != NOT_COVERED
    return int(covered)


def _walk(  # noqa: C901  # one loop for every way of being shown; cut in two it would have to be copied per fold
    offsets: Cells,
    columns: Columns,
    chosen: Chosen | None,
    watch: Watch | None,
    params: Any,
    state: Cells,
    answer: Any,
    tally: Cells,
    heed: Heed,
    plain: bool,
    every: bool,
    idle_watched: bool,
    rows: NDArray[np.int32],
) -> None:
    """Walk whole customers. Of `chosen` only the customers count. `plain`: there are no events without a code; `every`:
    all of them matter. `idle_watched`: a customer without any is watched for. `rows`: room for all rows and one more.
    """
    first, p = offsets[0], int(np.int64(0))  # what is written as 0 would be compiled for apart
    all_shown = STRAIGHT and every
    if not all_shown:
        _shown(columns, first, offsets[-1], heed, every, rows)
    for customer in range(len(offsets) - 1):
        until = offsets[customer + 1] - first
        seen = until + first - offsets[customer]
        if chosen is not None and not chosen.customers[customer]:
            seen = 0
        elif not plain:
            seen = _covered(columns, offsets[customer], offsets[customer + 1])
        if seen == 0:
            p = until if all_shown else passed(rows, p, until)
            continue
        tally[CUSTOMERS] += 1
        tally[EVENTS] += seen
        if not all_shown and rows[p] >= until:
            tally[IDLE] += 1
            if watch is not None:
                watch.members[customer] |= idle_watched
            continue
        before = 0 if watch is None else watched(watch)
        if all_shown:
            straight(state, columns, offsets[customer], offsets[customer + 1], params, answer)
            p = until
        elif AT_ONCE:
            p = passed(rows, at_once(state, columns, rows, first, p, until, params, answer), until)
        else:
            begin(state, params)
            while rows[p] < until:
                i = np.uint64(first + rows[p])
                wait(state, columns, until_event(columns, i), True, params, answer)
                step(state, columns, i, params, answer)
                p += 1
            wait(state, columns, UNENDING, True, params, answer)
            end(state, params, answer)
        if watch is not None:
            settle(state, params, answer)
            if watched(watch) != before:
                watch.members[customer] = True
    settle(state, params, answer)


def whole_of(fold: Fold[Any, Any]) -> Any:
    """The compiled walk of a fold over whole customers; called like `_walk`."""
    return compiled(f"whole_{fold.key}", _walk.__code__, globals(), _given(fold))


def _given(fold: Fold[Any, Any]) -> dict[str, Any]:
    given = {"begin": fold.begin, "step": fold.step, "wait": fold.wait, "end": fold.end}
    given["settle"] = fold.settle
    more = {"straight": fold.straight or row_by_row, "STRAIGHT": fold.straight is not None}
    return {**given, **more, "at_once": fold.at_once or alone, "AT_ONCE": fold.at_once is not None}


def idle(fold: Fold[Any, A], params: Any) -> A:
    """The answer about one customer of whose events none matters."""
    answer = fold.blank(params)
    compiled(f"idle_{fold.key}", _nothing.__code__, globals(), _given(fold))(params, fold.scratch(params), answer)
    return answer


def _nothing(params: Any, state: Cells, answer: Any) -> None:
    begin(state, params)
    end(state, params, answer)
