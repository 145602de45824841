"""Segments: what they say, who is in them now and why, and how large they were."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Index, Integer, LargeBinary, Table, Text

from wend.store.tables.workspace import metadata, of_workspace

segments = Table(
    "segments",
    metadata,
    of_workspace(),
    Column("key", Text, primary_key=True),
    Column("number", Integer, nullable=False),  # what standings call it; never given twice
    Column("name", Text, nullable=False),
    Column("document", Text, nullable=False),  # JSON: its condition, whom it tells
    Column("version", Integer, nullable=False),  # grows with each change: who changes says which one they saw
    Column("turn", BigInteger, nullable=False),  # grows when everybody is to be judged anew
    Column(
        "anew", Text, nullable=False
    ),  # why everybody is judged in this turn: first | first_again | definition | recount
    Column("state", Text, nullable=False),  # computing | live
    Column("done", BigInteger, nullable=False, default=0),  # customers judged in this turn …
    Column("total", BigInteger, nullable=False, default=0),  # … of so many
    Column("size", BigInteger, nullable=False, default=0),  # members now
    Column("made_at", BigInteger, nullable=False),
    Column("by", Text, nullable=False),
    Column("at", BigInteger, nullable=False),
)

segment_versions = Table(
    "segment_versions",
    metadata,
    of_workspace(),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("name", Text, nullable=False),
    Column("document", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("at", BigInteger, nullable=False),
)

segment_listed = Table(
    "segment_listed",
    metadata,
    of_workspace(),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("identifier", Text, primary_key=True),
    sqlite_with_rowid=False,
)
"""Static lists: the identifiers that a file named."""
Index(None, segment_listed.c.workspace, segment_listed.c.identifier)

segment_standings = Table(
    "segment_standings",
    metadata,
    of_workspace(),
    Column("customer", Text, primary_key=True),  # canonical
    Column("inside", Text, nullable=False),  # ",3,17,": numbers of the segments they are in
    Column("document", LargeBinary, nullable=False),  # per segment: turn, since when inside, when to look again
    Column("due", BigInteger),  # the earliest of these moments, in seconds; NULL = nothing can run out
)
"""One row per customer who was judged. Follows from the log; can be made anew. Rows of a thousand bytes: SQLite keeps
them apart from the index of their keys, where each would take a page of its own.
"""
Index(None, segment_standings.c.workspace, segment_standings.c.due)

segment_history = Table(
    "segment_history",
    metadata,
    of_workspace(),
    Column("sequence", BigInteger, primary_key=True, autoincrement=False),
    Column("number", Integer, nullable=False),
    Column("version", Integer, nullable=False),  # of the segment, then
    Column("customer", Text, nullable=False),
    Column("what", Text, nullable=False),  # entered | left
    Column("why", Text, nullable=False),  # event | window | people | definition | recount
    Column("because", Text, nullable=False, default=""),  # id of the event
    Column("at", BigInteger, nullable=False),  # seconds
)
Index(None, segment_history.c.workspace, segment_history.c.number, segment_history.c.sequence)
Index(None, segment_history.c.workspace, segment_history.c.customer)

segment_sizes = Table(
    "segment_sizes",
    metadata,
    of_workspace(),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("day", BigInteger, primary_key=True, autoincrement=False),  # its first second, UTC
    Column("size", BigInteger, nullable=False),  # the last of the day
    Column("entered", BigInteger, nullable=False, default=0),
    Column("left", BigInteger, nullable=False, default=0),
)

segment_places = Table(
    "segment_places",
    metadata,
    of_workspace(),
    Column("inbox", BigInteger, nullable=False),  # the last promise that was followed
    Column("people", BigInteger, nullable=False),  # the last change of who is who
    Column("touched", BigInteger, nullable=False, default=0),  # the last time that anybody was without an event
    Column("world", Text, nullable=False),  # under which registry, marks and time zone everybody was judged
)
"""How far members have followed everything else: one row."""
