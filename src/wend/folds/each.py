"""A fold whose answers are single cells, asked of every customer apart: a row of cells each instead of one sum."""

from __future__ import annotations

from typing import Any

import numpy as np

from wend.folds.columns import Columns
from wend.folds.contract import Cells, Fold
from wend.folds.driver import compiled

begin: Any = None  # these three are given anew to every fold's copy
step: Any = None
end: Any = None


def _each(offsets: Cells, columns: Columns, params: Any, state: Cells, answer: Any, out: Any) -> None:
    """Walk the customers of `offsets`; row c of `out` becomes the answer of customer c. `answer` stays blank."""
    for customer in range(len(offsets) - 1):
        begin(state, params)
        for row in range(offsets[customer], offsets[customer + 1]):
            step(state, columns, np.uint64(row), params, answer)
        end(state, params, answer)
        for cell in range(len(answer)):
            out[customer, cell] = answer[cell][0]
            answer[cell][0] = 0


def each_of(fold: Fold[Any, Any]) -> Any:
    """The compiled loop of `fold`; called like `_each`."""
    return compiled(
        f"each_{fold.key}", _each.__code__, globals(), {"begin": fold.begin, "step": fold.step, "end": fold.end}
    )
