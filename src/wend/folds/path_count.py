"""The customer's last steps in a ring, and the counting of the paths that are cut out of it: parts of `paths`.

State: [customer's ordinal, the last one with a path, phase, steps so far, place of the next one in the ring, previous
letter, its time, the ring, for every counter the last customer counted]; at the end the counters that wait to be
counted, and how many there are.
"""

from __future__ import annotations

import numpy as np

from wend.folds import pathways, table
from wend.folds.contract import Cells, Whole
from wend.folds.kernel import kernel
from wend.folds.pathways import BEFORE, BETWEEN, EVERY_KEY, LOST, PATHS, PEOPLE, UNFINISHED, PathsAnswer, PathsParams

ORDINAL, COUNTED, PHASE, STEPS, HEAD, PREVIOUS, AT, RING = range(8)
WAITING, WALKING, DONE = range(3)
WAITING_ROOM = 512
"""How many counters wait at most."""


def scratch(params: PathsParams) -> Cells:
    """Room for all of it."""
    return np.zeros(RING + params.free + 1 + pathways.cells(params) * params.many + WAITING_ROOM + 1, np.int64)


@kernel
def empty_ring(state: Cells) -> None:
    """No step yet."""
    state[STEPS] = 0
    state[HEAD] = 0


@kernel
def keep(state: Cells, params: PathsParams, letter: int) -> None:
    """Remember the step; one more than a path holds is remembered."""
    state[RING + state[HEAD]] = letter
    state[HEAD] = 0 if state[HEAD] == len(params.powers) else state[HEAD] + 1
    state[STEPS] += 1


@kernel
def back(state: Cells, params: PathsParams, steps: int) -> int:
    """The place in the ring of the step that came so many steps ago (1 = the last one)."""
    place = state[HEAD] - steps
    return int(place if place >= 0 else place + len(params.powers) + 1)


@kernel
def place_of(params: PathsParams, answer: PathsAnswer, key: Whole) -> int:
    """The counter of a key; -1 when it has none."""
    if params.wanted != EVERY_KEY:
        return 0 if key == params.wanted else -1
    if params.places == 0:
        return int(key)
    place = table.place_of(answer.keys, int(key))
    if place < 0:
        answer.totals[LOST] += 1
    return place


@kernel
def put_off(state: Cells, params: PathsParams, answer: PathsAnswer, place: int) -> None:
    """Count here later, with others: the table is larger than the processor's cache, and what follows each other
    closely is fetched at the same time.
    """
    waiting = state[-1]
    state[len(state) - 2 - waiting] = place
    state[-1] = waiting + 1
    if waiting + 1 == WAITING_ROOM:
        settle(state, params, answer)


@kernel
def settle(state: Cells, params: PathsParams, answer: PathsAnswer) -> None:
    """Count what waits."""
    for k in range(len(state) - 1 - state[-1], len(state) - 1):
        answer.times[state[np.uint64(k)]] += 1
    state[-1] = 0


@kernel
def mark(state: Cells, params: PathsParams, answer: PathsAnswer, key: Whole) -> None:
    """This customer was here, if it was not known yet."""
    place = place_of(params, answer, key)
    if place < 0:
        return
    seen = RING + len(params.powers) + 1 + place
    if state[seen] != state[ORDINAL]:
        state[seen] = state[ORDINAL]
        answer.customers[place] += 1


@kernel
def tally(state: Cells, answer: PathsAnswer, what: int) -> None:
    """One more path, and its customer once."""
    answer.totals[what] += 1
    if what != UNFINISHED and state[COUNTED] != state[ORDINAL]:
        state[COUNTED] = state[ORDINAL]
        answer.totals[PEOPLE] += 1


@kernel
def count(state: Cells, params: PathsParams, answer: PathsAnswer, steps: int) -> None:
    """Count the path of the last `steps` steps; before an end, of the steps in front of the last one, nearest first."""
    free = len(params.powers)
    backwards = params.kind == BEFORE
    at = back(state, params, 2 if backwards else steps)
    key, previous = np.int64(0), np.int64(0)
    for k in range(steps + 1):
        if k < steps:
            digit = state[RING + at] * params.powers[k]
        elif steps < free and params.kind != BETWEEN:
            digit = (params.base - 1) * params.powers[k]  # nothing came after this
        else:
            break
        key += digit
        if params.many:
            mark(state, params, answer, key)
            if 1 < k < steps:
                mark(state, params, answer, previous + digit)
        previous = digit
        at += -1 if backwards else 1
        if at > free:
            at = 0
        elif at < 0:
            at = free
    place = place_of(params, answer, key)
    if place >= 0:
        answer.times[place] += 1
    tally(state, answer, PATHS)
