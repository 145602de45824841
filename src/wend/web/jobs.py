"""Imports at work in this server: one thread each, progress read by asking."""

from __future__ import annotations

import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from wend.collect import facade as collect
from wend.domain.names import Name
from wend.kit.errors import WendError
from wend.web.shapes import Job
from wend.workspaces.facade import Workspace

_KEPT = 50


@dataclass
class _Running:
    """What is known of one job; replaced whole, so that readers need no lock."""

    workspace: str
    shown: Job
    began: float


class Jobs:
    """The imports this server has started."""

    def __init__(self) -> None:
        self._jobs: dict[str, _Running] = {}
        self._lock = threading.Lock()

    def start(self, workspace: Workspace, paths: Sequence[Path], mappings: Sequence[collect.Mapping]) -> Job:
        """Begin an import in the background."""
        job = workspace.ids.fresh("job")
        total = sum(path.stat().st_size for path in paths)
        files = tuple(path.name for path in paths)
        shown = Job(job, files, "waiting", 0, total, 0, 0.0, None, 0, 0, 0, None, None)
        with self._lock:
            self._jobs[job] = _Running(workspace.name, shown, time.monotonic())
            for old in list(self._jobs)[:-_KEPT]:
                del self._jobs[old]
        threading.Thread(target=self._run, args=(workspace, job, paths, mappings), daemon=True).start()
        return shown

    def all(self, workspace: str) -> list[Job]:
        """Every job of a workspace, newest first."""
        return [running.shown for running in reversed(self._jobs.values()) if running.workspace == workspace]

    def _run(self, workspace: Workspace, job: str, paths: Sequence[Path], mappings: Sequence[collect.Mapping]) -> None:
        running = self._jobs[job]
        finished: dict[str, collect.Progress] = {}

        def watch(come: collect.Progress) -> None:
            finished[come.file] = come
            seconds = max(time.monotonic() - running.began, 1e-6)
            read, rows = (sum(getattr(each, part) for each in finished.values()) for part in ("bytes_read", "rows"))
            left = (running.shown.total_bytes - read) * seconds / read if read else None
            events, bad = (sum(getattr(each, part) for each in finished.values()) for part in ("events", "bad"))
            running.shown = replace(
                running.shown,
                state="running",
                bytes=read,
                rows=rows,
                rows_per_second=rows / seconds,
                seconds_left=left,
                added=events,
                quarantined=bad,
            )

        try:
            done = collect.import_files(workspace, paths, mappings, watch)
        except WendError as error:
            message, following = (Name(speak("en"), speak("vi")) for speak in (error.message, error.next_step))
            running.shown = replace(running.shown, state="failed", seconds_left=None, error=message, next=following)
            return
        bad = done.bad + done.unnamed
        running.shown = replace(
            running.shown,
            state="done",
            bytes=running.shown.total_bytes,
            rows=done.rows,
            added=done.events,
            repeated=done.repeated,
            quarantined=bad,
            seconds_left=0.0,
        )
