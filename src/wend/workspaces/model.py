"""A workspace: one company's store and event log, and the clock and ids that everything done in it uses.

Every room's facade takes a `Workspace` first; only `bootstrap` makes one.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from wend.conditions.facts import NOTHING, Facts
from wend.kit.clock import Clock
from wend.kit.ids import Ids
from wend.kit.settings import Settings
from wend.store.facade import Store

if TYPE_CHECKING:
    from wend.log.facade import Log


def no_facts(_: Workspace) -> Facts:
    """A workspace in which nothing is kept that a condition could name."""
    return NOTHING


@dataclass(frozen=True, slots=True)
class Workspace:
    """Where a room works. Cheap to hold: the log, with its compiled kernels, is loaded when it is first asked for."""

    name: str
    store: Store
    open_log: Callable[[], Log]
    clock: Clock
    ids: Ids
    settings: Settings
    open_facts: Callable[[Workspace], Facts] = no_facts

    @property
    def log(self) -> Log:
        """The workspace's event log; the same one each time."""
        return self.open_log()

    @property
    def facts(self) -> Facts:
        """What conditions may name and no log tells; the rooms that keep it are put here by `bootstrap`."""
        return self.open_facts(self)
