"""Run a fold over a whole journal on a Spark cluster: each task walks some buckets' Parquet files with the same
compiled code, and the answers are merged here. The answer equals the machine's cell for cell.

Executors need this version of Wend and reach the shelf; the journal itself, with names and traits, stays here. Only
Spark's frames are used, so a classic session and a Spark Connect one serve alike.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor, TimeoutError as NotYet
from functools import cache
from typing import Any, TypeVar

import numpy as np

from wend.domain.selection import Selection
from wend.engines import budgets
from wend.engines.errors import ClusterDiffers, ClusterFailed, NoSpark
from wend.engines.executor import SCHEMA, Bits, Cut, Read, Share, Task, unpacked
from wend.engines.lens import Lens
from wend.engines.machine import Machine, Members, merged
from wend.engines.shelf import CODES, Shelf, put_out
from wend.engines.source import Journal
from wend.engines.walking import Masks
from wend.folds.contract import NOT_COVERED, Answer, Cells, Fold
from wend.folds.driver import Chosen, sources_digest

P = TypeVar("P", bound=tuple[Any, ...])
A = TypeVar("A", bound=Answer)

WHATEVER_RUNS = "spark"
"""The address of the session that is already there: under spark-submit, in a notebook of a hosted Spark."""
_CONNECT = "sc://"
_LOOK_S = 0.2
_TASKS_PER_CORE = 2


@cache
def session(address: str) -> Any:
    """The Spark session of an address (`spark://…`, `local[2]`, `yarn`, `k8s://…`, `sc://…`); one per process. Raises
    NoSpark.
    """
    try:
        from pyspark.sql import SparkSession
    except ImportError as missing:
        raise NoSpark(engine=address) from missing
    builder: Any = SparkSession.builder.appName("wend").config("spark.ui.showConsoleProgress", "false")
    if address.startswith(_CONNECT):
        return builder.remote(address).getOrCreate()
    if address != WHATEVER_RUNS:
        builder = builder.master(address)
    return builder.getOrCreate()


class Cluster(Machine):
    """A machine whose walks run on executors. `versions` are those of the journal's buckets, `shelf` is a folder that
    the executors reach.
    """

    def __init__(
        self,
        journal: Journal,
        versions: Sequence[str],
        engine: str,
        shelf: str,
        threads: int | None = None,
        left_out: Masks | None = None,
    ) -> None:
        super().__init__(journal, threads, left_out)
        self._versions, self._engine, self._shelf = tuple(versions), engine, Shelf(shelf)

    def _answered(
        self, fold: Fold[P, A], params: P, selection: Selection, lens: Lens | None, among: Members | None
    ) -> tuple[A, Cells]:
        chosen = self._reading.chosen(selection, lens, among.masks if among else None, masked=False)
        kind = type(fold.blank(params))
        parts = [
            (kind(*map(unpacked, row["answer"])), unpacked(row["tally"]))
            for row in self._run(fold, params, chosen, lens, None)
        ]
        return merged(fold, parts or [(fold.blank(params), np.zeros(3, np.int64))])

    def _found(
        self,
        fold: Fold[P, A],
        params: P,
        cells: Callable[[A], Cells],
        selection: Selection,
        lens: Lens | None,
        among: Members | None,
    ) -> Masks:
        chosen = self._reading.chosen(selection, lens, among.masks if among else None, masked=True)
        masks = [np.zeros(len(bucket.offsets) - 1, np.bool_) for bucket in self.journal.buckets]
        for row in self._run(fold, params, chosen, lens, cells):
            for number, bits in zip(row["buckets"], row["members"], strict=True):
                masks[number] = Bits(bits, len(masks[number])).mask()
        return tuple(masks)

    def _run(
        self,
        fold: Fold[P, A],
        params: P,
        chosen: Sequence[Chosen | None],
        lens: Lens | None,
        cells: Callable[[A], Cells] | None,
    ) -> list[dict[str, Any]]:
        """One row per task that had something to do."""
        budget = budgets.current()
        blank = fold.blank(params)
        budget.allow(sum(field.nbytes for field in blank))
        files = put_out(self._shelf, self.journal.buckets, self._versions, self.threads)
        home = lens is not None and (bool(lens.tested) or any((lens.steps, lens.marks, lens.stood)))
        codes = self._codes(lens, files) if lens is not None and home else [""] * len(files)
        shares = [
            Share(
                file,
                code,
                len(bucket.offsets) - 1,
                None if mine is None or mine.customers.all() else Bits.of(mine.customers),
            )
            for file, code, bucket, mine in zip(files, codes, self.journal.buckets, chosen, strict=True)
        ]
        events = next((each._replace(customers=each.customers[:0]) for each in chosen if each is not None), None)
        read = None if lens is None or home else _read(lens)
        cut = Cut.of_view(blank, cells(blank)) if cells else None
        task = Task(fold.key, params, self._shelf, tuple(shares), events, read, cut)
        try:
            rows = self._collected(task, [number for number, file in enumerate(files) if file], budget)
        finally:
            if lens is not None and lens.marks is not None:
                self._shelf.drop([code for code in codes if code])
        for row in rows:
            if row["digest"] != sources_digest():
                raise ClusterDiffers(engine=self._engine)
        return rows

    def _codes(self, lens: Lens, files: Sequence[str]) -> list[str]:
        """Files with the codes of events as a lens reads them that needs what is only here: properties of events, or
        the marks of one question.
        """
        there, names = self._shelf.names(), []
        for number, file in enumerate(files):
            name = file and f"{CODES}{self._named(lens, number)}-{file}"
            if name and name not in there:
                seen = self._reading.columns(number, lens)
                stood = {} if lens.stood is None else {"stood": seen.stood}
                self._shelf.put(name, {"step": seen.step, "about": seen.about} | stood)
            names.append(name)
        return names

    def _named(self, lens: Lens, number: int) -> str:
        """What tells codes of the same bucket apart: the lens, or the codes themselves where they have no version."""
        told = hashlib.blake2b(lens.version.encode(), digest_size=8)
        if lens.marks is not None:
            seen = self._reading.columns(number, lens)
            told.update(seen.step.data)
            told.update(seen.about.data)
        return told.hexdigest()

    def _collected(self, task: Task, numbers: Sequence[int], budget: budgets.Budget) -> list[dict[str, Any]]:
        budget.check()
        if not numbers:
            return []
        spark, tag = session(self._engine), f"wend-{id(task)}"
        connected = self._engine.startswith(_CONNECT)  # which does not tell how many cores it has
        cores = len(numbers) if connected else spark.sparkContext.defaultParallelism

        def collect() -> Any:
            spark.addTag(tag)
            try:
                return _frame(spark, cores, task, numbers).toArrow()
            finally:
                spark.removeTag(tag)

        pool = ThreadPoolExecutor(1)
        waiting = pool.submit(collect)
        try:
            while True:
                try:
                    return list(waiting.result(_LOOK_S).to_pylist())
                except NotYet:
                    budget.check()
        except _failures() as failed:
            raise ClusterFailed(engine=self._engine, reason=_told(str(failed))) from failed
        finally:
            if not waiting.done():
                spark.interruptTag(tag)
            pool.shutdown(wait=False)  # nobody waits for an executor that does not hear


def _failures() -> tuple[type[Exception], ...]:
    """What Spark raises; a Spark Connect client may lack the bridge to Java."""
    from pyspark.errors import PySparkException

    try:
        from py4j.protocol import Py4JError
    except ImportError:
        return (PySparkException,)
    return (PySparkException, Py4JError)


def _frame(spark: Any, cores: int, task: Task, numbers: Sequence[int]) -> Any:
    """A frame whose partitions are runs of buckets. Few answers travel, and a lost one costs little to make again."""
    tasks = max(1, min(len(numbers), cores * _TASKS_PER_CORE))

    def work(batches: Any) -> Any:
        return task(batches, numbers)

    return spark.range(0, len(numbers), 1, tasks).mapInArrow(work, SCHEMA)


def _read(lens: Lens) -> Read:
    """The tables of a lens without property tests, narrowing included."""
    about = np.append(lens.about, np.uint16(NOT_COVERED))
    table = lens.table
    return Read(table, about) if lens.recode is None else Read(lens.recode[table], lens.recode[about])


def _told(text: str) -> str:
    """The line of a long story that names what went wrong, Java's stack left out."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    lines = [line for line in lines if not line.startswith(("at ", "Caused by", "..."))]
    return ([line for line in lines if "Error" in line or "Exception" in line] or lines or [""])[-1][:300]
