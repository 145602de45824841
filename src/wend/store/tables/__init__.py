"""Every operational table. Each row belongs to one workspace, and the column that says so is part of each key.

Portable SQL only: the types below exist on SQLite and PostgreSQL alike (JSON documents are text, instants are
microseconds since 1970 in UTC).
"""

from wend.store.tables.collecting import (
    event_plans,
    imports,
    inbox,
    mappings,
    marks,
    plan_findings,
    quarantine,
    source_counts,
    sources,
)
from wend.store.tables.customers import (
    account_members,
    accounts,
    computed_traits,
    consents,
    erased,
    flags,
    notes,
    wordings,
)
from wend.store.tables.people import (
    identifiers,
    identity_decisions,
    identity_links,
    identity_refusals,
    suggestions,
)
from wend.store.tables.workspace import (
    audit,
    counters,
    keys,
    metadata,
    settings,
    stage_sets,
    tasks,
    tokens,
    touchpoints,
    workspaces,
)

__all__ = [
    "account_members",
    "accounts",
    "audit",
    "computed_traits",
    "consents",
    "counters",
    "erased",
    "event_plans",
    "flags",
    "identifiers",
    "identity_decisions",
    "identity_links",
    "identity_refusals",
    "imports",
    "inbox",
    "keys",
    "mappings",
    "marks",
    "metadata",
    "notes",
    "plan_findings",
    "quarantine",
    "settings",
    "source_counts",
    "sources",
    "stage_sets",
    "suggestions",
    "tasks",
    "tokens",
    "touchpoints",
    "wordings",
    "workspaces",
]
