"""All queries of the worker."""

from __future__ import annotations

from sqlalchemy import delete, select, tuple_

from wend.store.facade import Work, tables

_M = tables.marks.c


def forget_marks(work: Work, before: int, most: int) -> int:
    """Forget up to `most` marks from before this instant (µs); returns how many."""
    mine = _M.workspace == work.workspace
    old = select(_M.source, _M.mark).where(mine, _M.at < before).order_by(_M.at).limit(most)
    return int(work.execute(delete(tables.marks).where(mine, tuple_(_M.source, _M.mark).in_(old))).rowcount)
