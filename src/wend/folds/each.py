"""A fold asked of every customer apart: a row of cells each instead of one sum."""

from __future__ import annotations

from typing import Any

import numpy as np

from wend.folds.columns import Columns
from wend.folds.contract import NOT_COVERED, UNENDING, Cells, Fold, patient, until_event
from wend.folds.driver import Chosen, compiled
from wend.folds.whole import row_by_row

begin: Any = None  # these six are given anew to every fold's copy
step: Any = None
wait: Any = patient
end: Any = None
straight: Any = row_by_row
STRAIGHT = False


def _each(offsets: Cells, columns: Columns, params: Any, state: Cells, answer: Any, out: Any) -> None:
    """Walk the customers of `offsets`, for a fold whose answers are single cells; row c of `out` becomes the answer of
    customer c. `answer` stays blank.
    """
    for customer in range(len(offsets) - 1):
        begin(state, params)
        for row in range(offsets[customer], offsets[customer + 1]):
            i = np.uint64(row)
            wait(state, columns, until_event(columns, i), True, params, answer)
            step(state, columns, i, params, answer)
        wait(state, columns, UNENDING, True, params, answer)
        end(state, params, answer)
        for cell in range(len(answer)):
            out[customer, cell] = answer[cell][0]
            answer[cell][0] = 0


def each_of(fold: Fold[Any, Any]) -> Any:
    """The compiled loop of `fold`; called like `_each`."""
    given = {"begin": fold.begin, "step": fold.step, "wait": fold.wait, "end": fold.end}
    return compiled(f"each_{fold.key}", _each.__code__, globals(), given)


def _rows(
    offsets: Cells,
    columns: Columns,
    chosen: Chosen,
    params: Any,
    state: Cells,
    answer: Any,
    out: Any,
    kept: Any,
    whole: bool,
) -> None:
    """The same for a fold whose answer is one field of many cells, over the events and customers that are `chosen`;
    customers with an event among them are `kept`. `whole`: only customers are left out.
    """
    for customer in range(len(offsets) - 1):
        if not chosen.customers[customer]:
            continue
        if STRAIGHT and whole:
            kept[customer] = offsets[customer + 1] > offsets[customer]
            if kept[customer]:
                straight(state, columns, offsets[customer], offsets[customer + 1], params, answer)
                for cell in range(out.shape[1]):
                    out[customer, cell] = answer[0][cell]
                    answer[0][cell] = 0
            continue
        begin(state, params)
        for row in range(offsets[customer], offsets[customer + 1]):
            i = np.uint64(row)
            at = columns.occurred_at[i]
            if at >= chosen.to_at:
                break
            if columns.step[i] == NOT_COVERED or at < chosen.from_at or not chosen.channels[columns.channel[i]]:
                continue
            step(state, columns, i, params, answer)
            kept[customer] = True
        if kept[customer]:
            end(state, params, answer)
            for cell in range(out.shape[1]):
                out[customer, cell] = answer[0][cell]
                answer[0][cell] = 0


def rows_of(fold: Fold[Any, Any]) -> Any:
    """The compiled loop of `fold`; called like `_rows`."""
    given: dict[str, Any] = {"begin": fold.begin, "step": fold.step, "end": fold.end}
    given |= {"straight": fold.straight or row_by_row, "STRAIGHT": fold.straight is not None}
    return compiled(f"rows_{fold.key}", _rows.__code__, globals(), given)
