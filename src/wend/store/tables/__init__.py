"""Every operational table. Each row belongs to one workspace, and the column that says so is part of each key.

Portable SQL only: the types below exist on SQLite and PostgreSQL alike (JSON documents are text, instants are
microseconds since 1970 in UTC).
"""

from wend.store.tables.boards import alert_checks, alerts, dashboards, saved_questions, shares
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
from wend.store.tables.maps import map_remarks
from wend.store.tables.outbox import outbox
from wend.store.tables.people import (
    identifiers,
    identity_decisions,
    identity_links,
    identity_refusals,
    suggestions,
    touched,
)
from wend.store.tables.personas import personas
from wend.store.tables.segments import (
    segment_history,
    segment_listed,
    segment_places,
    segment_sizes,
    segment_standings,
    segment_versions,
    segments,
)
from wend.store.tables.workspace import (
    audit,
    counters,
    keys,
    metadata,
    settings,
    stage_set_versions,
    tasks,
    tokens,
    touchpoints,
    workspaces,
)

__all__ = [
    "account_members",
    "accounts",
    "alert_checks",
    "alerts",
    "audit",
    "computed_traits",
    "consents",
    "counters",
    "dashboards",
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
    "map_remarks",
    "mappings",
    "marks",
    "metadata",
    "notes",
    "outbox",
    "personas",
    "plan_findings",
    "quarantine",
    "saved_questions",
    "segment_history",
    "segment_listed",
    "segment_places",
    "segment_sizes",
    "segment_standings",
    "segment_versions",
    "segments",
    "settings",
    "shares",
    "source_counts",
    "sources",
    "stage_set_versions",
    "suggestions",
    "tasks",
    "tokens",
    "touched",
    "touchpoints",
    "wordings",
    "workspaces",
]
