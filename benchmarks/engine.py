"""The engine at its full size: `make bench-engine EVENTS=100000000 PEERS="10000000 100000000"` writes
docs/benchmarks-engine.md.

Processes one after the other: a journal is built from unsorted Parquet; each peer answers the same questions in turns
with Wend, answers compared (`engine_beside.py`), over as many events as are given for it; questions are asked of the
journal alone, then a million events are appended and everything is asked once more.
"""

from __future__ import annotations

import argparse
import multiprocessing
import resource
import tempfile
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks.engine_beside import REPEATS, Beside, beside, details, repeats_of, summary
from benchmarks.engine_log import FEW, MORE, Files, written
from benchmarks.engine_questions import QUESTIONS, machine_of, plain_pass
from benchmarks.measure import Measure, interleaved, lines, load
from benchmarks.report import versions
from wend.log.warming import warm

PAGE = Path(__file__).parents[1] / "docs" / "benchmarks-engine.md"
GIB, KIB = 1 << 30, 1 << 10
REFERENCE = "one plain pass"


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


Built = tuple[float, float, int, int]
"""Seconds, peak memory in GiB, events, customers."""


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


def build(files: Files) -> Built:
    """Build a journal from nothing."""
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


def apart(run: Callable[[Files], Any], files: Files) -> Any:
    """In a process of its own."""
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as pool:
        return pool.submit(run, files).result()


def goals(found: Alone) -> list[str]:
    """One row per question: against the pass, memory, and what an append leaves to do."""
    out = ["| question | seconds | ÷ pass | GiB | first time after the append |", "|---|---|---|---|---|"]
    for m in found.measures:
        if m.contestant == "Wend":
            first, _ = found.fresh.asked[m.task]
            out.append(f"| {m.task} | {m.seconds:.3f} | {m.ratio:.1f} | {found.memory[m.task]:.2f} | {first:.2f} s |")
    return out


def of_peers(events: int, found: Sequence[Beside]) -> list[str]:
    """The part of the page about so many events."""
    return [
        f"## Beside the peers, {events / 1e6:.0f} M events",
        "",
        "Each peer was loaded alone, in a process of its own, and took turns with Wend;",
        f"{repeats_of(events)} turns are counted after one that is not. Tables are sorted by customer and time; all",
        "have two threads; DuckDB may write to disk what has no room in memory. Answers are equal. A ratio below 1",
        "means that the peer was faster. Goals: 15 × the faster of chDB and DuckDB (funnel: 50 × DuckDB), 5 × Polars.",
        "",
        *summary(found),
        "",
        *details(found),
        "",
    ]


def page(built: Built, found: Alone, peers: Mapping[int, Sequence[Beside]], before: str) -> str:
    """The whole report."""
    spent, peak, events, customers = built
    fresh, told = found.fresh, found.told
    first = f"{told.first:.1f} s, {told.memory:.1f} GiB"
    return "\n".join(
        [
            "# The engine at its full size",
            "",
            "Written by `make bench-engine`. Ratios within a run are what counts: the machine is shared.",
            "",
            f"Measured {datetime.now(UTC):%Y-%m-%d}, {versions()}. Before: {before}. After: {load()}.",
            "",
            f"{events:,} events of {customers:,} customers. Memory is the most that was not a mapped file, interpreter",
            "and compiled code (a quarter to half a gibibyte) included.",
            "",
            *goals(found),
            "",
            "| what | measured | goal at 100 M |",
            "|---|---|---|",
            f"| built from unsorted Parquet | {spent:.1f} s, peak {peak:.1f} GiB, mapped files too | ≤ 40 s, ≤ 6 GiB |",
            f"| one million events appended | {fresh.append:.2f} s | |",
            f"| … and all six questions, each asked once, one after the other | {fresh.whole:.2f} s | ≤ 3 s |",
            f"| the most memory of a question after it, beyond mapped files | {fresh.memory:.2f} GiB | ≤ 2 GiB |",
            f"| a property of all events (four different documents) read for the first time | {first} | |",
            f"| … after a million events more | {told.million:.2f} s | |",
            f"| … after a thousand more | {told.thousand:.2f} s | |",
            "",
            f"## Against one plain pass, {events / 1e6:.0f} M events",
            "",
            *lines(found.measures),
            "",
            *(line for size, beside_them in peers.items() for line in of_peers(size, beside_them)),
        ]
    )


def main() -> None:
    """Measure and write the page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--events", type=int, default=100_000_000)
    parser.add_argument("--peers", type=int, nargs="*", default=[], help="numbers of events to ask the peers about")
    parser.add_argument("--folder", type=Path, default=None, help="where the logs lie, and stay")
    parser.add_argument("--page", type=Path, default=PAGE)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as passing:
        folder = given.folder or Path(passing)
        before, sizes = load(), dict.fromkeys((given.events, *given.peers))
        built, peers = dict[int, Built](), dict[int, list[Beside]]()
        for size in sizes:  # what is appended comes last: a journal with it would have to be built anew for the peers
            files = written(folder / str(size), size)
            built[size] = apart(build, files)
            print(f"{size:,} built in {built[size][0]:.1f} s, peak {built[size][1]:.1f} GiB", flush=True)
            if size in given.peers:
                peers[size] = beside(apart, size, files)
        found = apart(alone, written(folder / str(given.events), given.events))
        print("\n".join(lines(found.measures)), found.fresh, flush=True)
        given.page.write_text(page(built[given.events], found, dict(sorted(peers.items())), before), encoding="utf-8")
    print(f"written: {given.page}")


if __name__ == "__main__":
    main()
