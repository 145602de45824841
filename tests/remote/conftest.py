"""One shop, opened twice: here, and through a real server."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

import pytest
import uvicorn

import wend
from tests.web.visiting import rows, small_workspace
from wend.kit.clock import FixedClock
from wend.notebook import Notebook
from wend.opened import Opened
from wend.segments import facade as segments
from wend.web.app import create_app
from wend.web.shell import listening
from wend.workspaces.facade import Workspace, create_key

_STORIES = {"1": "abc", "2": "abbc", "3": "ab", "4": "a", "5": "aabc", "6": "dd"}
_EVENTS = {"a": "page.seen", "b": "cart.filled", "c": "order.placed", "d": "newsletter.sent"}


@contextmanager
def served(workspace: Workspace) -> Iterator[str]:
    """The address of a server of this workspace."""
    listener = socket.create_server(("127.0.0.1", 0))
    app = listening(workspace, lambda: create_app(workspace))
    server = uvicorn.Server(uvicorn.Config(app, log_level="error", lifespan="off"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join()
        listener.close()


@pytest.fixture(scope="session")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    clock = FixedClock(datetime(2026, 7, 1, 12, tzinfo=UTC))
    told = [
        (f"customer {who}", f"c{who}@shop.vn", _EVENTS[letter], f"2026-06-{day:02}T08:00:00Z", "web")
        for who, story in _STORIES.items()
        for day, letter in enumerate(story, 1)
    ]
    workspace = small_workspace(tmp_path_factory.mktemp("remote"), clock, rows(*told))
    document = {"version": 1, "condition": {"did": {"event": "order.placed"}}}
    segments.create(workspace, "Buyers", document, "session", key="buyers")
    return workspace


@pytest.fixture(scope="session")
def near(workspace: Workspace) -> Notebook:
    return Notebook(workspace)


@pytest.fixture(scope="session")
def server(workspace: Workspace) -> Iterator[str]:
    with served(workspace) as url:
        yield url


@pytest.fixture(scope="session")
def key(workspace: Workspace) -> str:
    return create_key(workspace, "secret", "Notebook", scopes=["data:read", "profiles:read"]).key


@pytest.fixture(scope="session")
def far(server: str, key: str) -> Opened:
    opened = wend.open(server, key=key)
    opened.language = "en"
    return opened
