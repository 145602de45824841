"""What comes in: imports, sources, promises not yet in the log, repeats, and what could not be used."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Index, Integer, LargeBinary, Table, Text

from wend.store.tables.workspace import metadata, of_workspace

imports = Table(
    "imports",
    metadata,
    of_workspace(),
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
    of_workspace(),
    Column("import_id", Text, primary_key=True),  # an import, or "source:<key>" for what came over HTTP
    Column("file", Text, primary_key=True),
    Column("line", BigInteger, primary_key=True),  # of the file; a running number for a source
    Column("part", Integer, primary_key=True, default=0),  # which event of the row, when one row makes several
    Column("reason", Text, nullable=False),  # text key
    Column("details", Text, nullable=False, default="{}"),  # JSON, fills the text's places
    Column("row", Text, nullable=False),  # JSON, as it was in the file or the request
    Column("state", Text, nullable=False, default="open"),  # open | replayed | dismissed
    Column("at", BigInteger, nullable=False, default=0),  # when it arrived; 0 for rows of files
)
Index(None, quarantine.c.workspace, quarantine.c.state)

inbox = Table(
    "inbox",
    metadata,
    of_workspace(),
    Column("sequence", BigInteger, primary_key=True, autoincrement=False),
    Column("kind", Text, nullable=False),  # staged | rows
    Column("events", BigInteger, nullable=False),
    Column("promised_at", BigInteger, nullable=False),
    # Last, so that how much waits is counted without reading past what it says. JSON: {file, …} or a list of rows
    Column("payload", Text, nullable=False),
)

marks = Table(
    "marks",
    metadata,
    of_workspace(),
    Column("source", Text, primary_key=True),
    Column("mark", LargeBinary, primary_key=True),  # 16 bytes: hash of the message id
    Column("content", LargeBinary, nullable=False),  # 16 bytes: hash of what it said, to tell a repeat from a clash
    Column("at", BigInteger, nullable=False),
    sqlite_with_rowid=False,
)
# The moment first: beginning with the workspace, it would look to PostgreSQL as good for telling repeats as the key,
# until somebody has counted the rows, and every group would be compared with every mark.
Index(None, marks.c.at, marks.c.workspace)

sources = Table(
    "sources",
    metadata,
    of_workspace(),
    Column("key", Text, primary_key=True),
    Column("kind", Text, nullable=False),  # http | webhook | connector
    Column("name", Text, nullable=False),
    Column("document", Text, nullable=False, default="{}"),  # JSON: what this kind of source needs to know
    Column("progress", Text, nullable=False, default="{}"),  # JSON: how far a connector has come
    Column("state", Text, nullable=False, default="on"),  # on | off
    Column("created_at", BigInteger, nullable=False),
)

source_counts = Table(
    "source_counts",
    metadata,
    of_workspace(),
    Column("source", Text, primary_key=True),
    Column("hour", BigInteger, primary_key=True, autoincrement=False),  # epoch seconds of its start
    Column("accepted", BigInteger, nullable=False, default=0),
    Column("repeated", BigInteger, nullable=False, default=0),
    Column("quarantined", BigInteger, nullable=False, default=0),
    Column("refused", BigInteger, nullable=False, default=0),  # whole requests
    Column("last_at", BigInteger, nullable=False),
)

mappings = Table(
    "mappings",
    metadata,
    of_workspace(),
    Column("name", Text, primary_key=True),
    Column("toml", Text, nullable=False),
    Column("saved_at", BigInteger, nullable=False),
)

event_plans = Table(
    "event_plans",
    metadata,
    of_workspace(),
    Column("event", Text, primary_key=True),
    Column("document", Text, nullable=False),
    Column("saved_at", BigInteger, nullable=False),
)

plan_findings = Table(
    "plan_findings",
    metadata,
    of_workspace(),
    Column("event", Text, primary_key=True),
    Column("property", Text, primary_key=True),
    Column("problem", Text, primary_key=True),  # unplanned_event | missing | wrong_type | unplanned_property
    Column("count", BigInteger, nullable=False),
    Column("first_at", BigInteger, nullable=False),
    Column("last_at", BigInteger, nullable=False),
)
