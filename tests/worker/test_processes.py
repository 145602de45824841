"""Servers and workers as processes: who may run beside whom, and how a worker ends."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from wend.bootstrap import open_workspace
from wend.kit.clock import FixedClock
from wend.kit.settings import Settings
from wend.log import inbox, live
from wend.workspaces.facade import Workspace

WEND = (sys.executable, "-m", "wend")
STOP_SECONDS = 10.0


@contextmanager
def running(data: Path, *words: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """A process of `wend …` and the first line it says."""
    environment = {**os.environ, "WEND_DATA": str(data), "WEND_LANGUAGE": "en", "PYTHONUNBUFFERED": "1"}
    process = subprocess.Popen([*WEND, *words], env=environment, stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        yield process, process.stdout.readline()
    finally:
        process.terminate()
        process.wait(STOP_SECONDS)
        assert process.stdout is not None
        process.stdout.close()


@pytest.mark.usefixtures("on_sqlite")
def test_a_second_server_on_the_directory_refuses_and_ends(data_dir: Path) -> None:
    with running(data_dir, "serve", "--port", "0") as (first, ready):
        assert "ready" in ready
        for language, said in (("en", "already runs"), ("vi", "đang chạy")):
            environment = {**os.environ, "WEND_DATA": str(data_dir), "WEND_LANGUAGE": language}
            words = [*WEND, "serve", "--port", "0"]
            second = subprocess.run(
                words, env=environment, capture_output=True, text=True, check=False, timeout=STOP_SECONDS
            )
            assert second.returncode == 2
            assert said in second.stderr
            assert str(first.pid) in second.stderr
        first.kill()
        first.wait(STOP_SECONDS)
    with running(data_dir, "serve", "--port", "0") as (_, again):  # a dead server leaves nothing to clean up
        assert "ready" in again


def test_a_worker_beside_nobody_moves_what_waits_and_ends_when_told(data_dir: Path, clock: FixedClock) -> None:
    here = open_workspace(Settings(data=data_dir), clock)
    row: live.LiveRow = {
        "event_id": 1, "subject": "customer:1", "identifiers": None, "event": "page.viewed", "channel": "web",
        "occurred_at": 1, "received_at": 1, "rating": None, "expectation": None, "about": None, "amount": None,
        "currency": None, "source": "web", "properties": None,
    }  # fmt: skip
    with here.store.work(here.name) as work:
        live.promise(work, [row])
    with running(data_dir, "worker") as (process, said):
        assert "main" in said
        assert _emptied(here)
        process.send_signal(signal.SIGTERM)
        assert process.wait(STOP_SECONDS) == 0
    assert here.log.journal_at_hand().events == 1


def _emptied(here: Workspace) -> bool:
    pause = threading.Event()
    for _ in range(600):
        with here.store.reading(here.name) as reading:
            if not inbox.is_waiting(reading):
                return True
        pause.wait(0.1)
    return False
