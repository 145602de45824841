"""The outbox: whatever is killed, nothing is lost, lanes keep their order, and a key tells a repeat."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings, strategies as st

from wend.kit.clock import FixedClock
from wend.kit.errors import Mistake, Trouble
from wend.outbox import facade as outbox
from wend.outbox.facade import MOST_ATTEMPTS, Promised
from wend.store.facade import Store

NOON = datetime(2026, 7, 1, 12, tzinfo=UTC)
FATES = ("sent", "away", "killed before", "killed after")


class Killed(BaseException):
    """The process ends here."""


class Away(Trouble):
    """The receiver does not answer."""

    code = "channels.not_reached"


class Refused(Mistake):
    """The receiver never will."""

    code = "channels.hook_refused"


@pytest.fixture
def store(data_dir: Path, clock: FixedClock) -> Store:
    return Store.open(data_dir, clock)


def promise(store: Store, key: str, lane: str = "a") -> bool:
    with store.work("main") as work:
        return outbox.promise(work, "mail", key, lane, {"text": key})


def drain(store: Store, send: Callable[[Promised], None], holder: str = "one") -> int:
    return outbox.drain(store, "main", {"mail": send}, holder, store.clock, within_s=60)


def states(store: Store, *lanes: str) -> list[tuple[str, int]]:
    with store.reading("main") as reading:
        return [(each.state, each.attempts) for each in reversed(outbox.standing(reading, lanes or ("a",), 1_000))]


@settings(max_examples=25)
@given(st.lists(st.sampled_from("abc"), max_size=7), st.lists(st.sampled_from(FATES), max_size=14))
def test_whatever_is_killed_nothing_is_lost(lanes: list[str], fates: list[str]) -> None:
    clock, arrived, left = FixedClock(NOON), list[Promised](), list(fates)

    def send(promised: Promised) -> None:
        fate = left.pop(0) if left else "sent"
        if fate == "away":
            raise Away(place="x", reason="x")
        if fate == "killed before":
            raise Killed
        arrived.append(promised)
        if fate == "killed after":
            raise Killed

    with TemporaryDirectory() as folder:
        store = Store.open(Path(folder), clock)
        for number, lane in enumerate(lanes):
            promise(store, f"{lane}{number}", lane)
        for _ in range(3 * (len(lanes) + len(fates)) + 1):
            with suppress(Killed):
                drain(store, send)
            clock.advance(timedelta(hours=1))
        store.close()
    for lane in "abc":
        wanted = [f"{each}{number}" for number, each in enumerate(lanes) if each == lane]
        assert list(dict.fromkeys(each.key for each in arrived if each.lane == lane)) == wanted
    assert len(arrived) <= len(lanes) + fates.count("killed after")


def test_a_promise_stands_with_what_it_belongs_to(store: Store) -> None:
    with pytest.raises(ZeroDivisionError), store.work("main") as work:
        outbox.promise(work, "mail", "k", "a", {})
        raise ZeroDivisionError
    assert (promise(store, "k"), promise(store, "k")) == (True, False)
    assert states(store) == [("waiting", 0)]


def test_a_lane_waits_for_its_first_and_others_do_not(store: Store, clock: FixedClock) -> None:
    for key, lane in (("1", "a"), ("2", "a"), ("3", "b")):
        promise(store, key, lane)
    seen: list[str] = []

    def send(promised: Promised) -> None:
        seen.append(promised.key)
        if promised.key == "1" and promised.attempts == 1:
            raise Away(place="x", reason="x")

    assert (drain(store, send), seen) == (1, ["1", "3"])
    clock.advance(timedelta(seconds=30))
    assert (drain(store, send), seen[2:]) == (2, ["1", "2"])


def test_what_is_never_taken_is_parked_and_lets_others_pass(store: Store, clock: FixedClock) -> None:
    promise(store, "1")
    promise(store, "2")

    def send(promised: Promised) -> None:
        if promised.key == "1":
            raise Refused(place="x", reason="404")

    assert drain(store, send) == 1
    assert states(store) == [("parked", 1), ("sent", 1)]
    with store.work("main") as work:
        assert [outbox.again(work, 1), outbox.again(work, 2)] == [True, False]
    assert states(store)[0] == ("waiting", 0)


def test_what_kills_every_process_is_given_up(store: Store, clock: FixedClock) -> None:
    promise(store, "poison")

    def send(promised: Promised) -> None:
        raise Killed

    for _ in range(MOST_ATTEMPTS):
        with pytest.raises(Killed):
            drain(store, send)
        clock.advance(timedelta(hours=1))
    assert drain(store, send) == 0
    assert states(store) == [("parked", MOST_ATTEMPTS + 1)]


def test_a_late_sender_marks_nothing(store: Store, clock: FixedClock) -> None:
    promise(store, "1")

    def slow(promised: Promised) -> None:
        clock.advance(timedelta(hours=1))
        assert drain(store, lambda _: None, "two") == 1

    assert drain(store, slow) == 0
    assert states(store) == [("sent", 2)]


def test_two_drainers_do_not_take_the_same(store: Store) -> None:
    promise(store, "1")
    promise(store, "2")
    taken: list[str] = []

    def send(promised: Promised) -> None:
        taken.append(promised.key)
        drain(store, lambda other: taken.append(other.key), "two")

    drain(store, send)
    assert taken == ["1", "2"]


def test_what_was_sent_is_forgotten_in_time(store: Store, clock: FixedClock) -> None:
    promise(store, "1")
    drain(store, lambda _: None)
    clock.advance(timedelta(days=31))
    promise(store, "2")
    with store.work("main") as work:
        assert outbox.forget(work) == 1
    assert states(store) == [("waiting", 0)]
