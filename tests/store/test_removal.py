"""Moving to PostgreSQL: every row, once, in one go; the file is left as it was and is not opened by mistake."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings, strategies as st
from sqlalchemy import select

from tests.postgresql import Server
from wend.kit.clock import FixedClock
from wend.store import locks
from wend.store.facade import (
    AnotherServer,
    BadAddress,
    MovedAway,
    NothingToMove,
    NotMoved,
    OtherDirectory,
    Store,
    TargetInUse,
    tables,
)
from wend.store.removal import Sum, remove

pytestmark = pytest.mark.usefixtures("on_sqlite")
texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))


@pytest.fixture
def url(postgresql: Server, tmp_path: Path) -> str:
    """An empty schema."""
    return postgresql.url(options=f"options=-csearch_path%3D{tmp_path.name}")


@pytest.fixture
def full(data_dir: Path, clock: FixedClock, on_sqlite: None) -> Iterator[Store]:
    """A store with a row of every kind of column in two workspaces."""
    store = Store.open(data_dir, clock)
    for name in ("main", "khac"):
        with store.work(name) as work:
            work.add(tables.settings, [{"key": f"k{n}", "value": "Cần Thơ \t\\N\n" * n} for n in range(50)])
            mark = {"source": "web", "content": bytes(range(16)), "at": 2**62}
            work.add(tables.marks, [{**mark, "mark": n.to_bytes(16)} for n in range(3000)])
            guess = {"weight": 0.1 + 0.2, "probability": 1e-300, "reason": "{}", "state": "open", "at": -1}
            work.add(tables.suggestions, [{"a": "a", "b": "b", **guess}])
            work.numbers("links", 7)
    yield store
    store.close()


def everything(store: Store) -> dict[str, list[tuple[object, ...]]]:
    found = {}
    for table in tables.metadata.sorted_tables:
        names = [column for column in table.columns if column.name != "home"]
        rows: list[tuple[object, ...]] = []
        for name in store.workspaces():
            with store.reading(name) as reading:
                rows += [tuple(row) for row in reading.rows(select(*names).where(table.c.workspace == name))]
        found[table.name] = sorted(rows, key=repr)
    return found


def test_every_row_arrives_and_the_file_stays_as_it_was(full: Store, url: str, clock: FixedClock) -> None:
    before = everything(full)
    full.close()
    content = (full.data / "wend.db").read_bytes()
    moved = remove(full.data, clock, url)
    assert {each.table: each.rows for each in moved} == {name: len(rows) for name, rows in before.items()}
    assert everything(Store.open(full.data, clock, url)) == before
    assert (full.data / "wend.db").read_bytes() == content


def test_the_old_file_is_not_opened_and_not_written_to_any_more(full: Store, url: str, clock: FixedClock) -> None:
    remove(full.data, clock, url)
    with pytest.raises(MovedAway, match="postgresql://"):
        Store.open(full.data, clock)
    with pytest.raises(MovedAway), full.work("main"):  # a process that had it open all along
        pass
    (full.data / "moved.json").unlink()
    assert Store.open(full.data, clock).workspaces() == ("khac", "main")


def test_a_run_that_was_cut_off_is_run_again(full: Store, url: str, clock: FixedClock) -> None:
    def cut(table: str, _done: int, _total: int) -> None:
        if table == "suggestions":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        remove(full.data, clock, url, cut)
    first = remove(full.data, clock, url)
    (full.data / "moved.json").unlink()  # as if it had been cut off between the commit and the mark
    assert remove(full.data, clock, url) == first
    assert json.loads((full.data / "moved.json").read_text())["to"].startswith("postgresql://")


def test_a_database_that_holds_something_else_is_left_alone(
    full: Store, url: str, tmp_path: Path, clock: FixedClock
) -> None:
    other = Store.open(tmp_path / "other", clock, url)
    with other.work("main") as work:
        work.add(tables.settings, [{"key": "mine", "value": "1"}])
    with pytest.raises(TargetInUse):
        remove(full.data, clock, url)
    assert everything(other)["settings"] == [("main", "mine", "1")]
    assert not (full.data / "moved.json").exists()


def test_nobody_may_be_serving_or_importing(full: Store, url: str, clock: FixedClock) -> None:
    with full.serving(), pytest.raises(AnotherServer):
        remove(full.data, clock, url)
    with locks.hold(full.folder("main") / "writer.lock", wait=False), pytest.raises(AnotherServer):
        remove(full.data, clock, url)


def test_a_directory_without_rows_and_an_address_without_a_database_are_named(
    full: Store, tmp_path: Path, url: str, clock: FixedClock
) -> None:
    with pytest.raises(NothingToMove):
        remove(tmp_path / "nowhere", clock, url)
    for address in ("", "mysql://x", "postgresql://[", "hunter2"):
        with pytest.raises(BadAddress) as refused:
            remove(full.data, clock, address)
        assert "hunter2" not in str(refused.value)


def test_a_server_is_not_started_beside_a_file_with_rows(full: Store, url: str, clock: FixedClock) -> None:
    with pytest.raises(NotMoved, match="wend migrate"):
        Store.open(full.data, clock, url)


def test_rows_and_log_stay_together(full: Store, url: str, tmp_path: Path, clock: FixedClock) -> None:
    remove(full.data, clock, url)
    for _ in range(2):
        with Store.open(full.data, clock, url).work("main") as work:
            work.numbers("links")
    elsewhere = Store.open(tmp_path / "elsewhere", clock, url)
    with pytest.raises(OtherDirectory), elsewhere.work("main"):
        pass


def test_a_nul_character_is_replaced_and_counted(full: Store, url: str, clock: FixedClock) -> None:
    with full.work("main") as work:
        work.add(tables.settings, [{"key": "odd", "value": "a\0b"}])
    moved = {each.table: each.cleaned for each in remove(full.data, clock, url)}
    assert (moved["settings"], moved["marks"]) == (1, 0)
    assert ("main", "odd", "a\N{REPLACEMENT CHARACTER}b") in everything(Store.open(full.data, clock, url))["settings"]


@settings(max_examples=30)
@given(st.lists(st.tuples(texts, st.integers(), st.floats(allow_nan=False) | st.none()), max_size=5))
def test_a_sum_knows_rows_in_any_order_and_only_those(rows: list[tuple[object, ...]]) -> None:
    one, other = Sum(), Sum()
    for row in rows:
        one.add(row)
    for row in reversed(rows):
        other.add(row)
    assert one == other
    other.add(("more",))
    assert one != other
