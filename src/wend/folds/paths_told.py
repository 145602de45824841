"""Counted paths in words: the most frequent ones, the tree of their beginnings, and the links between neighbours."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from wend.folds import pathways
from wend.folds.contract import Cells, Presented
from wend.folds.pathways import BEFORE, BETWEEN, LONGER, PATHS, PEOPLE, UNFINISHED, PathsAnswer, PathsParams

TOP = 20
NODES_PER_PATH = 10
SMALL, FEW_KEYS = 1 << 12, 1 << 20


class Nodes(NamedTuple):
    """Prefixes of one depth: their keys, how often and by how many customers they were walked."""

    keys: Cells
    times: Cells
    customers: Cells


@dataclass(frozen=True, slots=True)
class Told:
    """A settled answer, to be told: `keys` of all counters in order, `times` walked and `customers` beside them."""

    params: PathsParams
    names: Sequence[str]
    keys: Cells
    times: Cells
    customers: Cells
    totals: Cells

    def customers_of(self, keys: Cells, count: Cells) -> Cells:
        """The customers at these keys; with one path each, they are as many as the paths."""
        if not self.params.many or not len(keys):
            return count
        found: Cells = self.customers[np.searchsorted(self.keys, keys)]
        return found

    def walked(self) -> tuple[Cells, Cells]:
        """The keys of whole paths, and how often they were walked; with one path each there are no other keys."""
        if not self.params.many:
            return self.keys, self.times
        walked = np.flatnonzero(self.times)
        return self.keys[walked], self.times[walked]

    def counted(self, key: int) -> int:
        """How often the path of this key was walked."""
        place = int(np.searchsorted(self.keys, key))
        return int(self.times[place]) if place < len(self.keys) and self.keys[place] == key else 0

    def path(self, key: int) -> list[str]:
        """The steps of a path or prefix, in the order in which they happened."""
        p = self.params
        digits = [key // int(power) % p.base for power in p.powers]
        steps = [self.names[digit - 1] for digit in digits if 0 < digit < p.base - 1]
        if p.kind == BEFORE:
            return [*reversed(steps), self.names[p.end - 1]]
        return [self.names[p.start - 1], *steps] if p.start else steps

    def depths(self) -> list[Nodes]:
        """The prefixes of one step beside the anchor, of two steps … Each depth is summed from the next one, which has
        more.
        """
        prefix, count = self.walked()
        found = list[Nodes]()
        for power in reversed(self.params.powers.tolist()):
            if found and len(prefix):  # the first ones are whole paths, all different
                prefix = prefix // self.params.base
                starts = np.flatnonzero(np.concatenate([[True], prefix[1:] != prefix[:-1]]))
                prefix, count = prefix[starts], np.add.reduceat(count, starts)
            last = _rest(prefix, self.params.base)
            real = np.flatnonzero((last > 0) & (last < self.params.base - 1))
            whole, sums = prefix[real] * power, count[real]
            found.append(Nodes(whole, sums, self.customers_of(whole, sums)))
        return found[::-1]

    def root(self) -> list[Presented]:
        """The anchor itself, where there is one."""
        if not self.params.anchored:
            return []
        count, customers = int(self.totals[PATHS] + self.totals[LONGER]), int(self.totals[PEOPLE])
        return [{"path": self.path(0), "count": count, "customers": customers} | self._ended(0, 0)]

    def node(self, depth: int, key: int, count: int, customers: int) -> Presented:
        """One node of the tree."""
        return {"path": self.path(key), "count": count, "customers": customers} | self._ended(depth, key)

    def _ended(self, depth: int, key: int) -> Presented:
        """How many journeys ended (or began) here."""
        p = self.params
        if p.kind == BETWEEN:
            return {}
        end = (p.base - 1) * int(p.powers[depth]) if depth < p.free else None
        return {"ended": None if end is None else self.counted(key + end)}


def told(answer: PathsAnswer, params: PathsParams, names: Sequence[str], top: int = TOP) -> Presented:
    """{paths: [{path, count, customers}], tree: [{path, count, customers, ended}], links: [{layer, from, to, count,
    customers}], counted: {paths, different, customers, longer, unfinished}, truncated: {paths, count, nodes, links}}.

    `names` are the letters' names. The most frequent `top` paths, and up to NODES_PER_PATH times as many nodes and
    links; `truncated` says what is left out: different paths and how often those were walked, nodes, links.
    """
    this = _told(pathways.settled(answer), params, names)
    keys, times = this.walked()
    best = _most(times, top)
    customers = this.customers_of(keys[best], times[best])
    paths = [
        {"path": this.path(key), "count": n, "customers": people}
        for key, n, people in zip(keys[best].tolist(), times[best].tolist(), customers.tolist(), strict=True)
    ]
    depths = this.depths()
    tree, nodes = _tree(this, depths, NODES_PER_PATH * top)
    links, more = _links(this, depths, NODES_PER_PATH * top)
    shown = int(times[best].sum())
    truncated = {"paths": len(keys) - len(best), "count": int(answer.totals[PATHS]) - shown}
    counted = {"paths": int(answer.totals[PATHS]), "different": len(keys), "customers": int(answer.totals[PEOPLE])}
    if params.kind == BETWEEN:
        counted |= {"longer": int(answer.totals[LONGER]), "unfinished": int(answer.totals[UNFINISHED])}
    return {"paths": paths, "tree": tree, "links": links, "counted": counted} | {
        "truncated": truncated | {"nodes": nodes, "links": more}
    }


def _told(answer: PathsAnswer, params: PathsParams, names: Sequence[str]) -> Told:
    """Without the counters of a dense table that nobody touched."""
    if len(answer.keys) or not len(answer.times):
        return Told(params, names, answer.keys, answer.times, answer.customers, answer.totals)
    keys = np.flatnonzero((answer.times | answer.customers if params.many else answer.times) != 0)
    customers = answer.customers[keys] if params.many else answer.customers
    return Told(params, names, keys, answer.times[keys], customers, answer.totals)


def _tree(this: Told, depths: Sequence[Nodes], most: int) -> tuple[list[Presented], int]:
    """The most frequent nodes, parents before children, and how many are left out.

    No child is more frequent than its parent, so the first ones by (count, depth) are a tree.
    """
    everything = [
        (-n, depth, key, people)
        for depth, nodes in enumerate(depths, 1)
        for key, n, people in zip(*(column.tolist() for column in _first(nodes, most)), strict=True)
    ]
    kept = sorted(everything)[:most]
    kept.sort(key=lambda node: (node[2], node[1]))
    rows = this.root() + [this.node(depth, key, -n, people) for n, depth, key, people in kept]
    return rows, sum(len(nodes.keys) for nodes in depths) - len(kept)


def _first(nodes: Nodes, most: int) -> Nodes:
    """The most frequent ones, in order of keys among equals."""
    first = _most(nodes.times, most)
    return Nodes(*(column[first] for column in nodes))


def _most(times: Cells, most: int) -> Cells:
    """The places of the largest numbers, largest first, in order of places among equals; only those are sorted."""
    few = np.flatnonzero(times >= _least(times, most)) if len(times) > most else np.arange(len(times))
    found: Cells = few[np.argsort(-times[few], kind="stable")[:most]]
    return found


def _least(times: Cells, most: int) -> int:
    """The smallest of the `most` largest numbers. Nearly all are small and equal: those are counted, not ordered."""
    many = np.cumsum(np.bincount(np.minimum(times, SMALL))[::-1])[::-1]  # how many numbers are at least so large
    if len(many) <= SMALL or many[SMALL] < most:
        return int(np.flatnonzero(many >= most)[-1])
    large = times[times >= SMALL]
    return int(np.partition(large, len(large) - most)[len(large) - most])


def _links(this: Told, depths: Sequence[Nodes], most: int) -> tuple[list[Presented], int]:
    """From every layer to the next one, the most frequent links, and how many are left out; before an end, layers
    count backwards from it (-1 leads to it).
    """
    p, found = this.params, list[tuple[Cells, ...]]()
    for k, nodes in enumerate(depths):
        if k == 0 and not p.anchored:
            continue
        pair = _rest(nodes.keys // p.powers[k], p.base**2 if k else p.base)
        pairs, count = _summed(pair, nodes.times)
        layer = k if p.anchored else k - 1
        found.append((pairs, count, this.customers_of(pairs * p.powers[k], count), np.full(len(pairs), layer)))
    if not found:
        return [], 0
    links, counts, people, layers = (np.concatenate(column) for column in zip(*found, strict=True))
    kept = _most(counts, most)
    backwards = p.kind == BEFORE
    shown = -1 - layers[kept] if backwards else layers[kept]
    kept = kept[np.argsort(shown, kind="stable")]
    told = []
    for link, n, customers, layer in zip(
        *(column[kept].tolist() for column in (links, counts, people, layers)), strict=True
    ):
        anchor = p.end if backwards else p.start
        near, far = this.names[(link // p.base or anchor) - 1], this.names[link % p.base - 1]
        ends = {"from": far, "to": near} if backwards else {"from": near, "to": far}
        told.append({"layer": -1 - layer if backwards else layer, **ends, "count": n, "customers": customers})
    return told, len(links) - len(kept)


def _rest(keys: Cells, divisor: int) -> Cells:
    """`keys % divisor`; division by one number is several times faster than that."""
    rest: Cells = keys - keys // divisor * divisor
    return rest


def _summed(keys: Cells, times: Cells) -> tuple[Cells, Cells]:
    """Different keys in order, and the sum of their times, none of which is 0."""
    if keys.max(initial=0) < FEW_KEYS:
        sums = np.bincount(keys, times).astype(np.int64)
        pairs = np.flatnonzero(sums)
        return pairs, sums[pairs]
    pairs, at = np.unique(keys, return_inverse=True)
    return pairs, np.bincount(at, times, len(pairs)).astype(np.int64)


def present(answer: PathsAnswer, params: PathsParams, names: Sequence[str]) -> Presented:
    """The same with letters named after their codes, "a | b" where several are told as one."""
    codes = [np.flatnonzero(params.letters == letter).tolist() for letter in range(1, params.base - 1)]
    return told(answer, params, [" | ".join(names[code] for code in own) for own in codes])
