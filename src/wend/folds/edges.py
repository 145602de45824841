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
    """How many codes; `places` 0 = dense, otherwise the room of the open table of edges, a power of two."""

    codes: int
    places: int


class Edges(NamedTuple):
    """Dense: `customers[edge]`, `seconds[edge · BINS + bin]`. Open: those counts stand where `edges` and `times` hold
    their keys. `starts` and `ends` count customers by their first and last code; `lost` counts what found no room.
    """

    edges: Cells
    customers: Cells
    times: Cells
    seconds: Cells
    starts: Cells
    ends: Cells
    lost: Cells


def space(codes: int, places: int = 1 << 16) -> Space:
    """Dense if it can be."""
    return Space(max(codes, 1), 0 if codes <= MOST_DENSE_CODES else places)


def wider(space: Space) -> Space:
    """The same codes with four times the room."""
    return space._replace(places=space.places * 4)


def blank(space: Space) -> Edges:
    """No edge yet."""
    ends = np.zeros(space.codes, np.int64), np.zeros(space.codes, np.int64), np.zeros(1, np.int64)
    if space.places == 0:
        count, nothing = space.codes**2, np.zeros(0, np.int64)
        return Edges(nothing, np.zeros(count, np.int64), nothing, np.zeros(count * BINS, np.int64), *ends)
    count, times = space.places, space.places * _TIMES_PER_EDGE
    return Edges(table.empty(count), np.zeros(count, np.int64), table.empty(times), np.zeros(times, np.int64), *ends)


def merge(a: Edges, b: Edges) -> Edges:
    """Dense answers add up where `b` has counted; open ones are packed."""
    starts, ends, lost = a.starts + b.starts, a.ends + b.ends, a.lost + b.lost
    if len(a.seconds) == len(a.customers) * BINS and not len(a.edges) and not len(b.edges):
        used = np.flatnonzero(b.customers)
        few = used if 2 * len(used) < len(b.customers) else slice(None)  # picking most rows costs more than adding all
        a.seconds.reshape(-1, BINS)[few] += b.seconds.reshape(-1, BINS)[few]
        return Edges(a.edges, a.customers + b.customers, a.times, a.seconds, starts, ends, lost)
    edges, customers = table.merged(a.edges, a.customers, b.edges, b.customers)
    times, seconds = table.merged(a.times, a.seconds, b.times, b.seconds)
    return Edges(edges, customers, times, seconds, starts, ends, lost)


def settled(answer: Edges) -> Edges:
    """Open tables packed and sorted, dense ones as they are."""
    if not len(answer.edges):
        return answer
    edges, customers = table.packed(answer.edges, answer.customers)
    times, seconds = table.packed(answer.times, answer.seconds)
    return answer._replace(edges=edges, customers=customers, times=times, seconds=seconds)


def each(answer: Edges, space: Space) -> Iterator[tuple[int, int, int, Cells]]:
    """(from, to, customers, histogram of seconds) of every edge that occurs, in order of codes."""
    answer = settled(answer)
    for k in np.flatnonzero(answer.customers):
        edge = int(answer.edges[k]) if space.places else int(k)
        if space.places:
            low, high = np.searchsorted(answer.times, [edge * BINS, (edge + 1) * BINS])
            seconds = np.zeros(BINS, np.int64)
            seconds[answer.times[low:high] - edge * BINS] = answer.seconds[low:high]
        else:
            seconds = answer.seconds[edge * BINS : (edge + 1) * BINS]
        yield edge // space.codes, edge % space.codes, int(answer.customers[k]), seconds
