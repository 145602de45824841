"""What comes after a step, before it, or between two: which paths do customers take, how often, how many of them?

A path is cut out of a customer's visible steps (hidden ones are not there at all; with `collapse` a step that follows
itself is not there either). After a start: the start and the steps behind it, up to the length. Before an end: the
steps in front of it, and the end. Between: from a start to the first end behind it; a start inside such a path is a
step like any other. With none of them: the first steps of the journey. With a gap every visit is a journey of its own:
it ends before a silence longer than the gap. The first anchor of each journey counts, or every one.

A path is shorter than asked when the journey ended (or began) there: that is part of what it is. Between two anchors
only whole paths count; those of more steps than the length are counted as `longer`, those that never reach the end as
`unfinished`. All counts are exact (see `pathways.py` for how they are kept).
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from wend.folds import pathways
from wend.folds.columns import Columns
from wend.folds.contract import Cells, Fold, Heed, heeded
from wend.folds.kernel import kernel
from wend.folds.path_count import (
    AT,
    DONE,
    ORDINAL,
    PHASE,
    PREVIOUS,
    RING,
    STEPS,
    WAITING,
    WALKING,
    back,
    count,
    empty_ring,
    keep,
    place_of,
    put_off,
    scratch,
    settle,
    tally,
)
from wend.folds.path_starts import walk_starts
from wend.folds.paths_told import present
from wend.folds.pathways import (
    AFTER,
    AFTER_EVERY,
    BEFORE,
    BETWEEN,
    EVERY_KEY,
    LONGER,
    NO_GAP,
    PATHS,
    PEOPLE,
    UNFINISHED,
    PathsAnswer,
    PathsParams,
)

NOTHING = -1
FUTURE = 2**62


@kernel
def open_journey(state: Cells) -> None:
    """Nothing seen yet."""
    state[PHASE] = WAITING
    state[PREVIOUS] = 0
    empty_ring(state)


@kernel
def begin(state: Cells, params: PathsParams) -> None:
    """The next customer."""
    state[ORDINAL] += 1
    state[AT] = FUTURE  # the first step cannot follow a silence
    open_journey(state)


@kernel
def after(state: Cells, params: PathsParams, letter: int) -> int:
    """The start opens the path; it is whole when it is long enough."""
    if state[PHASE] == WAITING:
        if params.start == 0:
            state[PHASE] = WALKING
        else:
            if letter == params.start:
                state[PHASE] = WALKING
            return NOTHING
    keep(state, params, letter)
    if state[STEPS] < len(params.powers):
        return NOTHING
    state[PHASE] = DONE
    return int(state[STEPS])


@kernel
def after_every(state: Cells, params: PathsParams, letter: int) -> int:
    """A path is whole when its start stands as far back as it is long."""
    free = len(params.powers)
    keep(state, params, letter)
    return free if state[STEPS] > free and state[RING + back(state, params, free + 1)] == params.start else NOTHING


@kernel
def before(state: Cells, params: PathsParams, letter: int) -> int:
    """At the end, look back."""
    steps = min(state[STEPS], len(params.powers))
    keep(state, params, letter)
    if letter != params.end:
        return NOTHING
    state[PHASE] = WAITING if params.every else DONE
    return int(steps)


@kernel
def between(state: Cells, params: PathsParams, answer: PathsAnswer, letter: int) -> int:
    """From the start to the first end behind it."""
    if state[PHASE] == WAITING:
        if letter == params.start:
            state[PHASE] = WALKING
            empty_ring(state)
        return NOTHING
    keep(state, params, letter)
    if letter != params.end:
        return NOTHING
    state[PHASE] = WAITING if params.every else DONE
    if state[STEPS] <= len(params.powers):
        return int(state[STEPS])
    tally(state, answer, LONGER)
    return NOTHING


@kernel
def close_journey(state: Cells, params: PathsParams, answer: PathsAnswer) -> None:
    """What is open ends here."""
    if params.kind == BETWEEN and state[PHASE] == WALKING:
        tally(state, answer, UNFINISHED)
    longest = shortest = NOTHING  # of the paths that are open still: as many steps follow their start
    if params.kind == AFTER and state[PHASE] == WALKING:
        longest = shortest = state[STEPS]
    elif params.kind == AFTER_EVERY:
        longest, shortest = min(state[STEPS], len(params.powers)) - 1, 0
    for steps in range(longest, max(shortest, 0) - 1, -1):
        if params.kind == AFTER or state[RING + back(state, params, steps + 1)] == params.start:
            count(state, params, answer, steps)


@kernel
def step(state: Cells, columns: Columns, i: int, params: PathsParams, answer: PathsAnswer) -> None:
    """See the step, unless it is hidden, a repeat, or comes after all that is asked."""
    if state[PHASE] == DONE and params.gap == NO_GAP:
        return
    letter = params.letters[columns.step[i]]
    if letter == 0:
        return
    if params.gap != NO_GAP:
        at = columns.occurred_at[i]
        if at - state[AT] > params.gap:
            close_journey(state, params, answer)
            open_journey(state)
        state[AT] = at
        if state[PHASE] == DONE:
            return
    if params.collapse:
        if letter == state[PREVIOUS]:
            return
        state[PREVIOUS] = letter
    if params.kind == AFTER:
        steps = after(state, params, letter)
    elif params.kind == BEFORE:
        steps = before(state, params, letter)
    elif params.kind == AFTER_EVERY:
        steps = after_every(state, params, letter)
    else:
        steps = between(state, params, answer, letter)
    if steps >= 0:
        count(state, params, answer, steps)


@kernel
def end(state: Cells, params: PathsParams, answer: PathsAnswer) -> None:
    """The customer's list is over."""
    close_journey(state, params, answer)


@kernel
def at_once(
    state: Cells,
    columns: Columns,
    rows: NDArray[np.int32],
    first: int,
    p: int,
    until: int,
    params: PathsParams,
    answer: PathsAnswer,
) -> int:
    """The same; what follows the first start is read straight into its key."""
    if params.kind != AFTER or params.gap != NO_GAP or params.collapse or params.many:
        begin(state, params)
        while rows[p] < until:
            step(state, columns, int(first + rows[p]), params, answer)
            p += 1
        end(state, params, answer)
        return p
    free, key, steps = len(params.powers), np.int64(0), 0
    walking = params.start == 0
    while rows[p] < until and steps < free:
        letter = params.letters[columns.step[np.uint64(first + rows[p])]]
        p += 1
        if not walking:
            walking = letter == params.start
        elif letter != 0:
            key += letter * params.powers[steps]
            steps += 1
    if walking and (steps > 0 or params.start != 0):
        if steps < free:
            key += (params.base - 1) * params.powers[steps]  # nothing came after this
        place = place_of(params, answer, key)
        if place >= 0:
            put_off(state, params, answer, place)
        answer.totals[PATHS] += 1
        answer.totals[PEOPLE] += 1
    return p


def opens(params: PathsParams) -> Heed | None:
    """The start that a path comes after."""
    after_one = params.kind == AFTER and params.start != 0 and not params.many
    return (
        heeded(params.letters == params.start) if after_one and params.gap == NO_GAP and not params.collapse else None
    )


def by_found(params: PathsParams) -> Callable[..., int] | None:
    """Whether a loop over starts counts everything: where there is room for every key."""
    return walk_starts if opens(params) and params.wanted == EVERY_KEY and not params.places else None


PATHS_TAKEN: Fold[PathsParams, PathsAnswer] = Fold(
    "paths", begin, step, end, pathways.blank, scratch, present,
    merge=pathways.merge, settled=pathways.settled, overflowed=pathways.overflowed, wider=pathways.wider,
    at_once=at_once, settle=settle, opens=opens, by_found=by_found,
)  # fmt: skip
