"""A real workspace in a folder, filled with a few written-out journeys: what rooms above the log are tested on."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pyarrow as pa

from wend.kit.clock import Clock, FixedClock
from wend.kit.ids import CountingIds
from wend.kit.settings import Settings
from wend.log.facade import LOG_SCHEMA, Log
from wend.store.facade import Store
from wend.workspaces.facade import Workspace

START = datetime(2026, 1, 5, tzinfo=UTC)
"""A Monday."""


@dataclass(frozen=True)
class Happening:
    """One event: `at` counts days from START."""

    customer: str
    event: str
    at: float
    channel: str = ""
    rating: int | None = None
    expectation: int | None = None
    about: str | None = None
    amount: int | None = None
    properties: Mapping[str, object] = field(default_factory=dict)
    currency: str = "VND"


def workspace_at(folder: Path, clock: Clock | None = None, threads: int = 1, buckets: int = 4) -> Workspace:
    """An empty workspace in `folder`; the present is a year after START."""
    clock = clock or FixedClock(START + timedelta(days=365))
    store = Store.open(folder, clock)
    with store.work("main"):
        log = Log(store.folder("main"), store, "main", clock, threads=threads, buckets=buckets)
    return Workspace("main", store, lambda: log, clock, CountingIds(), Settings(data=folder, threads=threads))


def fill(
    workspace: Workspace, happenings: Iterable[Happening], traits: Mapping[str, Mapping[str, str]] | None = None
) -> None:
    """Write events, and traits by customer, through the one path in."""
    rows = [_row(happening) for happening in happenings]
    for customer, known in (traits or {}).items():
        rows.append(_row(Happening(customer, "$identify", 0, properties=known)))
    fill_table(workspace, pa.Table.from_pylist(rows, schema=_WITHOUT_ID))


def fill_table(workspace: Workspace, table: pa.Table) -> None:
    """Write a table of log columns (without event ids) through the one path in."""
    with workspace.log.writer("test") as writer:
        staged = writer.stage(table)
        with workspace.store.work(workspace.name) as work:
            workspace.log.promise(work, staged)
        writer.settle(staged)
    workspace.log.move()


_WITHOUT_ID = pa.schema([f for f in LOG_SCHEMA if f.name not in ("event_id", "received_at", "source", "identifiers")])


def _row(happening: Happening) -> dict[str, object]:
    return {
        "subject": f"customer:{happening.customer}",
        "event": happening.event,
        "channel": happening.channel,
        "occurred_at": START + timedelta(days=happening.at),
        "rating": happening.rating,
        "expectation": happening.expectation,
        "about": happening.about,
        "amount": happening.amount,
        "currency": happening.currency if happening.amount is not None else None,
        "properties": json.dumps(dict(happening.properties)) if happening.properties else None,
    }
