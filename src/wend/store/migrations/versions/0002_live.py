"""Live collection, and one profile per person: sources, keys, marks, identity with decisions, consents and notes."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    _workspace()
    _coming_in()
    _people()
    _promises()
    _accounts()
    op.add_column("workspaces", sa.Column("home", sa.Text(), nullable=True))
    op.add_column("quarantine", sa.Column("at", sa.BigInteger(), nullable=False, server_default="0"))
    _number_the_links()


def _number_the_links() -> None:
    """Links get a number in order of arrival; a pair may be told twice."""
    op.drop_index("ix_identity_links_workspace_b", "identity_links")
    op.rename_table("identity_links", "identity_links_before")
    op.create_table(
        "identity_links",
        sa.Column("workspace", sa.Text(), nullable=False),
        sa.Column("a", sa.Text(), nullable=False),
        sa.Column("b", sa.Text(), nullable=False),
        sa.Column("sequence", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["workspace"], ["workspaces.workspace"], name="fk_identity_links_workspace_numbered"),
        sa.PrimaryKeyConstraint("workspace", "a", "b", "sequence", name="pk_identity_links_numbered"),
        sqlite_with_rowid=False,
    )
    op.execute(
        "INSERT INTO identity_links (workspace, a, b, sequence, reason, source, at) "
        "SELECT workspace, a, b, row_number() OVER (PARTITION BY workspace ORDER BY at, a, b), reason, source, at "
        "FROM identity_links_before"
    )
    op.execute(
        "INSERT INTO counters (workspace, name, value) "
        "SELECT workspace, 'links', count(*) FROM identity_links GROUP BY workspace"
    )
    op.drop_table("identity_links_before")
    op.create_index("ix_identity_links_workspace_b", "identity_links", ["workspace", "b"], unique=False)
    op.create_index("ix_identity_links_workspace_sequence", "identity_links", ["workspace", "sequence"], unique=False)


def _workspace() -> None:
    op.create_table(
        "counters",
        sa.Column("workspace", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("value", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["workspace"], ["workspaces.workspace"], name=op.f("fk_counters_workspace")),
        sa.PrimaryKeyConstraint("workspace", "name", name=op.f("pk_counters")),
    )
    op.create_table(
        "keys",
        sa.Column("workspace", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=True),
        sa.Column("scopes", sa.Text(), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("expires_at", sa.BigInteger(), nullable=True),
        sa.Column("used_at", sa.BigInteger(), nullable=True),
        sa.Column("revoked_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["workspace"], ["workspaces.workspace"], name=op.f("fk_keys_workspace")),
        sa.PrimaryKeyConstraint("workspace", "id", name=op.f("pk_keys")),
    )
    op.create_index(op.f("ix_keys_workspace_hash"), "keys", ["workspace", "hash"], unique=True)
    op.create_table(
        "tasks",
        sa.Column("workspace", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("due_at", sa.BigInteger(), nullable=False),
        sa.Column("period_s", sa.BigInteger(), nullable=False),
        sa.Column("token", sa.BigInteger(), nullable=False),
        sa.Column("holder", sa.Text(), nullable=True),
        sa.Column("lease_until", sa.BigInteger(), nullable=True),
        sa.Column("ran_at", sa.BigInteger(), nullable=True),
        sa.Column("trouble", sa.Text(), nullable=False),
        sa.Column("details", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["workspace"], ["workspaces.workspace"], name=op.f("fk_tasks_workspace")),
        sa.PrimaryKeyConstraint("workspace", "name", name=op.f("pk_tasks")),
    )
    op.create_index(op.f("ix_tasks_workspace_due_at"), "tasks", ["workspace", "due_at"], unique=False)
    op.create_table(
        "audit",
        sa.Column("workspace", sa.Text(), nullable=False),
        sa.Column("sequence", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("details", sa.Text(), nullable=False),
        sa.Column("previous", sa.Text(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["workspace"], ["workspaces.workspace"], name=op.f("fk_audit_workspace")),
        sa.PrimaryKeyConstraint("workspace", "sequence", name=op.f("pk_audit")),
    )


def _coming_in() -> None:
    op.create_table(
        "marks",
        sa.Column("workspace", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("mark", sa.LargeBinary(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["workspace"], ["workspaces.workspace"], name=op.f("fk_marks_workspace")),
        sa.PrimaryKeyConstraint("workspace", "source", "mark", name=op.f("pk_marks")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_marks_at_workspace"), "marks", ["at", "workspace"], unique=False)
    op.create_table(
        "sources",
        sa.Column("workspace", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("progress", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["workspace"], ["workspaces.workspace"], name=op.f("fk_sources_workspace")),
        sa.PrimaryKeyConstraint("workspace", "key", name=op.f("pk_sources")),
    )
    op.create_table(
        "source_counts",
        sa.Column("workspace", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("hour", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("accepted", sa.BigInteger(), nullable=False),
        sa.Column("repeated", sa.BigInteger(), nullable=False),
        sa.Column("quarantined", sa.BigInteger(), nullable=False),
        sa.Column("refused", sa.BigInteger(), nullable=False),
        sa.Column("last_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["workspace"], ["workspaces.workspace"], name=op.f("fk_source_counts_workspace")),
        sa.PrimaryKeyConstraint("workspace", "source", "hour", name=op.f("pk_source_counts")),
    )
    op.create_table(
        "event_plans",
        sa.Column("workspace", sa.Text(), nullable=False),
        sa.Column("event", sa.Text(), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("saved_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["workspace"], ["workspaces.workspace"], name=op.f("fk_event_plans_workspace")),
        sa.PrimaryKeyConstraint("workspace", "event", name=op.f("pk_event_plans")),
    )
    op.create_table(
        "plan_findings",
        sa.Column("workspace", sa.Text(), nullable=False),
        sa.Column("event", sa.Text(), nullable=False),
        sa.Column("property", sa.Text(), nullable=False),
        sa.Column("problem", sa.Text(), nullable=False),
        sa.Column("count", sa.BigInteger(), nullable=False),
        sa.Column("first_at", sa.BigInteger(), nullable=False),
        sa.Column("last_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["workspace"], ["workspaces.workspace"], name=op.f("fk_plan_findings_workspace")),
        sa.PrimaryKeyConstraint("workspace", "event", "property", "problem", name=op.f("pk_plan_findings")),
    )


def _people() -> None:
    op.create_table(
        "identity_decisions",
        sa.Column("workspace", sa.Text(), nullable=False),
        sa.Column("sequence", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("a", sa.Text(), nullable=False),
        sa.Column("b", sa.Text(), nullable=False),
        sa.Column("revokes", sa.BigInteger(), nullable=True),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["workspace"], ["workspaces.workspace"], name=op.f("fk_identity_decisions_workspace")),
        sa.PrimaryKeyConstraint("workspace", "sequence", name=op.f("pk_identity_decisions")),
    )
    op.create_index(op.f("ix_identity_decisions_workspace_a"), "identity_decisions", ["workspace", "a"], unique=False)
    op.create_index(op.f("ix_identity_decisions_workspace_b"), "identity_decisions", ["workspace", "b"], unique=False)
    op.create_table(
        "identifiers",
        sa.Column("workspace", sa.Text(), nullable=False),
        sa.Column("identifier", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("changed", sa.BigInteger(), nullable=False),
        sa.Column("links", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["workspace"], ["workspaces.workspace"], name=op.f("fk_identifiers_workspace")),
        sa.PrimaryKeyConstraint("workspace", "identifier", name=op.f("pk_identifiers")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_identifiers_workspace_changed"), "identifiers", ["workspace", "changed"], unique=False)
    op.create_index(op.f("ix_identifiers_workspace_person"), "identifiers", ["workspace", "person"], unique=False)
    _refusals()


def _refusals() -> None:
    op.create_table(
        "identity_refusals",
        sa.Column("workspace", sa.Text(), nullable=False),
        sa.Column("a", sa.Text(), nullable=False),
        sa.Column("b", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("about", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["workspace"], ["workspaces.workspace"], name=op.f("fk_identity_refusals_workspace")),
        sa.PrimaryKeyConstraint("workspace", "a", "b", name=op.f("pk_identity_refusals")),
    )
    op.create_index(op.f("ix_identity_refusals_workspace_b"), "identity_refusals", ["workspace", "b"], unique=False)
    op.create_index(
        op.f("ix_identity_refusals_workspace_state_why_about"),
        "identity_refusals",
        ["workspace", "state", "why", "about"],
        unique=False,
    )
    op.create_table(
        "suggestions",
        sa.Column("workspace", sa.Text(), nullable=False),
        sa.Column("a", sa.Text(), nullable=False),
        sa.Column("b", sa.Text(), nullable=False),
        sa.Column("weight", sa.Float(), nullable=False),
        sa.Column("probability", sa.Float(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["workspace"], ["workspaces.workspace"], name=op.f("fk_suggestions_workspace")),
        sa.PrimaryKeyConstraint("workspace", "a", "b", name=op.f("pk_suggestions")),
    )
    op.create_index(
        op.f("ix_suggestions_workspace_state_weight"), "suggestions", ["workspace", "state", "weight"], unique=False
    )


def _promises() -> None:
    op.create_table(
        "consents",
        sa.Column("workspace", sa.Text(), nullable=False),
        sa.Column("sequence", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("identifier", sa.Text(), nullable=False),
        sa.Column("purpose", sa.Text(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("wording", sa.Text(), nullable=False),
        sa.Column("wording_version", sa.Integer(), nullable=False),
        sa.Column("method", sa.Text(), nullable=False),
        sa.Column("proof", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("recorded_at", sa.BigInteger(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["workspace"], ["workspaces.workspace"], name=op.f("fk_consents_workspace")),
        sa.PrimaryKeyConstraint("workspace", "sequence", name=op.f("pk_consents")),
    )
    op.create_index(op.f("ix_consents_workspace_identifier"), "consents", ["workspace", "identifier"], unique=False)
    op.create_table(
        "wordings",
        sa.Column("workspace", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("purpose", sa.Text(), nullable=False),
        sa.Column("en", sa.Text(), nullable=False),
        sa.Column("vi", sa.Text(), nullable=False),
        sa.Column("sensitive", sa.Integer(), nullable=False),
        sa.Column("saved_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["workspace"], ["workspaces.workspace"], name=op.f("fk_wordings_workspace")),
        sa.PrimaryKeyConstraint("workspace", "key", "version", name=op.f("pk_wordings")),
    )
    op.create_table(
        "notes",
        sa.Column("workspace", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("identifier", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("removed_at", sa.BigInteger(), nullable=True),
        sa.Column("hidden", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["workspace"], ["workspaces.workspace"], name=op.f("fk_notes_workspace")),
        sa.PrimaryKeyConstraint("workspace", "id", name=op.f("pk_notes")),
    )
    op.create_index(op.f("ix_notes_workspace_identifier"), "notes", ["workspace", "identifier"], unique=False)
    op.create_table(
        "flags",
        sa.Column("workspace", sa.Text(), nullable=False),
        sa.Column("identifier", sa.Text(), nullable=False),
        sa.Column("flag", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["workspace"], ["workspaces.workspace"], name=op.f("fk_flags_workspace")),
        sa.PrimaryKeyConstraint("workspace", "identifier", name=op.f("pk_flags")),
    )


def _accounts() -> None:
    op.create_table(
        "accounts",
        sa.Column("workspace", sa.Text(), nullable=False),
        sa.Column("account", sa.Text(), nullable=False),
        sa.Column("traits", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("first_at", sa.BigInteger(), nullable=False),
        sa.Column("last_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["workspace"], ["workspaces.workspace"], name=op.f("fk_accounts_workspace")),
        sa.PrimaryKeyConstraint("workspace", "account", name=op.f("pk_accounts")),
    )
    op.create_table(
        "account_members",
        sa.Column("workspace", sa.Text(), nullable=False),
        sa.Column("account", sa.Text(), nullable=False),
        sa.Column("identifier", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["workspace"], ["workspaces.workspace"], name=op.f("fk_account_members_workspace")),
        sa.PrimaryKeyConstraint("workspace", "account", "identifier", name=op.f("pk_account_members")),
    )
    op.create_index(
        op.f("ix_account_members_workspace_identifier"), "account_members", ["workspace", "identifier"], unique=False
    )
    op.create_table(
        "computed_traits",
        sa.Column("workspace", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["workspace"], ["workspaces.workspace"], name=op.f("fk_computed_traits_workspace")),
        sa.PrimaryKeyConstraint("workspace", "name", name=op.f("pk_computed_traits")),
    )
    op.create_table(
        "erased",
        sa.Column("workspace", sa.Text(), nullable=False),
        sa.Column("mark", sa.LargeBinary(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["workspace"], ["workspaces.workspace"], name=op.f("fk_erased_workspace")),
        sa.PrimaryKeyConstraint("workspace", "mark", name=op.f("pk_erased")),
    )
