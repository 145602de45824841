"""Where the registry is kept: one document under `current`, and every version it ever had under `version:<n>`; and
every version of its stage sets.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict

import msgspec
from sqlalchemy import delete, func, select

from wend.domain.stage import StageSet
from wend.store.facade import HERE, Prepared, Reading, Work, tables
from wend.touchpoints.history import Kept
from wend.touchpoints.registry import Registry, from_json, to_json

_CURRENT = "current"
_table = tables.touchpoints
_sets = tables.stage_set_versions
_flags = tables.flags.c
_counters = tables.counters.c
_FLAGGED = Prepared(select(_flags.identifier).where(_flags.workspace == HERE))
_VERSION = Prepared(select(_table.c.version).where(_table.c.workspace == HERE, _table.c.key == _CURRENT))
FLAGS = "flags"
"""The counter that grows with every change of a mark."""


def load(reading: Reading, version: int | None = None) -> Registry | None:
    """The saved registry, or one of its versions; None when nothing was saved under it."""
    key = _CURRENT if version is None else _version(version)
    row = reading.row(select(_table.c.document).where(_table.c.workspace == reading.workspace, _table.c.key == key))
    return None if row is None else from_json(row.document)


def flagged(reading: Reading) -> list[str]:
    """Identifiers of people who are marked as not being real customers."""
    return [row.identifier for row in reading.found(_FLAGGED)]


def flags_version(reading: Reading) -> int:
    """How often marks were changed."""
    held = (_counters.workspace == reading.workspace, _counters.name == FLAGS)
    row = reading.row(select(_counters.value).where(*held))
    return 0 if row is None else int(row.value)


def version(reading: Reading) -> int:
    """The version of the saved registry; 0 when nothing was saved."""
    rows = reading.found(_VERSION)
    return int(rows[0].version) if rows else 0


def save(work: Work, registry: Registry) -> None:
    """Keep the registry as its version, and as the current one."""
    work.execute(delete(_table).where(_table.c.workspace == work.workspace, _table.c.key == _CURRENT))
    document = to_json(registry)
    keys = (_CURRENT, _version(registry.version))
    work.add(_table, [{"key": key, "document": document, "version": registry.version} for key in keys])


def last_versions(reading: Reading) -> dict[str, int]:
    """The number of the last version kept of every stage set."""
    query = select(_sets.c.key, func.max(_sets.c.version).label("last"))
    rows = reading.rows(query.where(_sets.c.workspace == reading.workspace).group_by(_sets.c.key))
    return {row.key: int(row.last) for row in rows}


def keep(work: Work, kept: Iterable[Kept]) -> None:
    """Keep versions of stage sets; one that is there already stays as it is."""
    rows = [
        {"key": each.stage_set.key, "version": each.stage_set.version, "by": each.by, "at": each.at}
        | {"document": msgspec.json.encode(asdict(each.stage_set)).decode()}
        for each in kept
    ]
    work.add_new(_sets, rows)


def kept(reading: Reading, key: str) -> list[Kept]:
    """Every version of a stage set that was kept, the oldest first."""
    held = (_sets.c.workspace == reading.workspace, _sets.c.key == key)
    rows = reading.rows(select(_sets).where(*held).order_by(_sets.c.version))
    return [Kept(msgspec.json.decode(row.document, type=StageSet), row.by, row.at) for row in rows]


def _version(number: int) -> str:
    return f"version:{number}"
