"""What every room stands on: workspaces, settings, who may come in, counters, tasks and the audit log."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, ForeignKey, Index, Integer, MetaData, Table, Text

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
    }
)


def of_workspace() -> Column[str]:
    """The column that says whose row it is; part of each key."""
    return Column("workspace", Text, ForeignKey("workspaces.workspace"), primary_key=True)


workspaces = Table(
    "workspaces",
    metadata,
    Column("workspace", Text, primary_key=True),
    Column("created_at", BigInteger, nullable=False),
    # Last inbox number given out. Counted here, inside the promising transaction, because a database's own sequence may
    # be reused (SQLite) or commit out of order (PostgreSQL), and the log skips every number it has already passed.
    Column("inbox_sequence", BigInteger, nullable=False),
    Column("home", Text),  # on a server: which data directory holds the log (`store/homes.py`)
)

counters = Table(
    "counters",
    metadata,
    of_workspace(),
    Column("name", Text, primary_key=True),
    Column("value", BigInteger, nullable=False),
)
"""Numbers given out in order: audit entries, identity links, quarantined events, … (`Work.numbers`)."""

settings = Table(
    "settings",
    metadata,
    of_workspace(),
    Column("key", Text, primary_key=True),
    Column("value", Text, nullable=False),
)

tokens = Table(
    "tokens",
    metadata,
    of_workspace(),
    Column("hash", Text, primary_key=True),
    Column("kind", Text, nullable=False),  # first_run | session
    Column("created_at", BigInteger, nullable=False),
    Column("expires_at", BigInteger),
    Column("used_at", BigInteger),
)

keys = Table(
    "keys",
    metadata,
    of_workspace(),
    Column("id", Text, primary_key=True),
    Column("kind", Text, nullable=False),  # write | secret
    Column("hash", Text, nullable=False),  # SHA-256 of the key; the key itself is shown once
    Column("name", Text, nullable=False),
    Column("source", Text),  # a write key's source
    Column("scopes", Text, nullable=False, default="[]"),  # JSON list
    Column("created_at", BigInteger, nullable=False),
    Column("expires_at", BigInteger),
    Column("used_at", BigInteger),
    Column("revoked_at", BigInteger),
)
Index(None, keys.c.workspace, keys.c.hash, unique=True)

tasks = Table(
    "tasks",
    metadata,
    of_workspace(),
    Column("name", Text, primary_key=True),  # "move", "tidy", "connector:orders", …
    Column("kind", Text, nullable=False),
    Column("due_at", BigInteger, nullable=False),
    Column("period_s", BigInteger, nullable=False, default=0),
    Column("token", BigInteger, nullable=False, default=0),  # fencing: grows with each claim
    Column("holder", Text),
    Column("lease_until", BigInteger),
    Column("ran_at", BigInteger),
    Column("trouble", Text, nullable=False, default=""),  # code of the last error, empty when it went well
    Column("details", Text, nullable=False, default="{}"),
)
Index(None, tasks.c.workspace, tasks.c.due_at)

audit = Table(
    "audit",
    metadata,
    of_workspace(),
    Column("sequence", BigInteger, primary_key=True, autoincrement=False),
    Column("at", BigInteger, nullable=False),
    Column("who", Text, nullable=False),
    Column("what", Text, nullable=False),  # "key.created", "person.joined", …
    Column("subject", Text, nullable=False),
    Column("details", Text, nullable=False, default="{}"),
    Column("previous", Text, nullable=False),  # the hash before this one: a chain that shows tampering
    Column("hash", Text, nullable=False),
)

touchpoints = Table(
    "touchpoints",
    metadata,
    of_workspace(),
    Column("key", Text, primary_key=True),
    Column("document", Text, nullable=False),
    Column("version", Integer, nullable=False),
)

stage_set_versions = Table(
    "stage_set_versions",
    metadata,
    of_workspace(),
    Column("key", Text, primary_key=True),
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("document", Text, nullable=False),  # JSON: the stage set as it was saved
    Column("by", Text, nullable=False),  # as the audit log names them; empty: proposed by Wend
    Column("at", BigInteger, nullable=False),
)
"""Every stage set in every version it was ever saved in."""
