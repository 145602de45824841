"""A store that all tests of this room share; each takes a workspace of its own."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from wend.kit.clock import FixedClock
from wend.store.facade import Store


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    folder: Path = tmp_path_factory.mktemp("people")
    opened = Store.open(folder, FixedClock(datetime(2026, 7, 1, 12, tzinfo=UTC)))
    yield opened
    opened.close()
