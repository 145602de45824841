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


@_compiled
def attempts(
    offsets: Places, step: NDArray[np.uint16], at: Places, a: int, b: int, within: int
) -> tuple[Places, Places]:
    """One row per attempt to get from `a` to `b`: the place of its first `a`, and of the `b` within `within`
    seconds (NOWHERE = failed).

    Further `a`s inside an open attempt belong to it: who tries again and succeeds has not failed.
    """
    room = 0
    for i in range(len(step)):
        room += step[i] == a
    starts, ends = np.empty(room, np.int64), np.empty(room, np.int64)
    n = 0
    for c in range(len(offsets) - 1):
        opened = -1
        for i in range(offsets[c], offsets[c + 1]):
            if opened >= 0 and at[i] - at[starts[opened]] > within:
                opened = -1
            if opened >= 0 and step[i] == b and i > starts[opened]:
                ends[opened] = i
                opened = -1
            if step[i] == a and opened < 0:
                starts[n], ends[n] = i, NOWHERE
                opened = n
                n += 1
    return starts[:n], ends[:n]


@_compiled
def nearest(offsets: Places, step: NDArray[np.uint16], at: Places, a: int, b: int) -> tuple[Places, Places, Places]:
    """For every `a`: its place, the last `b` between the previous `a` and it, and the first `b` between it and the
    next `a`.
    """
    room = 0
    for i in range(len(step)):
        room += step[i] == a
    here, before, after = np.empty(room, np.int64), np.empty(room, np.int64), np.empty(room, np.int64)
    n = 0
    for c in range(len(offsets) - 1):
        previous_b, current = -1, -1
        for i in range(offsets[c], offsets[c + 1]):
            if step[i] == a:
                here[n], before[n], after[n] = i, previous_b, NOWHERE
                previous_b, current = -1, n
                n += 1
            elif step[i] == b:
                previous_b = i
                if current >= 0 and after[current] < 0:
                    after[current] = i
    return here[:n], before[:n], after[:n]


@_compiled
def next_where(offsets: Places, at: Places, wanted: NDArray[np.bool_], later: int) -> Places:
    """For every event: the place of the customer's first wanted event behind it that is at least `later` seconds
    after it.
    """
    found = np.empty(len(at), np.int64)
    for c in range(len(offsets) - 1):
        low, high = offsets[c], offsets[c + 1]
        j = low
        for i in range(low, high):
            j = max(j, i + 1)
            while j < high and (not wanted[j] or at[j] < at[i] + later):
                j += 1
            found[i] = j if j < high else NOWHERE
    return found


@_compiled
def sums_after(offsets: Places, at: Places, values: Places, window: int) -> Places:
    """For every event: the sum of the customer's values behind it, within `window` seconds."""
    sums = np.empty(len(at), np.int64)
    for c in range(len(offsets) - 1):
        low, high = offsets[c], offsets[c + 1]
        j, total = low, 0
        for i in range(low, high):
            while j < high and at[j] <= at[i] + window:
                total += values[j]
                j += 1
            total -= values[i]
            sums[i] = total
    return sums


@_compiled
def count_before(
    offsets: Places, step: NDArray[np.uint16], at: Places, code: int, places: Places, window: int
) -> Places:
    """For every given place (ascending): how often its customer did `code` in the `window` seconds up to it,
    itself included.
    """
    counts = np.zeros(len(places), np.int64)
    c, j, n, low = 0, 0, 0, -1
    for k in range(len(places)):
        i = places[k]
        while offsets[c + 1] <= i:
            c += 1
        if offsets[c] != low:
            low = offsets[c]
            j, n = low, 0
            front = low
        while front <= i:
            n += step[front] == code
            front += 1
        while at[j] < at[i] - window:
            n -= step[j] == code
            j += 1
        counts[k] = n
    return counts


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
