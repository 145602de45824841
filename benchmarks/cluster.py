"""`python -m benchmarks.cluster [MILLIONS …]`: the same questions by threads of this machine and by two Spark workers
on it, answers equal; prints seconds and their ratio.

The journal is made bucket by bucket from the log of `synthetic.py` and mapped from disk. *Machine cold*: a new machine
over freshly mapped files, kernels loaded. *Spark cold*: the first question of its kind, the session up and the columns
that every question reads near. *Warm*: the median of five. *Spark itself*: tasks that do nothing, the median of five.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks import synthetic
from tests.engines.standalone import missing, standalone
from wend.engines import jobs, machine
from wend.engines.cluster import Cluster
from wend.engines.machine import Machine
from wend.engines.shelf import Shelf, put_out
from wend.folds import funnel, reach, sessions, transitions
from wend.folds.contract import Fold
from wend.folds.funnel import FUNNEL
from wend.folds.reach import REACH
from wend.folds.sessions import SESSIONS
from wend.folds.transitions import TRANSITIONS
from wend.log import packed
from wend.log.journal import Bucket
from wend.log.postings import postings

BUCKETS, CODES, WORKERS, NEAR = 64, synthetic.EVENTS, 2, 1 << 36
ROUNDS = 5
"""So often every question is asked over a tiny journal before anything is measured: Java compiles what it runs."""
QUESTIONS: list[tuple[Fold[Any, Any], Any]] = [
    (FUNNEL, funnel.params([[0], [1], [2], [3]], CODES, 7 * 86_400)),
    (REACH, reach.params(CODES)),
    (SESSIONS, sessions.params(1_800)),
    (TRANSITIONS, transitions.params(CODES)),
]


def mapped(folder: Path, events: int) -> synthetic.Journal:
    """A journal of so many events, mapped from files."""
    buckets = []
    for number in range(BUCKETS):
        path = folder / f"{number}.bucket"
        if not path.exists():
            made = synthetic.journal(synthetic.columns(events // BUCKETS, seed=number), 1).buckets[0]
            names = ("offsets", "event", "channel", "occurred_at", "rating", "expectation", "about", "amount")
            columns = {name: getattr(made, name) for name in names}
            written = packed.write(path, columns | postings(made.event, made.occurred_at))
            path.with_suffix(".size").write_text(f"{written.bytes} {written.header}")
        size, header = map(int, path.with_suffix(".size").read_text().split())
        buckets.append(Bucket(packed.read(path, packed.Written(size, header)), (), "1-bench"))
    total = sum(bucket.events for bucket in buckets)
    whole = synthetic.journal(synthetic.columns(1_000), 1)
    return replace(whole, buckets=tuple(buckets), events=total)  # type: ignore[arg-type]  # both have a bucket's columns


def took(do: Callable[[], Any]) -> tuple[float, Any]:
    """Seconds, and what came out."""
    began = time.perf_counter()
    made = do()
    return time.perf_counter() - began, made


def usual(do: Callable[[], Any]) -> float:
    """Seconds it takes, the median of five."""
    return statistics.median(took(do)[0] for _ in range(5))


def nothing(batches: Any) -> Any:
    """What a question costs Spark itself: tasks that hand on what they get."""
    yield from batches


def compare(folder: Path, events: int, url: str) -> None:
    """One size, all questions."""
    whole = mapped(folder, events)
    shelf = folder / "shelf"
    versions = ["1-bench"] * BUCKETS
    out, _ = took(lambda: put_out(Shelf(str(shelf)), whole.buckets, versions, 2))
    size = sum(path.stat().st_size for path in shelf.iterdir())
    print(f"\n{whole.events:,} events; put out in {out:.1f} s, {size / whole.events:.1f} bytes an event")
    first, _ = took(lambda: Cluster(whole, versions, url, str(shelf), 2, near=NEAR).answer(FUNNEL, QUESTIONS[0][1]))
    print(f"the first question of all, which brings the columns near: {first:.1f} s\n")
    print("| question | machine cold | machine warm | Spark cold | Spark warm | Spark itself | cold ÷ cold |")
    print("|---|---|---|---|---|---|---|")
    for fold, params in QUESTIONS:
        here = Machine(mapped(folder, events), 2)
        there = Cluster(whole, versions, url, str(shelf), 2, near=NEAR)
        ours, theirs = (partial(engine.answer, fold, params) for engine in (here, there))
        (cold, known), (far, found) = took(ours), took(theirs)
        for a, b in zip(fold.settled(known.answer), fold.settled(found.answer), strict=True):
            np.testing.assert_array_equal(a, b)
        warm, near, own = usual(ours), usual(theirs), usual(itself(url))
        row = f"{cold:.3f} | {warm:.3f} | {far:.2f} | {near:.2f} | {own:.2f} | {far / cold:.1f}"
        print(f"| {fold.key} | {row} |", flush=True)


def itself(url: str) -> Callable[[], Any]:
    """A job of as many tasks as a question has, which do nothing."""
    places = jobs.places(jobs.session(url), BUCKETS, WORKERS)
    return lambda: places.mapInArrow(nothing, places.schema).toArrow()


def main(millions: list[int]) -> None:
    """Print a table per size."""
    if missing():
        raise SystemExit(missing())
    with tempfile.TemporaryDirectory() as room:
        places = {number: Path(room) / str(number) for number in (0, *millions)}
        for place in places.values():
            place.mkdir()
        subprocess.run([sys.executable, "-m", "wend", "warm"], check=True)  # as after an installation
        machine.warm()
        tiny = mapped(places[0], BUCKETS * 100)
        with standalone(places[0]) as spark:
            start, session = took(lambda: jobs.session(spark.url))
            shelf = str(places[0] / "shelf")
            there = Cluster(tiny, ["1-bench"] * BUCKETS, spark.url, shelf, 2, near=NEAR)
            first, *others = (took(lambda: there.answer(*question))[0] for question in QUESTIONS * ROUNDS)  # noqa: B023
            print(f"session in {start:.1f} s; over {tiny.events:,} events its first question in {first:.1f} s,")
            print(f"the {len(others)} after it in {sum(others):.1f} s, the last one in {others[-1]:.2f} s")
            for number in millions:
                compare(places[number], number * 1_000_000, spark.url)
            session.stop()


if __name__ == "__main__":
    main([int(each) for each in sys.argv[1:]] or [10])
