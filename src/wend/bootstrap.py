"""The composition root: the one place that picks the real clock, ids, store and log."""

from __future__ import annotations

import os
from dataclasses import replace
from functools import cache
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from wend.kit.clock import Clock, SystemClock
from wend.kit.ids import Ids, RandomIds
from wend.kit.settings import Settings
from wend.store.facade import Store
from wend.workspaces.facade import Workspace

if TYPE_CHECKING:
    from wend.conditions.facts import Facts
    from wend.log.facade import Log


def settings_from_environment(data: Path | None = None, workspace: str | None = None) -> Settings:
    """The environment's settings, with what the command line said on top."""
    settings = Settings.read(os.environ)
    if data is not None:
        settings = replace(settings, data=data)
    if workspace is not None:
        settings = replace(settings, workspace=workspace)
    return settings


def open_workspace(settings: Settings, clock: Clock | None = None, ids: Ids | None = None) -> Workspace:
    """The workspace named in the settings; made on first use."""
    clock = clock or SystemClock()
    store = Store.open(settings.data, clock, settings.database_url)
    if store.shared:
        with store.work(settings.workspace):  # before any file is touched: the log must be the one of this database
            pass
    folder, opening = store.folder(settings.workspace), Lock()

    @cache
    def opened() -> Log:
        from wend.log.facade import Log

        return Log(
            folder,
            store,
            settings.workspace,
            clock,
            threads=settings.threads,
            buckets=settings.buckets,
            patience_s=settings.journal_patience_s,
        )

    def log() -> Log:
        with opening:  # two threads that come first must not open it twice
            return opened()

    return Workspace(settings.workspace, store, log, clock, ids or RandomIds(), settings, _facts)


def _facts(workspace: Workspace) -> Facts:
    """What conditions may name, from the rooms that keep it."""
    from wend.customers import facade as customers
    from wend.seasons import facade as seasons
    from wend.segments import facade as segments

    return seasons.facts(workspace, segments.facts(workspace, customers.facts(workspace)))
