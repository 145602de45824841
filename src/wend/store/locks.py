"""Advisory locks on files: the kernel frees them when their holder dies, so a crash leaves nothing to clean up."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

if sys.platform == "win32":
    import msvcrt

    def _lock(file: IO[bytes], wait: bool) -> None:
        # Far beyond the written text, so that the holder's pid stays readable while the byte is locked.
        file.seek(1 << 20)
        msvcrt.locking(file.fileno(), msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(file: IO[bytes], wait: bool) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))


class Held(Exception):
    """Somebody else has the lock; `pid` is theirs (0 unknown). Callers turn it into their own error."""

    def __init__(self, pid: int) -> None:
        super().__init__(pid)
        self.pid = pid


@contextmanager
def hold(path: Path, *, wait: bool) -> Iterator[None]:
    """Hold the lock at `path` for the block; with `wait=False` raise Held at once when another has it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a+b") as file:
        try:
            _lock(file, wait)
        except OSError as refused:
            raise Held(_holder(file)) from refused
        file.truncate(0)
        file.write(f"{os.getpid()} {_boot()}".encode())
        file.flush()
        yield  # closing the file frees the lock


def _holder(file: IO[bytes]) -> int:
    """The pid in the file; 0 when it was written before this machine last started, or on another one."""
    file.seek(0)
    pid, _, boot = file.read(80).decode("ascii", "replace").partition(" ")
    return int(pid) if pid.isdigit() and boot == _boot() else 0


def _boot() -> str:
    try:
        return Path("/proc/sys/kernel/random/boot_id").read_text().strip()
    except OSError:  # not Linux: the lock itself still tells who is alive
        return ""
