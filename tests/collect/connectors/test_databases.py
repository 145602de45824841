"""A real PostgreSQL as the source: each row counted once, whatever is interrupted, late, or changed."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from tests.collect.conftest import events_of
from tests.postgresql import Server
from wend.collect import facade as collect
from wend.collect.connectors import databases, running
from wend.kit.clock import epoch_micros
from wend.store import tasks
from wend.store.errors import LeaseLost
from wend.worker.kinds import KINDS
from wend.workspaces.facade import Workspace

KILLED = Path(__file__).with_name("killed.py")
MAPPING = """
name = "orders"
currency = "VND"
[customer]
customer = "customer_no"
phone = "phone"
[[event]]
name = "order.placed"
time = "placed_at"
amount = "total"
required = true
[[event]]
name = "order.paid"
time = "paid_at"
[traits]
city = "address.city"
"""
TABLE = """
DROP TABLE IF EXISTS orders;
CREATE TABLE orders (
    id integer PRIMARY KEY, customer_no text, phone text, placed_at timestamptz, paid_at timestamptz,
    total numeric(12, 2), address jsonb, updated_at timestamptz NOT NULL
)
"""
ROWS = """
INSERT INTO orders SELECT n, 'C' || (n %% 7), NULL, timestamptz '2026-06-01 00:00Z' + n * interval '1 minute', NULL,
    n * 1000, jsonb_build_object('city', 'Huế'), timestamptz '2026-06-01 00:00Z' + (n / 3) * interval '1 minute'
FROM generate_series(%s::int, %s::int) AS n
"""


class Shop:
    """The other system."""

    def __init__(self, url: str) -> None:
        self.url = url
        self._connection = psycopg.connect(url, autocommit=True)
        self._connection.execute(TABLE)

    def order(self, first: int, last: int) -> None:
        self._connection.execute(ROWS, (first, last))

    def run(self, statement: str) -> None:
        self._connection.execute(statement.encode())

    def close(self) -> None:
        self._connection.close()


@pytest.fixture
def shop(postgresql: Server) -> Iterator[Shop]:
    opened = Shop(postgresql.url())
    yield opened
    opened.close()


@pytest.fixture(autouse=True)
def small_portions(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(databases, "AT_ONCE", 10)


def connect(workspace: Workspace, shop: Shop, mapping: str = MAPPING, **more: str) -> None:
    settings = {"cursor": "updated_at", **more}
    collect.connectors.add_database(workspace, "Orders", shop.url, "orders", mapping, keys=("id",), **settings)  # type: ignore[arg-type]


def counts(workspace: Workspace) -> Counter[object]:
    return Counter(event["event"] for event in events_of(workspace))


def test_rows_become_events_and_only_new_ones_are_read_again(workspace: Workspace, shop: Shop) -> None:
    shop.order(1, 25)
    connect(workspace, shop)
    first = collect.connectors.run(workspace, "orders")
    assert (first.rows, first.events, first.repeated, first.bad) == (25, 25, 0, 0)
    shop.order(26, 30)
    second = collect.connectors.run(workspace, "orders")
    assert second.events == 5
    assert second.rows < 30
    placed = [event for event in events_of(workspace) if event["event"] == "order.placed"]
    assert len(placed) == 30
    assert {(event["source"], event["currency"]) for event in placed} == {("orders", "VND")}
    assert max(int(str(event["amount"])) for event in placed) == 30_000


def test_a_row_that_changes_makes_only_what_is_new(workspace: Workspace, shop: Shop) -> None:
    shop.order(1, 5)
    connect(workspace, shop)
    collect.connectors.run(workspace, "orders")
    shop.run("UPDATE orders SET paid_at = '2026-06-02', total = 1, updated_at = '2026-06-02' WHERE id = 3")
    assert collect.connectors.run(workspace, "orders").events == 1
    assert counts(workspace)["order.placed"] == 5
    assert counts(workspace)["order.paid"] == 1


def test_each_value_of_a_naming_column_is_an_event(workspace: Workspace, shop: Shop) -> None:
    named = MAPPING.replace(
        'name = "order.placed"\ntime = "placed_at"', 'name = { column = "phone" }\ntime = "updated_at"'
    )
    shop.order(1, 1)
    connect(workspace, shop, named.replace('phone = "phone"\n', "", 1))
    for day, state in enumerate(("new", "sent", "back", "sent"), 2):
        shop.run(f"UPDATE orders SET phone = '{state}', updated_at = '2026-06-0{day}' WHERE id = 1")
        collect.connectors.run(workspace, "orders")
    found = counts(workspace)
    assert (found["new"], found["sent"], found["back"]) == (1, 2, 1)


def test_a_row_that_was_committed_late_is_found(workspace: Workspace, shop: Shop) -> None:
    shop.order(1, 30)
    shop.run("DELETE FROM orders WHERE id = 27")
    connect(workspace, shop)
    collect.connectors.run(workspace, "orders")
    shop.order(27, 27)  # behind the cursor: its transaction took longer than that of its neighbours
    assert collect.connectors.run(workspace, "orders").events == 1


def test_without_a_cursor_everything_is_read_and_nothing_counted_twice(workspace: Workspace, shop: Shop) -> None:
    shop.order(1, 15)
    connect(workspace, shop, cursor="")
    collect.connectors.run(workspace, "orders")
    shop.order(16, 18)
    again = collect.connectors.run(workspace, "orders")
    assert (again.rows, again.events, again.repeated) == (18, 3, 15)


@pytest.mark.parametrize(
    ("place", "number"), [("after_parquet_write", 2), ("connector_promised", 3), ("connector_committed", 1)]
)
def test_a_killed_run_loses_and_repeats_nothing(
    workspace: Workspace, shop: Shop, data_dir: Path, place: str, number: int
) -> None:
    shop.order(1, 35)
    connect(workspace, shop)
    died = subprocess.run([sys.executable, str(KILLED), str(data_dir), "orders", place, str(number)], check=False)
    assert died.returncode == 9
    collect.connectors.run(workspace, "orders")
    assert counts(workspace)["order.placed"] == 35
    ids = [event["event_id"] for event in events_of(workspace)]
    assert len(ids) == len(set(ids))
    assert collect.connectors.settings(workspace, "orders").cursor_at is not None


def test_bad_rows_wait_once_and_a_mended_mapping_takes_them_in(workspace: Workspace, shop: Shop) -> None:
    shop.order(1, 12)
    shop.run("UPDATE orders SET customer_no = NULL, phone = '0903127455' WHERE id IN (3, 4)")
    without_phone = MAPPING.replace('phone = "phone"\n', "")
    connect(workspace, shop, without_phone, cursor="")
    assert collect.connectors.run(workspace, "orders").bad == 2
    assert collect.connectors.run(workspace, "orders").bad == 0  # read again, they do not wait twice
    collect.connectors.change(workspace, "orders", mapping=MAPPING)
    assert collect.connectors.replay(workspace, "orders") == collect.Replayed(2, 2, 0)
    assert counts(workspace)["order.placed"] == 12
    assert collect.connectors.run(workspace, "orders").events == 0


def test_people_are_joined_by_what_one_row_says(workspace: Workspace, shop: Shop) -> None:
    shop.order(1, 1)
    shop.run("UPDATE orders SET phone = '0903 127 455'")
    connect(workspace, shop)
    collect.connectors.run(workspace, "orders")
    workspace.log.journal()
    assert workspace.log.canonical("phone:+84903127455") == "customer:C1"


def test_the_worker_runs_what_is_due_and_only_its_holder_writes(workspace: Workspace, shop: Shop) -> None:
    shop.order(1, 5)
    connect(workspace, shop)
    kind = next(each for each in KINDS if each.name == "connector")
    now = epoch_micros(workspace.clock.now())
    late = tasks.claim(workspace.store, workspace.name, ["connector"], "first", now, 60)
    assert late is not None
    held = tasks.claim(workspace.store, workspace.name, ["connector"], "second", now + 61 * tasks.SECOND, 60)
    assert held is not None
    with pytest.raises(LeaseLost):
        kind.run(workspace, late)
    assert not workspace.log.folder.exists() or counts(workspace)["order.placed"] == 0
    kind.run(workspace, held)
    assert counts(workspace)["order.placed"] == 5


def test_mistakes_say_what_to_do_and_never_the_password(workspace: Workspace, shop: Shop, data_dir: Path) -> None:
    canary = "canary-55b1-password"
    add = collect.connectors.add_database
    with pytest.raises(collect.connectors.BadConnectorSetting) as refused:
        add(workspace, "X", f"oracle://u:{canary}@h/d", "t", MAPPING, keys=("id",))
    assert canary not in str(refused.value)
    with pytest.raises(collect.connectors.BadConnectorSetting):
        add(workspace, "X", shop.url, "orders", MAPPING, keys=())
    made = add(workspace, "X", f"postgresql://u:{canary}@127.0.0.1:9/d?x=1", "t", MAPPING, keys=("id",))
    assert made.place == "postgresql://127.0.0.1:9/d"
    assert canary not in repr(made)
    with pytest.raises(collect.connectors.NotReached) as unreached:
        collect.connectors.run(workspace, "x")
    assert canary not in str(unreached.value)
    add(workspace, "Y", shop.url, "orders", MAPPING, keys=("idd",))
    with pytest.raises(collect.connectors.ColumnMissing):
        collect.connectors.run(workspace, "y")
    workspace.store.close()
    for path in data_dir.rglob("*"):
        assert not path.is_file() or canary.encode() not in path.read_bytes(), path


def test_a_wrong_mapping_does_not_fill_the_quarantine(
    workspace: Workspace, shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(running, "JUDGED_FROM", 20)
    shop.order(1, 60)
    connect(workspace, shop, MAPPING.replace('time = "placed_at"', 'time = { column = "id", format = "%d/%m/%Y" }'))
    with pytest.raises(collect.errors.TooManyBadRows):
        collect.connectors.run(workspace, "orders")
    assert len(collect.quarantined(workspace, "source:orders")) == 10  # one portion, to look at
