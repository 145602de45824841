"""Where the registry is kept: one document under `current`, and every version it ever had under `version:<n>`."""

from __future__ import annotations

from sqlalchemy import delete, select

from wend.store.facade import Reading, Work, tables
from wend.touchpoints.registry import Registry, from_json, to_json

_CURRENT = "current"
_table = tables.touchpoints


def load(reading: Reading, version: int | None = None) -> Registry | None:
    """The saved registry, or one of its versions; None when nothing was saved under it."""
    key = _CURRENT if version is None else _version(version)
    row = reading.row(select(_table.c.document).where(_table.c.workspace == reading.workspace, _table.c.key == key))
    return None if row is None else from_json(row.document)


def save(work: Work, registry: Registry) -> None:
    """Keep the registry as its version, and as the current one."""
    work.execute(delete(_table).where(_table.c.workspace == work.workspace, _table.c.key == _CURRENT))
    document = to_json(registry)
    keys = (_CURRENT, _version(registry.version))
    work.add(_table, [{"key": key, "document": document, "version": registry.version} for key in keys])


def _version(number: int) -> str:
    return f"version:{number}"
