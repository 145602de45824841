"""A task on Spark: its session, its rows, how far it is, and that it is taken back when nobody waits for it.

Only Spark's frames are used for the rows, so a classic session and a Spark Connect one serve alike; a classic one also
tells how far it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor, TimeoutError as NotYet
from functools import cache, lru_cache
from typing import Any

from wend.engines import budgets
from wend.engines.errors import ClusterFailed, NoSpark
from wend.engines.executor import SCHEMA, Task

WHATEVER_RUNS = "spark"
"""The address of the session that is already there: under spark-submit, in a notebook of a hosted Spark."""
_CONNECT = "sc://"
_LOOK_S = 0.2
_SETTINGS = {
    "spark.ui.showConsoleProgress": "false",
    "spark.python.daemon.module": "wend.engines.daemon",
    "spark.locality.wait": "500ms",  # who has a bucket nearby is worth a while, not Spark's three seconds
    "spark.sql.adaptive.enabled": "false",  # one step without a shuffle: there is nothing to adapt
    "spark.sql.codegen.wholeStage": "false",  # to compile it takes longer than to run it over a few numbers
}
"""Of a session that is made here; one that is there already keeps its own."""


@cache
def session(address: str) -> Any:
    """The Spark session of an address (`spark://…`, `local[2]`, `yarn`, `k8s://…`, `sc://…`); one per process. Raises
    NoSpark.
    """
    try:
        from pyspark.sql import SparkSession
    except ImportError as missing:
        raise NoSpark(engine=address) from missing
    builder: Any = SparkSession.builder.appName("wend")
    if address.startswith(_CONNECT):
        return builder.remote(address).getOrCreate()
    if address == WHATEVER_RUNS:
        return builder.getOrCreate()
    for name, value in _SETTINGS.items():
        builder = builder.config(name, value)
    return builder.master(address).getOrCreate()


def rows_of(engine: str, task: Task, numbers: Sequence[int], events: int) -> list[dict[str, Any]]:
    """What a task says of the buckets of these numbers, which hold so many events: one row per part that had something
    to do. Raises ClusterFailed, and what the current budget raises.
    """
    budget = budgets.current()
    budget.check()
    if not numbers:
        return []
    spark, tag = session(engine), f"wend-{id(task)}"
    connected = engine.startswith(_CONNECT)  # which does not tell how many cores it has, or how far it is
    cores = len(numbers) if connected else spark.sparkContext.defaultParallelism

    def collect() -> Any:
        spark.addTag(tag)
        if not connected:
            spark.sparkContext.setJobGroup(tag, tag)  # a name by which its stages are found while they run
        try:
            return _frame(spark, cores, task, numbers).toArrow()
        finally:
            spark.removeTag(tag)

    pool = ThreadPoolExecutor(1)
    budget.progress.begin(events)
    waiting, passed = pool.submit(collect), 0
    try:
        while True:
            try:
                found = list(waiting.result(_LOOK_S).to_pylist())
                budget.progress.passed(events - passed)
                if not connected and len({row["place"] for row in found}) < min(len(found), _executors(spark)):
                    _deal_again(spark, len(numbers), _tasks(cores, numbers))
                return found
            except NotYet:
                budget.check()
                now = 0 if connected else int(events * _share_done(spark.sparkContext.statusTracker(), tag))
                budget.progress.passed(max(0, now - passed))
                passed = max(now, passed)
    except _failures() as failed:
        raise ClusterFailed(engine=engine, reason=_told(str(failed))) from failed
    finally:
        if not waiting.done():
            spark.interruptTag(tag)
        pool.shutdown(wait=False)  # nobody waits for an executor that does not hear


def _executors(spark: Any) -> int:
    """How many executors there are, without the driver."""
    return len(spark.sparkContext._jsc.sc().statusTracker().getExecutorInfos()) - 1


def _share_done(tracker: Any, group: str) -> float:
    """Which part of a group's tasks is done, 0 to 1; stages that Spark has forgotten do not count."""
    jobs = [tracker.getJobInfo(job) for job in tracker.getJobIdsForGroup(group)]
    stages = [tracker.getStageInfo(stage) for job in jobs if job for stage in job.stageIds]
    known = [stage for stage in stages if stage]
    done = float(sum(stage.numCompletedTasks for stage in known))
    return done / max(1.0, float(sum(stage.numTasks for stage in known)))


def _failures() -> tuple[type[Exception], ...]:
    """What Spark raises; a Spark Connect client may lack the bridge to Java."""
    from pyspark.errors import PySparkException

    try:
        from py4j.protocol import Py4JError
    except ImportError:
        return (PySparkException,)
    return (PySparkException, Py4JError)


def _frame(spark: Any, cores: int, task: Task, numbers: Sequence[int]) -> Any:
    """A frame whose partitions are runs of buckets, one for every core: to begin a task takes Spark longer than to walk
    many a bucket.
    """

    def work(batches: Any) -> Any:
        return task(batches, numbers)

    return places(spark, len(numbers), _tasks(cores, numbers)).mapInArrow(work, SCHEMA)


def _tasks(cores: int, numbers: Sequence[int]) -> int:
    return max(1, min(len(numbers), cores))


@lru_cache(maxsize=8)
def places(spark: Any, many: int, tasks: int) -> Any:
    """The numbers below `many` in so many partitions. Spark keeps each partition with the executor that had it first,
    and gives its next task to the same one: that has the columns nearby.
    """
    made = spark.range(0, many, 1, tasks)
    try:
        return made.persist()
    except _failures():  # some hosted Sparks keep nothing
        return made


def _deal_again(spark: Any, many: int, tasks: int) -> None:
    """Let the next question lay out its partitions anew, because somebody was not there when they were dealt out."""
    places(spark, many, tasks).unpersist()
    places.cache_clear()


def _told(text: str) -> str:
    """The line of a long story that names what went wrong, Java's stack left out."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    lines = [line for line in lines if not line.startswith(("at ", "Caused by", "..."))]
    return ([line for line in lines if "Error" in line or "Exception" in line] or lines or [""])[-1][:300]
