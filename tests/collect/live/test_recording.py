"""Laws of taking events in: how they are cut into requests, repeated and grouped changes nothing, and all is kept or
none.
"""

from __future__ import annotations

import tracemalloc
import zlib
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st
from sqlalchemy import func, select

from tests.collect.live.sending import event, opened
from wend.collect.live import facade as live
from wend.collect.live.model import MOST_BODY
from wend.collect.live.recording import Recorder
from wend.collect.live.refusals import InvalidGzip, NotStored, Overloaded, PayloadTooLarge
from wend.kit.clock import FixedClock
from wend.kit.errors import WendError
from wend.log import failpoints, inbox
from wend.store.facade import tables
from wend.web.collecting.pacing import Pace
from wend.web.collecting.receiving import unpacked
from wend.workspaces.facade import Workspace

NAMES = st.sampled_from(["product.viewed", "cart.filled", "order.placed"])
MESSAGES = st.lists(
    st.builds(
        lambda name, person, device, minute: event(
            event=name, userId=person, anonymousId=device, timestamp=f"2026-07-01T10:{minute:02}:00Z"
        ),
        NAMES,
        st.sampled_from(["A", "B", None]),
        st.sampled_from(["x", "y"]),
        st.integers(0, 59),
    ),
    max_size=12,
)
SOURCES = count()


def delivery(workspace: Workspace, source: str, messages: list[Any]) -> live.Delivery:
    """Messages of one request, checked."""
    intake = object.__new__(live.Intake)  # checks without a writing thread
    intake.__dict__.update(_workspace=workspace, _protected=())
    envelope = live.Envelope(messages, None, None, None, {}, odd=True)
    return intake.checked(envelope, live.Sender(source), 0)


def rows(workspace: Workspace, source: str) -> set[tuple[Any, ...]]:
    """What the log was promised, but for when it came; events that are there twice would be two."""
    with workspace.store.reading(workspace.name) as reading:
        held = [row for each in inbox.promised(reading, 0, 10**9) for row in each.rows if row["source"] == source]
    kept = [
        tuple(value for name, value in row.items() if name not in ("received_at", "event_id", "source")) for row in held
    ]
    assert len({row["event_id"] for row in held}) == len(held)
    return set(kept)


def everything(workspace: Workspace) -> dict[str, int]:
    """How many rows each table has that a request may touch."""
    touched = (tables.marks, tables.inbox, tables.quarantine, tables.identity_links, tables.identifiers,
               tables.source_counts, tables.accounts, tables.account_members, tables.counters)  # fmt: skip
    with workspace.store.reading(workspace.name) as reading:
        return {
            table.name: int(reading.rows(select(func.count()).where(table.c.workspace == reading.workspace))[0][0])
            for table in touched
        }


@settings(max_examples=40)
@given(MESSAGES, st.data())
def test_any_cut_any_repeat_and_any_grouping_give_the_same_log(
    workspace: Workspace, messages: list[dict[str, Any]], data: st.DataObject
) -> None:
    named = [message | {"messageId": f"m-{place}"} for place, message in enumerate(messages)]
    whole, cut = f"whole-{next(SOURCES)}", f"cut-{next(SOURCES)}"
    Recorder(workspace).record([delivery(workspace, whole, named)])
    requests: list[list[Any]] = []
    rest = named
    while rest:
        size = data.draw(st.integers(1, len(rest)))
        requests += [rest[:size]] * data.draw(st.integers(1, 3))
        rest = rest[size:]
    order = data.draw(st.permutations(requests))
    group = data.draw(st.integers(1, 4))
    told = [delivery(workspace, cut, request) for request in order]
    accepted = 0
    for start in range(0, len(told), group):
        accepted += sum(each.accepted for each in Recorder(workspace).record(told[start : start + group]))
    assert accepted == len(named)
    assert rows(workspace, cut) == rows(workspace, whole)


@pytest.fixture
def armed() -> Iterator[list[str]]:
    """Places in the code where the next transaction breaks."""
    places: list[str] = []

    def reached(name: str) -> None:
        if name in places:
            raise OSError(name)

    failpoints.on_reached = reached
    yield places
    failpoints.on_reached = None


def test_a_group_is_kept_whole_or_not_at_all(data_dir: Path, clock: FixedClock, armed: list[str]) -> None:
    workspace = opened(data_dir, clock)
    recorder = Recorder(workspace)
    group = [
        delivery(workspace, "web", [event(messageId="a", anonymousId="d"), {"type": "dance", "messageId": "q"}]),
        delivery(workspace, "app", [{"type": "group", "userId": "KH1", "groupId": "acme", "traits": {"size": 3}}]),
    ]
    before = everything(workspace)
    armed.append("before_commit")
    with pytest.raises(OSError, match="before_commit"):
        recorder.record(group)
    assert everything(workspace) == before
    armed.clear()
    assert [outcome.accepted for outcome in recorder.record(group)] == [1, 1]
    kept = everything(workspace)
    armed.append("after_commit")
    with pytest.raises(OSError, match="after_commit"):
        recorder.record(group[:1])
    assert everything(workspace)["inbox"] == kept["inbox"]


def offered(intake: live.Intake, given: live.Delivery) -> Future[live.Outcome | WendError]:
    """What will have become of a delivery."""
    written: Future[live.Outcome | WendError] = Future()
    intake.offer(given, written.set_result)
    return written


def test_many_senders_share_the_writer_and_each_learns_its_own(data_dir: Path, clock: FixedClock) -> None:
    workspace = opened(data_dir, clock)
    intake = live.Intake(workspace)
    given = [delivery(workspace, f"s{n % 3}", [event(messageId=f"m-{n}-{k}") for k in range(n % 4)]) for n in range(60)]
    with ThreadPoolExecutor(8) as pool:
        results = [each.result(timeout=60) for each in pool.map(lambda each: offered(intake, each), given)]
    intake.close()
    assert [outcome.accepted for outcome in results if isinstance(outcome, live.Outcome)] == [n % 4 for n in range(60)]


def test_a_broken_write_is_told_and_the_writer_goes_on(data_dir: Path, clock: FixedClock, armed: list[str]) -> None:
    workspace = opened(data_dir, clock)
    intake = live.Intake(workspace)
    given = delivery(workspace, "web", [event(messageId="m")])
    armed.append("before_commit")
    assert isinstance(offered(intake, given).result(timeout=60), NotStored)
    armed.clear()
    told = offered(intake, given).result(timeout=60)
    intake.close()
    assert isinstance(told, live.Outcome)
    assert told.accepted == 1


def test_the_queue_is_bounded(data_dir: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("wend.collect.live.committing.MOST_WAITING", 10)
    workspace = opened(data_dir, clock)
    intake = live.Intake(workspace)
    waiting: list[Future[live.Outcome | WendError]] = []
    with workspace.store.work(workspace.name), pytest.raises(Overloaded):  # nobody else can write meanwhile
        waiting.extend(offered(intake, delivery(workspace, "web", [event(messageId=f"m-{n}")])) for n in range(30))
    assert [each.result(timeout=60) for each in waiting] == [live.Outcome(accepted=1)] * len(waiting)
    intake.close()
    assert 10 <= len(waiting) < 30


def test_a_bomb_is_not_inflated() -> None:
    bomb = zlib.compress(bytes(100 * 1024 * 1024), 9, wbits=31)
    tracemalloc.start()
    with pytest.raises(PayloadTooLarge):
        unpacked(bomb, "gzip")
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak <= 2 * MOST_BODY


@given(st.binary(max_size=300), st.integers(1, 1_500), st.integers(0, 9))
def test_what_was_packed_is_unpacked_whatever_its_size(piece: bytes, times: int, level: int) -> None:
    plain = b"{" + piece * times
    if len(plain) <= MOST_BODY:
        packed = zlib.compress(plain, level, wbits=31)
        assert unpacked(packed, "gzip") == plain
        with pytest.raises(InvalidGzip):
            unpacked(packed[:-3], "gzip")


@given(st.lists(st.tuples(st.integers(1, 30), st.integers(0, 5)), max_size=60))
def test_no_sender_gets_more_than_its_rate(requests: list[tuple[int, int]]) -> None:
    pace, now, taken = Pace(10), 0.0, 0
    for amount, pause in requests:
        now += pause
        wait = pace.wait("web", amount, now)
        assert wait >= 0
        taken += 0 if wait else amount
        assert taken <= 20 + 10 * now + 30  # the bucket, what flowed in, and one request that went into debt
