"""Tasks: one holder at a time, whoever pauses or dies; a late holder writes nothing. Searched by Hypothesis."""

from __future__ import annotations

import threading
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, settings, strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, initialize, invariant, multiple, rule

from wend.kit.clock import FixedClock, epoch_micros, from_epoch
from wend.store import tasks
from wend.store.facade import LeaseLost, Store
from wend.store.tasks import SECOND, Claimed

START = 1_780_000_000
LEASE_S = 10


@pytest.fixture
def store(data_dir: Path, clock: FixedClock) -> Store:
    return Store.open(data_dir, clock)


def now(store: Store) -> int:
    return epoch_micros(store.clock.now())


def claim(store: Store, holder: str = "a", kinds: tuple[str, ...] = ("move",)) -> Claimed | None:
    return tasks.claim(store, "main", kinds, holder, now(store), LEASE_S)


def scheduled(store: Store, name: str = "move", period_s: int = 60) -> None:
    with store.work("main") as work:
        tasks.schedule(work, name, "move", now(store), period_s)


def test_a_task_has_one_holder_and_comes_back_after_its_period(store: Store, clock: FixedClock) -> None:
    scheduled(store)
    mine = claim(store)
    assert mine is not None
    assert claim(store, "b") is None
    with store.work("main") as work:
        tasks.finish(work, mine, now(store))
    assert claim(store, "b") is None
    clock.advance(timedelta(seconds=60))
    again = claim(store, "b")
    assert again is not None
    assert again.token == mine.token + 1


def test_who_pauses_longer_than_the_lease_writes_nothing_afterwards(store: Store, clock: FixedClock) -> None:
    scheduled(store)
    paused = claim(store, "a")
    assert paused is not None
    clock.advance(timedelta(seconds=LEASE_S))
    taken = claim(store, "b")
    assert taken is not None
    with pytest.raises(LeaseLost), store.work("main") as work:
        tasks.schedule(work, "written by the late one", "move", 0)
        tasks.finish(work, paused, now(store))
    with store.work("main") as work:
        tasks.finish(work, taken, now(store), trouble="store.away")
    with store.reading("main") as reading:
        assert [(task.name, task.trouble, task.holder) for task in tasks.every(reading)] == [("move", "store.away", "")]


def test_what_is_woken_while_it_runs_runs_again(store: Store, clock: FixedClock) -> None:
    scheduled(store, period_s=3600)
    mine = claim(store)
    assert mine is not None
    clock.advance(timedelta(seconds=5))
    with store.work("main") as work:
        tasks.extend(work, mine, now(store), LEASE_S)
    clock.advance(timedelta(seconds=7))
    with store.work("main") as work:
        assert tasks.wake(work, "move", now(store))
        assert not tasks.wake(work, "nothing", now(store))
    assert claim(store, "b") is None
    with store.work("main") as work:
        tasks.finish(work, mine, now(store))
    assert claim(store, "b") is not None


def test_a_task_without_a_period_is_done_once(store: Store) -> None:
    scheduled(store, period_s=0)
    mine = claim(store)
    assert mine is not None
    with store.work("main") as work:
        tasks.finish(work, mine, now(store))
    with store.reading("main") as reading:
        assert tasks.every(reading) == []
        assert tasks.next_due(reading, ["move"]) is None


def test_scheduling_again_changes_the_period_and_not_the_turn(store: Store, clock: FixedClock) -> None:
    scheduled(store)
    first = now(store)
    clock.advance(timedelta(seconds=30))
    scheduled(store, period_s=5)
    with store.reading("main") as reading:
        (task,) = tasks.every(reading, ["move"])
        assert (task.due_at, task.period_s, tasks.next_due(reading, ["move"])) == (first, 5, first)


def test_of_many_workers_each_task_gets_one(store: Store) -> None:
    for number in range(20):
        scheduled(store, f"move:{number}")
    got: list[str] = []

    def work_on(holder: str) -> None:
        while (mine := claim(store, holder)) is not None:
            got.append(mine.name)

    threads = [threading.Thread(target=work_on, args=(f"w{n}",)) for n in range(4)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    # A worker that meets others at the last task may leave before they are done; what is taken is taken once.
    assert len(got) == len(set(got))
    while (mine := claim(store, "last")) is not None:
        got.append(mine.name)
    assert sorted(got) == sorted(f"move:{number}" for number in range(20))


class Workers(RuleBasedStateMachine):
    """Two workers, three tasks, one clock; the model is a plain dictionary of who was lent what last."""

    held = Bundle("held")

    @initialize()
    def begin(self) -> None:
        self.folder = TemporaryDirectory()
        self.clock = FixedClock(from_epoch(START))
        self.store = Store.open(Path(self.folder.name), self.clock)
        self.lent: dict[str, Claimed] = {}
        self.done: list[tuple[str, int]] = []
        for name in ("a", "b", "c"):
            scheduled(self.store, name, period_s=7)

    @rule(target=held, holder=st.sampled_from(["one", "two"]))
    def borrow(self, holder: str) -> object:
        claimed = claim(self.store, holder)
        if claimed is None:
            return multiple()
        before = self.lent.get(claimed.name)
        assert before is None or before.lease_until <= now(self.store)
        assert before is None or claimed.token > before.token
        self.lent[claimed.name] = claimed
        return claimed

    @rule(claimed=consumes(held), trouble=st.sampled_from(["", "store.away"]))
    def give_back(self, claimed: Claimed, trouble: str) -> None:
        valid = self.lent.get(claimed.name) == claimed
        try:
            with self.store.work("main") as work:
                tasks.finish(work, claimed, now(self.store), trouble=trouble)
        except LeaseLost:
            assert not valid
        else:
            assert valid
            assert (claimed.name, claimed.token) not in self.done
            self.done.append((claimed.name, claimed.token))
            del self.lent[claimed.name]

    @rule(seconds=st.integers(1, 15))
    def wait(self, seconds: int) -> None:
        self.clock.advance(timedelta(seconds=seconds))

    @rule(name=st.sampled_from(["a", "b", "c"]))
    def ask_again(self, name: str) -> None:
        with self.store.work("main") as work:
            tasks.wake(work, name, now(self.store))

    @invariant()
    def nobody_waits_for_ever(self) -> None:
        with self.store.reading("main") as reading:
            due = tasks.next_due(reading, ["move"])
        assert due is not None
        assert due <= now(self.store) + LEASE_S * SECOND

    def teardown(self) -> None:
        self.store.close()
        self.folder.cleanup()


TestWorkers = Workers.TestCase
TestWorkers.settings = settings(
    max_examples=15, stateful_step_count=30, suppress_health_check=[HealthCheck.too_slow], deadline=None
)
