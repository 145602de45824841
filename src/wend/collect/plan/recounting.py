"""The plan held against the whole log, one batch of rows at a time."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from wend.collect.model_plan import Finding, Seen
from wend.collect.plan.checking import EventPlan, findings
from wend.log.table import EventTable
from wend.workspaces.facade import Workspace

_COLUMNS = ["event", "properties", "source", "occurred_at"]
_ROWS = 65_536
_SECOND = 1_000_000

Totals = dict[Finding, Seen]


def recount(workspace: Workspace, plan: EventPlan, typed: Collection[str]) -> tuple[int, int, Totals]:
    """(events, events of planned names, findings) of everything in the log.

    `typed` are the sources whose values keep their types; all others were texts in a file.
    """
    log = workspace.log
    log.move()
    paths = [log.folder / name for name in EventTable(log.folder, workspace.clock).files()]
    events = planned = 0
    totals: Totals = {}
    for batch in _batches(paths):
        events += batch.num_rows
        planned += _add(totals, plan, batch, typed)
    return events, planned, totals


def _batches(paths: list[Path]) -> Iterator[pa.Table]:
    for path in paths:
        with pq.ParquetFile(path) as file:
            for batch in file.iter_batches(_ROWS, columns=_COLUMNS):
                table = pa.table(batch)
                yield table.filter(pc.invert(pc.starts_with(table.column("event"), "$")))


def _add(totals: Totals, plan: EventPlan, rows: pa.Table, typed: Collection[str]) -> int:
    """Judge a batch; equal documents of one event are judged once. Returns how many rows are of planned events."""
    times = rows.column("occurred_at").cast(pa.int64())
    keyed = pa.table(
        {
            "event": rows.column("event"),
            "properties": rows.column("properties"),
            "typed": pc.is_in(rows.column("source"), value_set=pa.array(sorted(typed), pa.string())),
            "at": times,
        }
    )
    keys = ["event", "properties", "typed"]
    groups = keyed.group_by(keys).aggregate([("at", "count"), ("at", "min"), ("at", "max")])
    planned = 0
    columns = (*keys, "at_count", "at_min", "at_max")
    for event, written, is_typed, count, first, last in zip(*(groups[c].to_pylist() for c in columns), strict=True):
        planned += count if event in plan else 0
        document = _properties(written) if event in plan else {}
        seen = Seen(count, first // _SECOND, last // _SECOND)
        for finding in findings(plan, event, document, written=not is_typed):
            totals[finding] = totals[finding] + seen if finding in totals else seen
    return planned


def _properties(written: str | None) -> dict[str, Any]:
    value: Any = json.loads(written) if written else {}
    return value if isinstance(value, dict) else {}
