"""The same questions in DuckDB, chDB and Polars, each in the best form tried: tables sorted by customer and time, two
threads. Medians of times between are each engine's own approximation.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import duckdb

from benchmarks import funnel as funnels, questions
from benchmarks.engine_log import START, THREADS
from benchmarks.engine_questions import END, LATELY, OFTEN, PATH_START, PERIOD, PERIODS, STEPS, WINDOW

Asked = dict[str, Callable[[], Any]]
_DAYS = (7, 30, 90)


def whole(rows: Any) -> list[tuple[int, ...]]:
    """Rows as sorted tuples of whole numbers."""
    return sorted(tuple(int(cell) for cell in row) for row in rows)


def first(rows: Any) -> list[int]:
    """The first and only row."""
    return [int(cell) for cell in rows[0]]


def flat(rows: Any) -> list[int]:
    """The only column, sorted."""
    return sorted(int(row[-1]) for row in rows)


def four(rows: Any) -> list[tuple[int, ...]]:
    """The first four columns, sorted."""
    return whole(row[:4] for row in rows)


_SEGMENT = (
    f"select count(*) from (select customer from {{events}} where event = {PATH_START} "
    f"and seconds >= {END - 1 - LATELY} and seconds < {END} group by customer having count(*) >= {OFTEN})"
)
_FEATURES = (
    "select count(*), sum(n), sum(days), sum(channels), sum(n7), sum(n30), sum(n90) from (select customer, "
    "count(*) as n, {distinct_days} as days, {distinct_channels} as channels, max(seconds) as seen, "
    "min(seconds) as began, "
    + ", ".join(f"{{count_if}}(seconds > {END - 1 - days * 86_400}) as n{days}" for days in _DAYS)
    + " from {events} group by customer)"
)
_BITS = f"bit_or(1 << ((seconds - {START}) // {PERIOD})::int)"
_RETENTION_DUCKDB = f"""with who as (select min((seconds - {START}) // {PERIOD}) as c, {_BITS} as bits from events
  group by customer), slot as (select unnest(range({PERIODS})) as p)
  select c, p - c, count(*) from who, slot where bits >> p::int & 1 = 1 group by all"""
_RETENTION_CHDB = f"""select c, arrayJoin(bitPositionsToArray(bits)) - c as k, count() from (
  select min(intDiv(seconds - {START}, {PERIOD})) as c,
  groupBitOr(bitShiftLeft(toUInt16(1), intDiv(seconds - {START}, {PERIOD}))) as bits
  from b.events group by customer) group by c, k"""
_PATHS_CHDB = f"""select n from (select p, count() as n from (select customer,
  arrayMap(x -> x.2, arraySort(groupArray((seconds, event)))) as a, indexOf(a, {PATH_START}) as i,
  arraySlice(a, i + 1, 4) as p from b.events group by customer having i > 0) group by p order by n desc limit 20)"""


def in_duckdb(files: str, folder: Path) -> Asked:
    """Every question as SQL over a sorted DuckDB table in memory; what has no room there it may write to the folder."""
    engine = duckdb.connect(config={"threads": THREADS, "temp_directory": str(folder / "spilled")})
    engine.execute("set enable_progress_bar = false")
    engine.execute(f"create table events as select * from '{files}' order by customer, seconds")

    def run(sql: str, told: Callable[[Any], Any]) -> Any:
        return told(engine.execute(sql).fetchall())

    features = _FEATURES.format(
        events="events",
        distinct_days="count(distinct seconds // 86400)",
        distinct_channels="count(distinct channel)",
        count_if="count_if",
    )
    return {
        "funnel, 4 steps, 7 days": partial(run, funnels.duckdb_sql(), funnels.reached),
        "transitions with times": partial(run, questions.DUCKDB, four),
        "retention 12 × 12": partial(run, _RETENTION_DUCKDB, whole),
        "segment: ≥ 3 times in 30 days": partial(run, _SEGMENT.format(events="events"), first),
        "top paths of length 5": partial(run, questions.PATHS, flat),
        "features of every customer": partial(run, features, first),
    }


def in_chdb(files: str, folder: Path) -> Asked:
    """Every question as SQL over a MergeTree in embedded ClickHouse."""
    from chdb import session

    opened: Any = session.Session  # chdb is untyped, and not installed for the tests
    engine = opened(str(folder / "clickhouse"))
    engine.query("create database if not exists b engine = Atomic")
    engine.query("drop table if exists b.events sync")
    engine.query(
        "create table b.events (customer UInt32, seconds UInt32, event UInt16, channel UInt8) "
        "engine = MergeTree order by (customer, seconds)"
    )
    engine.query(f"insert into b.events select customer, seconds, event, channel from file('{files}', Parquet)")
    engine.query("optimize table b.events final")

    def run(sql: str, told: Callable[[Any], Any]) -> Any:
        text = engine.query(f"{sql} settings max_threads = {THREADS}", "CSV").bytes().decode()
        return told([tuple(float(cell) for cell in line.split(",")) for line in text.splitlines()])

    features = _FEATURES.format(
        events="b.events",
        distinct_days="uniqExact(intDiv(seconds, 86400))",
        distinct_channels="uniqExact(channel)",
        count_if="countIf",
    )
    return {
        "funnel, 4 steps, 7 days": partial(run, funnels.CHDB, funnels.reached),
        "transitions with times": partial(run, questions.CHDB, four),
        "retention 12 × 12": partial(run, _RETENTION_CHDB, whole),
        "segment: ≥ 3 times in 30 days": partial(run, _SEGMENT.format(events="b.events"), first),
        "top paths of length 5": partial(run, _PATHS_CHDB, flat),
        "features of every customer": partial(run, features, first),
    }


def in_polars(files: str) -> Asked:
    """Every question as Polars expressions over a sorted frame, hand-tuned."""
    os.environ["POLARS_MAX_THREADS"] = str(THREADS)
    import polars as pl

    events = pl.read_parquet(files).sort("customer", "seconds").rechunk()
    return _in_order(events) | _together(events)


def _in_order(events: Any) -> Asked:
    """What depends on the order of events."""
    import polars as pl

    event, seconds, customer = pl.col("event"), pl.col("seconds"), pl.col("customer")

    def funnel() -> list[int]:
        rows = events.lazy().filter(event.is_in(STEPS))
        rows = rows.with_columns(pl.when(event == STEPS[0]).then(seconds).forward_fill().over("customer").alias("e0"))
        for k, code in enumerate(STEPS[1:], start=1):
            entry = pl.col(f"e{k - 1}")
            in_time = (event == code) & (seconds - entry <= WINDOW)
            rows = rows.with_columns(pl.when(in_time).then(entry).forward_fill().over("customer").alias(f"e{k}"))
        reached = rows.group_by("customer").agg(pl.col(f"e{k}").is_not_null().any() for k in range(len(STEPS)))
        return first(reached.select(pl.exclude("customer").sum()).collect().rows())

    def transitions() -> list[tuple[int, ...]]:
        same = customer == customer.shift(1)
        pairs = events.lazy().select(
            customer, pl.when(same).then(event.shift(1)).alias("a"), event, (seconds - seconds.shift(1)).alias("gap")
        )
        grouped = pairs.filter(pl.col("a").is_not_null()).group_by("a", "event")
        return four(grouped.agg(pl.len(), customer.n_unique(), pl.col("gap").median()).collect().rows())

    def paths() -> list[int]:
        following = [pl.when(customer.shift(-k) == customer).then(event.shift(-k)).alias(f"e{k}") for k in range(1, 5)]
        rows = events.lazy().select(customer, event, *following).filter(event == PATH_START)
        begun = rows.unique("customer", keep="first", maintain_order=True)
        counted = begun.group_by("e1", "e2", "e3", "e4").len()
        return flat(counted.select("len").top_k(20, by="len").collect().rows())

    return {
        "funnel, 4 steps, 7 days": funnel,
        "transitions with times": transitions,
        "top paths of length 5": paths,
    }


def _together(events: Any) -> Asked:
    """What depends on the events of each customer, in whatever order."""
    import polars as pl

    event, seconds, customer = pl.col("event"), pl.col("seconds"), pl.col("customer")

    def retention() -> list[tuple[int, ...]]:
        period = (seconds - START) // PERIOD
        who = (
            events.lazy()
            .select(customer, period.alias("p"))
            .unique()
            .with_columns(c=pl.col("p").min().over("customer"))
        )
        return whole(who.group_by("c", (pl.col("p") - pl.col("c")).alias("k")).len().collect().rows())

    def segment() -> list[int]:
        lately = (event == PATH_START) & (seconds >= END - 1 - LATELY) & (seconds < END)
        often = events.lazy().filter(lately).group_by("customer").len().filter(pl.col("len") >= OFTEN)
        return first(often.select(pl.len()).collect().rows())

    def features() -> list[int]:
        late = [(seconds > END - 1 - days * 86_400).sum().alias(f"n{days}") for days in _DAYS]
        table = (
            events.lazy()
            .group_by("customer")
            .agg(
                pl.len().alias("n"),
                (seconds // 86_400).n_unique().alias("days"),
                pl.col("channel").n_unique().alias("channels"),
                *late,
                seconds.max().alias("seen"),
                seconds.min().alias("began"),
            )
        )
        sums = table.select(
            pl.len().alias("customers"), *(pl.col(n).sum() for n in ("n", "days", "channels", "n7", "n30", "n90"))
        )
        return first(sums.collect().rows())

    return {
        "retention 12 × 12": retention,
        "segment: ≥ 3 times in 30 days": segment,
        "features of every customer": features,
    }
