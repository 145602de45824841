"""The kinds of background work. A task's `kind` says which of these does it.

A kind names its function as text, so that a worker with nothing to do loads nothing. Rooms below put theirs into a
`tasks.py` (`run(workspace, claimed)`) and get a line here.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import Any, TypeAlias

from wend.store.tasks import Claimed
from wend.workspaces.facade import Workspace

HOUR_S, DAY_S = 3600, 86_400


@dataclass(frozen=True, slots=True)
class Done:
    """What is left of a task that went well. Without `next_at` (µs) it comes back after its period."""

    next_at: int | None = None
    details: str | None = None


Run: TypeAlias = Callable[[Workspace, Claimed], Done | None]
"""Does the task. Whatever it writes to the store, it writes in transactions that begin with `tasks.hold`; an error it
raises is written down with the task and tried again later.
"""


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of background work."""

    name: str
    does: str
    """`module:function` of its `Run`."""
    period_s: int = 0
    """A standing task of this kind, named like it, exists in every workspace when this is given."""
    lease_s: int = 60
    """How long a worker may be silent before the task is given to another; a living one renews it while it runs."""
    wanted: str = ""
    """`module:function` that says cheaply, given the workspace, whether there is anything to do; empty: when due."""
    quick: bool = False
    """People notice fractions of a second: a worker of its own looks for it, and never waits behind other work."""

    def run(self, workspace: Workspace, claimed: Claimed) -> Done | None:
        """Do it."""
        does: Run = _named(self.does)
        return does(workspace, claimed)

    def is_wanted(self, workspace: Workspace) -> bool:
        """Whether a due task of this kind should be taken now."""
        return not self.wanted or bool(_named(self.wanted)(workspace))


STANDING = (
    Kind("move", "wend.worker.moving:move", period_s=1, lease_s=120, wanted="wend.worker.moving:is_wanted"),
    Kind("tidy", "wend.worker.moving:tidy", period_s=HOUR_S, lease_s=300),
    Kind("forget", "wend.worker.forgetting:forget", period_s=DAY_S),
    Kind("dossiers", "wend.worker.profiles:dossiers", period_s=60, lease_s=600),
    Kind("send", "wend.worker.sending:send", period_s=1, lease_s=300, wanted="wend.worker.sending:is_wanted"),
    Kind("follow", "wend.worker.following:follow", period_s=1, wanted="wend.worker.following:is_wanted", quick=True),
    Kind("compute", "wend.segments.tasks:compute", period_s=1, lease_s=600, wanted="wend.segments.tasks:computes"),
    Kind("marks", "wend.worker.profiles:marks", period_s=300, lease_s=300),
)
KINDS: tuple[Kind, ...] = (
    *STANDING,
    Kind("connector", "wend.collect.connectors.tasks:run", lease_s=300),
    Kind("alert", "wend.boards.tasks:check", lease_s=600),
    Kind("erase", "wend.customers.tasks:erase", lease_s=600),
)


def _named(path: str) -> Any:  # Any: what is behind a name, the line that names it knows
    module, _, function = path.partition(":")
    return getattr(import_module(module), function)
