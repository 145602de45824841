"""One server for the tests that only send to it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.clients.running import Server, running


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A running Wend; each test has a source of its own."""
    with running(tmp_path_factory.mktemp("clients") / "data") as started:
        yield started
