"""Power cuts: whatever the disk kept of what was not forced to it, everything acknowledged is there, once."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.faults.power_cuts import TRACER, cut, has_tracer, traced

IMAGES = int(os.environ.get("WEND_IMAGES", "500"))
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not has_tracer(), reason=f"{TRACER} is not on this machine: nobody sees what is forced to disk"),
]


def test_what_was_acknowledged_survives_every_cut(tmp_path: Path) -> None:
    before, did = traced(tmp_path, 40, moves=False)
    found = cut(tmp_path / "data", before, did, IMAGES * 7 // 10, seed=1)
    assert found.clean, found


def test_a_move_to_the_log_may_be_cut_anywhere(tmp_path: Path) -> None:
    before, did = traced(tmp_path, 18, moves=True)
    found = cut(tmp_path / "data", before, did, IMAGES * 3 // 10, seed=2)
    assert found.clean, found


def test_weaker_settings_would_be_noticed(tmp_path: Path) -> None:
    """The control: without forcing each commit to disk the same cuts must lose events."""
    before, did = traced(tmp_path, 40, synchronous="normal", moves=False)
    found = cut(tmp_path / "data", before, did, 60, seed=3)
    assert found.lost > 0
