"""The engine at its full size: `make bench-engine EVENTS=100000000 PEERS=10000000` writes docs/benchmarks-engine.md.

Three processes, one after the other: a journal is built from unsorted Parquet; questions are asked of it, then a
million events are appended and everything is asked once more; the peers answer the same questions in turns with Wend,
answers compared. Peers need minutes and many gigabytes at a hundred million events, so their size is given apart.
"""

from __future__ import annotations

import argparse
import multiprocessing
import resource
import tempfile
import threading
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks import engine_peers
from benchmarks.engine_log import FEW, MORE, Files, written
from benchmarks.engine_questions import QUESTIONS, machine_of, plain_pass
from benchmarks.measure import Measure, interleaved, lines, load
from benchmarks.report import versions
from wend.log.warming import warm

PAGE = Path(__file__).parents[1] / "docs" / "benchmarks-engine.md"
GIB, KIB = 1 << 30, 1 << 10
REFERENCE = "one plain pass"
REPEATS = 5


@dataclass
class Fresh:
    """What an append cost: seconds of it, and of every question asked for the first and the second time after it."""

    append: float = 0.0
    asked: dict[str, tuple[float, float]] = field(default_factory=dict)
    memory: float = 0.0

    @property
    def whole(self) -> float:
        """Append and every question once."""
        return self.append + sum(first for first, _ in self.asked.values())


@dataclass
class Told:
    """Seconds to read a property of all events: for the first time, after a million events more, and after a thousand;
    memory of the first time beyond mapped files (GiB).
    """

    first: float = 0.0
    million: float = 0.0
    thousand: float = 0.0
    memory: float = 0.0


@dataclass
class Alone:
    """Wend by itself: questions against a pass, memory of each beyond mapped files (GiB), and what an append cost."""

    measures: list[Measure] = field(default_factory=list)
    memory: dict[str, float] = field(default_factory=dict)
    fresh: Fresh = field(default_factory=Fresh)
    told: Told = field(default_factory=Told)


def seconds(run: Callable[[], Any]) -> float:
    """How long it takes."""
    began = time.perf_counter()
    run()
    return time.perf_counter() - began


def most_memory(run: Callable[[], Any]) -> float:
    """The most memory of this process that is not a mapped file, while something runs; GiB."""
    most, ended = [_anonymous()], threading.Event()

    def look() -> None:
        while not ended.wait(0.01):
            most.append(_anonymous())

    looking = threading.Thread(target=look)
    looking.start()
    run()
    ended.set()
    looking.join()
    return max(*most, _anonymous()) / GIB


def _anonymous() -> int:
    told = next(line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("RssAnon"))
    return int(told.split()[1]) * KIB


def build(files: Files) -> tuple[float, float, int, int]:
    """Seconds, peak memory in GiB, events, customers."""
    began = time.perf_counter()
    journal = files.built()
    spent = time.perf_counter() - began
    return spent, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * KIB / GIB, journal.events, journal.customers


def alone(files: Files) -> Alone:
    """Every question of the journal as it is, then after an append; loops are loaded before, as a server does."""
    warm()
    journal, found = files.opened(), Alone()
    machine = machine_of(journal)
    for name, ask in QUESTIONS.items():
        contestants = {REFERENCE: partial(plain_pass, journal), "Wend": partial(ask, machine)}
        found.measures += interleaved(name, contestants, REFERENCE, repeats=REPEATS)
        found.memory[name] = most_memory(partial(ask, machine_of(journal)))
    files.forget()
    found.told.first = seconds(partial(files.property, journal))
    files.forget()
    found.told.memory = most_memory(partial(files.property, journal))
    began = time.perf_counter()
    newer = files.appended(journal, MORE)
    found.fresh.append = time.perf_counter() - began
    machine = machine_of(newer)
    for name, ask in QUESTIONS.items():
        found.fresh.asked[name] = seconds(partial(ask, machine)), seconds(partial(ask, machine))
        found.fresh.memory = max(found.fresh.memory, most_memory(partial(ask, machine)))
    found.told.million = seconds(partial(files.property, newer, MORE))
    newest = files.appended(newer, MORE, FEW)
    found.told.thousand = seconds(partial(files.property, newest, MORE, FEW))
    return found


def beside(files: Files) -> list[Measure]:
    """Every question by everybody, in turns."""
    machine = machine_of(files.built())
    peers = {
        "DuckDB": engine_peers.in_duckdb(files.flat),
        "chDB": engine_peers.in_chdb(files.flat, files.folder),
        "Polars": engine_peers.in_polars(files.flat),
    }
    measures: list[Measure] = []
    for name, ask in QUESTIONS.items():
        contestants: dict[str, Callable[[], Any]] = {"Wend": partial(ask, machine)}
        contestants |= {peer: asked[name] for peer, asked in peers.items()}
        measures += interleaved(name, contestants, "Wend", same=lambda answer: answer, repeats=REPEATS)
    return measures


def apart(run: Callable[[Files], Any], files: Files) -> Any:
    """In a process of its own."""
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as pool:
        return pool.submit(run, files).result()


def goals(found: Alone, measures: list[Measure]) -> list[str]:
    """One row per question: against the pass, against the peers, memory."""
    wend = {m.task: m for m in found.measures if m.contestant == "Wend"}
    by = {(m.task, m.contestant): m.ratio or 0.0 for m in measures}
    out = [
        "| question | seconds | ÷ pass | × faster than chDB | DuckDB | Polars | GiB | first time after the append |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for name, m in wend.items():
        peers = " | ".join(f"{by[name, peer]:.1f}" for peer in ("chDB", "DuckDB", "Polars"))
        fresh = found.fresh.asked[name][0]
        out.append(f"| {name} | {m.seconds:.3f} | {m.ratio:.1f} | {peers} | {found.memory[name]:.2f} | {fresh:.2f} s |")
    return out


def page(built: tuple[float, float, int, int], found: Alone, measures: list[Measure], peers: int, before: str) -> str:
    """The whole report."""
    spent, peak, events, customers = built
    fresh, told = found.fresh, found.told
    return "\n".join(
        [
            "# The engine at its full size",
            "",
            "Written by `make bench-engine`. Ratios within a run are what counts: the machine is shared.",
            "",
            f"Measured {datetime.now(UTC):%Y-%m-%d}, {versions()}. Before: {before}. After: {load()}.",
            "",
            f"{events:,} events of {customers:,} customers; the peers over {peers:,} events, answers equal.",
            "",
            *goals(found, measures),
            "",
            "A ratio of peers below 1 means that the peer was faster. Memory is the most that was not a mapped file,",
            "interpreter and compiled code (a quarter to half a gibibyte) included.",
            "",
            "| what | measured | goal at 100 M |",
            "|---|---|---|",
            f"| built from unsorted Parquet | {spent:.1f} s, peak {peak:.1f} GiB, mapped files too | ≤ 40 s, ≤ 6 GiB |",
            f"| one million events appended | {fresh.append:.2f} s | |",
            f"| … and all six questions, each asked once, one after the other | {fresh.whole:.2f} s | ≤ 3 s |",
            f"| the most memory of a question after it, beyond mapped files | {fresh.memory:.2f} GiB | ≤ 2 GiB |",
            f"| a property of all events read for the first time | {told.first:.1f} s, {told.memory:.1f} GiB | |",
            f"| … after a million events more | {told.million:.2f} s | |",
            f"| … after a thousand more | {told.thousand:.2f} s | |",
            "",
            f"## Against one plain pass, {events / 1e6:.0f} M events",
            "",
            *lines(found.measures),
            "",
            f"## Against the peers, {peers / 1e6:.0f} M events",
            "",
            *lines(measures),
            "",
        ]
    )


def main() -> None:
    """Measure and write the page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--events", type=int, default=100_000_000)
    parser.add_argument("--peers", type=int, default=10_000_000, help="events that the peers are asked about")
    parser.add_argument("--folder", type=Path, default=None, help="where the logs lie, and stay")
    parser.add_argument("--page", type=Path, default=PAGE)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as passing:
        folder = given.folder or Path(passing)
        files = written(folder / str(given.events), given.events)
        fewer = written(folder / str(given.peers), given.peers)
        before = load()
        built = apart(build, files)
        print(f"built in {built[0]:.1f} s, peak {built[1]:.1f} GiB", flush=True)
        found = apart(alone, files)
        print("\n".join(lines(found.measures)), found.fresh, flush=True)
        given.page.write_text(page(built, found, apart(beside, fewer), given.peers, before), encoding="utf-8")
    print(f"written: {given.page}")


if __name__ == "__main__":
    main()
