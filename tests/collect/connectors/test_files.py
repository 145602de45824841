"""A CSV file on another server, read again and again: a longer one adds what is new, the same one nothing."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from tests.collect.conftest import events_of
from wend.bootstrap import open_workspace
from wend.collect import facade as collect
from wend.kit.clock import FixedClock
from wend.kit.ids import CountingIds
from wend.kit.settings import Settings
from wend.people import erasing
from wend.workspaces.facade import Workspace

MAPPING = """
name = "sheet"
[customer]
customer = "customer"
[[event]]
name = { column = "event" }
time = "time"
required = true
"""
HEAD = "customer,event,time\n"
ROWS = [f"{n % 3},shop.visited,2026-06-0{n}T08:00:00Z\n" for n in range(1, 6)]


class Sheet(ThreadingHTTPServer):
    """A server with one file."""

    text = ""


class Page(BaseHTTPRequestHandler):
    """Gives the file."""

    server: Sheet

    def do_GET(self) -> None:
        self.send_response(200)
        self.end_headers()
        self.wfile.write(self.server.text.encode())

    def log_message(self, *words: object) -> None:
        """Say nothing."""


@pytest.fixture
def sheet() -> Iterator[Sheet]:
    server = Sheet(("127.0.0.1", 0), Page)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def allowing(data_dir: Path, clock: FixedClock, sheet: Sheet) -> Iterator[Workspace]:
    """A workspace whose operator named the other server."""
    settings = Settings(data=data_dir, connector_hosts=f"elsewhere.vn, 127.0.0.1:{sheet.server_port}")
    opened = open_workspace(settings, clock, CountingIds())
    yield opened
    opened.store.close()


def connect(workspace: Workspace, sheet: Sheet) -> None:
    url = f"http://127.0.0.1:{sheet.server_port}/visits.csv?token=canary-9d1c"
    made = collect.connectors.add_csv(workspace, "Visits", url, MAPPING)
    assert "canary" not in repr(made)


def test_a_longer_file_adds_what_is_new(allowing: Workspace, sheet: Sheet) -> None:
    connect(allowing, sheet)
    sheet.text = HEAD + "".join(ROWS[:3])
    assert collect.connectors.run(allowing, "visits").events == 3
    assert collect.connectors.run(allowing, "visits").unchanged
    sheet.text = HEAD + "".join(ROWS)
    again = collect.connectors.run(allowing, "visits")
    assert (again.rows, again.events, again.repeated) == (5, 2, 3)
    assert {event["source"] for event in events_of(allowing)} == {"visits"}


def test_bad_rows_wait_and_are_taken_in_later(allowing: Workspace, sheet: Sheet) -> None:
    connect(allowing, sheet)
    sheet.text = HEAD + ROWS[0] + "7,shop.visited,02/06/2026\n"
    assert collect.connectors.run(allowing, "visits").bad == 1
    mended = MAPPING.replace('time = "time"', 'time = { column = "time", format = "%d/%m/%Y" }')
    collect.connectors.change(allowing, "visits", mapping=mended)
    assert collect.connectors.replay(allowing, "visits") == collect.Replayed(1, 1, 0)
    assert len(events_of(allowing)) == 2


def test_a_private_place_is_refused_when_it_is_named(workspace: Workspace, sheet: Sheet) -> None:
    for url in (f"http://127.0.0.1:{sheet.server_port}/visits.csv", "https://10.0.0.8/visits.csv"):
        with pytest.raises(collect.connectors.PlaceRefused):
            collect.connectors.add_csv(workspace, "Visits", url, MAPPING)


def test_a_place_that_is_gone_is_trouble_and_changes_nothing(allowing: Workspace, sheet: Sheet) -> None:
    connect(allowing, sheet)
    sheet.text = HEAD + ROWS[0]
    collect.connectors.run(allowing, "visits")
    sheet.shutdown()
    sheet.server_close()
    with pytest.raises(collect.connectors.NotReached):
        collect.connectors.run(allowing, "visits")
    assert len(events_of(allowing)) == 1


def test_who_was_erased_does_not_come_back(allowing: Workspace, sheet: Sheet) -> None:
    connect(allowing, sheet)
    with allowing.store.work(allowing.name) as work:
        erasing.forget(work, ["customer:1"], allowing.ids)
    sheet.text = HEAD + "".join(ROWS)
    collect.connectors.run(allowing, "visits")
    assert {event["subject"] for event in events_of(allowing)} == {"customer:2", "customer:0"}
