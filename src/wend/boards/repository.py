"""All queries about saved questions, dashboards and links."""

from __future__ import annotations

from typing import Any

import msgspec
from sqlalchemy import Row, delete, select, update

from wend.boards.model import Asked, Dashboard, Saved, Share, Tile
from wend.store.facade import Reading, Work, tables

_S, _D, _L = tables.saved_questions.c, tables.dashboards.c, tables.shares.c
_MICROS = 1_000_000


def all_saved(reading: Reading) -> list[Saved]:
    """The newest version of each saved question, by name."""
    held = (_S.workspace == reading.workspace, _S.newest == 1)
    found = [_saved(row) for row in reading.rows(select(tables.saved_questions).where(*held))]
    return sorted(found, key=lambda each: each.name.casefold())


def versions(reading: Reading, id: str) -> list[Saved]:
    """Every version of a saved question, the newest first."""
    held = (_S.workspace == reading.workspace, _S.id == id)
    query = select(tables.saved_questions).where(*held).order_by(_S.version.desc())
    return [_saved(row) for row in reading.rows(query)]


def keep_saved(work: Work, saved: Saved, at: int) -> None:
    """Keep a version as the one that counts."""
    held = (_S.workspace == work.workspace, _S.id == saved.id, _S.newest == 1)
    work.execute(update(tables.saved_questions).where(*held).values(newest=0))
    document = msgspec.json.encode(saved.asked).decode()
    row = {"id": saved.id, "version": saved.version, "name": saved.name, "document": document, "by": saved.by}
    work.add(tables.saved_questions, [{**row, "at": at, "newest": 1}])


def remove_saved(work: Work, id: str) -> None:
    """Take a saved question away with all its versions."""
    work.execute(delete(tables.saved_questions).where(_S.workspace == work.workspace, _S.id == id))


def all_dashboards(reading: Reading) -> list[Dashboard]:
    """Every dashboard, by name."""
    query = select(tables.dashboards).where(_D.workspace == reading.workspace)
    return sorted(map(_dashboard, reading.rows(query)), key=lambda each: each.name.casefold())


def keep_dashboard(work: Work, dashboard: Dashboard, at: int) -> None:
    """Keep a dashboard in the place of its earlier version."""
    given = {"id": dashboard.id, "version": dashboard.version, "name": dashboard.name, "by": dashboard.by, "at": at}
    work.put(tables.dashboards, [{**given, "tiles": msgspec.json.encode(dashboard.tiles).decode()}])


def remove_dashboard(work: Work, id: str) -> None:
    """Take a dashboard away, and every link to it."""
    work.execute(delete(tables.shares).where(_L.workspace == work.workspace, _L.dashboard == id))
    work.execute(delete(tables.dashboards).where(_D.workspace == work.workspace, _D.id == id))


def shares_of(reading: Reading, dashboard: str, now: int) -> list[Share]:
    """The links to a dashboard, the newest first."""
    held = (_L.workspace == reading.workspace, _L.dashboard == dashboard)
    query = select(tables.shares).where(*held).order_by(_L.created_at.desc(), _L.id)
    return [_share(row, now) for row in reading.rows(query)]


def share(reading: Reading, id: str, now: int) -> Share | None:
    """A link by its id."""
    row = reading.row(select(tables.shares).where(_L.workspace == reading.workspace, _L.id == id))
    return None if row is None else _share(row, now)


def share_of_hash(reading: Reading, hashed: str, now: int) -> Share | None:
    """A link by the hash of its token."""
    row = reading.row(select(tables.shares).where(_L.workspace == reading.workspace, _L.hash == hashed))
    return None if row is None else _share(row, now)


def add_share(work: Work, id: str, dashboard: str, hashed: str, by: str, now: int, expires_at: int) -> None:
    """Keep a link; instants in microseconds."""
    row = {"id": id, "dashboard": dashboard, "hash": hashed, "by": by, "created_at": now, "expires_at": expires_at}
    work.add(tables.shares, [row])


def revoke_share(work: Work, id: str, now: int) -> bool:
    """End a link; whether it had not ended already."""
    held = (_L.workspace == work.workspace, _L.id == id, _L.revoked_at.is_(None))
    return bool(work.execute(update(tables.shares).where(*held).values(revoked_at=now)).rowcount)


def _saved(row: Row[Any]) -> Saved:
    asked = msgspec.json.decode(row.document, type=Asked)
    return Saved(row.id, row.name, asked, int(row.version), row.by, int(row.at) // _MICROS)


def _dashboard(row: Row[Any]) -> Dashboard:
    tiles = msgspec.json.decode(row.tiles, type=tuple[Tile, ...])
    return Dashboard(row.id, row.name, tiles, int(row.version), row.by, int(row.at) // _MICROS)


def _share(row: Row[Any], now: int) -> Share:
    revoked_at = None if row.revoked_at is None else int(row.revoked_at) // _MICROS
    live = row.revoked_at is None and int(row.expires_at) > now
    times = (int(row.created_at) // _MICROS, int(row.expires_at) // _MICROS)
    return Share(row.id, row.dashboard, row.by, *times, revoked_at, live)
