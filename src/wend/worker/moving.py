"""Live events join the log and the journal in portions that are worth it; the log's small files are joined.

Nothing heavy is imported before there is something to move: an idle server stays small.
"""

from __future__ import annotations

import json

from wend.kit.clock import epoch_micros
from wend.log import inbox
from wend.store.tasks import SECOND, Claimed
from wend.worker.kinds import Done
from wend.workspaces.facade import Workspace

MANY = 20_000
LONG_S = 30
WORTH = 10
"""A refresh of the journal should serve at least so many times as long as it took."""


def is_wanted(workspace: Workspace) -> bool:
    """Whether enough waits, or something waits long enough."""
    with workspace.store.reading(workspace.name) as reading:
        events, oldest = inbox.load(reading)
    return events >= MANY or (events > 0 and epoch_micros(workspace.clock.now()) - oldest >= LONG_S * SECOND)


def move(workspace: Workspace, claimed: Claimed) -> Done:
    """Move what waits to the log and bring the journal up to date. Safe to repeat and to kill: the log's own commit
    records how far it came, so that a worker that was paused and comes second moves nothing twice.
    """
    del claimed
    began = workspace.clock.now()
    workspace.log.journal(exact=True)
    took = workspace.clock.now() - began
    return Done(next_at=epoch_micros(workspace.clock.now() + max(WORTH * took, took)))


def tidy(workspace: Workspace, claimed: Claimed) -> Done | None:
    """Join small files, unless nothing has joined the log since the last time."""
    newest = newest_commit(workspace)
    if newest == json.loads(claimed.details).get("commit", ""):
        return None
    workspace.log.journal(exact=True)  # one that lacks some of what is joined would have to be built from nothing
    workspace.log.tidy()
    return Done(details=json.dumps({"commit": newest_commit(workspace)}))


def newest_commit(workspace: Workspace) -> str:
    """Name of the log's last commit, read from the folder alone: the library that knows more weighs 100 MB."""
    commits = (workspace.store.folder(workspace.name) / "log" / "_delta_log").glob("*.json")
    return max((path.name for path in commits), default="")
