"""`python -m benchmarks.cluster [MILLIONS …]`: the same questions by threads of this machine and by two Spark workers
on it, answers equal; prints seconds and their ratio.

The journal is made bucket by bucket from the log of `synthetic.py` and mapped from disk. *Machine cold*: a new machine
over freshly mapped files, kernels loaded. *Spark cold*: the first question of its kind. *Warm*: the median of five.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks import synthetic
from tests.engines.standalone import missing, standalone
from wend.engines import jobs
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

BUCKETS, CODES = 64, synthetic.EVENTS
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


def compare(folder: Path, events: int, url: str) -> None:
    """One size, all questions."""
    whole = mapped(folder, events)
    shelf = folder / "shelf"
    versions = ["1-bench"] * BUCKETS
    out, _ = took(lambda: put_out(Shelf(str(shelf)), whole.buckets, versions, 2))
    size = sum(path.stat().st_size for path in shelf.iterdir())
    print(f"\n{whole.events:,} events; put out in {out:.1f} s, {size / whole.events:.1f} bytes an event")
    print(
        "| question | machine cold | machine warm | Spark cold | Spark warm | cold ÷ cold |\n|---|---|---|---|---|---|"
    )
    for fold, params in QUESTIONS:
        here, there = Machine(mapped(folder, events), 2), Cluster(whole, versions, url, str(shelf), 2)
        cold, known = took(lambda: here.answer(fold, params))  # noqa: B023  # called at once
        far, found = took(lambda: there.answer(fold, params))  # noqa: B023
        for a, b in zip(fold.settled(known.answer), fold.settled(found.answer), strict=True):
            np.testing.assert_array_equal(a, b)
        warm, near = (
            statistics.median(took(lambda: each.answer(fold, params))[0] for _ in range(5))  # noqa: B023
            for each in (here, there)
        )
        print(f"| {fold.key} | {cold:.3f} | {warm:.3f} | {far:.2f} | {near:.2f} | {far / cold:.1f} |", flush=True)


def main(millions: list[int]) -> None:
    """Print a table per size."""
    if missing():
        raise SystemExit(missing())
    with tempfile.TemporaryDirectory() as room:
        places = {number: Path(room) / str(number) for number in (0, *millions)}
        for place in places.values():
            place.mkdir()
        tiny = Machine(mapped(places[0], BUCKETS * 100), 1)
        for fold, params in QUESTIONS:
            tiny.answer(fold, params)
        with standalone(places[0]) as spark:
            start, session = took(lambda: jobs.session(spark.url))
            print(f"session in {start:.1f} s")
            for number in millions:
                compare(places[number], number * 1_000_000, spark.url)
            session.stop()


if __name__ == "__main__":
    main([int(each) for each in sys.argv[1:]] or [10])
