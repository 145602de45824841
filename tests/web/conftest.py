"""One small workspace full of hostile names, and two people in front of it: a member and a stranger."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from starlette.testclient import TestClient

from tests.web.hostile import EVENTS
from tests.web.visiting import sign_in, small_workspace, visit
from wend.kit.clock import FixedClock
from wend.workspaces.facade import Workspace


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """An imported workspace whose names would like to be code."""
    clock = FixedClock(datetime(2026, 7, 1, 12, tzinfo=UTC))
    return small_workspace(tmp_path_factory.mktemp("web"), clock, EVENTS)


@pytest.fixture(scope="module")
def member(workspace: Workspace) -> Iterator[TestClient]:
    """A browser that is signed in."""
    with visit(workspace) as client:
        yield sign_in(client, workspace)


@pytest.fixture(scope="module")
def stranger(workspace: Workspace) -> Iterator[TestClient]:
    """A browser that is not."""
    with visit(workspace) as client:
        yield client
