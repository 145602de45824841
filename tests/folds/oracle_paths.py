"""`paths` again, in plain Python: cut every journey into visits, every visit into paths, and count."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

import numpy as np

from tests.folds.journals import Event
from wend.folds.contract import Cells
from wend.folds.pathways import AFTER, AFTER_EVERY, BEFORE, PathsAnswer, PathsParams, cells


class Cut(NamedTuple):
    """The letters beside the anchor, nearest first; `state` is whole, ended, longer or unfinished."""

    letters: list[int]
    state: str


def visits(journey: Sequence[Event], params: PathsParams) -> Iterator[list[int]]:
    """The visible letters of every visit."""
    visible = [event for event in journey if params.letters[event.step]]
    breaks = [i + 1 for i, (a, b) in enumerate(pairwise(visible)) if b.at - a.at > params.gap]
    for low, high in pairwise([0, *breaks, len(visible)]):
        letters = [int(params.letters[event.step]) for event in visible[low:high]]
        if letters:
            yield [letter for letter, _ in groupby(letters)] if params.collapse else letters


def cuts(visit: list[int], params: PathsParams) -> Iterator[Cut]:
    """The paths of one visit, in order."""
    if params.kind in (AFTER, AFTER_EVERY):
        for i in [i + 1 for i, letter in enumerate(visit) if letter == params.start] if params.start else [0]:
            yield Cut(visit[i : i + params.free], "whole" if len(visit) - i >= params.free else "ended")
    elif params.kind == BEFORE:
        for i in [i for i, letter in enumerate(visit) if letter == params.end]:
            yield Cut(visit[max(0, i - params.free) : i][::-1], "whole" if i >= params.free else "ended")
    elif params.start in visit:
        rest = visit[visit.index(params.start) + 1 :]
        if params.end not in rest:
            yield Cut(rest, "unfinished")
            return
        until = rest.index(params.end) + 1
        yield Cut(rest[:until], "whole" if until <= params.free else "longer")
        yield from cuts(rest[until:], params)


def keys(cut: Cut, params: PathsParams) -> list[int]:
    """Of all prefixes, of neighbours at their places, and, last, of the path."""
    path = cut.letters + [params.base - 1] * (cut.state == "ended")
    prefixes = [cut.letters[:k] for k in range(1, len(cut.letters) + 1)]
    neighbours = [[0] * (k - 1) + cut.letters[k - 1 : k + 1] for k in range(2, len(cut.letters))]
    powers = params.powers.tolist()
    return [sum(d * power for d, power in zip(row, powers, strict=False)) for row in (*prefixes, *neighbours, path)]


def paths(shown: Sequence[Sequence[tuple[Event, bool]]], params: PathsParams) -> PathsAnswer:
    """Paths one by one, customers as sets."""
    count, customers, states = Counter[int](), Counter[int](), Counter[str]()
    for journey in shown:
        made = [list(cuts(visit, params)) for visit in visits([e for e, counts in journey if counts], params)]
        kept = [cut for own in made for cut in (own if params.every else own[:1])]
        told = [keys(cut, params) for cut in kept if cut.state in ("whole", "ended")]
        count.update(own[-1] for own in told)
        customers.update({key for own in told for key in own})
        states.update(cut.state for cut in kept)
        states["people"] += any(cut.state != "unfinished" for cut in kept)
    totals = [0, states["whole"] + states["ended"], states["people"], states["longer"], states["unfinished"]]
    places = sorted({*count, *(customers if params.many else ())}) if params.places else range(cells(params))
    rows = _column(count, places), _column(customers, places if params.many else ())
    return PathsAnswer(_column({k: k for k in places}, places if params.places else ()), *rows, np.array(totals))


def _column(counts: dict[int, int], places: Iterable[int]) -> Cells:
    return np.array([counts.get(place, 0) for place in places], np.int64)
