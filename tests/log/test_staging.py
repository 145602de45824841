"""What becomes of a batch: ids, repeats, occurrences, and what the log refuses."""

from __future__ import annotations

import errno
from collections import Counter
from pathlib import Path

import pyarrow as pa
import pytest
from hypothesis import given, settings, strategies as st

from tests.log.world import Row, World, contents, live_row, rows, table, whole
from wend.log import live
from wend.log.durable import needing_room
from wend.log.facade import BadBatch, LogBusy, NoRoom, message_ids
from wend.log.staging import conform, write_events

A = Row("customer:1", "order.placed", 5)
B = Row("customer:2", "order.paid", 6)


def test_equal_rows_of_one_file_are_several_events(world: World) -> None:
    log = world.log()
    first, second = world.bring(log, [A, A, B], [A])
    assert (first.added, second.added) == (3, 1)


def test_equal_rows_of_two_files_are_one_event(world: World) -> None:
    log = world.log()
    with log.writer("import_1") as writer:
        assert writer.stage(table([A, A])).added == 2
        writer.start_file()
        assert writer.stage(table([A, B])).repeated == 1


@settings(max_examples=15)
@given(st.lists(rows, max_size=15), st.lists(rows, max_size=15))
def test_overlapping_files_add_what_is_missing(world: World, one: list[Row], other: list[Row]) -> None:
    log = world.log()
    world.bring(log, one)
    world.bring(log, other, source="import_2")
    log.move()
    assert Counter(contents(log)) == Counter(one) | Counter(other)


def test_an_import_that_goes_on_numbers_its_rows_on(world: World) -> None:
    log = world.log()
    world.bring(log, [A])
    with log.writer("import_1") as writer:
        writer.pass_over(table([A]))
        assert writer.stage(table([A, B])).added == 2


def test_a_message_id_decides_alone(world: World) -> None:
    log = world.log()
    given = table([A, A, B]).append_column("event_id", message_ids("segment", pa.array(["m1", "m1", None])))
    with log.writer("import_1") as writer:
        staged = writer.stage(given)
    assert (staged.added, staged.repeated) == (2, 1)


def test_rows_are_received_in_their_order(world: World) -> None:
    log = world.log()
    later = [Row("customer:1", f"step.{i}", 0) for i in range(50)]
    world.bring(log, later[:20], later[20:])
    log.move()
    by_receipt = sorted(whole(log), key=lambda row: row["received_at"])
    assert [row["event"] for row in by_receipt] == [row.event for row in later]


def test_a_batch_that_is_staged_twice_before_the_promise_counts_as_two_rows(world: World) -> None:
    with world.log().writer("import_1") as writer:
        assert writer.stage(table([A])).file != writer.stage(table([A])).file


def test_an_empty_batch_is_nothing(world: World) -> None:
    [staged] = world.bring(world.log(), [])
    assert (staged.file, staged.added, staged.repeated) == ("", 0, 0)


@pytest.mark.parametrize("column", ["subject", "event", "occurred_at"])
def test_a_null_where_none_may_be_is_refused(world: World, column: str) -> None:
    given = table([A])
    at = given.column_names.index(column)
    given = given.set_column(at, column, pa.nulls(1, given.column(column).type))
    with world.log().writer("import_1") as writer, pytest.raises(BadBatch) as refused:
        writer.stage(given)
    assert refused.value.details["column"] == column


def test_a_value_out_of_range_is_refused(world: World) -> None:
    given = table([A]).set_column(4, "rating", pa.array([100_000]))
    with world.log().writer("import_1") as writer, pytest.raises(BadBatch):
        writer.stage(given)


def test_a_second_writer_is_told_who_is_first(world: World) -> None:
    log = world.log()
    with log.writer("import_1"), pytest.raises(LogBusy) as refused:
        world.again(log.workspace).writer("import_2")
    assert refused.value.details["pid"] != 0
    log.writer("import_3").__exit__(None, None, None)


def test_what_waits_in_the_inbox_is_known_too(world: World) -> None:
    log = world.log()
    [known] = message_ids("segment", pa.array(["m1"])).to_pylist()
    with world.store.work(log.workspace) as work:
        live.promise(work, [live_row(known, "customer:1", "page.viewed", 5)])
    with log.writer("import_1") as writer:
        given = table([A]).append_column("event_id", message_ids("segment", pa.array(["m1"])))
        assert writer.stage(given).added == 0


def test_a_full_disk_is_said_in_words() -> None:
    with pytest.raises(NoRoom):
        write_events(Path("/dev/full"), conform(table([A]), "import_1", 0))
    with pytest.raises(NoRoom), needing_room(Path("/nowhere/file")):
        raise OSError(errno.EDQUOT, "quota")
    with pytest.raises(FileNotFoundError), needing_room(Path("/nowhere/file")):
        Path("/nowhere/file").read_bytes()
