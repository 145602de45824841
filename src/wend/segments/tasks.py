"""What the worker runs for segments: it follows, computes new and changed ones, and knows how webhooks are sent."""

from __future__ import annotations

from datetime import timedelta

from wend.kit.clock import epoch_micros
from wend.segments import repository
from wend.segments.live.telling import senders
from wend.store.tasks import Claimed
from wend.workspaces.facade import Workspace

__all__ = ["compute", "computes", "follow", "follows", "senders"]

STRETCH = timedelta(seconds=10)
"""How long one loan of the follower's task is used while there is always something to follow."""


def follows(workspace: Workspace) -> bool:
    """Whether there is anything to follow. Nothing heavy is loaded where nobody has made a segment."""
    if not _are_any(workspace):
        return False
    from wend.segments.live import following

    return following.is_wanted(workspace)


def follow(workspace: Workspace, claimed: Claimed) -> int:
    """Follow until nothing is left, or for a stretch; returns when it may be called again (µs): at once."""
    from wend.segments.live import following

    until = workspace.clock.now() + STRETCH
    while following.step(workspace, claimed) and workspace.clock.now() < until:
        pass
    return epoch_micros(workspace.clock.now())


def computes(workspace: Workspace) -> bool:
    """Whether any segment waits to be computed."""
    with workspace.store.reading(workspace.name) as reading:
        return repository.changes(reading) > 0 and repository.is_any_computing(reading)


def compute(workspace: Workspace, claimed: Claimed) -> None:
    """Compute what waits. What was changed meanwhile is begun anew the next time."""
    from wend.segments.live import computing

    computing.compute(workspace, claimed)


def _are_any(workspace: Workspace) -> bool:
    with workspace.store.reading(workspace.name) as reading:
        return repository.changes(reading) > 0
