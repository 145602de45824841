"""The migrations, step by step, make the very tables that a new store gets at once; on both databases."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, create_engine, select, text

from tests.postgresql import Server
from wend.kit.clock import FixedClock
from wend.store import schema
from wend.store.connection import database
from wend.store.facade import NewerStore, NotAStore, Store, tables
from wend.store.postgresql import Postgresql


@pytest.fixture(params=["sqlite", "postgresql"])
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """An empty database."""
    if request.param == "sqlite":
        engine = create_engine(f"sqlite:///{tmp_path / 'wend.db'}")
    else:
        server: Server = request.getfixturevalue("postgresql")
        engine = Postgresql(server.make_database(tmp_path.name)).engine
    yield engine
    engine.dispose()


def test_the_migrations_make_the_tables(engine: Engine) -> None:
    with engine.begin() as connection:
        schema.migrate(connection)
        assert compare_metadata(MigrationContext.configure(connection), tables.metadata) == []
        assert schema.version(connection) == schema.HEAD


def test_a_new_store_gets_the_same_tables_at_once(engine: Engine) -> None:
    with engine.begin() as connection:
        schema.upgrade(connection)
        assert compare_metadata(MigrationContext.configure(connection), tables.metadata) == []
        assert schema.version(connection) == schema.HEAD


def test_the_newest_migration_is_the_one_we_name() -> None:
    config = Config()
    config.set_main_option("script_location", str(schema.MIGRATIONS))
    assert ScriptDirectory.from_config(config).get_current_head() == schema.HEAD


def test_links_of_the_first_version_are_numbered(engine: Engine) -> None:
    with engine.begin() as connection:
        _upgrade(connection, "0001")
        connection.execute(text("INSERT INTO workspaces VALUES ('main', 1, 0)"))
        link = text("INSERT INTO identity_links VALUES ('main', :a, 'b:1', 'same_row', 'import', 5)")
        connection.execute(link, [{"a": "a:2"}, {"a": "a:1"}])
        schema.upgrade(connection)
        links = connection.execute(select(tables.identity_links.c.a, tables.identity_links.c.sequence)).all()
        assert sorted(links) == [("a:1", 1), ("a:2", 2)]
        assert connection.scalar(select(tables.counters.c.value)) == 2


def test_standings_keep_their_rows_in_a_roomier_table(engine: Engine) -> None:
    with engine.begin() as connection:
        _upgrade(connection, "0009")
        connection.execute(text("INSERT INTO workspaces VALUES ('main', 1, 0, NULL)"))
        row = {"workspace": "main", "customer": "a:1", "inside": ",7,", "document": b"x" * 1_200, "due": 5}
        connection.execute(tables.segment_standings.insert(), [row])
        schema.upgrade(connection)
        found = connection.execute(select(tables.segment_standings)).mappings().all()
        assert [dict(each) for each in found] == [row]
        if engine.dialect.name == "sqlite":
            made = text("SELECT sql FROM sqlite_master WHERE name = 'segment_standings'")
            assert "WITHOUT ROWID" not in str(connection.scalar(made))


@pytest.mark.parametrize(("found", "said"), [("9999", NewerStore), ("4bf2c0", NotAStore)])
def test_a_newer_or_foreign_database_is_left_alone(engine: Engine, found: str, said: type[Exception]) -> None:
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE alembic_version (version_num VARCHAR(32))"))
        connection.execute(text("INSERT INTO alembic_version VALUES (:found)"), {"found": found})
        with pytest.raises(said):
            schema.upgrade(connection)


def test_a_store_of_the_first_version_opens(data_dir: Path, clock: FixedClock, on_sqlite: None) -> None:
    data_dir.mkdir()
    engine = create_engine(f"sqlite:///{data_dir / 'wend.db'}")
    with engine.begin() as connection:
        _upgrade(connection, "0001")
    engine.dispose()
    assert Store.open(data_dir, clock).workspaces() == ()


@pytest.mark.parametrize("below", ["sqlite", "postgresql"])
def test_an_upgrade_that_is_cut_off_leaves_what_was_there(
    below: str, request: pytest.FixtureRequest, data_dir: Path, clock: FixedClock, on_sqlite: None
) -> None:
    data_dir.mkdir()
    server: Server | None = request.getfixturevalue("postgresql") if below == "postgresql" else None
    url = server.make_database(f"cut_{data_dir.parent.name}") if server else ""
    store = Store(data_dir, database(data_dir, url), clock)
    with store._transaction(writes=True) as connection:
        _upgrade(connection, "0001")
    with pytest.raises(KeyboardInterrupt), store._transaction(writes=True) as connection:
        schema.migrate(connection)
        raise KeyboardInterrupt
    with store._transaction(writes=False) as connection:
        assert schema.version(connection) == "0001"
    again = Store.open(data_dir, clock, url)
    with again.work("main") as work:
        assert work.numbers("links") == 1
    again.close()
    store.close()


def _upgrade(connection: Connection, to: str) -> None:
    config = Config()
    config.set_main_option("script_location", str(schema.MIGRATIONS))
    config.attributes["connection"] = connection
    command.upgrade(config, to)
