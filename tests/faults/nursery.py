"""Starts the processes that the fault tests kill. They are forks, so that each is at work at once instead of importing.

Reads one line of JSON per child from standard input; children write to the same standard output.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import tempfile
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path

from tests.faults import story
from wend.log import failpoints
from wend.log.building import Plan, build
from wend.log.canonical import NOBODY
from wend.log.journal import WordLists
from wend.log.lines import Lines
from wend.log.marks import Marks
from wend.log.staging import Writer


def main() -> None:
    """Serve until standard input ends."""
    _warm()
    for line in sys.stdin:
        order = json.loads(line)
        child = os.fork()
        if child == 0:
            _work(order)
        story.say(f"child {child}")
        _, status = os.waitpid(child, 0)
        story.say(f"end {status}")


def _warm() -> None:
    """Load the compiled kernels before the first fork.

    The Delta table is left out: its threads would not survive a fork.
    """
    words = WordLists()
    with tempfile.TemporaryDirectory() as folder:
        marks = Marks(Path(folder))
        writer = Writer(Path(folder), marks, "import_0", datetime(2026, 7, 1, tzinfo=UTC), ExitStack())
        for number in range(3):
            staged = writer.stage(story.batch(number))
            writer.settle(staged)
            lines = Lines(1, {}).with_files({staged.file: staged.added})
            build(Plan(Path(folder), Path(folder), [staged.file], lines, 0, NOBODY, None, None, 2, 1, 0, 1, words))
        marks.flush()


def _work(order: dict[str, str | int]) -> None:
    if order["stop_at"]:
        failpoints.on_reached = _Stopper(str(order["stop_at"]), int(order["times"]))
    story.run(Path(str(order["data"])), str(order["workspace"]), int(order["until"]))
    os._exit(0)


class _Stopper:
    """Kills this process the n-th time the code reaches a place."""

    def __init__(self, name: str, times: int) -> None:
        self.name, self.times = name, times

    def __call__(self, name: str) -> None:
        self.times -= name == self.name
        if self.times == 0:
            os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    main()
