"""What a question may cost: a moment at which it must be done, how much memory its answer may take, and a way to stop
it.

A budget belongs to whoever asks and holds for all walks of one question; engines look at it between two pieces.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime

from wend.engines.errors import Cancelled, TookTooLong, TooMuchMemory
from wend.kit.clock import Clock

_MEBIBYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Told:
    """How far a question is: in which of its walks through the log, and what share of that is behind it, 0 to 1."""

    walk: int
    share: float


class Progress:
    """Counts what a question's walks have seen of what they will see, in events or whatever else each of them goes
    through. How many walks a question takes is
    known only when it is answered: so each is told apart, and neither number ever falls.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._walk, self._all, self._done, self._share = 0, 0, 0, 0.0

    def begin(self, events: int) -> None:
        """A walk over so many events (or other things) begins. One that begins beside another is counted into it."""
        with self._lock:
            if self._done >= self._all:
                self._walk, self._all, self._done, self._share = self._walk + 1, 0, 0, 0.0
            self._all += events

    def passed(self, events: int) -> None:
        """So many more events are walked."""
        with self._lock:
            self._done += events
            if self._all:
                self._share = max(self._share, min(1.0, self._done / self._all))

    def told(self) -> Told:
        """Where it is now; walk 0 before the first begins."""
        with self._lock:
            return Told(self._walk, self._share)


@dataclass(frozen=True, slots=True)
class Budget:
    """Without a clock there is no end, without `memory_mb` no limit. `stop` may be called by another thread, and
    `progress` read by one.
    """

    clock: Clock | None = None
    until: datetime | None = None
    seconds: int = 0
    memory_mb: int = 0
    progress: Progress = field(default_factory=Progress)
    _stopped: threading.Event = field(default_factory=threading.Event)

    def stop(self) -> None:
        """Nobody waits for the answer any more."""
        self._stopped.set()

    def check(self) -> None:
        """Raise Cancelled or TookTooLong when the question must end."""
        if self._stopped.is_set():
            raise Cancelled
        if self.clock is not None and self.until is not None and self.clock.now() >= self.until:
            raise TookTooLong(seconds=self.seconds)

    def allow(self, nbytes: int) -> None:
        """Raise TooMuchMemory when answers of so many bytes are more than was granted."""
        needed = -(-nbytes // _MEBIBYTE)
        if self.memory_mb and needed > self.memory_mb:
            raise TooMuchMemory(needed=needed, allowed=self.memory_mb)


_UNLIMITED = Budget()
_current: ContextVar[Budget] = ContextVar("budget", default=_UNLIMITED)


def current() -> Budget:
    """The budget of the question that is being answered here."""
    return _current.get()


@contextmanager
def within(budget: Budget) -> Iterator[Budget]:
    """Answer inside a budget. A question that is asked while answering another one spends the outer one's."""
    if current() is not _UNLIMITED:
        yield current()
        return
    token = _current.set(budget)
    try:
        yield budget
    finally:
        _current.reset(token)
