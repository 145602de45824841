"""What people keep of their questions: saved questions, dashboards, links to them, and alerts."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Float, Index, Integer, Table, Text

from wend.store.tables.workspace import metadata, of_workspace

saved_questions = Table(
    "saved_questions",
    metadata,
    of_workspace(),
    Column("id", Text, primary_key=True),
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("name", Text, nullable=False),
    Column("document", Text, nullable=False),  # JSON: what is asked
    Column("by", Text, nullable=False),
    Column("at", BigInteger, nullable=False),
    Column("newest", Integer, nullable=False),  # 1: the version that counts
)
Index(None, saved_questions.c.workspace, saved_questions.c.newest)

dashboards = Table(
    "dashboards",
    metadata,
    of_workspace(),
    Column("id", Text, primary_key=True),
    Column("version", Integer, nullable=False),  # grows with each change: who changes says which one they saw
    Column("name", Text, nullable=False),
    Column("tiles", Text, nullable=False),  # JSON list
    Column("by", Text, nullable=False),
    Column("at", BigInteger, nullable=False),
)

shares = Table(
    "shares",
    metadata,
    of_workspace(),
    Column("id", Text, primary_key=True),
    Column("dashboard", Text, nullable=False),
    Column("hash", Text, nullable=False),  # SHA-256 of the link's token; the token itself is shown once
    Column("by", Text, nullable=False),
    Column("created_at", BigInteger, nullable=False),
    Column("expires_at", BigInteger, nullable=False),
    Column("revoked_at", BigInteger),
)
Index(None, shares.c.workspace, shares.c.hash, unique=True)

alerts = Table(
    "alerts",
    metadata,
    of_workspace(),
    Column("id", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("question", Text, nullable=False),  # a saved question
    Column("document", Text, nullable=False),  # JSON: the number, its range, whom to tell
    Column("version", Integer, nullable=False),
    Column("state", Text, nullable=False),  # unknown | learning | inside | outside
    Column("since", BigInteger, nullable=False),  # when it came into this state
    Column("episode", BigInteger, nullable=False, default=0),  # how often it has left its range
    Column("value", Float),  # of the last check
    Column("checked_at", BigInteger),
    Column("trouble", Text, nullable=False, default=""),  # code of the error of the last check
    Column("by", Text, nullable=False),
    Column("at", BigInteger, nullable=False),
)

alert_checks = Table(
    "alert_checks",
    metadata,
    of_workspace(),
    Column("alert", Text, primary_key=True),
    Column("at", BigInteger, primary_key=True, autoincrement=False),
    Column("value", Float, nullable=False),
    Column("low", Float),  # the range it was held against
    Column("high", Float),
    Column("state", Text, nullable=False),
)
