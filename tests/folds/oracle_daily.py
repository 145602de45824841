"""Day by day, as a plain definition."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

import numpy as np

from wend.folds.contract import Cells
from wend.folds.daily import DAY, DailyAnswer, DailyParams


def daily(shown: Sequence[Sequence[Any]], params: DailyParams, plain_bin: Any) -> DailyAnswer:
    """Every watched event on its day; every leg's attempts one after another; money by looking back."""
    groups, days, legs = params.groups, params.days, _legs(params)
    counts: dict[str, Counter[int]] = {name: Counter() for name in DailyAnswer._fields}
    for journey in shown:
        own = []
        for event, counted in journey:
            day, p = (event.at - params.origin) // DAY, int(params.place[event.step % params.size])
            if counted and p >= 0 and 0 <= day < days:
                own.append((p, (p * groups + event.step // params.size), day, event))
        counts["customers"].update({place * days + day for _, place, day, _ in own})
        for number, (a, b, within) in enumerate(legs):
            _attempts(counts, [each for each in own if each[0] in (a, b)], number, b, within, params, plain_bin)
        for k, (_, _, _, event) in enumerate(own):
            for p in {each[0] for each in own[: k + 1]}:
                last = [each for each in own[: k + 1] if each[0] == p][-1]
                if event.amount > 0 and event.at - last[3].at <= params.worth:
                    counts["paid"][last[1]] += event.amount
    step, leg = params.watched * groups * days, len(legs) * groups * days
    sizes = {"customers": step, "paid": params.watched * groups}
    return DailyAnswer(**{name: _cells(found, sizes.get(name, leg)) for name, found in counts.items()})


def _attempts(
    counts: dict[str, Counter[int]], own: list[Any], leg: int, b: int, within: int, params: DailyParams, plain_bin: Any
) -> None:
    began = None
    for p, place, day, event in own:
        if p == b:
            if began is not None and event.at - began[1] <= within:
                size = plain_bin(event.at - began[1])
                counts["came"][began[0]] += 1
                counts["took"][began[0]] += size
                counts["squares"][began[0]] += size * size
            began = None
        elif began is None or event.at - began[1] > within:
            group = place - p * params.groups
            began = (leg * params.groups + group) * params.days + day, event.at
            counts["tried"][began[0]] += 1


def _legs(params: DailyParams) -> list[tuple[int, int, int]]:
    """(from, to, seconds) of every leg, read back from the lists by step."""
    ends: dict[int, list[int]] = {leg: [0, 0] for leg in range(len(params.within))}
    for end, (first, legs) in enumerate(((params.leaves, params.leaving), (params.arrives, params.arriving))):
        for p in range(params.watched):
            for leg in legs[first[p] : first[p + 1]]:
                ends[int(leg)][end] = p
    return [(a, b, int(params.within[leg])) for leg, (a, b) in ends.items()]


def _cells(counts: Counter[int], size: int) -> Cells:
    out = np.zeros(size, np.int64)
    for place, count in counts.items():
        out[place] = count
    return out
