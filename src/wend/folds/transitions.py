"""Which step directly follows which, how often, for how many customers, and after how long?

An edge a → b is counted for every two neighbouring events of one customer inside the selection, a → a included; its
time is the seconds between the two. `starts` and `ends` count customers by their first and last step. See `edges.py`
for how the counts are kept.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from wend.folds import edges, histogram, table
from wend.folds.columns import Columns
from wend.folds.contract import Cells, Fold, Presented
from wend.folds.edges import Edges as TransitionsAnswer, Space as TransitionsParams, space as params
from wend.folds.kernel import kernel

ORDINAL, PREVIOUS, AT, MARKS = 0, 1, 2, 3

__all__ = ["TRANSITIONS", "TransitionsAnswer", "TransitionsParams", "params"]


def scratch(params: TransitionsParams) -> Cells:
    """[customer's ordinal, previous step, its time, for every edge: ordinal of the last customer counted]."""
    return np.zeros(MARKS + (params.places or params.codes**2), np.int64)


@kernel
def begin(state: Cells, params: TransitionsParams) -> None:
    """The next customer."""
    state[ORDINAL] += 1
    state[PREVIOUS] = -1


@kernel
def step(state: Cells, columns: Columns, i: int, params: TransitionsParams, answer: TransitionsAnswer) -> None:
    """Count the edge from the previous step to this one."""
    code, at = np.int64(columns.step[i]), columns.occurred_at[i]
    previous = state[PREVIOUS]
    gap = at - state[AT]
    state[PREVIOUS] = code
    state[AT] = at
    if previous < 0:
        answer.starts[code] += 1
        return
    edge = previous * params.codes + code
    time = edge * histogram.BINS + histogram.bin_of(gap)
    if params.places > 0:
        edge = table.place_of(answer.edges, edge)
        time = table.place_of(answer.times, time)
        if edge < 0 or time < 0:
            answer.lost[0] += 1
            return
    answer.seconds[time] += 1
    if params.totals:
        answer.totals[time] += gap
    if state[MARKS + edge] != state[ORDINAL]:
        state[MARKS + edge] = state[ORDINAL]
        answer.customers[edge] += 1


@kernel
def end(state: Cells, params: TransitionsParams, answer: TransitionsAnswer) -> None:
    """Where the customer was last seen."""
    answer.ends[state[PREVIOUS]] += 1


def overflowed(answer: TransitionsAnswer) -> bool:
    """Whether an open table had no room for everything."""
    return bool(answer.lost[0])


def present(answer: TransitionsAnswer, params: TransitionsParams, names: Sequence[str]) -> Presented:
    """{edges: [{from, to, count, customers, median_seconds, p90_seconds}], starts, ends: [{step, customers}]}, each
    with the most frequent first.
    """
    found = list(edges.each(answer, params))
    times, totals = (np.array([row[k] for row in found], np.int64).reshape(-1, histogram.BINS) for k in (3, 4))
    middle, most = (histogram.quantiles(times, share, totals if params.totals else None) for share in (0.5, 0.9))
    rows: list[Presented] = [
        {"from": names[a], "to": names[b], "count": count, "customers": customers}
        | {"median_seconds": median, "p90_seconds": p90}
        for (a, b, customers, *_), count, median, p90 in zip(
            found, times.sum(axis=1).tolist(), middle, most, strict=True
        )
    ]
    rows.sort(key=lambda row: (-row["count"], row["from"], row["to"]))
    return {"edges": rows, "starts": _ranked(answer.starts, names), "ends": _ranked(answer.ends, names)}


def _ranked(counts: Cells, names: Sequence[str]) -> list[Presented]:
    order = np.argsort(-counts, kind="stable")
    return [{"step": names[code], "customers": int(counts[code])} for code in order.tolist() if counts[code]]


TRANSITIONS: Fold[TransitionsParams, TransitionsAnswer] = Fold(
    "transitions",
    begin,
    step,
    end,
    edges.blank,
    scratch,
    present,
    merge=edges.merge,
    settled=edges.settled,
    overflowed=overflowed,
    wider=edges.wider,
)
