"""The collecting door inside the server: open to any host and page, ready at once, and no way in to anything else."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from starlette.testclient import TestClient

from tests.collect.live.sending import Sending, event, opened, sending
from tests.web.visiting import BASE
from wend.kit.clock import FixedClock
from wend.web.doors import collecting_only
from wend.web.shell import listening
from wend.workspaces.facade import Workspace, create_key


@pytest.fixture
def here(data_dir: Path, clock: FixedClock) -> Workspace:
    return opened(data_dir, clock)


@pytest.fixture
def waking(here: Workspace) -> Iterator[Sending]:
    """A source in front of a server whose pages never finish loading."""
    never = Event()

    def load() -> None:
        never.wait(60)

    with TestClient(listening(here, load), base_url=BASE) as client:  # type: ignore[arg-type]
        yield sending(here, client, "web")
    never.set()


def test_events_are_taken_before_the_pages_have_loaded(waking: Sending) -> None:
    waking.client.get("/")
    assert waking.client.get("/api/health").json()["status"] == "waking"
    assert waking.track(messageId="m").json()["accepted"] == 1


def test_any_host_may_send_and_only_this_one_may_look(waking: Sending) -> None:
    assert waking.post("/v1/track", event(), host="events.shop.vn").status_code == 200
    assert waking.client.get("/", headers={"host": "events.shop.vn"}).status_code == 421


def test_a_write_key_opens_nothing_else(waking: Sending) -> None:
    headers = {"authorization": f"Bearer {waking.key}"}
    for path in ("/api/session", "/api/customers", "/api/data/summary"):
        assert waking.client.get(path, headers=headers).status_code == 401


def test_a_collector_alone_shows_its_health_and_nothing_else(here: Workspace) -> None:
    key = create_key(here, "secret", "all", scopes=["admin"]).key
    with TestClient(collecting_only(here)) as client:
        assert client.get("/api/health").json()["status"] == "ok"
        for path in ("/", "/api/customers", "/api/session", "/index.html", "/v1", "/v1/"):
            assert client.get(path, headers={"authorization": f"Bearer {key}"}).status_code == 404


def test_the_path_of_an_event_loads_nothing_heavy() -> None:
    heavy = "pyarrow numba duckdb deltalake scipy numpy fastapi pydantic alembic"
    program = (
        f"import sys, wend.web.collector, wend.web.doors; print([m for m in '{heavy}'.split() if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
