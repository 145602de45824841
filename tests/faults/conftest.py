"""A store of its own for each file of fault tests."""

from __future__ import annotations

import pytest

from tests.log.world import World


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    return World(tmp_path_factory.mktemp("data"))
