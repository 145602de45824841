"""Rows leave the log as if they had never come: the journal of the rest is the journal of a log without them."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings, strategies as st

from tests.log.world import Row, World, batches, journeys, live_row
from tests.privacy.bytes_of import found_in
from wend.log import live
from wend.log.errors import LogBusy
from wend.people.traces import pattern_of

SUBJECTS = ["customer:1", "customer:2", "email:lan@x.vn", "phone:+84901234567", "device:ă"]


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    return World(tmp_path_factory.mktemp("data"))


@settings(max_examples=12)
@given(batches, st.sets(st.sampled_from(SUBJECTS), min_size=1))
def test_the_rest_is_what_a_log_without_them_would_be(world: World, parts: list[list[Row]], gone: set[str]) -> None:
    log, without = world.log(), world.log()
    world.bring(log, *parts)
    world.bring(without, *[[row for row in part if row.subject not in gone] for part in parts])
    erased = log.erase(gone, pattern_of(gone))
    assert erased.events == _count(log_rows=parts, gone=gone)
    assert journeys(log.journal()) == journeys(without.journal())
    assert log.events_of(sorted(gone)).num_rows == 0
    assert log.erase(gone, pattern_of(gone)).files == 0


def _count(log_rows: list[list[Row]], gone: set[str]) -> int:
    """How many events of theirs a log keeps: equal rows of one file are several events, told apart by their place."""
    return sum(row.subject in gone for part in log_rows for row in part)


def test_rows_of_others_keep_everything_but_the_name(world: World, tmp_path: Path) -> None:
    log = world.log()
    told = '{"referred_by":"Lan@X.vn","note":"gọi 0901 234 567","tier":2}'
    with world.store.work(log.workspace) as work:
        theirs = live_row(1, "email:lan@x.vn", "page.viewed", 5, identifiers='["device:k"]')
        other = live_row(2, "customer:2", "order.paid", 6, identifiers='["email:lan@x.vn","device:k"]', properties=told)
        live.promise(work, [theirs, other])
    gone = {"email:lan@x.vn", "phone:+84901234567"}
    assert log.erase(gone, pattern_of(gone)).events == 1
    (row,) = log.events_of(["customer:2"]).to_pylist()
    assert row["identifiers"] == '["device:k"]'
    assert row["properties"] == '{"referred_by": "█", "note": "gọi █", "tier": 2}'
    assert found_in(log.directory, ["lan@x.vn", "0901 234 567", "+84901234567"]) == []


def test_no_version_of_the_table_keeps_a_byte(world: World) -> None:
    log = world.log()
    canary = "Canary Nguyễn Thị Yến"
    for number in range(3):
        rows = [Row("customer:1", "a", number, properties=f'{{"name":"{canary}"}}'), Row("customer:2", "b", number)]
        world.bring(log, rows, source=f"import_{number}")
    log.tidy()
    log.property("name")
    log.catalogue()
    log.dossiers.keep()
    assert found_in(log.directory, [canary])
    log.erase({"customer:1"})
    assert found_in(log.directory, [canary]) == []
    assert journeys(log.journal()).keys() == {"customer:2"}


def test_another_process_shows_nobody_who_is_gone(world: World) -> None:
    log = world.log()
    server = world.again(log.workspace)
    world.bring(log, [Row("customer:1", "a", 1), Row("customer:2", "b", 2)])
    with world.store.work(log.workspace) as work:
        live.promise(work, [live_row(7, "customer:1", "page.viewed", 5)])
    before = server.journal_at_hand()
    assert len(server.life(["customer:1"], before)) == 2
    log.erase({"customer:1"})
    after = server.journal_at_hand()
    assert server.life(["customer:1"], after) == []
    assert after.find("customer:1") is None
    assert journeys(server.journal()).keys() == {"customer:2"}


def test_an_import_at_work_is_not_disturbed(world: World) -> None:
    log = world.log()
    with log.writer("import_1"), pytest.raises(LogBusy):
        log.erase({"customer:1"})
    assert log.erase({"customer:1"}).events == 0
