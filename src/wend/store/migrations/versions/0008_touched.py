"""Who is to be looked at although nothing happened, and how far members of segments have followed that."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    op.create_table(
        "touched",
        sa.Column("workspace", sa.Text(), nullable=False),
        sa.Column("identifier", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("sequence", sa.BigInteger(), nullable=False),
        sa.Column("because", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["workspace"], ["workspaces.workspace"], name=op.f("fk_touched_workspace")),
        sa.PrimaryKeyConstraint("workspace", "identifier", "why", name=op.f("pk_touched")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_touched_workspace_sequence", "touched", ["workspace", "sequence"])
    op.add_column("segment_places", sa.Column("touched", sa.BigInteger(), nullable=False, server_default="0"))
