"""Members of segments follow what was acknowledged and the clock, in a loop that looks many times a second."""

from __future__ import annotations

from wend.segments import tasks
from wend.store.tasks import Claimed
from wend.worker.kinds import Done
from wend.workspaces.facade import Workspace


def is_wanted(workspace: Workspace) -> bool:
    """Whether there is anything to follow."""
    return tasks.follows(workspace)


def follow(workspace: Workspace, claimed: Claimed) -> Done:
    """Follow until nothing is left, or for a stretch; it may be called again at once."""
    return Done(next_at=tasks.follow(workspace, claimed))
