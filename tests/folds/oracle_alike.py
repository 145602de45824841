"""`alike` again: try every sample, lay the journey beside the one shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from fractions import Fraction

import numpy as np

from tests.folds.oracle_journey import BINS, Shown, Told, cells, journeys, plain_bin
from wend.folds.journey import LONGEST
from wend.folds.samples import AlikeAnswer, AlikeParams

Alignment = tuple[int, int, list[int]]
"""Edits, matches (as a negative number), and for every step the event that does it, or −1."""


def best_alignment(
    steps: Sequence[set[int]], codes: Sequence[int], optional: Sequence[bool], extra: int, instead: int
) -> Alignment:
    """The alignment with the fewest edits, then the most matches; a match last, else a step left out, else an event."""
    known: dict[tuple[int, int], Alignment] = {(0, 0): (0, 0, [])}
    for s in range(len(steps) + 1):
        for j in range(len(codes) + 1):
            ways: list[Alignment] = []
            if s and j and codes[j - 1] in steps[s - 1]:
                edits, matches, places = known[s - 1, j - 1]
                ways.append((edits, matches - 1, [*places, j - 1]))
            if s:
                edits, matches, places = known[s - 1, j]
                ways.append((edits + (not optional[s - 1]), matches, [*places, -1]))
            if j:
                edits, matches, places = known[s, j - 1]
                ways.append((edits + extra, matches, places))
            if s and j and codes[j - 1] not in steps[s - 1]:
                edits, matches, places = known[s - 1, j - 1]
                ways.append((edits + instead, matches, [*places, -1]))
            if ways:
                known[s, j] = min(ways, key=lambda way: way[:2])
    return known[len(steps), len(codes)]


def alike(shown: Shown, params: AlikeParams) -> AlikeAnswer:
    """Sums over the journeys of every group."""
    samples = [
        [int(np.flatnonzero(row >> s & 1)[0]) for s in range(n)]
        for row, n in zip(params.masks, params.lengths, strict=True)
    ]

    def laid(told: Told, sample: int) -> Alignment:
        steps = samples[sample]
        return best_alignment([{code} for code in steps], told.codes, [False] * len(steps), 1, 1)

    def nearest(told: Told, part_of: int) -> int | None:
        parts = [s for s in range(len(samples)) if params.part_of[s] == part_of]
        longer = {s: max(len(samples[s]), len(told.steps)) for s in parts}
        return min(parts, key=lambda s: Fraction(laid(told, s)[0] ** 2, longer[s]), default=None)

    sums: dict[str, Counter[int]] = {name: Counter() for name in AlikeAnswer._fields}
    for told in (one for one in journeys(shown, params.cut) if one.steps):
        sample = nearest(told, -1)
        assert sample is not None
        part = nearest(told, sample)
        sample = sample if part is None else part
        g = int(params.group[sample])
        edits, _, places = laid(told, int(params.shown[g]))
        whole = {"journeys": 1, "outcomes": told.outcome, "money": sum(event.amount for event in told.events)}
        whole |= {"edits": laid(told, sample)[0], "longer": max(len(samples[sample]), len(told.steps))}
        for name, value in (whole | {"exact": edits == 0}).items():
            sums[name][g] += value
        sums["felt"].update({3 * g + k: value for k, value in enumerate(told.felt)})
        for s, place in enumerate(places):
            sums["done"][g * LONGEST + s] += place >= 0
            if s and place >= 0 and places[s - 1] >= 0:
                gap = told.steps[place][1] - told.steps[places[s - 1]][1]
                sums["seconds"][(g * LONGEST + s) * BINS + plain_bin(gap)] += 1
                sums["sums"][(g * LONGEST + s) * BINS + plain_bin(gap)] += gap
    n = len(params.shown)
    sizes = {"felt": 3 * n, "done": n * LONGEST, "seconds": n * LONGEST * BINS}
    sizes["sums"] = sizes["seconds"]
    return AlikeAnswer(**{name: cells(counts, sizes.get(name, n)) for name, counts in sums.items()})
