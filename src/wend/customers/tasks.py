"""What the worker does for this room: erasures that were cut off are finished."""

from __future__ import annotations

from wend.store.tasks import Claimed
from wend.workspaces.facade import Workspace


def erase(workspace: Workspace, claimed: Claimed) -> None:
    """Finish an erasure. Raises LogBusy or StoreBusy; then it is tried again."""
    from wend.customers.privacy import erasing

    erasing.go_on(workspace, claimed.name, claimed.details)
