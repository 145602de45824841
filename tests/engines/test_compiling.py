"""Compiled walks are found again by the next process."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

from wend.folds.driver import _WALKS, compiled

SCRIPT = """
from wend.engines import usual
from wend.engines.machine import Machine
from wend.folds.funnel import FUNNEL
from wend.folds.whole import whole_of
params = dict((fold.key, params) for fold, params in usual.questions())
Machine(usual.SmallestJournal(), threads=1).answer(FUNNEL, params["funnel"])
stats = whole_of(FUNNEL).stats
print(sum(stats.cache_hits.values()), sum(stats.cache_misses.values()))
"""


def hits_and_misses(cache: Path) -> list[int]:
    source = Path(__file__).parents[2] / "src"
    environment = {**os.environ, "NUMBA_CACHE_DIR": str(cache), "PYTHONPATH": str(source)}
    run = subprocess.run([sys.executable, "-c", SCRIPT], env=environment, capture_output=True, text=True, check=True)
    return [int(part) for part in run.stdout.split()]


def test_a_second_process_compiles_nothing(tmp_path: Path) -> None:
    assert hits_and_misses(tmp_path) == [0, 1]
    assert hits_and_misses(tmp_path) == [1, 0]


def test_what_another_version_left_on_disk_is_begun_anew() -> None:
    code: Any = _doubled.__code__
    once = compiled("test_of_another_version", code, globals(), {})
    once(1)
    room = ModuleType("gone")
    sys.modules["gone"] = room
    room.Gone = type("Gone", (), {"__module__": "gone"})  # type: ignore[attr-defined]
    once._cache._cache_file._save_index({room.Gone: "types of another version"})
    del sys.modules["gone"]
    _WALKS.pop("test_of_another_version")
    again = compiled("test_of_another_version", code, globals(), {})
    assert again(2) == 4
    assert sum(again.stats.cache_misses.values()) == 1


def _doubled(number: int) -> int:
    return 2 * number
