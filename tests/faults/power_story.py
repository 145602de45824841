"""What the traced process does: promise live events, say so, and now and then move them to the log.

`python -m tests.faults.power_story DATA FIRST COMMITS full|normal moves|keeps`
"""

from __future__ import annotations

import hashlib
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import event
from sqlalchemy.pool import Pool

from tests.faults.story import say
from tests.log.world import live_row
from wend.kit.clock import FixedClock
from wend.log import live
from wend.store.facade import Store, tables

WORKSPACE = "main"
EACH = 3
MOMENT = datetime(2026, 7, 1, tzinfo=UTC)
CHECKPOINT_PAGES = 60
"""Much smaller than in the product, so that the database itself is written within a short run."""


def numbers(commit: int) -> range:
    """Event ids of one commit."""
    return range(1 + commit * EACH, 1 + (commit + 1) * EACH)


def run(data: Path, first: int, commits: int, *, moves: bool) -> None:
    """Promise so many groups of events, one transaction each; a line of output acknowledges a group."""
    clock = FixedClock(MOMENT)
    store = Store.open(data, clock)
    for commit in range(first, first + commits):
        rows = [live_row(each, f"customer:{each % 5}", "page.viewed", each * 1_000_000) for each in numbers(commit)]
        marks = [{"source": "web", "mark": mark(each), "content": b"", "at": 0} for each in numbers(commit)]
        with store.work(WORKSPACE) as work:
            live.promise(work, rows)
            work.add(tables.marks, marks)
        say(f"ok {commit}")
        if moves and commit % 6 == 5:
            _move(data, store, clock)
    store.close()


def mark(number: int) -> bytes:
    """The de-duplication mark of an event."""
    return hashlib.blake2b(str(number).encode(), digest_size=16).digest()


def _move(data: Path, store: Store, clock: FixedClock) -> None:
    from wend.log.facade import Log

    Log(data / "workspaces" / WORKSPACE, store, WORKSPACE, clock).move()


def _weaken(synchronous: str) -> None:
    """Set what the test wants on each connection, after the store has set what it needs."""

    def listen(raw: Any, _record: object, _proxy: object) -> None:  # Any: the driver's own connection class
        if synchronous == "normal":
            raw.execute("PRAGMA synchronous=NORMAL")
        raw.execute(f"PRAGMA wal_autocheckpoint={CHECKPOINT_PAGES}")

    event.listen(Pool, "checkout", listen)


if __name__ == "__main__":
    folder, start, many, strength, moving = sys.argv[1:]
    _weaken(strength)
    run(Path(folder), int(start), int(many), moves=moving == "moves")
