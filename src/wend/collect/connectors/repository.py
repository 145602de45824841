"""All queries of connectors: how far each has come."""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import select, update

from wend.store.facade import Reading, Work, tables

_S = tables.sources.c
Progress = dict[str, Any]


def progress(reading: Reading, source: str) -> Progress:
    """How far a connector has come; empty before its first run."""
    query = select(_S.progress).where(_S.workspace == reading.workspace, _S.key == source)
    row = reading.row(query)
    return {} if row is None else dict(json.loads(row.progress))


def advance(work: Work, source: str, moved: Progress) -> None:
    """Note how far it has come, in the transaction that promises what it read."""
    values = {"progress": json.dumps(moved, ensure_ascii=False)}
    work.execute(update(tables.sources).where(_S.workspace == work.workspace, _S.key == source).values(values))
