"""Everything we hold about one person, from every room, as one document of plain values. Times are ISO 8601."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from wend.customers import profile as profiles
from wend.customers.consents import repository as consents
from wend.customers.consents.ledger import list_of
from wend.customers.consents.rules import standings
from wend.customers.notes import repository as notes
from wend.customers.privacy import repository
from wend.customers.privacy.repository import Sought
from wend.customers.who import Person
from wend.kit.clock import epoch_seconds, from_epoch
from wend.people.traces import pattern_of
from wend.workspaces.facade import Workspace

Document = dict[str, Any]
FORMAT = "wend/person"
VERSION = 1
_SHORT = frozenset({"at", "since"})
_SPOKEN_OF: Document = dict.fromkeys(("known", "links", "trait_history", "computed", "accounts", "stages"), ())
"""Somebody who never did anything, but of whom a list of consents or a note speaks."""
_TIMELINE = frozenset({"timeline", "next_cursor", "consents", "recent"})


def everything(workspace: Workspace, person: Person) -> Document:
    """The document: who, why, what was said and done, what was worked out, what was agreed to, what was written."""
    shown = (
        asdict(profiles.profile(workspace, person.customer, None, max(1, len(person.events)))) if person.rows else None
    )
    sought = Sought(person.identifiers, pattern_of(person.identifiers), "")
    with workspace.store.reading(workspace.name) as reading:
        ledger = consents.ledger(reading, person.identifiers)
        written = notes.of(reading, person.identifiers)
        held = repository.quarantined(reading, sought)
        flagged = repository.flags_of(reading, person.identifiers)
        accounts = repository.accounts_of(reading, person.identifiers)
        named = repository.sources_named(reading, sorted({row.source for row in person.rows}))
        listed = [each.key for each in list_of(reading)]
    profile = _SPOKEN_OF | {"customer": person.customer, "label": person.customer, "identifiers": person.identifiers}
    profile |= {name: value for name, value in (shown or {}).items() if name not in _TIMELINE}
    return {
        "format": FORMAT,
        "version": VERSION,
        "made_at": _moment(epoch_seconds(workspace.clock.now())),
        "workspace": workspace.name,
        "timezone": workspace.settings.timezone,
        **_plain(profile),
        "standings": _plain([asdict(each) for each in standings(ledger, listed)]),
        "consents": _plain([asdict(each) for each in ledger]),
        "notes": _plain([asdict(each) for each in written if each.removed_at is None]),
        "flags": [{"flag": row.flag, "by": row.by, "note": row.note} for row in flagged],
        "account_traits": [{"account": row.account, "traits": json.loads(row.traits)} for row in accounts],
        "not_used": [{"reason": row.reason, "source": row.import_id, "row": _row(row.row)} for row in held],
        "sources": [{"source": key, "name": named.get(key, key)} for key in sorted({r.source for r in person.rows})],
        "timeline": _plain(shown["timeline"] if shown else ()),
        "rows": [_log_row(row) for row in person.rows],
    }


def _log_row(row: Any) -> Document:
    """A row of the log in full: where it came from, and everything that came with it."""
    return {
        "event": row.event,
        "occurred_at": _moment(row.occurred_at // 1_000_000),
        "received_at": _moment(row.received_at // 1_000_000),
        "under": row.subject,
        "source": row.source,
        "channel": row.channel,
        "properties": _row(row.properties or "{}"),
    }


def _row(written: str) -> Any:
    try:
        return json.loads(written)
    except ValueError:
        return written


def _plain(value: Any, name: str = "") -> Any:
    """Plain values, with moments that people can read."""
    if isinstance(value, dict):
        return {key: _plain(each, key) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    if isinstance(value, int) and not isinstance(value, bool) and (name in _SHORT or name.endswith("_at")):
        return _moment(value)
    return value


def _moment(seconds: int) -> str:
    return from_epoch(seconds).isoformat().replace("+00:00", "Z")
