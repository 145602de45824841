"""The file in the data directory: forced to disk, named when it is no store, and never half-written."""

from __future__ import annotations

import resource
import threading
from pathlib import Path

import pytest
from sqlalchemy import create_engine, select

from wend.kit.clock import FixedClock
from wend.store.facade import DiskRefused, NotAStore, NoWorkspace, Store, StoreFull, Work, tables

SETTINGS = tables.settings
pytestmark = pytest.mark.usefixtures("on_sqlite")


@pytest.fixture
def store(data_dir: Path, clock: FixedClock, on_sqlite: None) -> Store:
    return Store.open(data_dir, clock)


def keys(store: Store) -> set[str]:
    with store.reading("main") as reading:
        return {row.key for row in reading.rows(select(SETTINGS.c.key).where(SETTINGS.c.workspace == "main"))}


def test_commits_are_forced_to_disk(store: Store) -> None:
    with store.work("main") as work:
        found = [
            work._connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys")
        ]
    assert found == ["wal", 2, 1]


def test_work_cannot_be_made_without_a_workspace(clock: FixedClock) -> None:
    with create_engine("sqlite://").connect() as connection, pytest.raises(NoWorkspace):
        Work(connection, "", clock)


def test_a_file_that_is_no_store_is_named(data_dir: Path, clock: FixedClock) -> None:
    data_dir.mkdir()
    (data_dir / "wend.db").write_bytes(b"not a database, but long enough to look at" * 100)
    with pytest.raises(NotAStore):
        Store.open(data_dir, clock)


def test_a_full_disk_is_said_in_words_and_keeps_nothing(store: Store) -> None:
    with pytest.raises(StoreFull), store.work("main") as work:
        pages = work._connection.exec_driver_sql("PRAGMA page_count").scalar()
        work._connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
        work.add(SETTINGS, [{"key": str(n), "value": "x" * 1000} for n in range(1000)])
    assert keys(store) == set()


def test_a_file_that_may_not_grow_is_trouble_until_it_may(store: Store) -> None:
    """The limit stands for any refusal half-way through a write; what was acknowledged before stays."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    kept: set[str] = set()
    try:
        resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, before[1]))
        for number in range(200):
            try:
                with store.work("main") as work:
                    work.add(SETTINGS, [{"key": f"{number}/{part}", "value": "x" * 2000} for part in range(10)])
            except (DiskRefused, StoreFull) as trouble:
                assert trouble.retry
                break
            kept |= {f"{number}/{part}" for part in range(10)}
        else:
            pytest.fail("the limit was never met")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert keys(store) == kept
    with store.work("main") as work:
        work.add(SETTINGS, [{"key": "after", "value": "1"}])
    assert keys(Store.open(store.data, store.clock)) == kept | {"after"}


def test_writers_of_several_threads_take_turns(store: Store) -> None:
    def count() -> None:
        for _ in range(20):
            with store.work("main") as work:
                work.numbers("links")

    threads = [threading.Thread(target=count) for _ in range(4)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    with store.work("main") as work:
        assert work.numbers("links") == 81
