"""The loop that does what is due: a thread of the server, or a process of its own. Any number may run side by side.

Tasks are borrowed from the store, so two workers never do the same one, and what a dead one left is taken up when its
lease has ended.
"""

from __future__ import annotations

import logging
import traceback
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from threading import Event, Thread

from wend.kit.clock import epoch_micros
from wend.kit.errors import WendError
from wend.store import tasks
from wend.store.tasks import SECOND, Claimed
from wend.worker.kinds import KINDS, Done, Kind
from wend.workspaces.facade import Workspace

LOOK_S = 2.0
"""How often a worker looks whether there is something to do; one look costs well under a millisecond."""
QUICK_S = 0.1
"""How often for kinds of work whose delay people notice."""
AGAIN_S = 60
"""When a task that failed is tried again."""
BROKEN = "worker.broken"
_log = logging.getLogger("wend.worker")


class Workers:
    """All background work of a workspace: one worker for what is quick, and one for the rest."""

    def __init__(self, workspace: Workspace) -> None:
        self._quick = Worker(workspace, [kind for kind in KINDS if kind.quick], QUICK_S)
        self._steady = Worker(workspace, [kind for kind in KINDS if not kind.quick])

    def start(self) -> None:
        """Work in threads until `stop`."""
        self._quick.start()
        self._steady.start()

    def run(self) -> None:
        """Work in this thread, and one more for what is quick, until asked to stop."""
        self._quick.start()
        self._steady.run()
        self._quick.stop()

    def stop(self) -> None:
        """Take up nothing more, and wait a little for what is being done."""
        self._quick.ask_to_stop()
        self._steady.stop()
        self._quick.stop()

    def ask_to_stop(self) -> None:
        """Take up nothing more; for signal handlers."""
        self._quick.ask_to_stop()
        self._steady.ask_to_stop()


class Worker:
    """Does the workspace's background work. Use `start` and `stop`, or `run_due` when the caller is the loop."""

    def __init__(self, workspace: Workspace, kinds: Sequence[Kind] = KINDS, look_s: float = LOOK_S) -> None:
        self.workspace = workspace
        self._look_s = look_s
        self.holder = workspace.ids.fresh("worker")
        self._kinds = {kind.name: kind for kind in kinds}
        self._stopping = Event()
        self._thread: Thread | None = None
        self._prepared = False

    def start(self) -> None:
        """Work in a thread until `stop`."""
        self._thread = Thread(target=self.run, name="wend-worker", daemon=True)
        self._thread.start()

    def stop(self, patience_s: float = 5) -> None:
        """Take up nothing more, and wait a little for what is being done. What is cut off is taken up again later."""
        self._stopping.set()
        if self._thread is not None:
            self._thread.join(patience_s)

    def ask_to_stop(self) -> None:
        """Take up nothing more; for signal handlers."""
        self._stopping.set()

    def run(self) -> None:
        """Do what is due, look again, until asked to stop."""
        while not self._stopping.is_set():
            try:
                self.run_due()
            except WendError as trouble:  # the store is away or full; it says so to everybody who asks for something
                _log.warning("%s: %s", self.workspace.name, trouble.code)
                self._stopping.wait(5 * LOOK_S)
            self._stopping.wait(self._look_s)

    def run_due(self) -> int:
        """Do everything that is due now, each task once; returns how many were done."""
        self._prepare()
        done = 0
        while not self._stopping.is_set() and done < len(self._kinds) * 10:
            wanted = [kind.name for kind in self._kinds.values() if kind.is_wanted(self.workspace)]
            lease_s = max(self._kinds[name].lease_s for name in wanted) if wanted else 0
            claimed = self._claim(wanted, lease_s) if wanted else None
            if claimed is None:
                break
            self._do(self._kinds[claimed.kind], claimed)
            done += 1
        return done

    def _prepare(self) -> None:
        if self._prepared:
            return
        now = self._now()
        with self.workspace.store.work(self.workspace.name, alone=False) as work:
            for kind in self._kinds.values():
                if kind.period_s:
                    first = now if kind.wanted else now + kind.period_s * SECOND
                    tasks.schedule(work, kind.name, kind.name, first, kind.period_s)
        self._prepared = True

    def _claim(self, kinds: Sequence[str], lease_s: int) -> Claimed | None:
        store, name = self.workspace.store, self.workspace.name
        return tasks.claim(store, name, kinds, self.holder, self._now(), lease_s)

    def _do(self, kind: Kind, claimed: Claimed) -> None:
        done: Done | None = None
        trouble = ""
        with self._renewing(kind, claimed):
            try:
                done = kind.run(self.workspace, claimed)
            except WendError as error:
                trouble = error.code
            except Exception as fault:  # noqa: BLE001  # one task that breaks must not end all others
                trouble = BROKEN
                places = "".join(traceback.format_tb(fault.__traceback__))  # no message: it may hold personal data
                _log.error("%s: %s\n%s", claimed.name, type(fault).__name__, places)
        self._finish(claimed, done or Done(), trouble)

    def _finish(self, claimed: Claimed, done: Done, trouble: str) -> None:
        now = self._now()
        next_at = done.next_at
        if trouble:
            _log.warning("%s: %s", claimed.name, trouble)
            next_at = now + AGAIN_S * SECOND
        try:
            with self.workspace.store.work(self.workspace.name, alone=False) as work:
                tasks.finish(work, claimed, now, next_at=next_at, trouble=trouble, details=done.details)
        except WendError as lost:  # given to somebody else, or the store is away: the lease ends by itself
            _log.warning("%s: %s", claimed.name, lost.code)

    @contextmanager
    def _renewing(self, kind: Kind, claimed: Claimed) -> Iterator[None]:
        """Renew the lease while the block runs. A process that is paused does not, and loses it."""
        ended = Event()

        def renew() -> None:
            while not ended.wait(kind.lease_s / 3):
                try:
                    with self.workspace.store.work(self.workspace.name, alone=False) as work:
                        tasks.extend(work, claimed, self._now(), kind.lease_s)
                except WendError as lost:
                    _log.warning("%s: %s", claimed.name, lost.code)

        keeper = Thread(target=renew, name="wend-lease", daemon=True)
        keeper.start()
        try:
            yield
        finally:
            ended.set()
            keeper.join()

    def _now(self) -> int:
        return epoch_micros(self.workspace.clock.now())
