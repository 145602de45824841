"""OCEL 2.0, the object-centric log of process mining, as JSON, XML or SQLite: one row an event.

Columns: `ocel:type` and `ocel:time`; `event:NAME` for the event's attributes; `object:TYPE` for a related object (the
first, and all of them as a list under `object:TYPE:all` where there are several); `who:customer` for the object that is
the customer, and `trait:NAME` for what is known of it at that moment.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import Protocol

import numpy as np

from wend.collect.errors import NoRows
from wend.collect.reading.chunk import ORIGINAL_LIMIT, BadRow, Chunk
from wend.collect.reading.documents import columns_of, table_of
from wend.domain.event import IDENTIFIER_KINDS

ROWS_PER_CHUNK = 50_000
OWN = "wend:"
"""How the attributes begin that only Wend writes (`collect/exporting`): channel, money, ratings."""
_SAMPLE = 2_000
_PEOPLE = ("customer", "customers", "client", "clients", "user", "users", "khách hàng", "person", "patient", "visitor")
_LONG_AGO = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Told:
    """An event: its attributes, and the ids of the objects it is about."""

    type: str
    time: str
    attributes: Mapping[str, str]
    objects: Sequence[str]


@dataclass(frozen=True, slots=True)
class Thing:
    """An object: its type, and (time, name, value) of what was said of it."""

    type: str
    attributes: Sequence[tuple[str, str, str]] = ()


class Source(Protocol):
    """A log in one of the standard's forms; events that cannot be read come as the text they are."""

    def things(self) -> Mapping[str, Thing]:
        """The objects by id."""
        ...

    def events(self) -> Iterator[Told | str]:
        """The events in the order of the file."""
        ...


@dataclass
class OcelReader:
    """An OCEL log. Line numbers are event numbers from 1."""

    path: Path
    source: Source
    columns: tuple[str, ...] = ()
    format: str = "ocel"
    fixed: bool = False
    _things: Mapping[str, Thing] = field(default_factory=dict)
    _who: str = ""

    def look(self) -> None:
        """Learn who the customers are and the columns, from the first events."""
        self._things = self.source.things()
        first = [told for told in islice(self.source.events(), _SAMPLE) if isinstance(told, Told)]
        self._who = _customers_of(first, self._things)
        self.columns = ("who:customer", *columns_of([self._row(told) for told in first]))

    def chunks(self) -> Iterator[Chunk]:
        """Raises NoRows for a log without events."""
        events, done = self.source.events(), 0
        while part := list(islice(events, ROWS_PER_CHUNK)):
            rows = [(line, self._row(told)) for line, told in enumerate(part, done + 1) if isinstance(told, Told)]
            bad = [
                BadRow(line, "bad_ocel_event", told[:ORIGINAL_LIMIT])
                for line, told in enumerate(part, done + 1)
                if isinstance(told, str)
            ]
            done += len(part)
            lines = np.array([line for line, _ in rows], np.int64)
            yield Chunk(table_of([row for _, row in rows]), lines, bad, self.path.stat().st_size)
        if not done:
            raise NoRows(file=self.path.name)

    def _row(self, told: Told) -> dict[str, str]:
        row = {"ocel:type": told.type, "ocel:time": told.time}
        row |= {name if name.startswith(OWN) else f"event:{name}": said for name, said in told.attributes.items()}
        related: dict[str, list[str]] = {}
        for id in told.objects:
            thing = self._things.get(id)
            if thing is not None:
                related.setdefault(thing.type, []).append(id)
        for kind, ids in related.items():
            if kind == self._who:
                row |= _person(ids[0]) | self._traits(ids[0], told.time)
            named = [id.removeprefix(f"{kind}:") for id in ids]
            if kind != self._who:
                row[f"object:{kind}"] = named[0]
            if len(named) > 1:
                row[f"object:{kind}:all"] = json.dumps(named, ensure_ascii=False)
        return row

    def _traits(self, id: str, time: str) -> dict[str, str]:
        """What was known of a customer at a moment; the latest word of each attribute."""
        now = _moment(time)
        known = [(_moment(said_at), name, value) for said_at, name, value in self._things[id].attributes]
        return {f"trait:{name}": value for said_at, name, value in sorted(known) if said_at <= now}


def _person(id: str) -> dict[str, str]:
    """An id is a customer's number, unless it says what else it is: `email:lan@example.com`."""
    kind, sign, value = id.partition(":")
    return {f"who:{kind}": value} if sign and kind in IDENTIFIER_KINDS else {"who:customer": id}


def _customers_of(events: Sequence[Told], things: Mapping[str, Thing]) -> str:
    """The type that is called customer or the like, else the one that most events are about."""
    counted = Counter(kind for told in events for kind in {things[id].type for id in told.objects if id in things})
    for name in _PEOPLE:
        for kind in counted:
            if kind.casefold() == name:
                return kind
    return min(counted, key=lambda kind: (-counted[kind], kind)) if counted else ""


def _moment(written: str) -> datetime:
    try:
        read = datetime.fromisoformat(written)
    except ValueError:
        return _LONG_AGO
    return read if read.tzinfo else read.replace(tzinfo=UTC)
