"""Late files: what came late to a bucket is read as if the journal had been built anew."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator

import numpy as np
import pytest
from hypothesis import given, settings, strategies as st

from tests.log.test_journal_laws import links
from tests.log.world import Row, World, arrays, batches, journeys, sorted_log
from wend.log import building, keyed, late, rows
from wend.log.facade import Log, warm

SEVERAL = settings(max_examples=25)


@pytest.fixture(autouse=True, scope="module")
def _never_due() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(building, "SHARE", 0)
        yield


def _log(world: World, rows: int = 0) -> Log:
    """A log whose smallest buckets have late files too; `rows` events of 20 customers are in its journal."""
    log = world.log(buckets=2, late_from=0)
    if rows:
        world.bring(log, [Row(f"customer:{n % 20}", "page.viewed", n * 10**6, "web") for n in range(rows)])
        log.journal()
    return log


def _files(log: Log, ending: str) -> set[str]:
    return {path.name for path in (log.directory / "journal").glob(f"*.{ending}")}


@SEVERAL
@given(st.lists(st.tuples(batches, links), min_size=2, max_size=4))
def test_any_history_of_appends_and_merges_equals_a_rebuild(
    world: World, history: list[tuple[list[list[Row]], list[tuple[str, str]]]]
) -> None:
    log = _log(world)
    for number, (parts, pairs) in enumerate(history):
        world.bring(log, *parts, source=f"import_{number}")
        for a, b in pairs:
            world.link(log, a, b)
        assert journeys(log.journal()) == sorted_log(log)
    assert arrays(log.journal()) == arrays(world.again(log.workspace, 2, late_from=0).rebuild_journal())


def test_an_append_leaves_the_files_of_buckets_as_they_are(world: World) -> None:
    log = _log(world, 200)
    before = _files(log, "bucket")
    world.bring(log, [Row("customer:3", "order.placed", 5), Row("customer:new", "order.placed", 7)], source="import_2")
    journal = log.journal()
    assert (_files(log, "bucket"), journal.events, journal.customers) == (before, 202, 21)
    assert _files(log, "late")
    assert journeys(journal) == sorted_log(log)
    assert arrays(world.again(log.workspace, 2).journal()) == arrays(journal)


@pytest.mark.parametrize("event", ["order.placed", "$seen"], ids=["came late", "wrote nothing"])
def test_a_journal_that_is_built_anew_has_a_version_of_its_own(world: World, event: str) -> None:
    log = _log(world, 20)
    world.bring(log, [Row("customer:3", event, 5)], source="import_2")
    before = log.journal()
    assert log.rebuild_journal().version != before.version


def test_the_next_append_replaces_the_late_file(world: World) -> None:
    log = _log(world, 200)
    for number in range(3):
        world.bring(log, [Row("customer:3", "order.placed", number)], source=f"import_{number + 2}")
        log.journal()
    assert len(_files(log, "late")) == 1
    assert journeys(log.journal()) == sorted_log(log)


def test_a_late_share_worth_it_is_written_into_the_bucket(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(building, "SHARE", 9)
    monkeypatch.setattr(building, "REWRITES", 100)
    log, came = _log(world, 200), []
    for number in range(2):
        several = [Row(f"customer:{n}", "order.placed", n + 100 * number) for n in range(20)]
        world.bring(log, several, source=f"import_{number + 2}")
        log.journal()
        came.append(len(_files(log, "late")))
    assert came == [2, 0]
    assert journeys(log.journal()) == sorted_log(log)


def test_a_refresh_rewrites_little_more_than_came(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(building, "SHARE", 400)
    monkeypatch.setattr(building, "REWRITES", 0)
    log = _log(world, 200)
    before = _files(log, "bucket")
    world.bring(log, [Row(f"customer:{n}", "order.placed", n) for n in range(20)], source="import_2")
    log.journal()
    assert len(before - _files(log, "bucket")) == 1


def test_a_damaged_late_file_is_noticed_and_rebuilt(world: World) -> None:
    log = _log(world, 200)
    world.bring(log, [Row("customer:3", "order.placed", 5)], source="import_2")
    before = journeys(log.journal())
    victim = next((log.directory / "journal").glob("*.late"))
    content = victim.read_bytes()
    victim.unlink()
    victim.write_bytes(content[: len(content) // 2])
    assert journeys(world.again(log.workspace, 2).journal()) == before


def test_who_is_erased_leaves_late_files_too(world: World) -> None:
    log = _log(world, 200)
    world.bring(log, [Row("customer:gone", "order.placed", 5)], source="import_2")
    log.journal()
    log.erase(["customer:gone"])
    assert log.journal().find("customer:gone") is None
    assert _files(log, "late") == set()


def test_a_mixed_column_is_shared_and_not_kept(world: World) -> None:
    log = _log(world, 200)
    world.bring(log, [Row(f"customer:{n}", "order.placed", 5) for n in range(20)], source="import_2")
    bucket = log.journal().buckets[0]
    one = bucket.event
    assert bucket.event is one
    held = weakref.ref(one)
    del one
    gc.collect()
    assert held() is None


def test_a_refresh_after_warming_compiles_nothing(world: World) -> None:
    kernels = [each for room in (late, rows, keyed) for each in vars(room).values() if hasattr(each, "signatures")]
    warm()
    known = [len(kernel.signatures) for kernel in kernels]
    log = _log(world, 200)
    world.bring(log, [Row("customer:3", "order.placed", 5)], source="import_2")
    for bucket in log.journal().buckets:
        bucket.part("occurred_at", 0, np.empty(len(bucket.event), np.int64))
    assert [len(kernel.signatures) for kernel in kernels] == known
    assert sum(known) > 0
