"""A body and a mapping, tried out before anybody sends anything."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

from wend.collect.hooks.making import Around, columns_of, make
from wend.collect.hooks.mappings import parsed
from wend.collect.hooks.records import records
from wend.collect.hooks.signing import Request
from wend.collect.live.model import Held, Taken
from wend.collect.model_hooks import TriedHook, TriedRecord
from wend.domain.names import Name
from wend.kit.clock import epoch_micros
from wend.kit.texts import text
from wend.workspaces.facade import Workspace

MOST_SHOWN = 50


def tried(workspace: Workspace, toml: str, request: Request) -> TriedHook:
    """What the mapping makes of the body."""
    mapping = parsed(toml)
    found = records(request.body, request.headers.get("content-type", ""), mapping.shape.record)
    around = Around("try", epoch_micros(workspace.clock.now()), request.headers, "try")
    rows, held = columns_of(mapping, found, around)
    made = make(mapping, rows, around)
    events = tuple(_shown(each) for each in made.taken[:MOST_SHOWN])
    return TriedHook(len(found), events, tuple(_said(each) for each in (*held, *made.held)[:MOST_SHOWN]))


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
