"""One empty workspace whose clock and ids the test knows."""

from __future__ import annotations

from pathlib import Path

import pytest

from wend.bootstrap import open_workspace
from wend.kit.clock import FixedClock
from wend.kit.ids import CountingIds
from wend.kit.settings import Settings
from wend.workspaces.facade import Workspace


@pytest.fixture
def here(data_dir: Path, clock: FixedClock) -> Workspace:
    """A workspace in an empty data directory."""
    return open_workspace(Settings(data=data_dir), clock, CountingIds())
