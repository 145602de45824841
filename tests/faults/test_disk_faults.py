"""A disk that fails below a collecting server: it says 503, writes nothing by halves, and recovers with the disk."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults.live_kills import BATCH, CUSTOMERS, Client, counted
from tests.faults.power_cuts import TRACER, has_tracer
from wend.bootstrap import open_workspace
from wend.kit.settings import Settings
from wend.workspaces.facade import create_key

BATCHES = 12
FAULTS = {
    "a forced write fails": "fdatasync:error=EIO:when=4..6",
    "a write fails": "pwrite64:error=EIO:when=30..33",
    "the disk is full": "pwrite64:error=ENOSPC:when=20..50",
}
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not has_tracer(), reason=f"{TRACER} is not on this machine: nobody can make its disk fail"),
]


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS.keys())
def test_a_failing_disk_loses_nothing_that_was_acknowledged(tmp_path: Path, fault: str) -> None:
    here = open_workspace(Settings(data=tmp_path / "data"))
    key = create_key(here, "write", "test", "web").key
    here.store.close()
    serve = [sys.executable, "-m", "wend", "collect", "--data", str(tmp_path / "data"), "--port", "0"]
    command = [
        TRACER,
        "-f",
        "-qq",
        "-o",
        str(tmp_path / "trace"),
        "-e",
        "trace=pwrite64,fdatasync",
        "-e",
        f"inject={fault}",
        *serve,
    ]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, start_new_session=True) as server:
        try:
            client = Client(0, _port(server), key)
            for _ in range(BATCHES):
                client.until_taken(client.acknowledged)
                client.acknowledged += 1
        finally:
            os.killpg(server.pid, signal.SIGTERM)
    left = counted(tmp_path / "data", 0, [client], client.said)
    assert client.said["503"] > 0, "the fault was never met"
    assert left.in_log == left.distinct == left.counted == left.marks == BATCHES * BATCH, left
    assert left.joined == CUSTOMERS, left


def _port(server: subprocess.Popen[str]) -> int:
    while server.stdout is not None and (line := server.stdout.readline()):
        if found := re.search(r"http://[^ ]*:(\d+)", line):
            return int(found.group(1))
    raise RuntimeError("the server did not start")
