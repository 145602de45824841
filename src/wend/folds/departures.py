"""What did customers do directly after the first time they did a step?

Each customer counts once for every step, so shares of these are shares of people: the basis of tests between two
periods or segments. Numbers of all transitions are in `transitions`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from wend.folds import table
from wend.folds.columns import Columns
from wend.folds.contract import Cells, Fold, Presented
from wend.folds.kernel import kernel

ORDINAL, PREVIOUS, MARKS = 0, 1, 2
NOBODY = -1


class DeparturesParams(NamedTuple):
    """How many codes; `places` is the room of the open table, a power of two."""

    codes: int
    places: int


class DeparturesAnswer(NamedTuple):
    """`there[code]` customers who did it; `next[place]` those whose first time was followed by another step, by the
    `keys` of an open table: from · codes + to. `lost` counts what found no room.
    """

    keys: Cells
    next: Cells
    there: Cells
    lost: Cells


def params(codes: int, places: int = 1 << 12) -> DeparturesParams:
    """Params for a space of `codes` codes."""
    return DeparturesParams(max(codes, 1), places)


def blank(params: DeparturesParams) -> DeparturesAnswer:
    """Nobody yet."""
    counts = np.zeros(params.places, np.int64), np.zeros(params.codes, np.int64), np.zeros(1, np.int64)
    return DeparturesAnswer(table.empty(params.places), *counts)


def scratch(params: DeparturesParams) -> Cells:
    """[customer's ordinal, the previous step if it was done for the first time, last customer counted by code]."""
    return np.zeros(MARKS + params.codes, np.int64)


@kernel
def begin(state: Cells, params: DeparturesParams) -> None:
    """The next customer."""
    state[ORDINAL] += 1
    state[PREVIOUS] = NOBODY


@kernel
def step(state: Cells, columns: Columns, i: int, params: DeparturesParams, answer: DeparturesAnswer) -> None:
    """Follows the first time of the step before; may be a first time itself."""
    code = np.int64(columns.step[i])
    if state[PREVIOUS] != NOBODY:
        place = table.place_of(answer.keys, state[PREVIOUS] * params.codes + code)
        if place < 0:
            answer.lost[0] += 1
        else:
            answer.next[place] += 1
    state[PREVIOUS] = NOBODY
    if state[MARKS + code] != state[ORDINAL]:
        state[MARKS + code] = state[ORDINAL]
        answer.there[code] += 1
        state[PREVIOUS] = code


@kernel
def end(state: Cells, params: DeparturesParams, answer: DeparturesAnswer) -> None:
    """Nothing is open."""


def merge(a: DeparturesAnswer, b: DeparturesAnswer) -> DeparturesAnswer:
    """Both tables, packed into one."""
    return DeparturesAnswer(*table.merged(a.keys, a.next, b.keys, b.next), a.there + b.there, a.lost + b.lost)


def settled(answer: DeparturesAnswer) -> DeparturesAnswer:
    """Packed and sorted."""
    return DeparturesAnswer(*table.packed(answer.keys, answer.next), answer.there, answer.lost)


def overflowed(answer: DeparturesAnswer) -> bool:
    """Whether the table had no room for everything."""
    return bool(answer.lost[0])


def wider(params: DeparturesParams) -> DeparturesParams:
    """The same with four times the room."""
    return params._replace(places=params.places * 4)


def present(answer: DeparturesAnswer, params: DeparturesParams, names: Sequence[str]) -> Presented:
    """{departures: [{from, to, n, customers}]}: of n customers who did `from`, so many did `to` next, the first
    time.
    """
    answer = settled(answer)
    rows = [
        {"from": names[a], "to": names[b], "n": int(answer.there[a]), "customers": count}
        for key, count in zip(answer.keys.tolist(), answer.next.tolist(), strict=True)
        for a, b in [divmod(key, params.codes)]
    ]
    return {"departures": rows}


DEPARTURES: Fold[DeparturesParams, DeparturesAnswer] = Fold(
    "departures",
    begin,
    step,
    end,
    blank,
    scratch,
    present,
    merge=merge,
    settled=settled,
    overflowed=overflowed,
    wider=wider,
)
