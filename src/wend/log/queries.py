"""Questions that need whole rows: DuckDB in memory over the table's active files. Nothing is ever written through it.

Only what runs alike on DuckDB 1.5 and 2.x is used: bound file lists, `sql().to_arrow_table()`, one connection per
question.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import duckdb
import pyarrow as pa

from wend.log.errors import BadQuery

MEMORY = "1GB"
Drawn = tuple[int, str]
"""An event's id and its document."""


@contextmanager
def reading(folder: Path, files: Sequence[Path], threads: int) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection that sees `events` and may open files of the log only."""
    connection = duckdb.connect(":memory:", config={"threads": threads, "memory_limit": MEMORY})
    try:
        connection.execute("SET TimeZone = 'UTC'")
        connection.execute("SET VARIABLE files = ?", [[str(path) for path in files]])
        connection.execute("SET VARIABLE folder = ?", [str(folder)])
        connection.execute("CREATE VIEW events AS SELECT * FROM read_parquet(getvariable('files'))")
        connection.execute("SET temp_directory = ''")
        connection.execute("SET python_enable_replacements = false")
        connection.execute("SET allowed_directories = [getvariable('folder')]")
        connection.execute("SET enable_external_access = false")
        connection.execute("SET lock_configuration = true")
        yield connection
    finally:
        connection.close()


def _ask(folder: Path, files: Sequence[Path], threads: int, query: str, values: list[object]) -> pa.Table:
    with reading(folder, files, threads) as connection:
        return connection.sql(query, params=values).to_arrow_table()


def of_subjects(folder: Path, files: Sequence[Path], threads: int, subjects: Sequence[str]) -> pa.Table:
    """All rows that came under any of these identifiers, in journey order."""
    query = """
        SELECT * FROM events WHERE list_contains(?, subject) ORDER BY occurred_at, received_at, event_id
    """
    return _ask(folder, files, threads, query, [list(subjects)])


def by_id(folder: Path, files: Sequence[Path], threads: int, ids: Sequence[int], times: tuple[int, int]) -> pa.Table:
    """The rows of some events, all of which occurred in [from, to) (epoch seconds; lets most files be skipped)."""
    query = """
        SELECT * FROM events
        WHERE occurred_at >= make_timestamptz(?::BIGINT) AND occurred_at < make_timestamptz(?::BIGINT)
          AND event_id IN (SELECT unnest(?::BIGINT[]))
        ORDER BY occurred_at, received_at, event_id
    """
    return _ask(folder, files, threads, query, [times[0] * 1_000_000, times[1] * 1_000_000, list(ids)])


def told(folder: Path, files: Sequence[Path], threads: int) -> pa.Table:
    """Subject, moment (epoch seconds) and document of every row that tells traits."""
    query = """
        SELECT subject, epoch(occurred_at)::BIGINT AS at, properties FROM events
        WHERE event = '$identify' AND properties IS NOT NULL
    """
    return _ask(folder, files, threads, query, [])


def sample_documents(folder: Path, files: Sequence[Path], threads: int, each: int) -> dict[str, list[Drawn]]:
    """A few property documents per event name, with their ids, in order. Ids are evenly spread, so the smallest ones
    are a fair draw.
    """
    query = """
        SELECT event, arg_min({'id': event_id, 'document': properties}, event_id, ?) AS drawn FROM events
        WHERE properties IS NOT NULL GROUP BY event ORDER BY event
    """
    found = _ask(folder, files, threads, query, [each]).to_pylist()
    return {row["event"]: [(one["id"], one["document"]) for one in row["drawn"]] for row in found}


def free(folder: Path, files: Sequence[Path], threads: int, query: str, most: int) -> pa.Table:
    """The first `most` rows of one SELECT over `events`; raises BadQuery for anything else."""
    with reading(folder, files, threads) as connection:
        return select(connection, query, most)


def select(connection: duckdb.DuckDBPyConnection, query: str, most: int) -> pa.Table:
    """The first `most` rows of one SELECT; raises BadQuery for anything else."""
    try:
        statements = connection.extract_statements(query)
        if [each.type for each in statements] != [duckdb.StatementType.SELECT]:
            raise BadQuery(reason="not one SELECT")
        return connection.sql(query).limit(most).to_arrow_table()
    except duckdb.Error as refused:
        raise BadQuery(reason=str(refused)) from refused
