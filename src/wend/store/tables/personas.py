"""Personas: what a few typical customers are called, who they are, and what people wrote about them."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Integer, Table, Text

from wend.store.tables.workspace import metadata, of_workspace

personas = Table(
    "personas",
    metadata,
    of_workspace(),
    Column("id", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("condition", Text, nullable=False),  # JSON: whose persona it is
    Column("lines", Text, nullable=False),  # JSON list: what people wrote, each with its source
    Column("version", Integer, nullable=False),  # grows with each change: who changes says which one they saw
    Column("by", Text, nullable=False),
    Column("at", BigInteger, nullable=False),
)
