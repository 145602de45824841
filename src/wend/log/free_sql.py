"""SQL by people: one SELECT over the log and what the journal knows of its customers, bounded in memory and time.

Three names are there: `events` (the log's rows), `customers` (one row a person) and `journeys` (which event belongs to
which customer). No other file can be opened, nothing can be written, no setting changed, no extension loaded.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import Timer

import duckdb
import numpy as np
import pyarrow as pa

from wend.log import queries
from wend.log.errors import BadQuery
from wend.log.journal import Bucket, Journal
from wend.log.schema import MOMENT

_OWN = ("customer", "events", "first_at", "last_at")


def ask(
    folder: Path, files: Sequence[Path], threads: int, journal: Journal, query: str, most: int, seconds: float
) -> pa.Table:
    """The first `most` rows; raises BadQuery for anything but one SELECT that ends in time."""
    made: dict[str, Callable[[Journal], pa.Table]] = {"customers": _customers, "journeys": _journeys}
    with queries.reading(folder, files, threads) as connection:
        for name, make in made.items():
            if re.search(rf"\b{name}\b", query, re.IGNORECASE):
                connection.register(name, make(journal))
        with _stopping(connection, seconds):
            return queries.select(connection, query, most)


@contextmanager
def _stopping(connection: duckdb.DuckDBPyConnection, seconds: float) -> Iterator[None]:
    """Interrupt whatever still runs after so many seconds."""
    timer = Timer(seconds, connection.interrupt)
    timer.daemon = True
    timer.start()
    try:
        yield
    except RuntimeError as stopped:  # an interrupt outside the engine's own error
        raise BadQuery(reason=f"stopped after {seconds:g} s") from stopped
    finally:
        timer.cancel()


def _customers(journal: Journal) -> pa.Table:
    """customer, events, first_at, last_at, a column a trait; a trait of one of those names gets an underscore."""
    traits = [f"{name}_" if name in _OWN else name for name in journal.trait_names]
    tables = [_people(bucket).rename_columns([*_OWN, *traits]) for bucket in journal.buckets]
    return pa.concat_tables(tables) if tables else pa.table({name: [] for name in (*_OWN, *traits)})


def _people(bucket: Bucket) -> pa.Table:
    offsets = bucket.offsets
    first, last = (bucket.occurred_at[places] * 1_000_000 for places in (offsets[:-1], offsets[1:] - 1))
    own = [bucket.customers, pa.array(np.diff(offsets)), pa.array(first).cast(MOMENT), pa.array(last).cast(MOMENT)]
    return pa.table([*own, *bucket.traits.columns], names=[*_OWN, *bucket.traits.column_names])


def _journeys(journal: Journal) -> pa.Table:
    """event_id and customer, one row an event."""
    tables = []
    for bucket in journal.buckets:
        place = np.repeat(np.arange(len(bucket.keys), dtype=np.int32), np.diff(bucket.offsets))
        whose = bucket.customers.take(pa.array(place))
        tables.append(pa.table({"event_id": pa.array(bucket.event_id), "customer": whose}))
    return pa.concat_tables(tables) if tables else pa.table({"event_id": [], "customer": []})
