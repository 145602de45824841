"""Every question once over the same synthetic log, against one plain pass; transitions also against DuckDB and chDB,
top paths also against DuckDB.

Transitions are asked with the time between: count, distinct customers and median seconds of every edge. Counts and
customers must agree exactly; medians are each engine's own approximation (Wend's is within 1.6 %).
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from functools import partial
from typing import Any

import numpy as np

from benchmarks import peers, synthetic
from benchmarks.funnel import THREADS, plain_pass
from benchmarks.measure import Measure, interleaved, lines, load
from wend.engines.machine import Machine
from wend.folds import (
    departures,
    dropoff,
    edges,
    feelings,
    loops,
    pathways,
    reach,
    sessions,
    stage_walk,
    stages,
    touchpoints,
    transitions,
)
from wend.folds.paths_told import told
from wend.folds.registry import FOLDS
from wend.folds.transitions import TRANSITIONS
from wend.questions.asked.transitions import FEW_EVENTS

DUCKDB = """select a, event, count(*), count(distinct customer), approx_quantile(gap, 0.5) from (
  select customer, event, lag(event) over w as a, seconds - lag(seconds) over w as gap from events
  window w as (partition by customer order by seconds)) where a is not null group by a, event"""
CHDB = """select a, event, count(), uniqExact(customer), quantile(gap) from (
  select customer, event, seconds - lagInFrame(seconds) over w as gap,
  toInt32(lagInFrame(toInt32(event) + 1) over w) - 1 as a
  from b.events window w as (partition by customer order by seconds rows between 1 preceding and current row)
) where a >= 0 group by a, event"""


START = 2
"""3.9 % of all events; seven customers in ten meet it."""
PATHS = f"""with first as (select customer, min(seconds) as s from events where event = {START} group by customer),
  later as (select e.customer, event, row_number() over (partition by e.customer order by seconds) as k
    from events e join first f on e.customer = f.customer and e.seconds > f.s qualify k <= 4),
  paths as (select f.customer, {", ".join(f"max(case when k = {k} then event end) as e{k}" for k in range(1, 5))}
    from first f left join later l on l.customer = f.customer group by f.customer)
select e1, e2, e3, e4, count(*) as n from paths group by all order by n desc limit 20"""


def best(rows: Any) -> Any:
    """How often the most frequent paths were walked, which ties leave alone; None for a pass."""
    return sorted(int(row[-1]) for row in rows) if isinstance(rows, list) else None


def counts(rows: Any) -> Any:
    """(from, to, count, customers) in order; None for a pass."""
    return sorted(tuple(int(cell) for cell in row[:4]) for row in rows) if isinstance(rows, list) else None


def run(events: int = 10_000_000) -> list[Measure]:
    """Transitions against the peers, then every other fold against the pass."""
    log = synthetic.columns(events)
    journal = synthetic.journal(log)
    machine, params = Machine(journal, THREADS), transitions.params(synthetic.EVENTS, totals=events <= FEW_EVENTS)
    in_duckdb, in_chdb = peers.in_duckdb(log), peers.in_chdb(log)

    def wend() -> list[tuple[int, ...]]:
        walked = machine.answer(TRANSITIONS, params)
        return [(a, b, int(times.sum()), people) for a, b, people, times, _ in edges.each(walked.answer, params)]

    contestants: dict[str, Callable[[], Any]] = {
        "one plain pass": plain_pass(journal),
        "Wend": wend,
        "DuckDB": lambda: in_duckdb(DUCKDB),
        "chDB": lambda: in_chdb(CHDB),
    }
    task = f"transitions with time between, {len(log.event) / 1e6:.1f} M events"
    against_peers = interleaved(task, contestants, "one plain pass", same=counts, repeats=5, goals={"Wend": "≤ 12"})
    return against_peers + _paths(machine, journal, in_duckdb) + _others(machine, journal)


def _paths(machine: Machine, journal: synthetic.Journal, in_duckdb: Callable[[str], list[Any]]) -> list[Measure]:
    """The 20 most frequent paths of five steps from the first time of an event: walked and told."""
    params = pathways.params(np.arange(1, synthetic.EVENTS + 1), 5, START + 1)

    def wend() -> list[Any]:
        walked = machine.answer(FOLDS["paths"], params)
        return [(row["count"],) for row in told(walked.answer, walked.params, synthetic.NAMES)["paths"]]

    contestants: dict[str, Callable[[], Any]] = {
        "one plain pass": plain_pass(journal),
        "Wend": wend,
        "DuckDB": lambda: in_duckdb(PATHS),
    }
    task = f"top 20 paths of length 5, {journal.events / 1e6:.1f} M events"
    return interleaved(task, contestants, "one plain pass", same=best, repeats=5)


def _others(machine: Machine, journal: synthetic.Journal) -> list[Measure]:
    """The other questions, with six stages where they speak of stages."""
    codes = synthetic.EVENTS
    rules = stage_walk.rules([[10], [2], [5, 6], [3], [9]], [1, 2, 1, 4, 3], [1, 2, 3, 4, 5], 6, codes)
    asked: dict[str, Any] = {
        "sessions": sessions.params(),
        "stages": stages.params(rules, journal.last_at),
        "touchpoints": touchpoints.params(rules, codes, journal.first_at, journal.last_at),
        "feelings": feelings.params(rules, codes),
        "dropoff": dropoff.params(rules, codes, journal.last_at),
        "reach": reach.params(codes),
        "loops": loops.params(np.arange(1, codes + 1), places=1 << 21),
        "departures": departures.params(codes),
    }
    contestants: dict[str, Callable[[], Any]] = {"one plain pass": plain_pass(journal)}
    for key, params in asked.items():
        contestants[key] = partial(machine.answer, FOLDS[key], params)
    events = sum(len(bucket.event) for bucket in journal.buckets)
    return interleaved(f"questions, {events / 1e6:.1f} M events", contestants, "one plain pass", repeats=5)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--millions", type=float, default=10)
    before = load()
    measured = run(int(parser.parse_args().millions * 1_000_000))
    print("\n".join([before, *lines(measured), load()]))
