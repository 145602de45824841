"""Connectors as background work: one task each, named `connector:<key>`."""

from __future__ import annotations

from wend.store.facade import Work
from wend.store.tasks import Claimed, cancel, schedule
from wend.workspaces.facade import Workspace

KIND = "connector"


def name_of(source: str) -> str:
    """The name of a connector's task."""
    return f"{KIND}:{source}"


def plan(work: Work, source: str, due_at: int, every_s: int) -> None:
    """See to it that the connector runs at `due_at` (µs) and then every so often."""
    schedule(work, name_of(source), KIND, due_at, every_s)


def unplan(work: Work, source: str) -> None:
    """Let it rest."""
    cancel(work, name_of(source))


def run(workspace: Workspace, claimed: Claimed) -> None:
    """Read what is new from one connector. Raises what the run meets: the worker notes it and comes again."""
    from wend.collect.connectors import facade

    facade.run(workspace, claimed.name.removeprefix(f"{KIND}:"), claimed)
