"""PostgreSQL dies while transactions commit. What was acknowledged is there, the rest is Trouble, nothing is half."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import select

from tests.postgresql import Server
from wend.kit.clock import FixedClock
from wend.kit.errors import Trouble
from wend.store.facade import Store, tables

SETTINGS, COUNTERS = tables.settings.c, tables.counters.c
PATIENCE_S = 60
WRITERS = 3


@pytest.fixture
def server() -> Iterator[Server]:
    """A server that may be killed without disturbing other tests."""
    server = Server().start()
    yield server
    server.stop()


class Writers:
    """Threads that write one row after the other, each again until it is acknowledged, as a client does."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.acknowledged: set[str] = set()
        self.troubles: list[str] = []
        self.faults: list[BaseException] = []
        self._stopping = threading.Event()
        self._threads = [threading.Thread(target=self._write, args=(name,)) for name in range(WRITERS)]
        for each in self._threads:
            each.start()

    def more(self, count: int) -> None:
        """Wait until so many more are acknowledged."""
        goal, pause = len(self.acknowledged) + count, threading.Event()
        for _ in range(PATIENCE_S * 100):
            if len(self.acknowledged) >= goal or self.faults:
                break
            pause.wait(0.01)
        assert self.faults == []
        assert len(self.acknowledged) >= goal

    def stop(self) -> None:
        self._stopping.set()
        for each in self._threads:
            each.join(PATIENCE_S)

    def _write(self, name: int) -> None:
        number = 0
        while not self._stopping.is_set():
            key = f"{name}/{number}"
            try:
                with self.store.work("main") as work:
                    if work.add_new(tables.settings, [{"key": key, "value": "1"}]):
                        work.numbers("rows")
            except Trouble as trouble:
                self.troubles.append(trouble.code)
                self._stopping.wait(0.02)
            except BaseException as fault:
                self.faults.append(fault)
                raise
            else:
                self.acknowledged.add(key)
                number += 1


def _all_at_once(server: Server) -> None:
    server.kill()
    server.start()


def _one_backend(server: Server) -> None:
    """The others are then told to go by the server, which starts anew by itself."""
    with psycopg.connect(server.url(), autocommit=True) as connection:
        found = connection.execute(
            "SELECT pid FROM pg_stat_activity WHERE application_name = 'wend' LIMIT 1"
        ).fetchone()
    assert found is not None
    os.kill(found[0], signal.SIGKILL)


def _immediate_stop(server: Server) -> None:
    server.leave(signal.SIGQUIT)
    server.start()


def test_nothing_acknowledged_is_lost_and_nothing_is_half(data_dir: Path, clock: FixedClock, server: Server) -> None:
    store = Store.open(data_dir, clock, server.url())
    writers = Writers(store)
    try:
        ends: list[Callable[[Server], None]] = [_all_at_once, _one_backend, _immediate_stop]
        for end in ends * 2:
            writers.more(30)
            end(server)
        writers.more(30)
    finally:
        writers.stop()
    with store.reading("main") as reading:
        kept = {row.key for row in reading.rows(select(SETTINGS.key).where(SETTINGS.workspace == "main"))}
        counted = reading.row(select(COUNTERS.value).where(COUNTERS.workspace == "main", COUNTERS.name == "rows"))
    assert writers.acknowledged <= kept
    assert len(kept - writers.acknowledged) <= WRITERS  # committed, but the answer never came
    assert counted == (len(kept),)
    assert set(writers.troubles) <= {"store.away"}
    assert writers.troubles
    store.close()
