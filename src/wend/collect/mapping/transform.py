"""Rows of text in, rows of the event log out: the compiled meaning of a mapping."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import msgspec
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from wend.collect.mapping.columns import as_array, empties
from wend.collect.mapping.events import EventMaker, Made
from wend.collect.mapping.lookups import Lookup
from wend.collect.mapping.model import Mapping, columns_of, expanded, joined_columns
from wend.collect.mapping.people import People, recognise
from wend.collect.mapping.properties import json_objects
from wend.collect.reading.chunk import BadRow, Chunk
from wend.domain.event import IDENTIFY

NO_CUSTOMER = "no_customer"


@dataclass(frozen=True, slots=True)
class Mapped:
    """What one chunk became. `events` has the log's columns that an import fills; `unnamed` counts rows about
    nobody.
    """

    events: pa.Table
    rows: int
    unnamed: int
    bad: list[BadRow]
    links: frozenset[tuple[str, str]]


class Rows:
    """The columns of one chunk, joined ones included; a column that is not there is empty."""

    def __init__(self, chunk: Chunk, lookups: Sequence[Lookup]) -> None:
        self.count = chunk.rows
        self.columns: dict[str, pa.StringArray] = {}
        for name in chunk.table.column_names:
            self.columns[name] = as_array(chunk.table.column(name))
        for lookup in lookups:
            self.columns |= lookup.join(self.get)

    def get(self, name: str) -> pa.StringArray:
        column = self.columns.get(name)
        return empties(self.count) if column is None else column


@dataclass
class Transformer:
    """One mapping at work on one file, chunk after chunk. It remembers the latest traits so that it repeats none."""

    mapping: Mapping
    lookups: Sequence[Lookup] = ()
    _latest: dict[str, tuple[int, int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        used = {column for _, column in (*self.mapping.customer, *self.mapping.traits)}
        for event in self.mapping.events:
            kept = {event.amount.column, event.amount.times} if event.amount and event.amount.times else set()
            used |= {column for key, column in columns_of(event) if key != "when"} - kept
        self._used = used
        self._makers = [EventMaker(self.mapping, event, part) for part, event in enumerate(self.mapping.events)]

    def apply(self, chunk: Chunk) -> Mapped:
        """Every event of the chunk's rows, with what was bad about the others."""
        rows = Rows(chunk, self.lookups)
        people = recognise(
            [(kind, column, rows.get(column)) for kind, column in self.mapping.customer],
            self.mapping.country,
            self.mapping.nobody,
        )
        used = self._used | {column for _, column in expanded(self.mapping.traits, rows.columns)}
        rest = {name: column for name, column in rows.columns.items() if name not in used} | people.left_over
        for maker in self._makers:
            maker.known = tuple(rows.columns)
        made = [maker.make(rows.get, rest, rows.count) for maker in self._makers]
        tables = [
            self._events(each, people.subject, people.identifiers, people.known)
            for maker, each in zip(self._makers, made, strict=True)
            if maker.event.name.text != IDENTIFY
        ]
        tables.append(self._traits(rows, made, people))
        bad = list(chunk.bad)
        bad += self._bad(rows, chunk.lines, made, people.known)
        unnamed = int(np.count_nonzero(~people.known))
        return Mapped(
            pa.concat_tables(tables, promote_options="default"), rows.count + len(chunk.bad), unnamed, bad, people.links
        )

    def _events(
        self, made: Made, subject: pa.Array, identifiers: pa.Array | None, known: NDArray[np.bool_]
    ) -> pa.Table:
        columns = {"subject": subject, **made.columns}
        if identifiers is not None:
            columns["identifiers"] = identifiers
        table = pa.table(columns)
        keep = made.good & known
        return table if keep.all() else table.filter(pa.array(keep))

    def _traits(self, rows: Rows, made: list[Made], people: People) -> pa.Table:
        """A `$identify` row for each customer whose traits are new or changed, at the time of the row that says so."""
        moment = np.zeros(rows.count, np.int64)
        there = np.zeros(rows.count, np.bool_)
        for each in reversed(made):
            moment = np.where(each.good, each.moments, moment)
            there |= each.good
        if not self.mapping.traits:
            return _identify([])
        named = expanded(self.mapping.traits, rows.columns)
        values = {trait: pc.utf8_normalize(rows.get(column), form="NFC") for trait, column in named}
        objects = json_objects(values, rows.count)
        keep = pa.array(there & people.known & np.asarray(objects.is_valid()))
        further = pa.nulls(rows.count, pa.string()) if people.identifiers is None else people.identifiers
        table = pa.table({"s": people.subject, "p": objects, "i": further, "t": pa.array(moment)}).filter(keep)
        latest = table.group_by(["s", "p", "i"]).aggregate([("t", "max")])
        order = [("t_max", "ascending"), ("s", "ascending"), ("p", "ascending"), ("i", "ascending")]
        latest = latest.sort_by(order)  # in full, so that every run says the same
        return self._changed(zip(*(latest[name].to_pylist() for name in ("s", "p", "i", "t_max")), strict=True))

    def _changed(self, said: Iterable[tuple[str, str, str | None, int]]) -> pa.Table:
        fresh = []
        for subject, traits, further, moment in said:
            before = self._latest.get(subject)
            now = hash((traits, further))
            if before is not None and before[0] == now:
                continue
            if before is None or moment >= before[1]:
                self._latest[subject] = (now, moment)
            fresh.append((subject, traits, further, moment))
        return _identify(fresh)

    def _bad(self, rows: Rows, lines: NDArray[np.int64], made: list[Made], known: NDArray[np.bool_]) -> list[BadRow]:
        identifiers = ", ".join(column for _, column in self.mapping.customer)
        found = [(int(row), 0, NO_CUSTOMER, {"columns": identifiers}) for row in np.flatnonzero(~known)]
        for part, each in enumerate(made):
            for reason, column, mask in each.faults:
                values = rows.get(column)
                found += [
                    (int(row), part, reason, {"column": column, "value": values[int(row)].as_py()[:80]})
                    for row in np.flatnonzero(mask & known)
                ]
        if not found:
            return []
        found.sort(key=lambda fault: fault[:2])
        places = sorted({row for row, *_ in found})
        originals = dict(zip(places, self._originals(rows, places), strict=True))
        return [
            BadRow(int(lines[row]), reason, originals[row], details, part, in_columns=True)
            for row, part, reason, details in found
        ]

    def _originals(self, rows: Rows, places: list[int]) -> list[str]:
        """The rows as JSON, as the file had them: replaying joins them again."""
        joined = {name for join in self.mapping.joins for name in joined_columns(join)}
        table = pa.table({name: column for name, column in rows.columns.items() if name not in joined}).take(places)
        return [msgspec.json.encode(row).decode() for row in table.to_pylist()]


def _identify(rows: list[tuple[str, str, str | None, int]]) -> pa.Table:
    count = len(rows)
    subjects, objects, further, moments = zip(*rows, strict=True) if rows else ((), (), (), ())
    return pa.table(
        {
            "subject": pa.array(subjects, pa.string()),
            "event": pa.DictionaryArray.from_arrays(np.zeros(count, np.int32), pa.array([IDENTIFY])),
            "channel": pa.DictionaryArray.from_arrays(np.zeros(count, np.int32), pa.array([""])),
            "occurred_at": pa.array(moments, pa.int64()).cast(pa.timestamp("us", tz="UTC")),
            "properties": pa.array(objects, pa.string()),
            "identifiers": pa.array(further, pa.string()),
        }
    )


def unknown_columns(
    mapping: Mapping, columns: Iterable[str], needed: Iterable[tuple[str, str]]
) -> list[tuple[str, str]]:
    """(place, column) of what the mapping speaks of and neither the file nor a join has."""
    there = set(columns) | {name for join in mapping.joins for name in joined_columns(join)}
    return [(place, column) for place, column in needed if column not in there]
