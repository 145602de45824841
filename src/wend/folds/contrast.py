"""Who was hit by something, who was comparable and was not, and what came after: the rows under every contrast.

A contrast needs more than sums: its permutation test, its groups and its overlap with other contrasts ask for rows.
So these kernels answer with one row per attempt, places of events in a flat path (all customers behind each other),
and merge by standing behind each other: the rows of two halves of a log, cut between customers, are the rows of the
whole log. Whole numbers only. Ratios are made in `maps.obstacles`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple, ParamSpec, TypeVar, cast

import numpy as np
from numba import njit
from numpy.typing import NDArray

from wend.folds.histogram import BINS, bin_of

P = ParamSpec("P")
R = TypeVar("R")
Places = NDArray[np.int64]

NOWHERE = -1
"""The place of an event that never came."""


class Path(NamedTuple):
    """Events of all customers behind each other, each customer's in journal order; `offsets` cut between
    customers.

    `step` codes (65535 = not looked at), `at` epoch seconds, `rating` hundredths (−32768 none), `about` codes,
    `amount` minor units.
    """

    offsets: Places
    step: NDArray[np.uint16]
    at: Places
    rating: NDArray[np.int16]
    about: NDArray[np.uint16]
    amount: Places


class Overview(NamedTuple):
    """`follows[a, b]`: times b came after an a and before the next a; `waits[a, b, bin]`: after how long
    (`histogram` bins); `first[a, b]`: customers who did both and a first; `events`, `customers`, `last` (customers
    who were last seen there) per code.
    """

    follows: Places
    waits: Places
    first: Places
    events: Places
    customers: Places
    last: Places


def _compiled(function: Callable[P, R]) -> Callable[P, R]:
    options: dict[str, Any] = {"nogil": True, "cache": True, "error_model": "numpy"}
    return cast("Callable[P, R]", njit(**options)(function))


def overview(path: Path, codes: int) -> Overview:
    """One walk over the whole path; codes at or above `codes` are not seen."""
    pairs = np.zeros((codes, codes), np.int64)
    waits = np.zeros((codes, codes, BINS), np.int64)
    answer = Overview(pairs, waits, pairs.copy(), *(np.zeros(codes, np.int64) for _ in range(3)))
    _overview(path.offsets, path.step, path.at, codes, *answer)
    return answer


def merged(a: Overview, b: Overview) -> Overview:
    """The overview of both logs together."""
    return Overview(*(x + y for x, y in zip(a, b, strict=True)))


@_compiled
def _overview(
    offsets: Places, step: NDArray[np.uint16], at: Places, codes: int,
    follows: Places, waits: Places, first: Places, events: Places, customers: Places, last: Places,
) -> None:  # fmt: skip
    latest, earliest = np.empty(codes, np.int64), np.empty(codes, np.int64)
    for c in range(len(offsets) - 1):
        latest[:], earliest[:] = -1, -1
        final = -1
        for i in range(offsets[c], offsets[c + 1]):
            b = int(step[i])
            if b >= codes:
                continue
            for a in range(codes):
                if latest[a] >= 0 and (a == b or latest[b] < latest[a]):
                    follows[a, b] += 1
                    waits[a, b, bin_of(at[i] - at[latest[a]])] += 1
            latest[b] = i
            if earliest[b] < 0:
                earliest[b] = i
                customers[b] += 1
                for a in range(codes):
                    if earliest[a] >= 0:
                        first[a, b] += 1
            events[b] += 1
            final = b
        if final >= 0:
            last[final] += 1


def places_by_code(step: NDArray[np.uint16], codes: int) -> tuple[Places, ...]:
    """For every code the places of its events, ascending."""
    order = np.argsort(step, kind="stable")
    return tuple(np.split(order, np.searchsorted(step[order], np.arange(1, codes + 1))))[:codes]


@_compiled
def attempts(owner: Places, at: Places, starts: Places, goals: Places, within: int) -> tuple[Places, Places]:
    """One row per attempt to get from a start to a goal: the place of its first start, and of the goal within `within`
    seconds (NOWHERE = failed).

    Further starts inside an open attempt belong to it: who tries again and succeeds has not failed. Both lists of
    places ascend.
    """
    begun, came = np.empty(len(starts), np.int64), np.empty(len(starts), np.int64)
    n, g = 0, 0
    until = -1  # no start before this place opens an attempt
    for k in range(len(starts)):
        i = starts[k]
        if i < until or (n > 0 and came[n - 1] == NOWHERE and _open(owner, at, begun[n - 1], i, within)):
            continue
        begun[n], came[n] = i, NOWHERE
        while g < len(goals) and goals[g] <= i:
            g += 1
        if g < len(goals) and _open(owner, at, i, goals[g], within):
            came[n] = goals[g]
            until = goals[g]
        n += 1
    return begun[:n], came[:n]


@_compiled
def _open(owner: Places, at: Places, i: int, j: int, within: int) -> bool:
    return bool(owner[i] == owner[j] and at[j] - at[i] <= within)


@_compiled
def nearest(owner: Places, a: Places, b: Places) -> tuple[Places, Places]:
    """For every place in `a`: the customer's last place in `b` since the previous `a`, and the first one before the
    next `a`. Both ascend.
    """
    before, after = np.full(len(a), NOWHERE, np.int64), np.full(len(a), NOWHERE, np.int64)
    j = 0
    for k in range(len(a)):
        while j < len(b) and b[j] < a[k]:
            j += 1
        who = owner[a[k]]
        if j > 0 and owner[b[j - 1]] == who and (k == 0 or owner[a[k - 1]] != who or b[j - 1] > a[k - 1]):
            before[k] = b[j - 1]
        front = j
        while front < len(b) and b[front] <= a[k]:
            front += 1
        if front < len(b) and owner[b[front]] == who and (k + 1 == len(a) or b[front] < a[k + 1]):
            after[k] = b[front]
    return before, after


def next_after(owner: Places, line: Places, starts: Places, wanted: Places, later: int = 0) -> Places:
    """For every start: the customer's first wanted place behind it that is at least `later` seconds after it.

    `line` is time with all customers behind each other (see `line_of`); `wanted` ascends, `starts` need not.
    """
    if not len(wanted):
        return np.full(len(starts), NOWHERE, np.int64)
    if later > 0:
        found = np.searchsorted(line[wanted], line[starts] + later, "left")
    else:
        found = np.searchsorted(wanted, starts, "right")
    place = wanted[np.minimum(found, len(wanted) - 1)]
    return np.where((found < len(wanted)) & (owner[place] == owner[starts]), place, NOWHERE)


def line_of(owner: Places, at: Places) -> Places:
    """Seconds on one line, with two lengths of the log between customers, so that it ascends along the path."""
    if not len(at):
        return at
    first = int(at.min())
    return owner * (3 * (int(at.max()) - first + 1)) + (at - first)


def sums_after(line: Places, starts: Places, places: Places, values: Places, window: int) -> Places:
    """For every start: the sum of the values (one per place) behind it, within `window` seconds, of its customer.

    `window` may not exceed twice the length of the log.
    """
    running = np.concatenate([np.zeros(1, np.int64), np.cumsum(values)])
    low = np.searchsorted(places, starts, "right")
    high = np.searchsorted(line[places], line[starts] + window, "right")
    return np.asarray(running[np.maximum(high, low)] - running[low], np.int64)


def count_before(line: Places, ends: Places, places: Places, window: int) -> Places:
    """For every end: how many of the places are its customer's in the `window` seconds up to it, itself included.

    `window` may not exceed twice the length of the log.
    """
    up_to = np.searchsorted(places, ends, "right")
    return np.asarray(up_to - np.minimum(np.searchsorted(line[places], line[ends] - window, "left"), up_to), np.int64)


@_compiled
def rhythm(
    offsets: Places, at: Places, visit: NDArray[np.bool_], older: int, recent: int
) -> tuple[Places, Places, Places]:
    """Every visit (wanted events at least a day apart) with `older + recent` gaps behind it: its place, the sum of
    the older gaps, the sum of the recent ones.
    """
    need = older + recent
    places, olds, news = np.empty(len(at), np.int64), np.empty(len(at), np.int64), np.empty(len(at), np.int64)
    times = np.empty(need + 1, np.int64)
    n = 0
    for c in range(len(offsets) - 1):
        seen = 0
        for i in range(offsets[c], offsets[c + 1]):
            if not visit[i] or (seen > 0 and at[i] - times[(seen - 1) % (need + 1)] < 86_400):
                continue
            times[seen % (need + 1)] = at[i]
            seen += 1
            if seen > need:
                start, middle = times[seen % (need + 1)], times[(seen + older) % (need + 1)]
                places[n], olds[n], news[n] = i, middle - start, at[i] - middle
                n += 1
    return places[:n], olds[:n], news[:n]
