"""`wend warm` as a child of the server, where it yields to everybody else, or of a `wend warm` that shares its work; it
ends with its parent.
"""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import suppress
from threading import Lock

COMMAND = (sys.executable, "-m", "wend", "warm", "--while-open")
YIELDING = 19
"""The least pressing that a process can be."""
PATIENCE_S = 2.0
"""How long the child may take to put down what it holds."""


class Compiling:
    """The child, which is there while it compiles."""

    def __init__(
        self, command: tuple[str, ...] = COMMAND, patience_s: float = PATIENCE_S, *, yields: bool = True
    ) -> None:
        self._command, self._patience_s, self._yields = command, patience_s, yields
        self._child: subprocess.Popen[bytes] | None = None
        self._over = False
        self._lock = Lock()

    @property
    def child(self) -> int | None:
        """The process, while there is one."""
        child = self._child
        return None if child is None or child.poll() is not None else child.pid

    def start(self) -> None:
        """Begin; nothing after `stop`."""
        with self._lock:
            if self._over or self._child is not None:
                return
            pipe, nobody = subprocess.PIPE, subprocess.DEVNULL
            self._child = subprocess.Popen(self._command, stdin=pipe, stdout=nobody, stderr=nobody)  # noqa: S603  # ours
        if not self._yields:
            return
        with suppress(AttributeError, OSError):  # where there is no such order, or the child is gone already
            os.setpriority(os.PRIO_PROCESS, self._child.pid, YIELDING)

    def wait(self) -> bool:
        """Until it is done, or stopped, or could not begin; whether it went through."""
        return self._child is not None and self._child.wait() == 0

    def stop(self) -> None:
        """End it now, and wait until it is gone."""
        with self._lock:
            self._over, child = True, self._child
        if child is None or child.poll() is not None:
            return
        if child.stdin is not None:
            child.stdin.close()
        try:
            child.wait(self._patience_s)
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()
