"""A four-step funnel with a seven-day window: one plain pass, Wend, DuckDB and embedded ClickHouse over the same rows.

The window rule is ClickHouse's `windowFunnel` in its default mode; in SQL it needs one running maximum per step,
because the latest entry from which a step was reached can do all that an earlier one can. Times of one customer
differ, so ties play no part.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from numba import njit

from benchmarks import peers, synthetic
from benchmarks.measure import Measure, interleaved, lines, load
from wend.engines.machine import Machine
from wend.folds import funnel
from wend.folds.funnel import FUNNEL

STEPS = (2, 5, 9, 14)
"""7.8 %, 3.9 %, 2.3 % and 1.6 % of all events."""
COMMON = (0, 2, 5, 9)
"""The same with the most frequent event first (23 %): most branches are guessed wrong, the hardest case for a walk."""
WINDOW = 7 * 86_400
THREADS = 2

_LEVELS = ", ".join(f"event = {code}" for code in STEPS)
CHDB = f"""select level, count() from (
  select customer, windowFunnel({WINDOW})(seconds, {_LEVELS}) as level from b.events
  where event in {STEPS} group by customer) where level > 0 group by level order by level"""
CHDB_WHOLE = CHDB.replace(f"where event in {STEPS} ", "")
"""As people write it: the function over the whole table. The other form drops the rows of no step before."""


def duckdb_sql() -> str:
    """Entries as running maxima, step by step, over the rows that matter."""
    over = "over (partition by customer order by seconds rows unbounded preceding)"
    sql = (
        f"select *, max(case when event = {STEPS[0]} then seconds end) {over} as e0 from events where event in {STEPS}"
    )
    for k, code in enumerate(STEPS[1:], start=1):
        in_time = f"event = {code} and seconds - e{k - 1} <= {WINDOW}"
        sql = f"select *, max(case when {in_time} then e{k - 1} end) {over} as e{k} from ({sql})"
    level = " + ".join(f"(max(e{k}) is not null)::int" for k in range(len(STEPS)))
    sql = f"select {level} as level from ({sql}) group by customer"
    return f"select level, count(*) from ({sql}) where level > 0 group by level"


@njit(nogil=True)
def _sums(offsets: Any, event: Any, at: Any) -> Any:
    """Every byte of the columns once, each in its own loop, as fast as memory gives them."""
    total = 0
    for i in range(len(offsets)):
        total += offsets[i]
    for i in range(len(event)):
        total += event[i]
    for i in range(len(at)):
        total += at[i]
    return total


def plain_pass(journal: synthetic.Journal) -> Callable[[], int]:
    """The plain sum of the same columns with the same number of threads: the limit of the machine."""

    def run() -> int:
        with ThreadPoolExecutor(THREADS) as pool:
            return sum(pool.map(lambda b: int(_sums(b.offsets, b.event, b.occurred_at)), journal.buckets))

    return run


def reached(counts: list[tuple[Any, ...]]) -> list[int]:
    """Customers who reached step 1, 2 … from (level, customers)."""
    exactly = {int(level): int(customers) for level, customers in counts}
    return [sum(n for level, n in exactly.items() if level >= k) for k in range(1, len(STEPS) + 1)]


def run(events: int = 10_000_000) -> list[Measure]:
    """All contestants over `events` rows."""
    log = synthetic.columns(events)
    journal = synthetic.journal(log)
    machine, params = Machine(journal, THREADS), funnel.params([[code] for code in STEPS], synthetic.EVENTS, WINDOW)
    in_duckdb, in_chdb, sql = peers.in_duckdb(log), peers.in_chdb(log), duckdb_sql()
    contestants: dict[str, Callable[[], Any]] = {
        "one plain pass": plain_pass(journal),
        "Wend": lambda: funnel.reached(machine.answer(FUNNEL, params).answer),
        "DuckDB": lambda: reached(in_duckdb(sql)),
        "chDB, windowFunnel over the table": lambda: reached(in_chdb(CHDB_WHOLE)),
        "chDB, rows of no step dropped first": lambda: reached(in_chdb(CHDB)),
    }
    hard = funnel.params([[code] for code in COMMON], synthetic.EVENTS, WINDOW)
    contestants["Wend, from the most frequent event"] = lambda: tuple(machine.answer(FUNNEL, hard).answer)
    return interleaved(
        f"4-step funnel, 7-day window, {len(log.event) / 1e6:.1f} M events",
        contestants,
        "one plain pass",
        same=lambda answer: answer if isinstance(answer, list) else None,
        goals={"Wend": "≤ 4"},
        repeats=5,
    )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--millions", type=float, default=10)
    before = load()
    measured = run(int(parser.parse_args().millions * 1_000_000))
    print("\n".join([before, *lines(measured), load()]))
