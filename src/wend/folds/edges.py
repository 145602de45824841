"""Counts of edges a → b between codes, with their times: the answer of `transitions`, dense or open.

Up to MOST_DENSE_CODES codes the edges stand in a dense table: edge = a · codes + b, one row of histogram bins each;
rows never touched cost no memory. Above that they stand in two open-addressing tables, keyed by edge and by (edge,
bin).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from wend.folds import histogram, table
from wend.folds.contract import Cells

MOST_DENSE_CODES = 256
BINS = histogram.BINS
_TIMES_PER_EDGE = 8


class Space(NamedTuple):
    """How many codes; `places` 0 = dense, otherwise the room of the open table of edges, a power of two; `totals` 0
    leaves the sums of seconds out.
    """

    codes: int
    places: int
    totals: int


class Edges(NamedTuple):
    """Dense: `customers[edge]`, `seconds[edge · BINS + bin]`.

    Open: those counts stand where `edges` and `times` hold their keys. `starts` and `ends` count customers by their
    first and last code; `lost` counts what found no room; `totals` are the summed seconds beside each of `seconds`.
    """

    edges: Cells
    customers: Cells
    times: Cells
    seconds: Cells
    starts: Cells
    ends: Cells
    lost: Cells
    totals: Cells


def space(codes: int, places: int = 1 << 16, totals: bool = True) -> Space:
    """Dense if it can be.

    Totals make medians exact where data are few, and cost half the time again where they are many.
    """
    return Space(max(codes, 1), 0 if codes <= MOST_DENSE_CODES else places, int(totals))


def wider(space: Space) -> Space:
    """The same codes with four times the room."""
    return space._replace(places=space.places * 4)


def blank(space: Space) -> Edges:
    """No edge yet."""
    starts, ends, lost = np.zeros(space.codes, np.int64), np.zeros(space.codes, np.int64), np.zeros(1, np.int64)
    count = space.places or space.codes**2
    times = space.places * _TIMES_PER_EDGE or count * BINS
    keys = (table.empty(space.places), table.empty(space.places * _TIMES_PER_EDGE))
    customers, seconds, totals = (np.zeros(size, np.int64) for size in (count, times, times * space.totals))
    return Edges(keys[0], customers, keys[1], seconds, starts, ends, lost, totals)


def merge(a: Edges, b: Edges) -> Edges:
    """Dense answers add up where `b` has counted; open ones are packed."""
    starts, ends, lost = a.starts + b.starts, a.ends + b.ends, a.lost + b.lost
    if len(a.seconds) == len(a.customers) * BINS and not len(a.edges) and not len(b.edges):
        used = np.flatnonzero(b.customers)
        few = used if 2 * len(used) < len(b.customers) else slice(None)  # picking most rows costs more than adding all
        for own, other in ((a.seconds, b.seconds), (a.totals, b.totals)):
            if len(own):
                own.reshape(-1, BINS)[few] += other.reshape(-1, BINS)[few]
        return a._replace(customers=a.customers + b.customers, starts=starts, ends=ends, lost=lost)
    edges, customers = table.merged(a.edges, a.customers, b.edges, b.customers)
    times, seconds = table.merged(a.times, a.seconds, b.times, b.seconds)
    totals = table.merged(a.times, a.totals, b.times, b.totals)[1] if len(a.totals) or len(b.totals) else a.totals
    return Edges(edges, customers, times, seconds, starts, ends, lost, totals)


def settled(answer: Edges) -> Edges:
    """Open tables packed and sorted, dense ones as they are."""
    if not len(answer.edges):
        return answer
    edges, customers = table.packed(answer.edges, answer.customers)
    times, seconds = table.packed(answer.times, answer.seconds)
    totals = table.packed(answer.times, answer.totals)[1] if len(answer.totals) else answer.totals
    return answer._replace(edges=edges, customers=customers, times=times, seconds=seconds, totals=totals)


def each(answer: Edges, space: Space) -> Iterator[tuple[int, int, int, Cells, Cells]]:
    """(from, to, customers, histogram of seconds, totals of its bins or zeros) of every edge that occurs, in order of
    codes.
    """
    answer = settled(answer)
    for k in np.flatnonzero(answer.customers).tolist():
        edge = int(answer.edges[k]) if space.places else k
        where = edge * BINS, (edge + 1) * BINS
        if space.places:
            low, high = np.searchsorted(answer.times, where)
            seconds, totals = np.zeros(BINS, np.int64), np.zeros(BINS, np.int64)
            seconds[answer.times[low:high] - where[0]] = answer.seconds[low:high]
            if space.totals:
                totals[answer.times[low:high] - where[0]] = answer.totals[low:high]
        else:
            seconds = answer.seconds[slice(*where)]
            totals = answer.totals[slice(*where)] if space.totals else np.zeros(BINS, np.int64)
        yield edge // space.codes, edge % space.codes, int(answer.customers[k]), seconds, totals
