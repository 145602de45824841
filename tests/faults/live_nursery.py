"""Starts the servers that the live fault tests kill: forks of a process that has everything loaded.

`python -m tests.faults.live_nursery DATA` listens, says `port N`, and for each line on standard input starts one server
on that listener; it says `child PID` and, when the child is gone, `end`. The listener outlives the servers: who
connects in between waits for the next one, as behind a proxy that restarts it.
"""

from __future__ import annotations

import os
import socket
import sys
from pathlib import Path
from threading import Event, Thread

import deltalake  # noqa: F401  # loaded before the forks; its threads start with the first table
import pyarrow.parquet  # noqa: F401

from tests.faults.story import say
from wend.bootstrap import open_workspace
from wend.cli.serve import server_of
from wend.kit.settings import Settings
from wend.log import log, moving  # noqa: F401  # likewise
from wend.web.doors import collecting_only

MOVE_EVERY_S = 0.08


def main() -> None:
    """Serve until standard input ends."""
    data = Path(sys.argv[1])
    listener = socket.create_server(("127.0.0.1", 0), backlog=128)
    say(f"port {listener.getsockname()[1]}")
    for _ in sys.stdin:
        child = os.fork()
        if child == 0:
            _serve(data, listener)
        say(f"child {child}")
        os.waitpid(child, 0)
        say("end")


def _serve(data: Path, listener: socket.socket) -> None:
    here, ended = open_workspace(Settings(data=data, collect_rate=1_000_000)), Event()

    def move() -> None:
        while not ended.wait(MOVE_EVERY_S):
            here.log.move()

    Thread(target=move, daemon=True).start()
    server_of(collecting_only(here)).run(sockets=[listener])
    os._exit(0)


if __name__ == "__main__":
    main()
