"""The funnel folds beyond the plain one, as definitions: every chain is tried."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from wend.folds.chain import ChainAnswer, ChainParams

if TYPE_CHECKING:
    from tests.folds.journals import Event
    from tests.folds.oracles import Shown

Chain = tuple[int, ...]
"""Places of events in a journey, one for each step done."""
Depth = tuple[int, int, int, int]
"""A step first reached: its number, seconds from entry, seconds from the step before, the group counted to."""


def _chains(journey: Sequence[Event], begun: Chain, params: ChainParams) -> list[Chain]:
    """All chains that begin so."""
    found, done, last = [begun], len(begun), begun[-1]
    for q in range(last + 1, len(journey) if done < params.length else 0):
        does = params.steps[journey[q].step] >> done & 1
        in_time = journey[q].at - journey[last].at <= params.step_window
        in_time &= journey[q].at - journey[begun[0]].at <= params.window
        barred = any(params.without[journey[p].step] >> (done - 1) & 1 for p in range(last + 1, q))
        if does and in_time and not barred:
            found += _chains(journey, (*begun, q), params)
    return found


def _reached(journey: Sequence[Event], entries: Sequence[int], params: ChainParams) -> list[Depth]:
    """For each number of steps: the chain that first has so many, from the latest entry, its steps late."""
    chains, depths = [chain for entry in entries for chain in _chains(journey, (entry,), params)], []
    for k in range(1, params.length + 1):
        so_long = [chain for chain in chains if len(chain) == k]
        if so_long:
            chain = max(so_long, key=lambda each: (-each[-1], each[0], each[::-1]))
            at = [journey[place].at for place in chain]
            group = journey[chain[params.group_at]].about if k > params.group_at else -1
            depths.append((k, at[-1] - at[0], at[-1] - at[-2] if k > 1 else -1, group))
    return depths


def _entries(journey: Sequence[Event], params: ChainParams) -> list[int]:
    return [place for place, event in enumerate(journey) if params.steps[event.step] & 1]


def _counted(tries: Sequence[Sequence[Depth]], params: ChainParams) -> ChainAnswer:
    """The answer to these tries, each as far as it came."""
    from tests.folds.oracles import BINS, cells, plain_bin

    ends = [(depths[-1][0], depths[-1][3]) if depths else (0, -1) for depths in tries]
    groups = [(k, group if params.groups > 1 else 0) for k, group in ends]
    times = [each for depths in tries for each in depths]
    return ChainAnswer(
        cells(
            [g * (params.length + 1) + k for k, g in groups if 0 <= g < params.groups],
            (params.length + 1) * params.groups,
        ),
        cells([(k - 1) * BINS + plain_bin(whole) for k, whole, _, _ in times], params.length * BINS),
        cells([(k - 1) * BINS + plain_bin(gap) for k, _, gap, _ in times if gap >= 0], params.length * BINS),
        np.zeros(1, np.int64),
    )


def funnel_steps(shown: Shown, params: ChainParams) -> ChainAnswer:
    """The best of all entries, or the first one."""
    from tests.folds.oracles import counted

    journeys = counted(shown)
    entries = [_entries(journey, params)[: 1 if params.first else None] for journey in journeys]
    return _counted([_reached(*each, params) for each in zip(journeys, entries, strict=True)], params)


def funnel_entries(shown: Shown, params: ChainParams) -> ChainAnswer:
    """Every entry alone."""
    from tests.folds.oracles import counted

    tries = [(journey, entry) for journey in counted(shown) for entry in _entries(journey, params)]
    return _counted([_reached(journey, [entry], params) for journey, entry in tries], params)


def funnel_any(shown: Shown, params: ChainParams) -> ChainAnswer:
    """Every stretch of events."""
    from tests.folds.oracles import counted

    tries = []
    for journey in counted(shown):
        doing = [place for place, event in enumerate(journey) if params.steps[event.step]]
        bars = [place for place, event in enumerate(journey) if params.without[event.step] and place not in doing]
        depths: list[Depth] = []
        for q in (
            doing if not params.first else [p for p in doing if journey[p].at - journey[doing[0]].at <= params.window]
        ):
            apart = max((bar for bar in bars if bar < q), default=-1)
            near = [p for p in doing if apart < p <= q and journey[q].at - journey[p].at <= params.window]
            latest = [
                max((p for p in near if params.steps[journey[p].step] >> k & 1), default=-1)
                for k in range(params.length)
            ]
            done = [p for p in latest if p >= 0]
            begun = min(done, key=lambda p: (journey[p].at, latest.index(p)))
            told = journey[q].at - journey[begun].at, -1, journey[begun].about
            depths += [(k, *told) for k in range(len(depths) + 1, len(done) + 1)]
        tries.append(depths)
    return _counted(tries, params)


ORACLES: dict[str, Callable[[Shown, Any], ChainAnswer]] = {
    "funnel_steps": funnel_steps,
    "funnel_entries": funnel_entries,
    "funnel_any": funnel_any,
}
