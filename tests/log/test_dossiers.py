"""Dossiers say what the log says, whether their runs are made, still to be made, out of date, or damaged."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings, strategies as st

from tests.log.world import Row, World, batches, live_row
from wend.log import dossiers, live
from wend.log.dossier_run import LogRow, rows_of_table
from wend.log.facade import Log

WHO = ["customer:1", "email:lan@x.vn", "device:ă", "customer:nobody"]
ways = st.sampled_from(["kept", "young", "scanned", "half", "damaged", "joined"])


def _scanned(log: Log, subjects: list[str]) -> list[LogRow]:
    return [_bare(row) for row in rows_of_table(log.events_of(subjects))]


def _bare(row: LogRow) -> LogRow:
    """Empty texts and missing ones are the same to a reader."""
    texts = {name: value or None for name, value in row._asdict().items() if isinstance(value, str)}
    return row._replace(**texts)  # type: ignore[arg-type]  # for comparing only


@settings(max_examples=25)
@given(batches, st.lists(st.sampled_from(WHO), max_size=3), ways)
def test_they_say_what_the_log_says(world: World, parts: list[list[Row]], who: list[str], way: str) -> None:
    log = world.log()
    if way == "half":
        world.bring(log, *parts[:1], source="import_0")
        log.move()
        log.dossiers.keep()
    world.bring(log, *parts)
    log.move()
    expected = _scanned(log, who)
    if way in ("kept", "damaged", "joined"):
        log.dossiers.keep()
    if way == "damaged":
        for path in (log.directory / "journal" / "dossiers").glob("*.run"):
            path.write_bytes(b"\0" * path.stat().st_size)
    if way == "joined":
        log.tidy()
        log.dossiers.keep()
    with pytest.MonkeyPatch.context() as changed:
        changed.setattr(dossiers, "YOUNG", -1 if way == "scanned" else 10)
        assert [_bare(row) for row in world.again(log.workspace).dossiers.rows(who)] == expected


def test_control_characters_do_not_tear_rows(world: World) -> None:
    log = world.log()
    world.bring(log, [Row("customer:a\x1fb", "x\x1fy", 1, properties='{"a":"\x1f"}'), Row("customer:c", "z", 2)])
    log.move()
    log.dossiers.keep()
    assert [row.event for row in log.dossiers.rows(["customer:c"])] == ["z"]
    [torn] = log.dossiers.rows(["customer:a\x1fb"])
    assert (torn.event, torn.properties) == ("x y", '{"a":"\x1f"}')


def test_runs_of_files_that_left_are_deleted(world: World) -> None:
    log = world.log()
    folder: Path = log.directory / "journal" / "dossiers"
    for number in range(3):
        world.bring(log, [Row("customer:1", "x", number)], source=f"import_{number}")
        log.move()
    assert (log.dossiers.keep(), log.dossiers.keep()) == (3, 0)
    log.tidy()
    log.dossiers.keep()
    assert len(list(folder.glob("*.run"))) == 1


def test_a_life_reaches_to_the_newest_live_event(world: World) -> None:
    log = world.log()
    world.bring(log, [Row("customer:1", "old", 1)])
    log.journal()
    for at in (2, 3):
        with world.store.work(log.workspace) as work:
            live.promise(work, [live_row(at, "device:x", f"new{at}", at)])
        found = log.life(["customer:1", "device:x"], log.journal_at_hand())
        assert [row.event for row in found] == ["old", "new2", "new3"][:at]
    log.move()
    assert len(log.life(["customer:1", "device:x"], log.journal_at_hand())) == 3
    log.journal()
    assert len(log.life(["customer:1", "device:x"], log.journal_at_hand())) == 3
