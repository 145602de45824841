"""A body and a mapping, tried out before anybody sends anything."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

from wend.channels.signing import Request
from wend.collect.hooks.making import Around, columns_of, make
from wend.collect.hooks.mappings import parsed
from wend.collect.hooks.records import records
from wend.collect.live.model import Held, Taken
from wend.collect.model_hooks import TriedHook, TriedRecord
from wend.collect.shelf import ready_toml
from wend.domain.names import Name
from wend.kit.clock import epoch_micros
from wend.kit.texts import text
from wend.workspaces.facade import Workspace

MOST_SHOWN = 50
_CALL = (
    b'{"call_id": "1", "direction": "inbound", "status": "missed", "phone": "0903127455", "customer_no": "1", '
    b'"rating": 5, "started_at": "2026-01-01T00:00:00Z", "ended_at": "2026-01-01T00:01:00Z"}'
)
_ORDER = b'{"id": 1, "name": "1", "customer": {"id": 1}, "total_price": 1, "created_at": "2026-01-01T00:00:00Z"}'


def tried(workspace: Workspace, toml: str, request: Request) -> TriedHook:
    """What the mapping makes of the body."""
    mapping = parsed(toml)
    found = records(request.body, request.headers.get("content-type", ""), mapping.shape.record)
    around = Around("try", epoch_micros(workspace.clock.now()), request.headers, "try")
    rows, held = columns_of(mapping, found, around)
    made = make(mapping, rows, around)
    events = tuple(_shown(each) for each in made.taken[:MOST_SHOWN])
    return TriedHook(len(found), events, tuple(_said(each) for each in (*held, *made.held)[:MOST_SHOWN]))


def practise() -> None:
    """Map a call and an order that nobody made: every compiled loop on the way is loaded then."""
    for key, body in (("hook_calls", _CALL), ("hook_haravan_orders", _ORDER)):
        mapping = parsed(ready_toml(key))
        around = Around("try", 0, {}, "try")
        rows, _ = columns_of(mapping, records(body, "application/json", mapping.shape.record), around)
        make(mapping, rows, around)


def _shown(taken: Taken) -> TriedRecord:
    row = taken.row
    at = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(microseconds=row["occurred_at"])
    others: list[str] = json.loads(row["identifiers"] or "[]")
    return TriedRecord(
        row["event"],
        at.isoformat(),
        row["subject"],
        tuple(others),
        row["channel"],
        row["amount"],
        row["currency"],
        taken.properties,
    )


def _said(held: Held) -> Name:
    key = f"collect.bad.{held.reason}"
    return Name(text("en", key, **held.details), text("vi", key, **held.details))
