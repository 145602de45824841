"""Who is who, decided anew from all evidence: after big imports and when rules change. Live collection goes on
meanwhile: everything is read and decided beside it, what differs is written a part at a time, and what came in between
is decided once more at the end.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

import numpy as np
import pyarrow as pa

from wend.identity.ties import Pair, Said, standing
from wend.kit.clock import epoch_micros
from wend.kit.collecting import without_collecting
from wend.people import columns as reader, inbulk, repository, ruling
from wend.people.absorbing import LOCK
from wend.people.columns import Codes, Columns
from wend.people.deciding import redecide
from wend.people.inbulk import Whole
from wend.people.repository import CHANGES, DECISIONS, LINKS, Held
from wend.store import locks
from wend.store.facade import Store

_AT_ONCE = 20_000


@dataclass(frozen=True)
class _Seen:
    """What the store said when reading began: how many rows of evidence and decisions, and what had been stored."""

    links: int
    decisions: int
    columns: Columns
    said: Said
    held: pa.Table


def resolve_all(store: Store, workspace: str) -> None:
    """Decide everything anew. Safe to repeat and to kill: what is settled is noted last."""
    with locks.hold(store.folder(workspace) / "people.lock", wait=True):
        with without_collecting():  # rows by the million
            seen = _read(store, workspace)
        found = inbulk.resolve(seen.columns, seen.said)
        _write_people(store, workspace, seen, found)
        _write_refusals(store, workspace, found)
        _finish(store, workspace, seen)


def _read(store: Store, workspace: str) -> _Seen:
    with store.reading(workspace) as reading:
        counts = repository.counts(reading)
        said = standing(each.decision for each in repository.decisions(reading))
        more = {end for pairs in (said.joins, said.aparts) for pair in pairs for end in pair}
        columns = reader.read(reading, ruling.rules(reading), more)
        kinds = {"identifier": pa.string(), "person": pa.string(), "links": pa.int64()}
        parts = [
            pa.table(
                [pa.array(column, kind) for column, kind in zip(zip(*part, strict=True), kinds.values(), strict=True)],
                names=list(kinds),
            )
            for part in repository.every_held(reading)
        ]
    held = pa.concat_tables([pa.schema(list(kinds.items())).empty_table(), *parts])
    return _Seen(counts.get(LINKS, 0), counts.get(DECISIONS, 0), columns, said, held)


def _write_people(store: Store, workspace: str, seen: _Seen, found: Whole) -> None:
    """Write whose everybody is, where it differs; each part is one change of its own, so that no reader misses it."""
    for part in _rows(seen, found):
        with store.work(workspace) as work:
            work.lock(LOCK)
            change = work.numbers(CHANGES)
            repository.hold(work, {name: Held(person, links, change) for name, person, links in part})


def _rows(seen: _Seen, found: Whole) -> Iterator[list[tuple[str, str, int]]]:
    columns = seen.columns
    differs = np.ones(columns.size, np.bool_)
    if seen.held.num_rows:
        code = reader.found(seen.held.column("identifier"), columns.names)
        person = reader.found(seen.held.column("person"), columns.names)
        links = seen.held.column("links").to_numpy()
        here = code >= 0
        same = (person[here] == found.person[code[here]]) & (links[here] == found.links[code[here]])
        differs[code[here][same]] = False
        yield from _parts(_left_alone(seen, ~here))
    order = np.argsort(columns.text_rank)
    chosen: Codes = order[differs[order]]
    for start in range(0, len(chosen), _AT_ONCE):
        codes = chosen[start : start + _AT_ONCE]
        names, people = (columns.names.take(pa.array(each)).to_pylist() for each in (codes, found.person[codes]))
        yield list(zip(names, people, found.links[codes].tolist(), strict=True))


def _left_alone(seen: _Seen, gone: reader.Mask) -> Iterator[tuple[str, str, int]]:
    """Identifiers that no evidence and no decision speaks of any more are their own person."""
    for row in seen.held.filter(pa.array(gone)).to_pylist():
        if row["person"] != row["identifier"] or row["links"]:
            yield row["identifier"], row["identifier"], 0


def _parts(rows: Iterator[tuple[str, str, int]]) -> Iterator[list[tuple[str, str, int]]]:
    while part := list(islice(rows, _AT_ONCE)):
        yield part


def _write_refusals(store: Store, workspace: str, found: Whole) -> None:
    with store.reading(workspace) as reading:
        stored = repository.every_refusal(reading)
        at = epoch_micros(reading.clock.now())
    gone = iter([pair for pair in stored if pair not in found.refused])
    fresh = iter([pair for pair, why in found.refused.items() if stored.get(pair) != why])
    while True:
        less, more = list(islice(gone, _AT_ONCE)), list(islice(fresh, _AT_ONCE))
        if not less and not more:
            return
        with store.work(workspace) as work:
            work.lock(LOCK)
            repository.change_refusals(work, less, {pair: found.refused[pair] for pair in more}, at)


def _finish(store: Store, workspace: str, seen: _Seen) -> None:
    """Note what is settled; decisions that came in between are followed once more, and so is all later evidence."""
    with store.work(workspace) as work:
        work.lock(LOCK)
        if ruling.rules(work) != seen.columns.rules:
            return  # changed meanwhile: whoever settles next begins again
        repository.settle_up_to(work, seen.links)
        late: set[Pair] = {
            (each.decision.a, each.decision.b)
            for each in repository.decisions(work)
            if each.decision.sequence > seen.decisions
        }
        for pair in sorted(late):
            redecide(work, set(pair))
