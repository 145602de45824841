"""A shop with three customers, two orders and one who only looked."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.web.visiting import rows, small_workspace
from wend.boards.model import Asked
from wend.kit.clock import FixedClock
from wend.workspaces.facade import Workspace

EVENTS = rows(
    ("1", "lan@shop.vn", "product.viewed", "2026-06-01T08:00:00Z", "web", "Lan"),
    ("1", "", "order.placed", "2026-06-02T08:00:00Z", "web"),
    ("2", "", "product.viewed", "2026-06-20T08:00:00Z", "app", "Anh"),
    ("2", "", "order.placed", "2026-06-30T08:00:00Z", "app"),
    ("3", "", "product.viewed", "2026-06-30T09:00:00Z", "web", "Chi"),
)
FUNNEL = Asked("funnel", {"steps": "product.viewed > order.placed"}, "events")


@pytest.fixture
def shop(tmp_path: Path, clock: FixedClock) -> Workspace:
    """The shop, empty of boards."""
    return small_workspace(tmp_path, clock, EVENTS)
