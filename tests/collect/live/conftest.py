"""One workspace per module, and a source of its own for every test."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from starlette.testclient import TestClient

from tests.collect.live.sending import Sending, door, opened, sending
from wend.kit.clock import FixedClock
from wend.workspaces.facade import Workspace


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """A workspace at noon UTC on a Wednesday."""
    clock = FixedClock(datetime(2026, 7, 1, 12, tzinfo=UTC))
    return opened(tmp_path_factory.mktemp("live"), clock, collect_rate=1_000_000)


@pytest.fixture(scope="module")
def client(workspace: Workspace) -> Iterator[TestClient]:
    """The door, open."""
    with door(workspace) as opened_door:
        yield opened_door


@pytest.fixture
def shop(workspace: Workspace, client: TestClient) -> Sending:
    """A source that nobody has used."""
    return sending(workspace, client, workspace.ids.fresh("shop"))
