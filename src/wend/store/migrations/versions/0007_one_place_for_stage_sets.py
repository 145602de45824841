"""Stage sets live in the registry and in their versions; the table that was meant for them never held any."""

from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    op.drop_table("stage_sets")
