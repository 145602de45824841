"""What the worker does for boards: checks alerts when they are due, and knows how what they promised is sent."""

from __future__ import annotations

from wend.boards.alerts import checking, keeping
from wend.boards.alerts.telling import senders
from wend.store.tasks import Claimed
from wend.workspaces.facade import Workspace

__all__ = ["check", "senders"]


def check(workspace: Workspace, claimed: Claimed) -> None:
    """Check one alert. Raises a Trouble that may pass: the worker notes it and comes again."""
    checking.check(workspace, claimed.name.removeprefix(f"{keeping.KIND}:"), claimed)
