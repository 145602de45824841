"""What has had its time: marks of messages that nobody repeats any more, tokens nobody can use, what was sent."""

from __future__ import annotations

from datetime import timedelta

from wend.kit.clock import epoch_micros
from wend.outbox import facade as outbox
from wend.store import tasks
from wend.store.tasks import Claimed
from wend.worker import repository
from wend.workspaces.facade import Workspace, forget_expired

KEPT = timedelta(days=30)
"""How long a source may repeat a message and still be heard once."""
PART = 5_000
"""Marks forgotten in one transaction, so that nobody who collects waits long."""


def forget(workspace: Workspace, claimed: Claimed) -> None:
    """Forget marks in small portions, tokens that ended, and messages that were sent long ago."""
    forget_expired(workspace)
    before = epoch_micros(workspace.clock.now() - KEPT)
    gone = PART
    while gone == PART:
        with workspace.store.work(workspace.name) as work:
            tasks.hold(work, claimed)
            gone = repository.forget_marks(work, before, PART)
    with workspace.store.work(workspace.name) as work:
        tasks.hold(work, claimed)
        outbox.forget(work)
