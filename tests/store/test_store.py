"""The store: one transaction at a time, each workspace for itself, and a schema that is what the migrations say."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import Executable, create_engine, insert, or_, select, update

from wend.kit.clock import FixedClock
from wend.store import locks
from wend.store.facade import (
    BadWorkspaceName,
    DataUnwritable,
    NoWorkspace,
    Store,
    Unscoped,
    Work,
    tables,
)

SETTINGS, TOKENS = tables.settings, tables.tokens


@pytest.fixture
def store(data_dir: Path, clock: FixedClock) -> Store:
    return Store.open(data_dir, clock)


def values(store: Store, workspace: str) -> dict[str, str]:
    with store.reading(workspace) as reading:
        found = reading.rows(select(SETTINGS).where(SETTINGS.c.workspace == workspace))
        return {row.key: row.value for row in found}


def test_what_a_block_does_is_kept_when_it_ends(store: Store) -> None:
    with store.work("main") as work:
        assert work.add(SETTINGS, [{"key": "a", "value": "1"}]) == 1
    assert values(store, "main") == {"a": "1"}


def test_what_a_failing_block_did_is_undone(store: Store) -> None:
    with pytest.raises(ZeroDivisionError), store.work("main") as work:
        work.add(SETTINGS, [{"key": "a", "value": "1"}])
        raise ZeroDivisionError
    assert values(store, "main") == {}
    assert store.workspaces() == ()


def test_a_reader_sees_one_moment(store: Store) -> None:
    with store.work("main") as work:
        work.add(SETTINGS, [{"key": "a", "value": "1"}])
    query = select(SETTINGS.c.value).where(SETTINGS.c.workspace == "main")
    with store.reading("main") as reading:
        before = reading.rows(query)
        with store.work("main") as work:
            work.execute(update(SETTINGS).where(SETTINGS.c.workspace == "main").values(value="2"))
        assert reading.rows(query) == before
    assert values(store, "main") == {"a": "2"}


def test_a_stranger_and_a_neighbour_see_nothing_of_any_table(store: Store) -> None:
    for table in tables.metadata.sorted_tables:
        mine = select(table).where(table.c.workspace == "main")
        with store.reading("neighbour") as reading, pytest.raises(Unscoped):
            reading.rows(mine)
        with store.reading("main") as reading:
            assert reading.rows(mine) == []
            with pytest.raises(Unscoped):
                reading.rows(select(table))
    with pytest.raises(NoWorkspace), store.work(""):
        pass


@pytest.mark.parametrize(
    "statement",
    [
        select(SETTINGS),
        select(SETTINGS).where(SETTINGS.c.key == "main"),
        select(SETTINGS).where(SETTINGS.c.workspace != "main"),
        select(SETTINGS).where(or_(SETTINGS.c.workspace == "main", SETTINGS.c.key == "a")),
        select(SETTINGS, TOKENS).where(SETTINGS.c.workspace == "main"),
        select(SETTINGS).join(TOKENS, TOKENS.c.hash == SETTINGS.c.key).where(SETTINGS.c.workspace == "main"),
        update(SETTINGS).values(value="x"),
        SETTINGS.delete(),
        insert(SETTINGS).values(workspace="neighbour", key="a", value="1"),
        insert(SETTINGS).values(key="a", value="1"),
    ],
)
def test_a_statement_that_is_not_held_to_the_workspace_never_runs(store: Store, statement: Executable) -> None:
    with store.work("main") as work, pytest.raises(Unscoped):
        work.execute(statement)


def test_work_cannot_be_made_without_a_workspace(clock: FixedClock) -> None:
    with create_engine("sqlite://").connect() as connection, pytest.raises(NoWorkspace):
        Work(connection, "", clock)


def test_every_table_belongs_to_a_workspace() -> None:
    assert [t.name for t in tables.metadata.sorted_tables if "workspace" not in t.primary_key.columns] == []


def test_a_data_directory_that_cannot_be_made_is_named(tmp_path: Path, clock: FixedClock) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(DataUnwritable):
        Store.open(tmp_path / "file" / "data", clock)


@pytest.mark.parametrize("name", ["../up", "A", "a/b", ".", "x" * 64, "khách"])
def test_a_workspace_name_cannot_leave_its_folder(store: Store, name: str) -> None:
    with pytest.raises(BadWorkspaceName):
        store.folder(name)
    with pytest.raises(BadWorkspaceName), store.work(name):
        pass


def test_a_lock_has_one_holder_and_names_it(tmp_path: Path) -> None:
    with locks.hold(tmp_path / "lock", wait=False):
        with pytest.raises(locks.Held) as held, locks.hold(tmp_path / "lock", wait=False):
            pass
        assert held.value.pid > 0
    with locks.hold(tmp_path / "lock", wait=False):
        pass


def test_a_pid_from_before_the_machine_started_names_nobody(tmp_path: Path) -> None:
    with locks.hold(tmp_path / "lock", wait=False):
        (tmp_path / "lock").write_text("77 another-boot")
        with pytest.raises(locks.Held) as held, locks.hold(tmp_path / "lock", wait=False):
            pass
    assert held.value.pid == 0
