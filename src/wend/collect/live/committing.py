"""Group commit: one thread writes; what came while it wrote is written together next.

An idle collector commits a request at once; a busy one shares each forced write among many. The queue is bounded in
messages and bytes, and a request that does not fit is told so before anything is done with it.
"""

from __future__ import annotations

import logging
import traceback
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from threading import Condition, Thread

from wend.collect.live.model import Delivery, Outcome
from wend.collect.live.recording import Recorder
from wend.collect.live.refusals import NotStored, Overloaded
from wend.kit.errors import Trouble, WendError
from wend.workspaces.facade import Workspace

MOST_WAITING = 50_000
MOST_WAITING_BYTES = 64 * 1024 * 1024
MOST_TOGETHER = 4_000
PATIENCE_S = 0.004
_log = logging.getLogger("wend.collect")

Done = Callable[[Outcome | WendError], None]


@dataclass(frozen=True, slots=True)
class _Waiting:
    delivery: Delivery
    done: Done


class Committer:
    """The one writer of live events of a workspace in this process. Threads may share it."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._recorder = Recorder(workspace)
        self._queue: deque[_Waiting] = deque()
        self._messages = self._bytes = 0
        self._closing = False
        self._changed = Condition()
        self._thread = Thread(target=self._run, name="wend-committer", daemon=True)
        self._thread.start()

    def offer(self, delivery: Delivery, done: Done) -> None:
        """Queue a delivery; `done` is called from the writing thread, once, after the commit or with what prevented it.
        Raises Overloaded when the queue is full; then nothing was taken.
        """
        with self._changed:
            full = self._messages + delivery.messages > MOST_WAITING or self._bytes + delivery.size > MOST_WAITING_BYTES
            if self._closing or (full and self._queue):
                raise Overloaded(waiting=self._messages)
            self._queue.append(_Waiting(delivery, done))
            self._messages += delivery.messages
            self._bytes += delivery.size
            self._changed.notify()

    def close(self) -> None:
        """Write what was taken, and take nothing more."""
        with self._changed:
            self._closing = True
            self._changed.notify()
        self._thread.join()

    def _run(self) -> None:
        before = 0
        while group := self._next(before):
            before = len(group)
            for each, result in zip(group, self._committed([each.delivery for each in group]), strict=True):
                each.done(result)

    def _next(self, before: int) -> list[_Waiting]:
        """The next deliveries to be written together; empty when there will be none.

        Senders that wait for an answer all come back at once after one: a little patience after a group of many lets
        the next be larger, instead of writing the first of them alone. After a group of one there is none.
        """
        with self._changed:
            if before > 1 and not self._closing:
                self._changed.wait_for(lambda: len(self._queue) >= 2 * before or self._closing, PATIENCE_S)
            while not self._queue and not self._closing:
                self._changed.wait()
            group: list[_Waiting] = []
            taken = 0
            while self._queue and (not group or taken + self._queue[0].delivery.messages <= MOST_TOGETHER):
                group.append(self._queue.popleft())
                taken += group[-1].delivery.messages
            self._messages -= taken
            self._bytes -= sum(each.delivery.size for each in group)
            return group

    def _committed(self, deliveries: Sequence[Delivery]) -> Sequence[Outcome | WendError]:
        try:
            return self._recorder.record(deliveries)
        except Exception as fault:  # noqa: BLE001  # the writer must outlive every fault, or nobody is answered again
            self._start_anew(fault)
            if isinstance(fault, Trouble) or len(deliveries) == 1:
                return [NotStored()] * len(deliveries)
        return [one for each in deliveries for one in self._committed([each])]

    def _start_anew(self, fault: Exception) -> None:
        """Never write again on a connection that failed: what it believes to be on disk may not be there."""
        if isinstance(fault, WendError):
            _log.warning("not stored: %s", fault.code)
        else:  # the message may hold data; the place does not
            _log.error("not stored: %s\n%s", type(fault).__name__, "".join(traceback.format_tb(fault.__traceback__)))
        self._workspace.store.close()
        self._recorder = Recorder(self._workspace)
