"""How long a synthetic log takes from Arrow batches to a journal: `python -m benchmarks.import_log --millions 10`.

Forty event names of skewed frequency, eight channels, twenty events per customer, three properties, 180 days in time
order with one row in a hundred late. Making the rows is not counted: parsing files is measured elsewhere.
"""

from __future__ import annotations

import argparse
import os
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from wend.kit.clock import SystemClock
from wend.log.facade import Log
from wend.store.facade import Store

BATCH = 500_000
SPAN_US = 180 * 86_400 * 1_000_000
START_US = 1_760_000_000_000_000
EVENTS = pa.array([f"kind{i // 8}.happened{i % 8}" for i in range(40)])
CHANNELS = pa.array(["web", "app", "zalo", "shop", "call", "delivery", "email", "sms"])
_WEIGHTS = 1 / np.arange(1, 41)


def batches(events: int, seed: int = 7) -> Iterator[pa.Table]:
    """The log in the order in which it would be exported."""
    rng = np.random.default_rng(seed)
    customers = max(1, events // 20)
    skus = pa.array([f"SKU-{i:05d}" for i in range(5_000)])
    places = pa.array([f"Tỉnh {i}" for i in range(63)])
    for start in range(0, events, BATCH):
        n = min(BATCH, events - start)
        times = START_US + ((start + np.arange(n)) * (SPAN_US / events)).astype(np.int64)
        late = rng.random(n) < 0.01
        times[late] -= rng.integers(0, 20 * 86_400 * 1_000_000, int(late.sum()))
        who = (customers * rng.random(n) ** 1.5).astype(np.int64)  # some customers are busier
        parts = [
            '{"sku":"',
            skus.take(pa.array(rng.integers(0, len(skus), n))),
            '","province":"',
            places.take(pa.array(rng.integers(0, len(places), n))),
            '","quantity":',
            pc.cast(pa.array(rng.integers(1, 9, n)), pa.string()),
            "}",
        ]
        rated = rng.random(n) < 0.05
        yield pa.table(
            {
                "subject": pc.binary_join_element_wise("customer:", pc.cast(pa.array(who), pa.string()), ""),
                "event": _words(rng.choice(40, n, p=_WEIGHTS / _WEIGHTS.sum()), EVENTS),
                "channel": _words(rng.integers(0, 8, n), CHANNELS),
                "occurred_at": pa.array(times).cast(pa.timestamp("us", tz="UTC")),
                "rating": pa.array((rng.integers(0, 5, n) * 100 - 200).astype(np.int16), mask=~rated),
                "amount": pa.array(rng.integers(10_000, 2_000_000, n), mask=rng.random(n) > 0.2),
                "properties": pc.binary_join_element_wise(*parts, ""),
            }
        )


def _words(codes: np.ndarray, words: pa.Array) -> pa.DictionaryArray:
    return pa.DictionaryArray.from_arrays(pa.array(codes, pa.int32()), words)


def measure(events: int, data: Path) -> None:
    """Import, build and refresh; print seconds per part."""
    clock = SystemClock()
    store = Store.open(data, clock)
    log = Log(store.folder("main"), store, "main", clock)
    _warm(data / "warm")
    spent = dict.fromkeys(("make", "stage", "promise", "settle", "move"), 0.0)
    rates: list[float] = []
    with log.writer("import_1") as writer:
        made = time.perf_counter()
        for table in batches(events):
            t0 = time.perf_counter()
            spent["make"] += t0 - made
            staged = writer.stage(table)
            t1 = time.perf_counter()
            with store.work("main") as work:
                log.promise(work, staged)
            t2 = time.perf_counter()
            writer.settle(staged)
            t3 = time.perf_counter()
            log.move()
            made = time.perf_counter()
            for part, seconds in (("stage", t1 - t0), ("promise", t2 - t1), ("settle", t3 - t2), ("move", made - t3)):
                spent[part] += seconds
            rates.append(len(table) / (made - t0))
    before = _peak_mb()
    t0 = time.perf_counter()
    journal = log.journal()
    spent["journal"] = time.perf_counter() - t0
    total = sum(seconds for part, seconds in spent.items() if part != "make")
    fifth = max(1, len(rates) // 5)
    print(f"events {events:,} customers {journal.customers:,} load {os.getloadavg()[0]:.1f} {sys.version.split()[0]}")
    print("  " + "  ".join(f"{part} {seconds:.1f}" for part, seconds in spent.items()) + f"  total {total:.1f} s")
    print(f"  rows/s first fifth {np.mean(rates[:fifth]):,.0f}, last fifth {np.mean(rates[-fifth:]):,.0f}")
    print(f"  peak memory MB: import {before:.0f}, with journal {_peak_mb():.0f}")
    _refresh(log, store)


def _refresh(log: Log, store: Store) -> None:
    with log.writer("import_2") as writer:
        for table in batches(1_000_000, seed=8):
            staged = writer.stage(table)
            with store.work("main") as work:
                log.promise(work, staged)
            writer.settle(staged)
    log.move()
    t0 = time.perf_counter()
    log.journal()
    t1 = time.perf_counter()
    log.journal()
    print(f"  refresh with 1 M more {t1 - t0:.2f} s, nothing new {time.perf_counter() - t1:.3f} s")


def _warm(data: Path) -> None:
    store = Store.open(data, SystemClock())
    log = Log(store.folder("main"), store, "main", SystemClock())
    with log.writer("import_0") as writer:
        staged = writer.stage(next(iter(batches(1000))))
        with store.work("main") as work:
            log.promise(work, staged)
        writer.settle(staged)
    log.journal()
    store.close()


def _peak_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Read the size and measure in a folder that is thrown away."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--millions", type=float, default=1.0)
    parser.add_argument("--folder", type=Path, default=None, help="where to work (default: the temporary folder)")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=chosen.folder) as folder:
        measure(int(chosen.millions * 1_000_000), Path(folder))


if __name__ == "__main__":
    main()
