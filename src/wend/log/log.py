"""One workspace's event log: the one path in, and the views that are derived from it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import numpy as np
import pyarrow.parquet as pq

from wend.kit.clock import Clock
from wend.log import inbox, moving
from wend.log.canonical import people
from wend.log.errors import LogBusy
from wend.log.journal import Journal
from wend.log.keeping import Wanted, rebuilt, refreshed
from wend.log.marks import Marks
from wend.log.moving import Moved
from wend.log.runs import Run
from wend.log.staging import Staged, Writer
from wend.log.table import EventTable, mend
from wend.store import locks
from wend.store.facade import Store, Work


class Log:
    """The event log of one workspace. Cheap to make; reads and writes only when asked to.

    `directory` is the workspace's folder (`store.folder(workspace)`), below which `log/`, `marks/` and `journal/` live.
    """

    def __init__(
        self, directory: Path, store: Store, workspace: str, clock: Clock, *, threads: int = 2, buckets: int = 64
    ) -> None:
        self._threads = threads
        self._buckets = buckets
        self._turn = threading.Lock()
        self._journal: Journal | None = None
        self.directory = directory
        self.workspace = workspace
        self._store = store
        self._clock = clock

    @property
    def folder(self) -> Path:
        """The Delta table's folder; any Delta reader may open it."""
        return self.directory / "log"

    def writer(self, source: str) -> Writer:
        """Become this workspace's only writer of event files, for an import named `source`; raises LogBusy when there
        is one."""
        with ExitStack() as held:
            try:
                held.enter_context(locks.hold(self.directory / "writer.lock", wait=False))
            except locks.Held as other:
                raise LogBusy(workspace=self.workspace, pid=other.pid) from other
            marks = self._recovered()
            return Writer(self.folder, marks, source, self._clock.now(), held.pop_all())

    def promise(self, work: Work, staged: Staged) -> None:
        """Take responsibility for a staged batch in the caller's transaction; when it commits, the events are safe."""
        inbox.promise(work, staged)

    def move(self) -> Moved:
        """Let everything promised join the table; harmless to repeat and to kill."""
        with self._moving():
            return moving.move(self._store, self.workspace, self.folder, self._clock)

    def tidy(self, *, small_rows: int = 1_000_000, big_rows: int = 4_000_000, keep_hours: int = 24) -> int:
        """Join small files and delete files that left the table over `keep_hours` ago; returns how many were joined."""
        with self._moving():
            table = EventTable(self.folder, self._clock)
            gone = moving.tidy(self.folder, table, small_rows=small_rows, big_rows=big_rows)
            table.vacuum(keep_hours)
            return gone

    def journal(self) -> Journal:
        """The journal, up to date with everything promised and with the identity links. Cheap when nothing is new."""
        self.move()
        with self._journaling() as folder:
            journal = refreshed(folder, self._wanted())
            if self._journal is None or self._journal.version != journal.version:
                self._journal = journal
            return self._journal

    def rebuild_journal(self) -> Journal:
        """The journal, built anew from the log."""
        self.move()
        with self._journaling() as folder:
            self._journal = rebuilt(folder, self._wanted())
            return self._journal

    def _wanted(self) -> Wanted:
        files = EventTable(self.folder, self._clock).files()
        with self._store.reading(self.workspace) as reading:
            return Wanted(self.folder, files, people(reading), self._buckets, self._threads)

    @contextmanager
    def _journaling(self) -> Iterator[Path]:
        with self._turn, locks.hold(self.directory / "journal.lock", wait=True):
            yield self.directory / "journal"

    @contextmanager
    def _moving(self) -> Iterator[None]:
        with locks.hold(self.directory / "move.lock", wait=True):
            yield

    def _recovered(self) -> Marks:
        """Set right what a crash left, and return marks that fit the log and the inbox."""
        with self._moving():
            mend(self.folder)
            table = EventTable(self.folder, self._clock)
            table.create()
            with self._store.work(self.workspace) as work:
                inbox.align(work, table.moved)
            moving.sweep(self._store, self.workspace, self.folder, table)
            with self._store.reading(self.workspace) as reading:
                promised = inbox.waiting(reading)
            names = [*table.files(), *(each.file for each in promised if each.file)]
            files = {name: moving.replaced_by(self.folder / name) for name in names}
            return Marks.open(self.directory / "marks", files, self._ids)

    def _ids(self, file: str) -> Run:
        ids = pq.read_table(self.folder / file, columns=["event_id"]).column(0)
        return np.asarray(ids.to_numpy())
