"""What PostgreSQL does differently, and what it says when it cannot: in words, never as a traceback."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from psycopg.sql import SQL, Literal
from sqlalchemy import select, text, update

from tests.postgresql import Server
from wend.kit.clock import FixedClock
from wend.kit.errors import WendError
from wend.store.facade import (
    Store,
    StoreAway,
    StoreBusy,
    StoreClash,
    StoreFull,
    StoreRefused,
    UnsafeSettings,
    Unstorable,
    tables,
)

SETTINGS = tables.settings
MINE = SETTINGS.c.workspace == "main"


@pytest.fixture
def url(postgresql: Server, tmp_path: Path) -> str:
    """A schema of its own, made on first use."""
    return postgresql.url(options=f"options=-csearch_path%3D{tmp_path.name}")


@pytest.fixture
def store(data_dir: Path, clock: FixedClock, url: str) -> Iterator[Store]:
    store = Store.open(data_dir, clock, url)
    with store.work("main") as work:
        work.add(SETTINGS, [{"key": "a", "value": "1"}, {"key": "b", "value": "1"}])
    yield store
    store.close()


def keys(store: Store) -> set[str]:
    with store.reading("main") as reading:
        return {row.key for row in reading.rows(select(SETTINGS.c.key).where(MINE))}


@pytest.mark.parametrize("size", [1, 2, 500])
def test_rows_go_in_at_once_and_are_counted(store: Store, size: int) -> None:
    rows = [{"source": "Đà Nẵng", "mark": n.to_bytes(16), "content": b"\0\xff", "at": -n} for n in range(size)]
    with store.work("main") as work:
        assert work.add_new(tables.marks, rows) == size
        assert work.add_new(tables.marks, [*rows, {**rows[0], "mark": b"new"}]) == 1
        work.put(tables.marks, [{**row, "at": 5} for row in [*rows, *rows]])
        found = work.rows(select(tables.marks).where(tables.marks.c.workspace == "main", tables.marks.c.at == 5))
    assert {(row.source, row.content) for row in found} == {("Đà Nẵng", b"\0\xff")}
    assert len(found) == size


def test_defaults_and_nothing_are_kept_like_row_by_row(store: Store) -> None:
    rows = [{"id": f"k{n}", "kind": "write", "hash": f"h{n}", "name": "x", "created_at": 1} for n in range(2)]
    with store.work("main") as work:
        work.add(tables.keys, [{**row, "source": None} for row in rows])
        found = work.rows(select(tables.keys.c.scopes, tables.keys.c.source).where(tables.keys.c.workspace == "main"))
    assert found == [("[]", None), ("[]", None)]


def test_a_text_that_cannot_be_kept_is_said_without_quoting_it(store: Store) -> None:
    for odd in ("Lan\0", "Lan\ud800"):
        for rows in ([{"key": "odd", "value": odd}], [{"key": f"odd{n}", "value": odd} for n in range(3)]):
            with pytest.raises(Unstorable) as refused, store.work("main") as work:
                work.add(SETTINGS, rows)
            assert "Lan" not in str(refused.value)
    with pytest.raises(Unstorable), store.work("main") as work:
        work.add(tables.touchpoints, [{"key": "x", "document": "{}", "version": 2**40}])
    assert keys(store) == {"a", "b"}


def test_who_asks_for_such_a_text_finds_nobody(store: Store) -> None:
    with store.reading("main") as reading:
        asked = select(SETTINGS.c.key).where(MINE, SETTINGS.c.key.in_(["a\0", "a"]))
        assert reading.rows(asked) == [("a",)]


def test_writers_of_a_workspace_take_turns_and_others_do_not_wait(store: Store) -> None:
    order: list[str] = []
    inside, go = threading.Event(), threading.Event()

    def first() -> None:
        with store.work("main") as work:
            inside.set()
            go.wait(10)
            work.numbers("links")
            order.append("first")

    def second() -> None:
        with store.work("main") as work:
            order.append(f"second after {work.numbers('links') - 1}")

    threads = [threading.Thread(target=each) for each in (first, second)]
    threads[0].start()
    assert inside.wait(10)
    threads[1].start()
    with store.work("neighbour"), store.work("main", alone=False):
        order.append("others")
    go.set()
    for each in threads:
        each.join(10)
    assert order == ["others", "first", "second after 1"]


def test_who_reads_sees_one_moment_and_writes_nothing(store: Store) -> None:
    with store.reading("main") as reading:
        before = reading.rows(select(SETTINGS.c.value).where(MINE))
        with store.work("main") as work:
            work.execute(update(SETTINGS).where(MINE).values(value="2"))
        assert reading.rows(select(SETTINGS.c.value).where(MINE)) == before
        with pytest.raises(StoreAway), store._transaction(writes=False) as connection:
            connection.execute(update(SETTINGS).values(value="3"))
    assert keys(store) == {"a", "b"}


def test_of_two_that_block_each_other_one_is_undone_and_says_so(store: Store) -> None:
    met = threading.Barrier(2, timeout=20)
    told: list[type[Exception]] = []

    def change(first: str, second: str) -> None:
        try:
            with store.work("main", alone=False) as work:
                work.execute(update(SETTINGS).where(MINE, SETTINGS.c.key == first).values(value="2"))
                met.wait()
                work.execute(update(SETTINGS).where(MINE, SETTINGS.c.key == second).values(value="2"))
        except WendError as trouble:
            assert trouble.retry
            told.append(type(trouble))

    threads = [threading.Thread(target=change, args=pair) for pair in (("a", "b"), ("b", "a"))]
    for each in threads:
        each.start()
    for each in threads:
        each.join(30)
    assert told == [StoreClash]


def test_waiting_has_an_end(store: Store) -> None:
    with store.work("main") as first:
        first.put(SETTINGS, [{"key": "a", "value": "2"}])
        with pytest.raises(StoreBusy), store.work("neighbour") as work:
            work._connection.execute(text("SET LOCAL lock_timeout = '50ms'"))
            work._connection.execute(text("LOCK TABLE settings IN EXCLUSIVE MODE"))
    with pytest.raises(StoreBusy), store.work("main") as work:
        work._connection.execute(text("SET LOCAL statement_timeout = '50ms'"))
        work._connection.execute(text("SELECT pg_sleep(5)"))


def test_a_backend_that_is_ended_is_trouble_once(store: Store, postgresql: Server) -> None:
    with pytest.raises(StoreAway) as gone, store.work("main") as work:
        pid = work._connection.scalar(text("SELECT pg_backend_pid()"))
        with psycopg.connect(postgresql.url(), autocommit=True) as other:
            other.execute("SELECT pg_terminate_backend(%s, 5000)", [pid])
        work.add(SETTINGS, [{"key": "lost", "value": "1"}])
    assert gone.value.retry
    assert keys(store) == {"a", "b"}


def test_a_backend_that_went_while_nobody_asked_is_not_noticed(store: Store, postgresql: Server) -> None:
    with store.reading("main") as reading:
        pid = reading._connection.scalar(text("SELECT pg_backend_pid()"))
    with psycopg.connect(postgresql.url(), autocommit=True) as other:
        assert other.execute("SELECT pg_terminate_backend(%s, 5000)", [pid]).fetchone() == (True,)
    assert keys(store) == {"a", "b"}


def test_servers_that_start_together_make_the_tables_once(data_dir: Path, clock: FixedClock, url: str) -> None:
    opened: list[Store] = []
    threads = [threading.Thread(target=lambda: opened.append(Store.open(data_dir, clock, url))) for _ in range(4)]
    for each in threads:
        each.start()
    for each in threads:
        each.join(60)
    assert [each.workspaces() for each in opened] == [()] * 4


def test_several_servers_may_share_a_database(store: Store) -> None:
    with store.serving(), store.serving():
        pass


@pytest.mark.parametrize("setting", ["synchronous_commit", "fsync"])
def test_a_server_that_may_forget_is_refused(
    setting: str, data_dir: Path, clock: FixedClock, postgresql: Server
) -> None:
    if setting == "fsync":
        server = Server("fsync=off").start()
        url = server.url()
    else:
        url = postgresql.url(options="options=-csynchronous_commit%3Doff")
    with pytest.raises(UnsafeSettings, match=setting) as refused:
        Store.open(data_dir, clock, url)
    assert "off" in refused.value.cause("vi")
    if setting == "fsync":
        server.stop()


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("postgresql://nobody:hunter2@/postgres?host={folder}", StoreRefused),
        ("postgresql://wend:hunter2@/missing?host={folder}", StoreRefused),
        ("postgresql://wend:hunter2@127.0.0.1:1/x", StoreAway),
        ("postgresql://wend:hunter2@/x?host=/nowhere", StoreAway),
    ],
)
def test_what_keeps_us_out_is_said_without_the_password(
    address: str, said: type[WendError], data_dir: Path, clock: FixedClock, postgresql: Server
) -> None:
    with pytest.raises(said) as refused:
        Store.open(data_dir, clock, address.format(folder=postgresql.folder))
    assert "hunter2" not in f"{refused.value}{refused.value.cause('vi')}"


def test_a_user_who_may_not_make_tables_is_told(data_dir: Path, clock: FixedClock, postgresql: Server) -> None:
    with psycopg.connect(postgresql.url(), autocommit=True) as connection:
        connection.execute("CREATE USER guest")
        connection.execute("REVOKE CREATE ON SCHEMA public FROM PUBLIC")
    with pytest.raises(StoreRefused):
        Store.open(data_dir, clock, postgresql.url().replace("wend@", "guest@"))


def test_without_the_driver_the_extra_is_named(data_dir: Path, url: str) -> None:
    script = """
import sys
sys.modules["psycopg"] = None
from wend.cli import main
main(["worker", "--once"])
"""
    environment = {**os.environ, "WEND_DATABASE_URL": url, "WEND_DATA": str(data_dir), "WEND_LANGUAGE": "vi"}
    ran = subprocess.run([sys.executable, "-c", script], env=environment, capture_output=True, text=True, check=False)
    assert ran.returncode == 2
    assert "wend[postgres]" in ran.stderr
    assert "trình điều khiển" in ran.stderr


@pytest.fixture
def small(postgresql: Server, tmp_path: Path) -> Iterator[Path]:
    """A disk of 16 MB that the server may use."""
    disk = postgresql.folder / "small"
    disk.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=16m", "tmpfs", disk], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("mounting a small disk is not allowed here")
    inside = disk / "tables"
    inside.mkdir()
    shutil.chown(inside, postgresql.folder.stat().st_uid)
    yield inside
    with psycopg.connect(postgresql.url(), autocommit=True) as connection:
        connection.execute("DROP DATABASE IF EXISTS on_small WITH (FORCE)")
        connection.execute("DROP TABLESPACE IF EXISTS small")
    subprocess.run(["umount", disk], check=True)


def test_a_full_disk_of_the_server_is_trouble_until_there_is_room(
    data_dir: Path, clock: FixedClock, postgresql: Server, small: Path
) -> None:
    address = postgresql.make_database("on_small")
    with psycopg.connect(postgresql.url(), autocommit=True) as connection:
        connection.execute(SQL("CREATE TABLESPACE small LOCATION {}").format(Literal(str(small))))
        connection.execute("ALTER DATABASE on_small SET default_tablespace = small")
    store = Store.open(data_dir, clock, address)
    filler = small / "filler"
    with filler.open("wb") as file, contextlib.suppress(OSError):
        while file.write(bytes(1 << 16)):
            file.flush()
    with pytest.raises(StoreFull) as full, store.work("main") as work:
        work.numbers("links")
        work.add(SETTINGS, [{"key": str(n), "value": "x" * 1000} for n in range(2000)])
    assert full.value.retry
    assert keys(store) == set()
    filler.unlink()
    with store.work("main") as work:
        work.add(SETTINGS, [{"key": "after", "value": "x" * 1000}])
        assert work.numbers("links") == 1
    assert keys(store) == {"after"}
    store.close()
