"""Each fold again, as a plain-Python definition written to be read.

An oracle gets the journeys as lists of `Seen` (events up to the end of the period, with whether the selection counts
them) and returns the answer that the fold must give, cell by cell.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise
from math import floor, log2
from typing import Any, NamedTuple

import numpy as np

from tests.folds.journals import Event
from wend.folds import histogram
from wend.folds.contract import Cells
from wend.folds.funnel import FunnelAnswer, FunnelParams
from wend.folds.stage_walk import Rules
from wend.folds.stages import StagesAnswer, StagesParams
from wend.folds.transitions import TransitionsAnswer, TransitionsParams


class Seen(NamedTuple):
    """An event, and whether it lies inside the selection."""

    event: Event
    counted: bool


Shown = Sequence[Sequence[Seen]]
BINS = histogram.BINS


def plain_bin(value: int) -> int:
    """32 equal bins in every doubling above 1, one for 0."""
    if value <= 0:
        return 0
    octave = floor(log2(value)) if value < 2**31 else 31
    return BINS - 1 if octave == 31 else 1 + 32 * octave + (32 * value) // 2**octave - 32


def cells(counts: Mapping[int, int] | Iterable[int], size: int) -> Cells:
    """Counted places as an array."""
    out = np.zeros(size, np.int64)
    for place, count in Counter(counts).items():
        out[place] = count
    return out


def counted(shown: Shown) -> list[list[Event]]:
    """Only the events that count, of the customers who have any."""
    return [own for own in ([event for event, counts in journey if counts] for journey in shown) if own]


def funnel(shown: Shown, params: FunnelParams) -> FunnelAnswer:
    """Try every chain of events from every entry."""

    def does(event: Event, k: int) -> bool:
        return bool(params.steps[event.step] >> k & 1)

    def best(journey: Sequence[Event], k: int, until: int) -> tuple[int, int]:
        """The most steps that can follow step k in time, and when the last of them is done at the earliest."""
        follow = [i for i, event in enumerate(journey) if k < params.length and does(event, k) and event.at <= until]
        chains = [
            (1 + more, at or journey[i].at) for i in follow for more, at in [best(journey[i + 1 :], k + 1, until)]
        ]
        return max(chains, key=lambda chain: (chain[0], -chain[1]), default=(0, 0))

    deepest, seconds = [], []
    for journey in counted(shown):
        tries = []
        for i, entry in enumerate(journey):
            if does(entry, 0):
                more, done = best(journey[i + 1 :], 1, entry.at + params.window)
                tries.append((1 + more, -(done or entry.at), entry.at))
        depth, done, entered = max(tries, default=(0, 0, 0))
        deepest.append(depth)
        if depth == params.length:
            seconds.append(plain_bin(-done - entered))
    return FunnelAnswer(cells(deepest, params.length + 1), cells(seconds, BINS))


def transitions(shown: Shown, params: TransitionsParams) -> TransitionsAnswer:
    """All neighbouring pairs."""
    who: Counter[int] = Counter()
    times: Counter[int] = Counter()
    for journey in counted(shown):
        pairs = [(a.step * params.codes + b.step, b.at - a.at) for a, b in pairwise(journey)]
        who.update({edge for edge, _ in pairs})
        times.update(edge * BINS + plain_bin(gap) for edge, gap in pairs)
    first, last = (cells([journey[place].step for journey in counted(shown)], params.codes) for place in (0, -1))
    ends = first, last, np.zeros(1, np.int64)
    nothing, edges = np.zeros(0, np.int64), params.codes**2
    if params.places == 0:
        return TransitionsAnswer(nothing, cells(who, edges), nothing, cells(times, edges * BINS), *ends)
    keys, counts = (np.array(list(part), np.int64) for part in (sorted(who), map(who.__getitem__, sorted(who))))
    bins, sums = (np.array(list(part), np.int64) for part in (sorted(times), map(times.__getitem__, sorted(times))))
    return TransitionsAnswer(keys, counts, bins, sums, *ends)


def stages_after(journey: Sequence[Event], rules: Rules) -> list[int]:
    """The stage after every event: the furthest one that has a rule with enough events so far."""
    out = []
    for i in range(len(journey)):
        fired = [0]
        for r, (need, stage) in enumerate(zip(rules.need, rules.stage, strict=True)):
            codes = {c for c in range(len(rules.first) - 1) if r in rules.rule[rules.first[c] : rules.first[c + 1]]}
            if sum(event.step in codes for event in journey[: i + 1]) >= need:
                fired.append(int(stage))
        out.append(max(fired))
    return out


def stages(shown: Shown, params: StagesParams) -> StagesAnswer:
    """Moves, visits and silences, each by comprehension."""
    n = params.rules.stages
    tallies: dict[str, list[int]] = {name: [] for name in StagesAnswer._fields}
    for journey in shown:
        if not any(counts for _, counts in journey):
            continue
        events = [event for event, _ in journey]
        after = stages_after(events, params.rules)
        tallies["now"].append(after[-1])
        tallies["ever"] += {stage for stage, (_, counts) in zip(after, journey, strict=True) if counts}
        for i in range(1, len(journey)):
            a, b, silence = after[i - 1], after[i], events[i].at - events[i - 1].at
            if journey[i].counted and silence >= params.slowing:
                tallies["returned" if silence >= params.left else "resumed"].append(a)
            if journey[i].counted and a != b:
                tallies["flow"].append(a * n + b)
                tallies["seconds"].append(a * BINS + plain_bin(events[i].at - events[after.index(a)].at))
        silence = params.as_of - events[-1].at
        if silence >= params.slowing:
            tallies["left" if silence >= params.left else "slowing"].append(after[-1])
    sizes = {"flow": n * n, "seconds": n * BINS}
    return StagesAnswer(**{name: cells(places, sizes.get(name, n)) for name, places in tallies.items()})


ORACLES: dict[str, Callable[[Shown, Any], Any]] = {"funnel": funnel, "transitions": transitions, "stages": stages}
