"""The same log in other engines, each in its best form tried: sorted by customer and time, two threads, all in memory
or mapped.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from benchmarks.synthetic import Columns

THREADS = 2


def table(log: Columns) -> pa.Table:
    """The log as a table of (customer, seconds, event, channel), sorted by customer and time."""
    customer = np.repeat(np.arange(len(log.offsets) - 1, dtype=np.uint32), np.diff(log.offsets))
    return pa.table(
        {"customer": customer, "seconds": log.occurred_at.astype(np.uint32), "event": log.event, "channel": log.channel}
    )


def in_duckdb(log: Columns) -> Callable[[str], list[Any]]:
    """Run SQL over a DuckDB table `events`."""
    engine = duckdb.connect(config={"threads": THREADS})
    rows = table(log)
    engine.register("given", rows)
    engine.execute("create table events as select * from given order by customer, seconds")
    return lambda sql: engine.execute(sql).fetchall()


def in_chdb(log: Columns, folder: Path | None = None) -> Callable[[str], list[Any]]:
    """Run SQL over a MergeTree `events` in embedded ClickHouse."""
    from chdb import session

    folder = folder or Path(tempfile.mkdtemp(prefix="wend-bench-"))
    file = folder / "events.parquet"
    pq.write_table(table(log), file)
    opened: Any = session.Session  # chdb is untyped, and not installed for the tests
    engine = opened(str(folder / "clickhouse"))
    engine.query("create database if not exists b engine = Atomic")
    engine.query(
        "create table b.events (customer UInt32, seconds UInt32, event UInt16, channel UInt8) "
        "engine = MergeTree order by (customer, seconds)"
    )
    engine.query(f"insert into b.events select customer, seconds, event, channel from file('{file}', Parquet)")
    engine.query("optimize table b.events final")

    def run(sql: str) -> list[Any]:
        text = engine.query(f"{sql} settings max_threads = {THREADS}", "CSV").bytes().decode()
        return [tuple(float(cell) for cell in line.split(",")) for line in text.splitlines()]

    return run
