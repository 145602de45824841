"""Kills at random moments and at every named place: nothing acknowledged is lost, nothing is there twice."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults import story
from tests.faults.kill_loop import Nursery, campaign, check, nursery
from tests.log.world import World

KILLS = int(os.environ.get("WEND_KILLS", "8"))
PLACES = {
    "after_parquet_write": 3,
    "before_promise_commit": 2,
    "after_promise": 1,
    "after_delta_commit": 2,
    "after_bucket_write": 3,
    "before_journal_swap": 1,
    "after_journal_swap": 2,
    "after_join_write": 1,
    "after_join_commit": 1,
    "after_marks_write": 2,
}
"""Where to stop, and the how manieth time the code gets there."""


@pytest.fixture(scope="module")
def children(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Nursery]:
    with nursery(tmp_path_factory.mktemp("data")) as started:
        yield started


def test_kills_at_random_moments(tmp_path: Path) -> None:
    batches, hits = campaign(tmp_path, KILLS, seed=KILLS)
    assert batches > 0
    assert hits > 0


@pytest.mark.parametrize("place", PLACES)
def test_a_kill_at_a_named_place(children: Nursery, place: str) -> None:
    world = World(children.data)
    log = world.again(place)
    child = children.start(log.workspace, until=30, stop_at=place, times=PLACES[place])
    assert child.wait() == signal.SIGKILL
    done = check(world, log, child.acknowledged)
    assert children.start(log.workspace, until=done + 3).wait() == 0
    assert check(world, log, done + 3) == done + 3


def test_the_check_is_not_blind(children: Nursery) -> None:
    world = World(children.data)
    log = world.again("control")
    assert children.start(log.workspace, until=3).wait() == 0
    with pytest.raises(AssertionError):
        check(world, log, 4)  # one more was acknowledged than is there
    world.bring(log, [story.own_rows(0)[0]], source="import_2")
    assert check(world, log, 3) == 3  # a repeat adds nothing
    world.bring(log, [story.own_rows(3)[0]], source="import_2")
    with pytest.raises(AssertionError):
        check(world, log, 3)  # one row more than was acknowledged
