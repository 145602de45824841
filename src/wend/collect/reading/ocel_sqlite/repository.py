"""The tables of an OCEL 2.0 log in SQLite: `event` and `object` with their types, one table for each type, and which
event is about which object.

The file may come from anybody: it is opened read-only, and only real tables are read (a view could run for ever).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import merge
from operator import itemgetter
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.pool import NullPool

from wend.collect.errors import FileDamaged
from wend.collect.reading.documents import as_text
from wend.collect.reading.ocel import Thing, Told

BEGINNING = b"SQLite format 3"
_NEEDED = {"event", "object", "event_map_type", "object_map_type", "event_object"}
_OWN = ("ocel_id", "ocel_time", "ocel_changed_field")
Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class SqliteLog:
    """A log in a database. Objects, and which event is about which of them, are held in memory; events are not."""

    path: Path
    engine: sa.Engine

    def things(self) -> Mapping[str, Thing]:
        """The objects by id, with every change of an attribute."""
        found = {row["ocel_id"]: Thing(row["ocel_type"], []) for row in self._rows("object")}
        for row in self._of_types("object"):
            thing, changed = found.get(as_text(row.get("ocel_id"))), as_text(row.get("ocel_changed_field"))
            if thing is not None:
                news = [(name, value) for name, value in _said(row).items() if changed in ("", name)]
                time = as_text(row.get("ocel_time"))
                found[as_text(row["ocel_id"])] = Thing(thing.type, [*thing.attributes, *((time, *one) for one in news)])
        return found

    def events(self) -> Iterator[Told | str]:
        """The events by time and id."""
        whose: dict[str, list[str]] = {}
        for row in self._rows("event_object"):
            whose.setdefault(row["ocel_event_id"], []).append(row["ocel_object_id"])
        kinds = self._kinds("event")
        told = [self._told(kind, self._rows(table, ("ocel_time", "ocel_id"))) for kind, table in kinds.items()]
        for time, id, kind, row in merge(*told, key=itemgetter(0, 1)):
            yield Told(kind, time, _said(row), whose.get(id, ()))

    def _told(self, kind: str, rows: Iterator[Row]) -> Iterator[tuple[str, str, str, Row]]:
        for row in rows:
            yield as_text(row.get("ocel_time")), as_text(row.get("ocel_id")), kind, row

    def _of_types(self, what: str) -> Iterator[Row]:
        for table in self._kinds(what).values():
            yield from self._rows(table)

    def _kinds(self, what: str) -> dict[str, str]:
        """The table of each type."""
        return {row["ocel_type"]: f"{what}_{row['ocel_type_map']}" for row in self._rows(f"{what}_map_type")}

    def _rows(self, table: str, order: Sequence[str] = ()) -> Iterator[Row]:
        """The rows of a table, a piece at a time. Raises FileDamaged for one that is not there or cannot be read."""
        try:
            with self.engine.connect() as connection:
                if not sa.inspect(connection).has_table(table) or table in sa.inspect(connection).get_view_names():
                    raise FileDamaged(file=self.path.name)
                held = sa.Table(table, sa.MetaData(), autoload_with=connection, resolve_fks=False)
                columns = [sa.type_coerce(column, sa.types.NullType()).label(column.name) for column in held.columns]
                asked = sa.select(*columns).order_by(*(held.columns[name] for name in order if name in held.columns))
                for row in connection.execution_options(yield_per=10_000).execute(asked):
                    yield dict(zip(held.columns.keys(), row, strict=True))
        except sa.exc.DatabaseError as error:
            raise FileDamaged(file=self.path.name) from error


def is_ocel(path: Path) -> bool:
    """Whether a database has the tables of the standard."""
    try:
        return set(sa.inspect(open_sqlite(path).engine).get_table_names()) >= _NEEDED
    except sa.exc.DatabaseError:
        return False


def open_sqlite(path: Path) -> SqliteLog:
    """A log in a database, read-only."""
    address = f"sqlite:///file:{path.resolve().as_uri().removeprefix('file://')}?mode=ro&immutable=1&uri=true"
    return SqliteLog(path, sa.create_engine(address, poolclass=NullPool))


def _said(row: Row) -> dict[str, str]:
    """The attributes of a row; NULL says nothing."""
    return {name: as_text(value) for name, value in row.items() if name not in _OWN and value is not None}
