"""What a power cut may take: nothing is acknowledged or deleted before the bytes and names it rests on are on disk.

The calls that force bytes to disk are watched, in order, through the real code on real files.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.log.world import Row, World, table
from wend.log import failpoints
from wend.log.facade import Log

A = Row("customer:1", "order.placed", 5)


@pytest.fixture
def forced(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Paths in the order in which they were forced to disk."""
    seen: list[str] = []
    real = os.fsync

    def watch(handle: int) -> None:
        real(handle)
        seen.append(Path(f"/proc/self/fd/{handle}").readlink().name)

    monkeypatch.setattr(os, "fsync", watch)
    yield seen
    failpoints.on_reached = None


@pytest.fixture
def log(world: World) -> Log:
    return world.log()


def test_a_staged_file_and_its_name_are_on_disk_before_it_can_be_promised(log: Log, forced: list[str]) -> None:
    with log.writer("import_1") as writer:
        forced.clear()
        staged = writer.stage(table([A]))
        assert forced == [staged.file, "log"]


def test_a_commit_and_its_name_are_on_disk_before_the_inbox_forgets(world: World, log: Log, forced: list[str]) -> None:
    world.bring(log, [A])
    forced.clear()
    held: list[str] = []
    failpoints.on_reached = lambda name: held.extend(forced) if name == "after_delta_commit" else None
    log.move()
    assert held == ["00000000000000000001.json", "_delta_log"]


def test_a_journal_is_on_disk_before_it_becomes_the_journal(world: World, log: Log, forced: list[str]) -> None:
    world.bring(log, [A])
    log.move()
    forced.clear()
    held: list[str] = []
    failpoints.on_reached = lambda name: held.extend(forced) if name == "before_journal_swap" else None
    log.journal()
    assert held[-1] == "journal"
    assert sorted(held[:-1]) == ["0000-1.bucket.new", "0001-1.bucket.new"]
    assert forced[len(held) :] == ["manifest.json.new", "journal"]
