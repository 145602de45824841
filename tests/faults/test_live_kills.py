"""kill -9 of a collecting server under load: nothing acknowledged is lost, and nothing counts twice."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.faults.live_kills import CLIENTS, CUSTOMERS, campaign

KILLS = int(os.environ.get("WEND_LIVE_KILLS", "50"))


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_kills_under_load_lose_nothing_and_count_nothing_twice(tmp_path: Path) -> None:
    left = campaign(tmp_path / "data", KILLS, seed=1)
    assert left.acknowledged >= KILLS * 20
    assert left.in_log == left.distinct == left.acknowledged, left
    assert left.counted == left.marks == left.acknowledged, left
    assert left.replayed == {"repeated": left.acknowledged}, left
    assert left.joined == CLIENTS * CUSTOMERS, left
