"""`wend warm` as a child of the server: it yields to everybody else, and ends with its parent."""

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

    def __init__(self, command: tuple[str, ...] = COMMAND) -> None:
        self._command = command
        self._child: subprocess.Popen[bytes] | None = None
        self._over = False
        self._lock = Lock()

    def start(self) -> None:
        """Begin; nothing after `stop`."""
        with self._lock:
            if self._over or self._child is not None:
                return
            silent = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
            self._child = subprocess.Popen(self._command, stdin=subprocess.PIPE, **silent)  # noqa: S603  # our own
        with suppress(AttributeError, OSError):  # where there is no such order, or the child is gone already
            os.setpriority(os.PRIO_PROCESS, self._child.pid, YIELDING)

    def wait(self) -> None:
        """Until it is done, or stopped, or could not begin."""
        if self._child is not None:
            self._child.wait()

    def stop(self) -> None:
        """End it now, and wait until it is gone."""
        with self._lock:
            self._over, child = True, self._child
        if child is None or child.poll() is not None:
            return
        if child.stdin is not None:
            child.stdin.close()
        try:
            child.wait(PATIENCE_S)
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()
