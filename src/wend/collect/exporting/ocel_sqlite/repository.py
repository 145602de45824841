"""The tables of the standard, filled: `event` and `object`, one table for each of their types, and their relations."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.pool import NullPool

from wend.collect.exporting.journeys import CUSTOMER, Happened, Journeys
from wend.collect.exporting.ocel import FOREVER_AGO, Types, object_id, objects_of, types_of

AT_ONCE = 5_000
"""Events that are written together."""
_RELATIONS = {
    "event": ("ocel_id", "ocel_type"),
    "object": ("ocel_id", "ocel_type"),
    "event_map_type": ("ocel_type", "ocel_type_map"),
    "object_map_type": ("ocel_type", "ocel_type_map"),
    "event_object": ("ocel_event_id", "ocel_object_id", "ocel_qualifier"),
    "object_object": ("ocel_source_id", "ocel_target_id", "ocel_qualifier"),
}


class _Tables:
    """The database being written. A table's columns are known by their place: names come from the data."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection, self._meta = connection, sa.MetaData()
        self._made = {name: self._create(name, columns) for name, columns in _RELATIONS.items()}
        self._attributes: dict[str, tuple[str, ...]] = {}

    def _create(self, name: str, columns: Iterable[str]) -> sa.Table:
        table = sa.Table(name, self._meta, *(sa.Column(each, sa.Text, key=f"c{n}") for n, each in enumerate(columns)))
        table.create(self._connection)
        return table

    def type(self, what: str, kind: str, number: int, own: tuple[str, ...], attributes: Iterable[str]) -> None:
        """A type of events or objects: its table, and where the standard says to find it."""
        mapped = f"{re.sub('[^A-Za-z0-9]', '', kind)}_{number}"
        self.add(f"{what}_map_type", [(kind, mapped)])
        self._attributes[f"{what} {kind}"] = named = tuple(attributes)
        self._made[f"{what} {kind}"] = self._create(f"{what}_{mapped}", (*own, *_apart(named, own)))

    def said(self, what: str, kind: str, said: dict[str, str]) -> list[str | None]:
        """The attributes of an event or object in the order of its table."""
        return [said.get(name) for name in self._attributes[f"{what} {kind}"]]

    def add(self, table: str, rows: Iterable[Iterable[str | None]]) -> None:
        """Write rows."""
        written = [{f"c{n}": value for n, value in enumerate(row)} for row in rows]
        if written:
            self._connection.execute(sa.insert(self._made[table]), written)


def write(journeys: Journeys, path: Path) -> None:
    """The whole log in a new database."""
    types = types_of(journeys)
    path.unlink(missing_ok=True)
    with sa.create_engine(f"sqlite:///{path}", poolclass=NullPool).begin() as connection:
        tables = _Tables(connection)
        for number, (kind, attributes) in enumerate(sorted(types.events.items())):
            tables.type("event", kind, number, ("ocel_id", "ocel_time"), attributes)
        for number, kind in enumerate((CUSTOMER, *types.kinds)):
            own, traits = ("ocel_id", "ocel_time", "ocel_changed_field"), journeys.traits if number == 0 else ()
            tables.type("object", kind, number, own, traits)
        _write_objects(tables, types, journeys)
        happened = journeys.happened()
        while part := list(islice(happened, AT_ONCE)):
            _write_events(tables, part)


def _write_objects(tables: _Tables, types: Types, journeys: Journeys) -> None:
    objects = objects_of(types, journeys)
    while part := list(islice(objects, AT_ONCE)):
        tables.add("object", ((id, kind) for id, kind, _ in part))
        for kind in {kind for _, kind, _ in part}:
            rows = ((id, said) for id, own, said in part if own == kind)
            tables.add(f"object {kind}", ((id, FOREVER_AGO, None, *tables.said("object", kind, s)) for id, s in rows))
    having = ((customer, id, "has") for customer, ids in types.having.items() for id in ids)
    while relations := list(islice(having, AT_ONCE)):
        tables.add("object_object", relations)


def _write_events(tables: _Tables, part: list[Happened]) -> None:
    tables.add("event", ((each.id, each.name) for each in part))
    tables.add("event_object", (row for each in part for row in _about(each)))
    for kind in {each.name for each in part}:
        rows = (each for each in part if each.name == kind)
        tables.add(f"event {kind}", ((e.id, e.at, *tables.said("event", kind, e.attributes)) for e in rows))


def _about(each: Happened) -> Iterator[tuple[str, str, str]]:
    yield each.id, each.customer, CUSTOMER
    yield from ((each.id, object_id(kind, value), kind) for kind, value in each.objects)


def _apart(names: Iterable[str], taken: Iterable[str]) -> Iterator[str]:
    """Names that SQLite tells apart: it does not see capitals."""
    seen = {name.lower() for name in taken}
    for name in names:
        while name.lower() in seen:
            name += "_"
        seen.add(name.lower())
        yield name
