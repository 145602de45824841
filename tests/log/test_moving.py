"""From inbox to table: once, in order, and readable by others."""

from __future__ import annotations

import json
import shutil

import duckdb
import pytest
from deltalake import DeltaTable

from tests.log.world import Row, World, arrays, contents, live_row, table
from wend.log import live
from wend.log.facade import UnreadableTable
from wend.store.facade import tables

A, B, C = (Row(f"customer:{n}", "order.placed", n, properties='{"sku":"x"}') for n in range(3))


def test_moving_twice_moves_once(world: World) -> None:
    log = world.log()
    world.bring(log, [A, B], [C])
    assert log.move().events == 3
    assert log.move().events == 0
    assert contents(log) == [A, B, C]


def test_what_is_not_promised_is_forgotten(world: World) -> None:
    log = world.log()
    with log.writer("import_1") as writer:
        staged = writer.stage(table([A]))
    assert (log.folder / staged.file).exists()
    with log.writer("import_2") as writer:
        assert not (log.folder / staged.file).exists()
        assert writer.stage(table([A])).added == 1


def test_a_promise_that_is_undone_promises_nothing(world: World) -> None:
    log = world.log()
    with log.writer("import_1") as writer:
        staged = writer.stage(table([A]))
        with pytest.raises(ZeroDivisionError), world.store.work(log.workspace) as work:
            log.promise(work, staged)
            raise ZeroDivisionError
    assert log.move().events == 0


def test_rows_in_the_inbox_join_the_log_like_files(world: World) -> None:
    log = world.log()
    with world.store.work(log.workspace) as work:
        live.promise(work, [live_row(7, "customer:9", "page.viewed", 5, "web")])
    assert log.move().events == 1
    assert contents(log) == [Row("customer:9", "page.viewed", 5, "web")]


def test_others_read_the_table_without_help(world: World) -> None:
    log = world.log()
    world.bring(log, [A, B])
    log.move()
    delta = DeltaTable(log.folder)
    features = delta.protocol()
    assert (features.min_reader_version, features.reader_features) == (1, None)
    paths = [str(log.folder / path) for path in delta.get_add_actions().column("path").to_pylist()]
    found = duckdb.execute("select count(*) from read_parquet(?)", [paths]).fetchall()
    assert found[0][0] == delta.count() == 2


def test_statistics_hold_every_time(world: World) -> None:
    log = world.log()
    world.bring(log, [Row("customer:1", "a.done", -1), Row("customer:1", "b.done", 1_001)])
    log.move()
    actions = DeltaTable(log.folder).get_add_actions(flatten=True)
    low, high = (actions.column(f"{side}.occurred_at").to_pylist()[0] for side in ("min", "max"))
    assert (low.timestamp(), high.timestamp()) == (-0.001, 0.002)


def test_a_torn_commit_is_set_aside_and_made_again(world: World) -> None:
    log = world.log()
    world.bring(log, [A])
    log.move()
    world.bring(log, [B])
    torn = log.folder / "_delta_log" / "00000000000000000002.json"
    torn.write_text('{"add":{"path":')  # as a power cut leaves a commit that was never forced to disk
    assert log.move().events == 1
    assert contents(log) == [A, B]


def test_a_store_older_than_its_log_gives_out_no_number_twice(world: World) -> None:
    log = world.log()
    world.bring(log, [A], [B])
    log.move()
    with world.store.work(log.workspace) as work:  # a restored backup
        named = tables.workspaces.c.workspace == log.workspace
        work.execute(tables.workspaces.update().where(named).values(inbox_sequence=0))
    world.bring(log, [C], source="import_2")
    log.move()
    assert contents(log) == [A, B, C]


def test_a_store_restored_from_an_old_copy_loses_no_live_event_and_repeats_none(world: World) -> None:
    log = world.log()
    early, late = (live_row(each, "customer:1", "page.viewed", each) for each in (1, 2))
    with world.store.work(log.workspace) as work:
        live.promise(work, [early])
    with world.store.work(log.workspace) as work:
        live.promise(work, [late])
    log.move()
    with world.store.work(log.workspace) as work:  # the copy: one promise was waiting, the second had not been made
        named = tables.workspaces.c.workspace == log.workspace
        work.execute(tables.workspaces.update().where(named).values(inbox_sequence=0))
        live.promise(work, [early])
        live.promise(work, [live_row(3, "customer:1", "page.viewed", 3)])
        live.promise(work, [live_row(4, "customer:1", "page.viewed", 4)])
    log.move()
    assert [row.occurred_at for row in contents(log)] == [1, 2, 3, 4]
    assert log.move().events == 0


def test_a_lost_file_is_reported_and_not_skipped(world: World) -> None:
    log = world.log()
    [staged] = world.bring(log, [A])
    (log.folder / staged.file).unlink()
    with pytest.raises(UnreadableTable):
        log.move()


def test_tidying_joins_files_and_changes_nothing_else(world: World) -> None:
    log = world.log()
    world.bring(log, [A], [B], [C, C])
    before = log.journal()
    assert log.tidy(keep_hours=0) == 3
    assert contents(log) == [A, B, C, C]
    assert len(list(log.folder.glob("*.parquet"))) == 1
    assert arrays(log.journal()) == arrays(before)
    assert log.journal().version == before.version
    assert [staged.added for staged in world.bring(log, [A, B, C, C], source="import_2")] == [0]


def test_joined_files_may_be_joined_again(world: World) -> None:
    log = world.log()
    before = ""
    for number in range(3):
        world.bring(
            log, [Row("customer:1", f"a.{number}", 1)], [Row("customer:2", f"b.{number}", 2)], source=f"i{number}"
        )
        before = log.journal().version
        assert log.tidy(keep_hours=0) == 2 + (number > 0)
        assert log.journal().version == before
        assert world.again(log.workspace).journal().version == before
    assert log.journal().events == 6
    assert arrays(log.journal()) == arrays(log.rebuild_journal())


def test_tidying_leaves_promised_files_alone(world: World) -> None:
    log = world.log()
    world.bring(log, [A], [B])
    log.move()
    world.bring(log, [C])
    log.tidy(keep_hours=0)
    log.move()
    assert contents(log) == [A, B, C]


def test_marks_are_rebuilt_when_they_are_gone_behind_or_strange(world: World) -> None:
    log = world.log()
    world.bring(log, [A, B])
    log.move()
    marks = log.directory / "marks"
    shutil.rmtree(marks)
    assert world.bring(log, [A, B, C])[0].added == 1
    document = json.loads((marks / "marks.json").read_text())
    (marks / "marks.json").write_text(json.dumps({**document, "covered": ["another.parquet"]}))
    assert world.bring(log, [A, B, C])[0].added == 0
    for run in marks.glob("*.npy"):
        run.write_bytes(run.read_bytes()[:-8])
    assert world.bring(log, [A, B, C])[0].added == 0
