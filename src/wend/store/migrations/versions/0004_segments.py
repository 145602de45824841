"""Segments: definitions, lists, standings, history, sizes, and how far they have followed the log."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    _segments()
    _segment_versions()
    _segment_listed()
    _segment_standings()
    _segment_history()
    _segment_sizes()
    _segment_places()


def _segments() -> None:
    op.create_table(
        "segments",
        sa.Column("workspace", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("turn", sa.BigInteger(), nullable=False),
        sa.Column("anew", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("done", sa.BigInteger(), nullable=False),
        sa.Column("total", sa.BigInteger(), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("made_at", sa.BigInteger(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["workspace"], ["workspaces.workspace"], name=op.f("fk_segments_workspace")),
        sa.PrimaryKeyConstraint("workspace", "key", name=op.f("pk_segments")),
    )


def _segment_versions() -> None:
    op.create_table(
        "segment_versions",
        sa.Column("workspace", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("version", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["workspace"], ["workspaces.workspace"], name=op.f("fk_segment_versions_workspace")),
        sa.PrimaryKeyConstraint("workspace", "number", "version", name=op.f("pk_segment_versions")),
    )


def _segment_listed() -> None:
    op.create_table(
        "segment_listed",
        sa.Column("workspace", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("identifier", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["workspace"], ["workspaces.workspace"], name=op.f("fk_segment_listed_workspace")),
        sa.PrimaryKeyConstraint("workspace", "number", "identifier", name=op.f("pk_segment_listed")),
        sqlite_with_rowid=False,
    )
    op.create_index(
        "ix_segment_listed_workspace_identifier", "segment_listed", ["workspace", "identifier"], unique=False
    )


def _segment_standings() -> None:
    op.create_table(
        "segment_standings",
        sa.Column("workspace", sa.Text(), nullable=False),
        sa.Column("customer", sa.Text(), nullable=False),
        sa.Column("inside", sa.Text(), nullable=False),
        sa.Column("document", sa.LargeBinary(), nullable=False),
        sa.Column("due", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["workspace"], ["workspaces.workspace"], name=op.f("fk_segment_standings_workspace")),
        sa.PrimaryKeyConstraint("workspace", "customer", name=op.f("pk_segment_standings")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_segment_standings_workspace_due", "segment_standings", ["workspace", "due"], unique=False)


def _segment_history() -> None:
    op.create_table(
        "segment_history",
        sa.Column("workspace", sa.Text(), nullable=False),
        sa.Column("sequence", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("customer", sa.Text(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("because", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["workspace"], ["workspaces.workspace"], name=op.f("fk_segment_history_workspace")),
        sa.PrimaryKeyConstraint("workspace", "sequence", name=op.f("pk_segment_history")),
    )
    op.create_index("ix_segment_history_workspace_customer", "segment_history", ["workspace", "customer"], unique=False)
    op.create_index(
        "ix_segment_history_workspace_number_sequence",
        "segment_history",
        ["workspace", "number", "sequence"],
        unique=False,
    )


def _segment_sizes() -> None:
    op.create_table(
        "segment_sizes",
        sa.Column("workspace", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("day", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("entered", sa.BigInteger(), nullable=False),
        sa.Column("left", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["workspace"], ["workspaces.workspace"], name=op.f("fk_segment_sizes_workspace")),
        sa.PrimaryKeyConstraint("workspace", "number", "day", name=op.f("pk_segment_sizes")),
    )


def _segment_places() -> None:
    op.create_table(
        "segment_places",
        sa.Column("workspace", sa.Text(), nullable=False),
        sa.Column("inbox", sa.BigInteger(), nullable=False),
        sa.Column("people", sa.BigInteger(), nullable=False),
        sa.Column("world", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["workspace"], ["workspaces.workspace"], name=op.f("fk_segment_places_workspace")),
        sa.PrimaryKeyConstraint("workspace", name=op.f("pk_segment_places")),
    )
