"""How fast CSV becomes log and journal, and whether the rate falls as the log grows.

    python -m benchmarks.import_csv 1 10 30 [--reading]

Writes an event log of so many million rows (one customer per ten), imports it into a fresh data directory, and
prints rows per second, the peak of resident memory and the machine's load. `--reading` stops before the log: the share
of reading and transforming alone.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from os import getloadavg
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as pacsv

from wend.bootstrap import open_workspace
from wend.collect.ahead import ahead
from wend.collect.facade import import_files, plain_mapping
from wend.collect.mapping.transform import Transformer
from wend.collect.reading.opening import open_file
from wend.kit.settings import Settings

_MILLION = 1_000_000
_NAMES = (
    "page.viewed",
    "product.viewed",
    "cart.filled",
    "order.placed",
    "order.paid",
    "order.delivered",
    "support.asked",
)
_CHANNELS = ("web", "app", "zalo", "shop", "call centre")
_CITIES = ("Hà Nội", "Huế", "Đà Nẵng", "Cần Thơ", "Hải Phòng", "TP. Hồ Chí Minh")


def write(path: Path, rows: int) -> None:
    """An event log in time order, like an export: seven columns, 90 bytes a row."""
    chance = np.random.default_rng(7)
    start = int(datetime(2025, 1, 1, tzinfo=UTC).timestamp())
    with path.open("wb") as file:
        for first in range(0, rows, _MILLION):
            count = min(_MILLION, rows - first)
            seconds = np.sort(chance.integers(0, 86_400, count)) + start + first // _MILLION * 86_400
            table = pa.table(
                {
                    "customer": pc.binary_join_element_wise(
                        "KH",
                        pc.utf8_lpad(pa.array(chance.integers(0, rows // 10, count)).cast(pa.string()), 8, "0"),
                        "",
                    ),
                    "event": pa.array(_NAMES).take(pa.array(chance.choice(len(_NAMES), count, p=_shares()))),
                    "time": pa.array(seconds).cast(pa.timestamp("s")).cast(pa.string()),
                    "channel": pa.array(_CHANNELS).take(pa.array(chance.integers(0, len(_CHANNELS), count))),
                    "city": pa.array(_CITIES).take(pa.array(chance.integers(0, len(_CITIES), count))),
                    "page": pc.binary_join_element_wise(
                        "/san-pham/", pa.array(chance.integers(0, 5_000, count)).cast(pa.string()), ""
                    ),
                    "price": pa.array(chance.integers(10, 2_000, count) * 1_000),
                }
            )
            pacsv.write_csv(table, file, pacsv.WriteOptions(include_header=first == 0, quoting_style="needed"))


def _shares() -> list[float]:
    return [0.45, 0.25, 0.12, 0.06, 0.05, 0.04, 0.03]


def measure(path: Path, data: Path, *, reading: bool) -> tuple[int, float]:
    """Rows and seconds of one import, or of its reading and transforming alone."""
    mapping = plain_mapping(path, [("customer", "customer")], "event", "time", "channel")
    began = time.perf_counter()
    if reading:
        transformer = Transformer(mapping)
        chunks = ahead(open_file(path, mapping.shape, 1 << 23).chunks())
        rows = sum(transformer.apply(chunk).events.num_rows for chunk in chunks)
    else:
        rows = import_files(open_workspace(Settings(data=data)), [path], [mapping]).events
    return rows, time.perf_counter() - began


def run_one(millions: float, *, reading: bool) -> None:
    """One size, in this process."""
    with tempfile.TemporaryDirectory() as folder:
        small, path = Path(folder) / "small.csv", Path(folder) / "events.csv"
        write(small, 10_000)
        measure(small, Path(folder) / "warm", reading=False)  # compiles what is not yet cached on disk
        write(path, int(millions * _MILLION))
        before = time.process_time()
        rows, seconds = measure(path, Path(folder) / "data", reading=reading)
        busy = time.process_time() - before
        size = path.stat().st_size
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2
    ten = 10 * _MILLION / rows
    print(
        f"{rows:>12,} rows  {size / 1e6:8,.0f} MB  {seconds:7.1f} s  {rows / seconds:>10,.0f} rows/s  "
        f"{seconds * ten:6.1f} s and {busy * ten:6.1f} CPU s per 10 M  "
        f"peak {peak:.2f} GiB  load {getloadavg()[0]:.1f}",
        flush=True,
    )


def main() -> None:
    """Each size in a process of its own, so that peaks are told apart."""
    parser = argparse.ArgumentParser()
    parser.add_argument("millions", nargs="*", type=float, default=[1, 10])
    parser.add_argument("--reading", action="store_true")
    chosen = parser.parse_args()
    if len(chosen.millions) == 1:
        run_one(chosen.millions[0], reading=chosen.reading)
        return
    for millions in chosen.millions:
        more = ["--reading"] if chosen.reading else []
        subprocess.run([sys.executable, "-m", "benchmarks.import_csv", str(millions), *more], check=True)


if __name__ == "__main__":
    main()
