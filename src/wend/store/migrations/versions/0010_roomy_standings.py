"""Standings have room in a page of SQLite: where a table is its own index, a row of a thousand bytes takes one more."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    if op.get_bind().dialect.name != "sqlite":
        return
    op.drop_index("ix_segment_standings_workspace_due", "segment_standings")
    op.rename_table("segment_standings", "segment_standings_before")
    op.create_table(
        "segment_standings",
        sa.Column("workspace", sa.Text(), nullable=False),
        sa.Column("customer", sa.Text(), nullable=False),
        sa.Column("inside", sa.Text(), nullable=False),
        sa.Column("document", sa.LargeBinary(), nullable=False),
        sa.Column("due", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["workspace"], ["workspaces.workspace"], name=op.f("fk_segment_standings_workspace")),
        sa.PrimaryKeyConstraint("workspace", "customer", name=op.f("pk_segment_standings")),
    )
    op.execute(
        "INSERT INTO segment_standings (workspace, customer, inside, document, due)"
        " SELECT workspace, customer, inside, document, due FROM segment_standings_before"
    )
    op.drop_table("segment_standings_before")
    op.create_index("ix_segment_standings_workspace_due", "segment_standings", ["workspace", "due"], unique=False)
