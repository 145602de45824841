"""A real Spark cluster gives the machine's answers, cell for cell, even when a worker dies half-way."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
import pytest

from tests.cli.terminal import COLUMNS, SHOP, Terminal
from tests.engines.standalone import Standalone, missing, standalone, until
from tests.engines.test_executor import LENGTHS, lens
from tests.folds.journals import CODES, Event, MemoryJournal, journal
from tests.laws.test_fold_laws import same
from wend.bootstrap import open_workspace
from wend.domain.selection import Selection
from wend.engines import jobs
from wend.engines.budgets import Budget, within
from wend.engines.cluster import Cluster
from wend.engines.errors import Cancelled, ClusterFailed
from wend.engines.machine import Machine, Members
from wend.folds import funnel, reach, sessions, transitions
from wend.folds.contract import Fold
from wend.folds.funnel import FUNNEL
from wend.folds.reach import REACH
from wend.folds.sessions import SESSIONS
from wend.folds.transitions import TRANSITIONS
from wend.kit.settings import Settings
from wend.questions import facade as questions

pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(300),
    pytest.mark.skipif(missing() != "", reason=missing()),
    pytest.mark.filterwarnings("ignore"),  # of PySpark about itself; answers are compared, not warnings
]
BUCKETS = 8
QUESTIONS: list[tuple[Fold[Any, Any], Any]] = [
    (FUNNEL, funnel.params([[0], [1, 2], [3]], CODES, 7 * 86_400)),
    (SESSIONS, sessions.params(1_800)),
    (TRANSITIONS, transitions.TransitionsParams(CODES, 16, 1)),  # too small: it must be asked again with more room
]


def many(customers: int, seed: int = 3) -> list[list[Event]]:
    """Journeys of one to forty events."""
    random, found = Random(seed), []
    for _ in range(customers):
        at, journey = 1_700_000_000, []
        for _ in range(random.randint(1, 40)):
            at += random.choice([0, 1, 60, 3_600, 86_400, 40 * 86_400])
            journey.append(Event(random.randrange(CODES), at, random.randrange(3), amount=random.randrange(500)))
        found.append(journey)
    return found


@pytest.fixture(scope="module")
def log() -> MemoryJournal:
    return journal(many(600), buckets=BUCKETS)


@pytest.fixture(scope="module")
def spark(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Standalone]:
    with standalone(tmp_path_factory.mktemp("spark")) as cluster:
        session = jobs.session(cluster.url)
        until(lambda: all(cluster.executor(worker) for worker in (0, 1)) and executors(session) == 2)
        yield cluster
        session.stop()


@pytest.fixture(scope="module")
def asked(spark: Standalone, log: MemoryJournal, tmp_path_factory: pytest.TempPathFactory) -> Cluster:
    return Cluster(log, ["1-a"] * BUCKETS, spark.url, str(tmp_path_factory.mktemp("shelf")), 1)


def executors(session: Any) -> int:
    return int(session.sparkContext._jsc.sc().getExecutorMemoryStatus().size()) - 1  # the driver is among them


@pytest.mark.parametrize(("fold", "params"), QUESTIONS, ids=[fold.key for fold, _ in QUESTIONS])
def test_the_cluster_answers_what_the_machine_answers(
    asked: Cluster, log: MemoryJournal, fold: Fold[Any, Any], params: Any
) -> None:
    budget = Budget()
    with within(budget):
        there = asked.answer(fold, params)
    here = Machine(log, 1).answer(fold, params)
    assert budget.progress.told().share == 1.0
    same(fold, there.answer, here.answer)
    assert (there.customers, there.events, repr(there.params)) == (here.customers, here.events, repr(here.params))


def test_lens_selection_and_chosen_customers_reach_the_executors(asked: Cluster, log: MemoryJournal) -> None:
    LENGTHS.update({number: len(bucket.event) for number, bucket in enumerate(log.buckets)})
    web = Selection(from_at=1_700_000_000 + 3_600, channels=("web", "shop"))
    some = Members(tuple(np.arange(len(bucket.offsets) - 1) % 3 > 0 for bucket in log.buckets), log)
    here, params, through = Machine(log, 1), reach.params(CODES), lens(tested=True)
    there = asked.answer(REACH, params, web, through, some)
    same(REACH, there.answer, here.answer(REACH, params, web, through, some).answer)
    opened = [
        list(each.members(REACH, params, lambda a: a.customers[1:2], web, through, some).ids())
        for each in (asked, here)
    ]
    assert opened[0] == opened[1] != []


def test_a_workspace_asks_the_cluster_of_its_settings(spark: Standalone, tmp_path: Path) -> None:
    with pytest.MonkeyPatch.context() as patch:
        assert Terminal(patch, tmp_path)("import", SHOP / "events.csv", *COLUMNS).status == 0
    settings = Settings(data=tmp_path, engine=spark.url)
    shop = open_workspace(settings)
    steps = "product.viewed > cart.filled > order.placed"
    answer = questions.ask(shop, "funnel", {"steps": steps, "within": "7d"})
    assert [row["customers"] for row in answer.rows] == [4, 3, 1]
    assert list((tmp_path / "workspaces").rglob("executors/*.parquet"))
    assert len(questions.members(shop, "funnel", {"steps": steps, "within": "7d"}, {"step": "2"})) == 3
    shop.store.close()


def test_what_fails_on_an_executor_is_told(asked: Cluster) -> None:
    fold, params = QUESTIONS[0]
    with pytest.raises(ClusterFailed) as failed:
        asked.answer(replace(fold, key="nobody knows it"), params)
    assert "nobody knows it" in failed.value.cause("en")


faults = pytest.mark.skipif(
    "WEND_CLUSTER_FAULTS" not in os.environ, reason="freezes executors; `make cluster` does, beside nothing else"
)


@faults
def test_a_question_nobody_waits_for_is_taken_back(spark: Standalone, asked: Cluster) -> None:
    budget = Budget()

    def ask() -> None:
        with within(budget), pytest.raises(Cancelled):
            asked.answer(REACH, reach.params(CODES))

    with spark.frozen(0), ThreadPoolExecutor(1) as pool:
        waiting = hanging(pool, ask, jobs.session(spark.url))
        until(lambda: 0.4 < budget.progress.told().share < 1.0)
        budget.stop()
        waiting.result(60)


@faults
def test_a_question_survives_a_killed_worker(spark: Standalone, asked: Cluster, log: MemoryJournal) -> None:
    session, (fold, params) = jobs.session(spark.url), QUESTIONS[0]
    with spark.frozen(0), ThreadPoolExecutor(1) as pool:
        waiting = hanging(pool, lambda: asked.answer(fold, params), session)
        spark.kill(0)
        same(fold, waiting.result(120).answer, Machine(log, 1).answer(fold, params).answer)
    until(lambda: executors(session) == 1)


def hanging(pool: ThreadPoolExecutor, ask: Callable[[], Any], session: Any) -> Future[Any]:
    """A question of which only the part of the frozen executor is not answered."""
    for _ in range(9):
        waiting = pool.submit(ask)
        until(lambda: waiting.done() or only_the_frozen_are_left(session))  # noqa: B023  # looked at before the next
        if not waiting.done():
            return waiting
    raise AssertionError("the frozen executor never got a task") from waiting.exception()


def only_the_frozen_are_left(session: Any) -> bool:
    """Whether one executor has done all it could and the other one holds one task."""
    tracker = session.sparkContext.statusTracker()
    stages = [tracker.getStageInfo(number) for number in tracker.getActiveStageIds()]
    return any(each and each.numActiveTasks == 1 == each.numTasks - each.numCompletedTasks for each in stages)
