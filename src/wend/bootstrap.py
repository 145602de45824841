"""The composition root: the one place that picks the real clock, ids, store and log."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

from wend.kit.clock import Clock, SystemClock
from wend.kit.ids import Ids, RandomIds
from wend.kit.settings import Settings
from wend.log.facade import Log
from wend.store.facade import Store
from wend.workspaces.facade import Workspace


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
    store = Store.open(settings.data, clock)
    folder = store.folder(settings.workspace)
    log = Log(folder, store, settings.workspace, clock, threads=settings.threads, buckets=settings.buckets)
    return Workspace(settings.workspace, store, log, clock, ids or RandomIds(), settings)
