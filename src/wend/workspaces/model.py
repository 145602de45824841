"""A workspace: one company's store and event log, and the clock and ids that everything done in it uses.

Every room's facade takes a `Workspace` first; only `bootstrap` makes one.
"""

from __future__ import annotations

from dataclasses import dataclass

from wend.kit.clock import Clock
from wend.kit.ids import Ids
from wend.kit.settings import Settings
from wend.log.facade import Log
from wend.store.facade import Store


@dataclass(frozen=True, slots=True)
class Workspace:
    """Where a room works. Cheap to hold; the log and the store open lazily."""

    name: str
    store: Store
    log: Log
    clock: Clock
    ids: Ids
    settings: Settings
