"""A workspace into which things happen one by one, as they come over HTTP."""

from __future__ import annotations

import json
from collections.abc import Mapping
from itertools import count
from typing import Any

from wend.identity.reasons import Evidence
from wend.kit.clock import epoch_micros
from wend.log import live
from wend.log.live import LiveRow
from wend.people import facade as people
from wend.workspaces.facade import Workspace

_ids = count(1)


def happens(
    workspace: Workspace,
    subject: str,
    event: str,
    *,
    same_as: str = "",
    ago_s: int = 0,
    source: str = "web",
    properties: Mapping[str, Any] | None = None,
    **columns: Any,
) -> int:
    """One event, acknowledged; `same_as` is another identifier that came with it. Returns its id."""
    now, number = epoch_micros(workspace.clock.now()), next(_ids)
    row: LiveRow = {
        "event_id": number,
        "subject": subject,
        "identifiers": json.dumps([same_as]) if same_as else None,
        "event": event,
        "channel": columns.get("channel", "web"),
        "occurred_at": now - ago_s * 1_000_000,
        "received_at": now,
        "rating": columns.get("rating"),
        "expectation": None,
        "about": None,
        "amount": columns.get("amount"),
        "currency": columns.get("currency"),
        "source": source,
        "properties": json.dumps(properties, ensure_ascii=False) if properties else None,
    }
    with workspace.store.work(workspace.name) as work:
        if same_as:
            people.absorb(work, [Evidence.of(subject, same_as, "same_event", source, now)])
        live.promise(work, [row])
    return number


def says(workspace: Workspace, subject: str, source: str = "web", ago_s: int = 0, **traits: Any) -> None:
    """An `$identify` with these traits."""
    happens(workspace, subject, "$identify", source=source, ago_s=ago_s, properties=traits)
