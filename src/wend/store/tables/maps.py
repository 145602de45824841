"""What people put on the map: obstacles that no search found, and notes."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Integer, Table, Text

from wend.store.tables.workspace import metadata, of_workspace

map_remarks = Table(
    "map_remarks",
    metadata,
    of_workspace(),
    Column("id", Text, primary_key=True),
    Column("kind", Text, nullable=False),  # obstacle | note
    Column("stage_set", Text, nullable=False),  # whose stages are meant
    Column("about", Text, nullable=False),  # JSON: kind, key and stage of what it stands at
    Column("title", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("number", Text, nullable=False),  # JSON: the number that shows it, as it was; "null" for none
    Column("version", Integer, nullable=False),  # grows with each change: who changes says which one they saw
    Column("by", Text, nullable=False),
    Column("at", BigInteger, nullable=False),
)
