"""Background work: when it is worth it, once, by one of many; and nothing heavy is loaded to do nothing."""

from __future__ import annotations

import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select

from wend.bootstrap import open_workspace
from wend.kit.clock import FixedClock, epoch_micros
from wend.kit.ids import CountingIds
from wend.kit.settings import Settings
from wend.log import inbox, live
from wend.outbox import facade as outbox
from wend.segments import facade as segments
from wend.store import tasks
from wend.store.facade import StoreAway, tables
from wend.store.tasks import Claimed
from wend.worker.kinds import STANDING, Done, Kind
from wend.worker.worker import BROKEN, Worker
from wend.workspaces.facade import Workspace

RAN: list[str] = []
PERSON = "Nguyễn Thị Lan, 0901 234 567"


@pytest.fixture
def here(data_dir: Path, clock: FixedClock) -> Workspace:
    RAN.clear()
    return open_workspace(Settings(data=data_dir), clock, CountingIds())


def promise(here: Workspace, events: int) -> None:
    """Live events, as the collector promises them."""
    at = epoch_micros(here.clock.now())
    with here.store.work(here.name) as work:
        first = work.numbers("test.events", events)
        live.promise(work, [_event(first + number, at) for number in range(events)])


def _event(number: int, at: int) -> live.LiveRow:
    return {
        "event_id": number, "subject": f"customer:{number % 7}", "identifiers": None, "event": "page.viewed",
        "channel": "web", "occurred_at": at, "received_at": at, "rating": None, "expectation": None, "about": None,
        "amount": None, "currency": None, "source": "web", "properties": None,
    }  # fmt: skip


def waiting(here: Workspace) -> int:
    with here.store.reading(here.name) as reading:
        return inbox.load(reading)[0]


def kind(name: str, **more: object) -> Kind:
    return Kind(name, f"{__name__}:{name}", **more)  # type: ignore[arg-type]  # fields of Kind


def note(workspace: Workspace, claimed: Claimed) -> None:
    RAN.append(claimed.name)


def slow(workspace: Workspace, claimed: Claimed) -> Done:
    """Takes longer than its lease, as far as the clock knows."""
    clock = workspace.clock
    assert isinstance(clock, FixedClock)
    clock.advance(timedelta(hours=2))
    other = Worker(workspace, [kind("note", period_s=60)])
    with workspace.store.work(workspace.name) as work:
        tasks.schedule(work, "note", "note", 0, 60)
    assert other.run_due() == 1
    return Done(details='{"seen": 1}')


def refusing(workspace: Workspace, claimed: Claimed) -> None:
    raise StoreAway(path="somewhere", reason="gone")


def breaking(workspace: Workspace, claimed: Claimed) -> None:
    raise ValueError(PERSON)


def test_a_few_events_wait_for_half_a_minute(here: Workspace, clock: FixedClock) -> None:
    worker = Worker(here)
    promise(here, 3)
    assert (worker.run_due(), waiting(here)) == (0, 3)
    clock.advance(timedelta(seconds=30))
    assert (worker.run_due(), waiting(here)) == (1, 0)
    assert here.log.journal_at_hand().events == 3


def test_many_events_wait_for_nobody(here: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("wend.worker.moving.MANY", 10)
    promise(here, 10)
    assert (Worker(here).run_due(), waiting(here)) == (1, 0)


def test_two_workers_share_the_tasks(here: Workspace) -> None:
    kinds = [kind("note", period_s=60)]
    one, two = Worker(here, kinds), Worker(here, kinds)
    one.run_due()
    with here.store.work(here.name) as work:
        tasks.wake(work, "note", 0)
    assert one.run_due() + two.run_due() == 1
    assert RAN == ["note"]


def test_what_a_worker_did_not_finish_another_takes_up(here: Workspace, clock: FixedClock) -> None:
    kinds = [kind("note", period_s=60)]
    Worker(here, kinds).run_due()
    clock.advance(timedelta(seconds=60))
    now = epoch_micros(clock.now())
    assert tasks.claim(here.store, here.name, ["note"], "killed", now, lease_s=60) is not None
    assert Worker(here, kinds).run_due() == 0
    clock.advance(timedelta(seconds=60))
    assert Worker(here, kinds).run_due() == 1


def test_a_worker_that_was_paused_leaves_the_task_to_its_new_holder(here: Workspace) -> None:
    with here.store.work(here.name) as work:
        tasks.schedule(work, "slow", "slow", 0)
    assert Worker(here, [kind("slow"), kind("note")]).run_due() >= 1
    assert RAN == ["note"]


@pytest.mark.parametrize(("name", "code"), [("refusing", "store.away"), ("breaking", BROKEN)])
def test_what_fails_is_written_down_and_tried_again(
    here: Workspace, clock: FixedClock, caplog: pytest.LogCaptureFixture, name: str, code: str
) -> None:
    worker = Worker(here, [kind(name), kind("note")])
    with here.store.work(here.name) as work:
        tasks.schedule(work, name, name, 0)
        tasks.schedule(work, "note", "note", 1)
    assert worker.run_due() == 2
    assert RAN == ["note"]
    with here.store.reading(here.name) as reading:
        (task,) = tasks.every(reading, [name])
    assert (task.trouble, task.due_at - epoch_micros(clock.now())) == (code, 60_000_000)
    assert PERSON not in caplog.text


def test_old_marks_are_forgotten_in_portions(
    here: Workspace, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("wend.worker.forgetting.PART", 3)
    now = epoch_micros(clock.now())
    month = 30 * 86_400 * 1_000_000
    ages = [month + n for n in range(1, 8)] + [month, 0]
    with here.store.work(here.name) as work:
        rows = [
            {"source": "web", "mark": bytes([n] * 16), "content": b"", "at": now - age} for n, age in enumerate(ages)
        ]
        work.add(tables.marks, rows)
        tasks.schedule(work, "forget", "forget", 0, 86_400)
    assert Worker(here).run_due() == 1
    with here.store.reading(here.name) as reading:
        left = reading.row(select(func.count()).select_from(tables.marks).where(tables.marks.c.workspace == here.name))
    assert left is not None
    assert left[0] == 2


def test_every_standing_kind_can_be_done(here: Workspace, clock: FixedClock) -> None:
    promise(here, 2)
    segments.create(here, "Seen", {"version": 1, "condition": {"did": {"event": "page.viewed"}}}, "test")
    worker = Worker(here)
    worker.run_due()
    promise(here, 2)
    segments.recount(here, "seen", "test")
    clock.advance(timedelta(days=1))
    with here.store.work(here.name) as work:
        outbox.promise(work, "alert_email", "k", "a", {"to": "lan@shop.vn", "subject": "x", "text": "x"})
    assert worker.run_due() == len(STANDING)
    with here.store.reading(here.name) as reading:
        done = {task.name: task.trouble for task in tasks.every(reading)}
    assert done == {kind.name: "" for kind in STANDING}


def test_a_worker_with_nothing_to_do_loads_nothing_heavy(data_dir: Path) -> None:
    heavy = "{'pyarrow', 'deltalake', 'duckdb', 'numba', 'numpy', 'alembic'} & sys.modules.keys()"
    script = f"""
import sys
from wend.bootstrap import open_workspace
from wend.kit.settings import Settings
from wend.worker.worker import Worker
from pathlib import Path
Worker(open_workspace(Settings(data=Path({str(data_dir)!r})))).run_due()
sys.exit(str({heavy} or ''))
"""
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert ran.stderr.strip() == ""


def test_the_loop_ends_when_it_is_asked_to(here: Workspace) -> None:
    with here.store.work(here.name) as work:
        tasks.schedule(work, "note", "note", 0)
    worker = Worker(here, [kind("note")])
    worker.start()
    for _ in range(200):
        if RAN:
            break
        worker._stopping.wait(0.05)
    worker.stop()
    assert RAN == ["note"]
    assert worker._thread is not None
    assert not worker._thread.is_alive()
