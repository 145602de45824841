"""Sending what rooms have promised: each kind of message names the function that knows how it is sent."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from importlib import import_module

from wend.outbox import facade as outbox
from wend.outbox.facade import Sender
from wend.store.tasks import Claimed
from wend.workspaces.facade import Workspace

SENDERS = {
    "alert_email": "wend.boards.tasks:senders",
    "alert_webhook": "wend.boards.tasks:senders",
    "segment_webhook": "wend.segments.tasks:senders",
}
"""Kind → `module:function` that gives the senders of its room; loaded when there is something to send."""


def is_wanted(workspace: Workspace) -> bool:
    """Whether something is to be sent now."""
    with workspace.store.reading(workspace.name) as reading:
        return outbox.is_due(reading, SENDERS)


def send(workspace: Workspace, claimed: Claimed) -> None:
    """Send what is due, a few seconds long; the rest has its turn after what else is due."""
    senders = _senders(workspace, set(SENDERS.values()))
    outbox.drain(workspace.store, workspace.name, senders, claimed.holder, workspace.clock)


def _senders(workspace: Workspace, paths: Iterable[str]) -> Mapping[str, Sender]:
    found: dict[str, Sender] = {}
    for path in sorted(paths):
        module, _, function = path.partition(":")
        of_room: Callable[[Workspace], Mapping[str, Sender]] = getattr(import_module(module), function)
        found |= of_room(workspace)
    return found
