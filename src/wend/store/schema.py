"""Bringing a store's tables to the shape this version of Wend needs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy.exc import OperationalError

from wend.store.errors import NewerStore

if TYPE_CHECKING:
    from sqlalchemy import Connection

HEAD = "0002"
"""The newest migration; a test holds it against the migration folder."""

MIGRATIONS = Path(__file__).parent / "migrations"


def version(connection: Connection) -> str | None:
    """The schema version the store is at, read without Alembic, whose import takes nearly a second."""
    try:
        found = connection.exec_driver_sql("SELECT version_num FROM alembic_version").first()
    except OperationalError:  # no such table: a new store
        return None
    return None if found is None else str(found[0])


def upgrade(connection: Connection) -> None:
    """Run the missing migrations inside the caller's transaction. Raises NewerStore for a version from the future."""
    at = version(connection)
    if at == HEAD:
        return
    if at is not None and at > HEAD:
        raise NewerStore(found=at, known=HEAD)
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
