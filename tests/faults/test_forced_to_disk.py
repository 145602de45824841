"""What a power cut may take: nothing is acknowledged or deleted before the bytes and names it rests on are on disk.

The calls that force bytes to disk are watched, in order, through the real code on real files.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.log.world import Row, World, table
from wend.log import failpoints
from wend.log.facade import Log

A = Row("customer:1", "order.placed", 5)


@pytest.fixture
def forced() -> Iterator[list[str]]:
    """Names in the order in which they were forced to disk, and the places the code passed in between."""
    seen: list[str] = []
    failpoints.on_reached = lambda name: seen.append(name.removeprefix("forced "))
    yield seen
    failpoints.on_reached = None


@pytest.fixture
def log(world: World) -> Log:
    return world.log()


def test_a_staged_file_and_its_name_are_on_disk_before_it_can_be_promised(log: Log, forced: list[str]) -> None:
    with log.writer("import_1") as writer:
        forced.clear()
        staged = writer.stage(table([A]))
        assert forced == [staged.file, "log", "after_parquet_write"]


def test_a_commit_and_its_name_are_on_disk_before_the_inbox_forgets(world: World, log: Log, forced: list[str]) -> None:
    world.bring(log, [A])
    forced.clear()
    log.move()
    assert forced == ["00000000000000000001.json", "_delta_log", "after_delta_commit"]


def test_a_journal_is_on_disk_before_it_becomes_the_journal(world: World, log: Log, forced: list[str]) -> None:
    world.bring(log, [A])
    log.move()
    forced.clear()
    log.journal()
    swap = forced.index("before_journal_swap")
    assert set(forced[: swap - 1]) == {"0000-1.bucket.new", "0001-1.bucket.new", "after_bucket_write"}
    assert forced[swap - 1 :] == [
        "journal",
        "before_journal_swap",
        "manifest.json.new",
        "journal",
        "after_journal_swap",
    ]
