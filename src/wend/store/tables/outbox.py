"""What was promised to the world outside and is not sent yet."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Index, Integer, Table, Text

from wend.store.tables.workspace import metadata, of_workspace

outbox = Table(
    "outbox",
    metadata,
    of_workspace(),
    Column("sequence", BigInteger, primary_key=True, autoincrement=False),
    Column("kind", Text, nullable=False),  # email | webhook | …: which sender takes it
    Column("key", Text, nullable=False),  # promised twice under one key, it is sent once
    Column("lane", Text, nullable=False),  # what shares a lane leaves in order
    Column("payload", Text, nullable=False),  # JSON; means something to the kind's sender only
    Column("state", Text, nullable=False),  # waiting | sent | parked
    Column("due_at", BigInteger, nullable=False),
    Column("attempts", Integer, nullable=False, default=0),
    Column("token", BigInteger, nullable=False, default=0),  # fencing: grows with each claim
    Column("holder", Text),
    Column("lease_until", BigInteger),
    Column("promised_at", BigInteger, nullable=False),
    Column("done_at", BigInteger),  # when it was sent or parked
    Column("trouble", Text, nullable=False, default=""),  # why the last attempt did not succeed
)
Index(None, outbox.c.workspace, outbox.c.key, unique=True)
Index(None, outbox.c.workspace, outbox.c.state, outbox.c.due_at)
Index(None, outbox.c.workspace, outbox.c.lane, outbox.c.state, outbox.c.sequence)
