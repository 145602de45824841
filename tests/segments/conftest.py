"""A shop with three customers, of whom two have bought; one of them agreed to advertising."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.web.visiting import rows, small_workspace
from wend.kit.clock import FixedClock
from wend.workspaces.facade import Workspace

EVENTS = rows(
    ("1", "lan@shop.vn", "product.viewed", "2026-06-01T08:00:00Z", "web", "Lan"),
    ("1", "", "order.placed", "2026-06-02T08:00:00Z", "web"),
    ("2", "anh@gmail.com", "product.viewed", "2026-06-20T08:00:00Z", "app", "Anh"),
    ("2", "", "order.placed", "2026-06-30T08:00:00Z", "app"),
    ("3", "", "product.viewed", "2026-06-30T09:00:00Z", "web", "Chi"),
)
BOUGHT = {"version": 1, "condition": {"did": {"event": "order.placed"}}}
BOUGHT_LATELY = {"version": 1, "condition": {"did": {"event": "order.placed", "in": {"last": "3d"}}}}


@pytest.fixture
def shop(tmp_path: Path, clock: FixedClock) -> Workspace:
    """The shop, without segments."""
    return small_workspace(tmp_path, clock, EVENTS)
