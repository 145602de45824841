"""A real `wend serve`, real client libraries in processes of their own, and what Wend says came of it."""

from __future__ import annotations

import json
import os
import re
import resource
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event
from typing import Any, NamedTuple

import pytest

from tools.setup import clients, environment, node
from wend.bootstrap import open_workspace
from wend.collect import facade as collect
from wend.collect.model_sources import Volume
from wend.kit.settings import Settings
from wend.workspaces.facade import Workspace, create_key

PROGRAMS = Path(__file__).parent / "programs"
MODULES = clients.FOLDER / "node_modules"
OLD_SDK = environment.VENV / clients.OLD_SDK
PATIENCE_S = 60
_COMMAND = "from wend.cli import main; main()"
_ROWS = "SELECT event_id, subject, identifiers, event, channel, amount, currency, source, properties FROM events"


class Seen(NamedTuple):
    """A row of the log as the tests look at it."""

    id: int
    subject: str
    identifiers: tuple[str, ...]
    event: str
    channel: str
    amount: int | None
    currency: str | None
    properties: dict[str, Any]


@dataclass
class Server:
    """`wend serve` over one data directory; it can be killed and started again on the same port."""

    data: Path
    settings: dict[str, str] = field(default_factory=dict)
    port: int = 0
    _process: subprocess.Popen[str] | None = None

    @property
    def base(self) -> str:
        """The address that clients are told."""
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        """Listen, on the port of the last time."""
        command = [sys.executable, "-c", _COMMAND, "serve", "--data", str(self.data), "--port", str(self.port)]
        environment_ = {**os.environ, **{f"WEND_{name}": value for name, value in self.settings.items()}}
        self._process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment_)
        assert self._process.stdout is not None
        links = (re.search(r"http://[^/]+:(\d+)/", line) for line in self._process.stdout)
        self.port = int(next(found.group(1) for found in links if found))

    def kill(self) -> None:
        """End it without a warning."""
        assert self._process is not None
        self._process.kill()
        self._ended()

    def stop(self) -> None:
        """End it as an operator does."""
        assert self._process is not None
        self._process.terminate()
        self._ended()

    def _ended(self) -> None:
        assert self._process is not None
        assert self._process.stdout is not None
        self._process.stdout.close()
        self._process.wait()

    def fill_disk(self, *, full: bool) -> None:
        """Let no file of the server grow any more, as on a full disk; or let them grow again."""
        assert self._process is not None
        _, hard = resource.prlimit(self._process.pid, resource.RLIMIT_FSIZE)
        resource.prlimit(self._process.pid, resource.RLIMIT_FSIZE, (0 if full else hard, hard))

    def volume(self, source: str) -> Volume:
        """What Wend says came of the source today."""
        return collect.source_line(self.workspace(), source).day

    def workspace(self) -> Workspace:
        """The same data from this process."""
        return open_workspace(Settings(data=self.data))

    def key(self, source: str) -> str:
        """A write key for a source of this test's own."""
        here = self.workspace()
        return create_key(here, "write", source, collect.ensure_source(here, source).key).key

    def rows(self, source: str) -> list[Seen]:
        """Everything of the source that is in the log."""
        table = self.workspace().log.query(_ROWS).to_pylist()
        return [_seen(row) for row in table if row["source"] == source]

    def rows_when(self, source: str, accepted: int) -> list[Seen]:
        """The rows once so many events were taken; what there is when patience has ended."""
        until = time.monotonic() + PATIENCE_S
        while self.volume(source).accepted < accepted and time.monotonic() < until:
            Event().wait(0.05)  # a program and a server of their own: nobody tells us
        return self.rows(source)


@contextmanager
def running(data: Path, **settings: str) -> Iterator[Server]:
    """A started server that is stopped at the end."""
    server = Server(data, settings)
    server.start()
    try:
        yield server
    finally:
        server.stop()


def python_program(name: str, *arguments: str, old: bool = False) -> dict[str, Any]:
    """What a Python program prints. `old` puts the old library before everything else."""
    if old and not OLD_SDK.is_dir():
        pytest.skip("the old Python client is not installed: run `make test` (or `python3 -m tools.setup clients`)")
    path = {"PYTHONPATH": str(OLD_SDK)} if old else {}
    return _answer([sys.executable, PROGRAMS / name, *arguments], path)


def node_program(name: str, *arguments: str) -> dict[str, Any]:
    """What a Node program prints; libraries are found from where it stands."""
    if not MODULES.is_dir():
        pytest.skip("the npm clients are not installed: run `make test` (or `python3 -m tools.setup clients`)")
    return _answer([node.node_folder() / "node", PROGRAMS / name, *arguments], {})


def started(name: str, *arguments: str, old: bool = False) -> subprocess.Popen[str]:
    """A Python program that goes on while the test does something to the server."""
    path = {"PYTHONPATH": str(OLD_SDK)} if old else {}
    command = [sys.executable, str(PROGRAMS / name), *arguments]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env={**os.environ, **path})


def ended(program: subprocess.Popen[str]) -> dict[str, Any]:
    """What it printed at the end."""
    out, _ = program.communicate(timeout=PATIENCE_S)
    assert program.returncode == 0
    return dict(json.loads(out.splitlines()[-1]))


def names(rows: list[Seen]) -> Counter[str]:
    """How often each event is there."""
    return Counter(row.event for row in rows)


def own(row: Seen) -> dict[str, Any]:
    """The properties that the program gave, without what Wend notes beside them."""
    return {name: value for name, value in row.properties.items() if not name.startswith("$")}


def _answer(command: list[str | Path], more: dict[str, str]) -> dict[str, Any]:
    done = subprocess.run(
        command, env={**os.environ, **more}, check=True, stdout=subprocess.PIPE, text=True, timeout=PATIENCE_S
    )
    return dict(json.loads(done.stdout.splitlines()[-1]))


def _seen(row: dict[str, Any]) -> Seen:
    return Seen(
        row["event_id"],
        row["subject"],
        tuple(json.loads(row["identifiers"] or "[]")),
        row["event"],
        row["channel"],
        row["amount"],
        row["currency"],
        json.loads(row["properties"] or "{}"),
    )
