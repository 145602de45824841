"""SQL by people: what they see, and everything they cannot do with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.log.world import Row, World
from wend.log.errors import BadQuery
from wend.log.log import Log

OWED = """
    SELECT customer, count(*) AS n FROM events JOIN journeys USING (event_id)
    WHERE event = 'order.placed' GROUP BY customer ORDER BY customer
"""


@pytest.fixture
def log(world: World) -> Log:
    log = world.log()
    world.bring(log, [Row("customer:1", "order.placed", n) for n in range(3)] + [Row("customer:2", "page.seen", 9)])
    log.move()
    return log


def _ask(log: Log, query: str, most: int = 1_000, seconds: float = 60) -> list[dict[str, object]]:
    rows: list[dict[str, object]] = log.sql(query, most, seconds).to_pylist()
    return rows


def test_events_know_their_customers(log: Log) -> None:
    assert _ask(log, OWED) == [{"customer": "customer:1", "n": 3}]
    assert _ask(log, "select count(*) as n from events") == [{"n": 4}]


def test_customers_have_their_first_and_last_moment(log: Log) -> None:
    [one, two] = _ask(log, "SELECT customer, events, last_at - first_at AS span FROM CUSTOMERS ORDER BY customer")
    assert (one["customer"], one["events"], two["events"]) == ("customer:1", 3, 1)
    assert len(_ask(log, "select * from customers", most=1)) == 1


@pytest.mark.parametrize(
    "query",
    [
        "copy customers to 'out.csv'",
        "copy (select * from events) to 'out.parquet'",
        "attach 'other.db' as other",
        "install httpfs",
        "load httpfs",
        "set enable_external_access = true",
        "set memory_limit = '100GB'",
        "reset lock_configuration",
        "pragma disable_object_cache",
        "create table kept as select * from events",
        "insert into customers select * from customers",
        "delete from events",
        "drop view customers",
        "export database 'there'",
        "select 1; drop view events",
        "select 1 -- ;\n; copy events to 'x'",
        "call pragma_version(); select 1",
    ],
)
def test_only_one_select_is_taken(log: Log, query: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(BadQuery):
        _ask(log, query)
    assert list(tmp_path.glob("*.csv")) == list(tmp_path.glob("*.parquet")) == []


@pytest.mark.parametrize(
    "source",
    [
        "read_csv('{path}')",
        "read_text('{path}')",
        "read_blob('{path}')",
        "read_json('{path}')",
        "read_parquet('{path}')",
        "glob('{folder}/*')",
        "'{path}'",
        "read_parquet(getvariable('folder') || '/../../../../{path}')",
        "read_csv('https://example.invalid/a.csv')",
        "query('copy events to ''{path}''')",
        "query_table('{path}')",
        "sqlite_scan('{path}', 'x')",
        "secret",
    ],
)
def test_no_other_file_is_read(log: Log, source: str, tmp_path: Path) -> None:
    path = tmp_path / "secret.csv"
    path.write_text("password\n", encoding="utf-8")
    with pytest.raises(BadQuery):
        _ask(log, f"SELECT * FROM {source.format(path=path, folder=tmp_path)}")


def test_a_variable_of_the_program_is_no_table(log: Log) -> None:
    mine = log.query("select 1 as secret")
    with pytest.raises(BadQuery):
        _ask(log, "select * from mine")
    assert len(mine) == 1


def test_a_question_without_end_is_stopped(log: Log) -> None:
    with pytest.raises(BadQuery):
        _ask(log, "select count(*) from range(1000000000) a, range(1000000000) b", seconds=0.2)
