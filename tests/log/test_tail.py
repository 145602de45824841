"""The journal at hand and its tail together hold every event, whoever moves and refreshes when."""

from __future__ import annotations

from collections import Counter
from typing import Literal, get_args

from hypothesis import given, settings, strategies as st

from tests.log.world import Row, World, live_row
from wend.log import live
from wend.log.facade import Journal, Log

Step = Literal["promise", "file", "move", "refresh", "elsewhere", "look"]
STEPS = st.lists(st.sampled_from(get_args(Step)), max_size=14)
PEOPLE = ("customer:1", "customer:2", "device:x")


def _promise(world: World, log: Log, number: int) -> None:
    with world.store.work(log.workspace) as work:
        live.promise(work, [live_row(number, PEOPLE[number % 3], "page.viewed", number * 1_000_000)])


def _take(world: World, log: Log, other: Log, step: Step, number: int) -> None:
    if step == "promise":
        _promise(world, log, number)
    elif step == "file":
        world.bring(log, [Row("customer:1", "order.placed", number * 1_000_000)])
    elif step == "move":
        log.move()
    elif step == "refresh":
        log.journal(exact=True)
    elif step == "elsewhere":
        other.move()
        other.journal()


def _covered(journal: Journal) -> Counter[int]:
    return Counter(int(each) for bucket in journal.buckets for each in bucket.occurred_at)


def _seen(log: Log) -> Counter[int]:
    """Moments of all events, in the journal at hand and after it."""
    journal = log.journal_at_hand()
    tail = Counter(row["occurred_at"] // 1_000_000 for row in log.recent(PEOPLE, journal))
    return _covered(journal) + tail


@given(STEPS)
@settings(max_examples=60)
def test_nothing_is_missing_and_nothing_twice(world: World, steps: list[Step]) -> None:
    log = world.log()
    other, promised = world.again(log.workspace), Counter[int]()
    for number, step in enumerate(steps, 1):
        _take(world, log, other, step, number)
        promised.update([number] if step in ("promise", "file") else [])
        if step == "look":
            assert _seen(log) == promised
    assert _seen(log) == promised


def test_a_journal_in_use_keeps_its_tail_when_a_newer_one_comes(world: World) -> None:
    log = world.log()
    _promise(world, log, 1)
    held = log.journal_at_hand()
    _promise(world, log, 2)
    log.journal_at_hand()
    log.journal(exact=True)
    log.journal_at_hand()
    assert sum(_covered(held).values()) + len(log.recent(PEOPLE, held)) == 2


def test_a_live_event_needs_no_refresh(world: World) -> None:
    log = world.log()
    _promise(world, log, 1)
    before = log.journal_at_hand()
    _promise(world, log, 4)
    assert log.journal_at_hand() is before
    assert [row["event_id"] for row in log.recent(["customer:2"], before)] == [4]
    assert log.recent_subjects(before) == {"customer:2": 4_000_000}
