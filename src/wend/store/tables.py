"""Every operational table. Each row belongs to one workspace, and the column that says so is part of each key.

Portable SQL only: the types below exist on SQLite and PostgreSQL alike (JSON documents are text, instants are
microseconds since 1970 in UTC), so that a second database needs nothing but another `connection.py`.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, ForeignKey, Index, Integer, MetaData, Table, Text

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
    }
)


def _of_workspace() -> Column[str]:
    return Column("workspace", Text, ForeignKey("workspaces.workspace"), primary_key=True)


workspaces = Table(
    "workspaces",
    metadata,
    Column("workspace", Text, primary_key=True),
    Column("created_at", BigInteger, nullable=False),
    # Last inbox number given out. Counted here, inside the promising transaction, because a database's own sequence may
    # be reused (SQLite) or commit out of order (PostgreSQL), and the log skips every number it has already passed.
    Column("inbox_sequence", BigInteger, nullable=False),
)

settings = Table(
    "settings",
    metadata,
    _of_workspace(),
    Column("key", Text, primary_key=True),
    Column("value", Text, nullable=False),
)

tokens = Table(
    "tokens",
    metadata,
    _of_workspace(),
    Column("hash", Text, primary_key=True),
    Column("kind", Text, nullable=False),  # first_run | session
    Column("created_at", BigInteger, nullable=False),
    Column("expires_at", BigInteger),
    Column("used_at", BigInteger),
)

imports = Table(
    "imports",
    metadata,
    _of_workspace(),
    Column("id", Text, primary_key=True),
    Column("files", Text, nullable=False),  # JSON list of {name, digest, bytes}
    Column("mapping", Text, nullable=False),  # TOML
    Column("state", Text, nullable=False),  # running | done | failed
    Column("batches", Integer, nullable=False, default=0),
    Column("position", Text, nullable=False, default="{}"),  # JSON, where to go on: the importer's own words
    Column("rows", BigInteger, nullable=False, default=0),
    Column("events", BigInteger, nullable=False, default=0),
    Column("repeated", BigInteger, nullable=False, default=0),
    Column("bad", BigInteger, nullable=False, default=0),
    Column("started_at", BigInteger, nullable=False),
    Column("finished_at", BigInteger),
)

quarantine = Table(
    "quarantine",
    metadata,
    _of_workspace(),
    Column("import_id", Text, primary_key=True),
    Column("file", Text, primary_key=True),
    Column("line", BigInteger, primary_key=True),
    Column("part", Integer, primary_key=True, default=0),  # which event of the row, when one row makes several
    Column("reason", Text, nullable=False),  # text key
    Column("details", Text, nullable=False, default="{}"),  # JSON, fills the text's places
    Column("row", Text, nullable=False),  # JSON, as it was in the file
    Column("state", Text, nullable=False, default="open"),  # open | replayed | dismissed
)
Index(None, quarantine.c.workspace, quarantine.c.state)

inbox = Table(
    "inbox",
    metadata,
    _of_workspace(),
    Column("sequence", BigInteger, primary_key=True, autoincrement=False),
    Column("kind", Text, nullable=False),  # staged | rows
    Column("payload", Text, nullable=False),  # JSON: {file, rows, bytes, …} or a list of rows
    Column("events", BigInteger, nullable=False),
    Column("promised_at", BigInteger, nullable=False),
)

identity_links = Table(
    "identity_links",
    metadata,
    _of_workspace(),
    Column("a", Text, primary_key=True),  # the smaller identifier, so that a pair is written one way only
    Column("b", Text, primary_key=True),
    Column("reason", Text, nullable=False),
    Column("source", Text, nullable=False),
    Column("at", BigInteger, nullable=False),
)
Index(None, identity_links.c.workspace, identity_links.c.b)

touchpoints = Table(
    "touchpoints",
    metadata,
    _of_workspace(),
    Column("key", Text, primary_key=True),
    Column("document", Text, nullable=False),
    Column("version", Integer, nullable=False),
)

stage_sets = Table(
    "stage_sets",
    metadata,
    _of_workspace(),
    Column("key", Text, primary_key=True),
    Column("document", Text, nullable=False),
    Column("version", Integer, nullable=False),
)

mappings = Table(
    "mappings",
    metadata,
    _of_workspace(),
    Column("name", Text, primary_key=True),
    Column("toml", Text, nullable=False),
    Column("saved_at", BigInteger, nullable=False),
)
