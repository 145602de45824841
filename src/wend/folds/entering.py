"""At which events do customers enter which stage? A column for questions whose steps are stages.

A step is an event that a touchpoint covers: where time alone, or an event that none covers, leads into a stage, the
next event that one covers enters it, if the customer still stands there after it.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from wend.folds import stage_walk
from wend.folds.contract import NOT_COVERED, Cells
from wend.folds.driver import compiled
from wend.folds.stage_walk import Rules

begin: Any = None  # these two are given anew to the compiled copy
after_event: Any = None


def _entering(
    offsets: Cells,
    steps: NDArray[np.uint16],
    stood: NDArray[np.uint16],
    rules: Rules,
    state: Cells,
    out: NDArray[np.int16],
) -> None:
    """Walk the customers of `offsets`; row i of `out` becomes the stage that event i led into, or stays as it is."""
    for customer in range(len(offsets) - 1):
        begin(state, 0, rules)
        before = -1  # whoever was at any touchpoint is in the first stage at least
        for row in range(offsets[customer], offsets[customer + 1]):
            if steps[row] == NOT_COVERED:
                continue
            after = after_event(state, 0, rules, steps[row], stood[row])
            if after != before:
                out[row] = after
                before = after


def entering(
    offsets: Cells, steps: NDArray[np.uint16], rules: Rules, stood: NDArray[np.uint16] | None = None
) -> NDArray[np.int16]:
    """For every event the place of the stage that the customer entered with it; -1 for none. `stood` is the column of
    that name, for rules that read it.
    """
    read = np.zeros(len(steps), np.uint16) if stood is None else stood
    out = np.full(len(steps), -1, np.int16)
    given = {"begin": stage_walk.begin, "after_event": stage_walk.after_event}
    walk = compiled("entering", _entering.__code__, globals(), given)
    columns = _frozen(steps, np.uint16), _frozen(read, np.uint16)
    walk(_frozen(offsets, np.int64), *columns, rules, np.zeros(stage_walk.room(rules), np.int64), out)
    return out


def _frozen(array: NDArray[Any], kind: Any) -> NDArray[Any]:
    """One compiled type, whatever the column came from."""
    view = np.asarray(array, dtype=kind).view(np.ndarray)[:]
    view.flags.writeable = False
    return view
