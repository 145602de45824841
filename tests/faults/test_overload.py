"""Three times too much: every answer is 200, or 429 or 503 with a time to come again, and what was taken is there."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.faults.overload import campaign

SECONDS = float(os.environ.get("WEND_OVERLOAD_S", "12"))
MOST_MEGABYTES = 600
"""The queue's 64 MB of bodies and those being read, as Python holds them, and the process."""


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_an_overloaded_collector_says_so_and_keeps_its_word(tmp_path: Path) -> None:
    with ThreadPoolExecutor(1) as beside:  # where no loop runs: a browser test may have left one in this thread
        told = beside.submit(campaign, tmp_path / "data", SECONDS).result()
    assert told.sound, told
    assert told.acknowledged
    assert told.most_megabytes <= MOST_MEGABYTES
