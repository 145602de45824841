"""Kernels compiled beside the server: the child yields, ends when told, and never outlives who asked for it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from wend.cli.compiling import COMMAND, YIELDING, Compiling
from wend.engines.warmth import is_warm, remember

WAITS = (sys.executable, "-c", "import sys; sys.stdin.read()")


def test_the_child_lets_everybody_pass() -> None:
    compiling = Compiling(WAITS)
    compiling.start()
    assert compiling.child is not None
    try:
        assert os.getpriority(os.PRIO_PROCESS, compiling.child) == YIELDING
    finally:
        compiling.stop()
    compiling.wait()
    assert compiling.child is None


def test_nothing_begins_after_the_end() -> None:
    compiling = Compiling(WAITS)
    compiling.stop()
    compiling.start()
    compiling.wait()
    assert compiling.child is None


def test_a_child_that_hears_nothing_is_ended() -> None:
    compiling = Compiling((sys.executable, "-c", "while True: pass"), patience_s=0.05)
    compiling.start()
    compiling.stop()
    assert compiling.child is None


def test_compiling_ends_with_whoever_asked(tmp_path: Path) -> None:
    environment = {**os.environ, "NUMBA_CACHE_DIR": str(tmp_path)}
    child = subprocess.Popen(COMMAND, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment)
    said, _ = child.communicate(timeout=60)  # closes its standard input, as the end of a server does
    assert (child.returncode is not None, said) == (True, b"")
    assert not list(tmp_path.rglob("warmed-*"))


def test_a_child_that_has_done_its_part_says_so() -> None:
    nothing = (*COMMAND, "--part", "999", "1000")  # of so many parts this one is empty
    with subprocess.Popen(nothing, stdin=subprocess.PIPE) as child:  # which stays open, as that of a server does
        assert child.wait(60) == 0


def test_a_new_version_is_cold_again(tmp_path: Path) -> None:
    old = tmp_path / "warmed-before"
    old.touch()
    assert not is_warm(tmp_path)
    remember(tmp_path)
    assert is_warm(tmp_path)
    assert not old.exists()
    remember(tmp_path / "no" / "such" / "folder")  # nobody can write there, and that is no fault
