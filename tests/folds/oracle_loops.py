"""`loops` again, in plain Python: look for repeats one, two, three and four steps apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

import numpy as np

from tests.folds.journals import Event
from wend.folds.loops import LoopsAnswer, LoopsParams, key_of

Visit = tuple[int, int, int, bool]
"""Key, rounds, seconds, and whether nothing came after it."""


def circles(steps: Sequence[tuple[int, int]]) -> Iterator[Visit]:
    """The circles in a row of (letter, time)."""
    letters = [letter for letter, _ in steps]
    for length in range(1, 5):
        i = length
        while i < len(steps):
            last = i
            if len(set(letters[i - length : i])) == length:
                while last < len(steps) and letters[last] == letters[last - length]:
                    last += 1
            if last > i:
                rounds = 1 + (last - i - 1) // length
                seconds = steps[last - 1][1] - steps[i - length][1]
                yield key_of(letters[i - length : i]), rounds, seconds, last == len(steps)
            i = max(last, i + 1)


def loops(shown: Sequence[Sequence[tuple[Event, bool]]], params: LoopsParams) -> LoopsAnswer:
    """Visits one by one, customers as sets."""
    tallies = [Counter[int]() for _ in range(5)]
    for journey in shown:
        seen = [(int(params.letters[e.step]), e.at) for e, counts in journey if counts and params.letters[e.step]]
        breaks = [0, *(i + 1 for i, (a, b) in enumerate(pairwise(seen)) if b[1] - a[1] > params.gap), len(seen)]
        visits: list[Visit] = []
        for low, high in pairwise(breaks):
            own = seen[low:high]
            once = [next(same) for _, same in groupby(own, lambda step: step[0])]
            for key, rounds, seconds, ended in circles(once if params.collapse else own):
                visits.append((key, rounds, seconds, ended and high == len(seen)))
        tallies[3].update({key for key, *_ in visits})
        for key, rounds, seconds, left in visits:
            for tally, n in zip((*tallies[:3], tallies[4]), (1, rounds, seconds, left), strict=True):
                tally[key] += n
    keys = sorted(tallies[0])
    columns = [np.array([tally[key] for key in keys], np.int64) for tally in tallies]
    return LoopsAnswer._make([np.array(keys, np.int64), *columns, np.zeros(1, np.int64)])
