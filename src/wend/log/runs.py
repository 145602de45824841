"""Sorted runs of 64-bit numbers with geometric merging: a set, or a count of repetitions, at eight bytes a member.

New members come as one sorted run; a run is merged into its neighbour as soon as that one is not more than twice as
long, so n
members live in about log₂ n runs and each is copied about log₂ n times. Questions come sorted too and walk each run
once.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from wend.log.compiled import kernel

Run = NDArray[np.int64]


@kernel
def _merge(a: Run, b: Run, out: Run) -> None:
    i = j = 0
    for k in range(len(out)):
        if j >= len(b) or (i < len(a) and a[i] <= b[j]):
            out[k] = a[i]
            i += 1
        else:
            out[k] = b[j]
            j += 1


@kernel
def _seek(run: Run, at: int, wanted: int) -> int:
    """First place from `at` on whose member is not below `wanted`; steps double, so far places are cheap to reach."""
    step = 1
    while at + step < len(run) and run[at + step] < wanted:
        at += step
        step *= 2
    low, high = at, min(at + step, len(run))
    while low < high:
        middle = (low + high) // 2
        if run[middle] < wanted:
            low = middle + 1
        else:
            high = middle
    return low


@kernel
def _add_counts(run: Run, asked: Run, counts: NDArray[np.int64]) -> None:
    """counts[i] += how often asked[i] stands in run; both sorted."""
    at = 0
    for i in range(len(asked)):
        at = _seek(run, at, asked[i])
        here = at
        while here < len(run) and run[here] == asked[i]:
            counts[i] += 1
            here += 1


@kernel
def _places(run: Run, asked: Run, out: NDArray[np.int64]) -> None:
    at = 0
    for i in range(len(asked)):
        at = _seek(run, at, asked[i])
        out[i] = at if at < len(run) and run[at] == asked[i] else -1


@kernel
def _ranks(run: Run, out: NDArray[np.int64]) -> None:
    """out[i] = how many equal members stand before run[i] in a sorted run."""
    for i in range(len(run)):
        out[i] = out[i - 1] + 1 if i > 0 and run[i] == run[i - 1] else 0


def merged(a: Run, b: Run) -> Run:
    """Both sorted runs as one, repetitions kept."""
    out = np.empty(len(a) + len(b), np.int64)
    _merge(a, b, out)
    return out


def ranks(run: Run) -> NDArray[np.int64]:
    """For each member of a sorted run, how many equal ones stand before it."""
    out = np.empty(len(run), np.int64)
    _ranks(run, out)
    return out


def places_in(run: Run, asked: Run) -> NDArray[np.int64]:
    """Where each member of a sorted array stands in a sorted run; −1 where it does not."""
    out = np.empty(len(asked), np.int64)
    _places(run, asked, out)
    return out


class Runs:
    """A growing multiset in memory."""

    def __init__(self) -> None:
        self.runs: list[Run] = []

    def __len__(self) -> int:
        return sum(map(len, self.runs))

    def add(self, run: Run) -> None:
        """Take a sorted run in."""
        if len(run) == 0:
            return
        self.runs.append(run)
        while len(self.runs) > 1 and len(self.runs[-2]) <= 2 * len(self.runs[-1]):
            second, first = self.runs.pop(), self.runs.pop()
            self.runs.append(merged(first, second))

    def counts(self, asked: Run) -> NDArray[np.int64]:
        """How often each member of a sorted array is in here."""
        return count_in(self.runs, asked)


def count_in(runs: list[Run], asked: Run) -> NDArray[np.int64]:
    """How often each member of a sorted array stands in any of the runs."""
    counts = np.zeros(len(asked), np.int64)
    for run in runs:
        _add_counts(run, asked, counts)
    return counts
