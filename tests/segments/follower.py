"""A process that keeps members up to date until it is killed.

`python -m tests.segments.follower FOLDER WORKSPACE PLACE TIMES`: it kills itself the n-th time it comes to a place; an
empty one leaves that to others. It says `ready` once nothing is left to be loaded, and ends when it hears anything.
"""

from __future__ import annotations

import os
import select
import signal
import sys
from pathlib import Path

from tests.segments.story import SharedClock, settings
from wend.bootstrap import open_workspace
from wend.kit.ids import CountingIds
from wend.log import failpoints
from wend.segments import facade as segments

LOOK_S = 0.001


def main() -> None:
    """Follow, compute, and move what came to the log."""
    folder, workspace, place, times = Path(sys.argv[1]), sys.argv[2], sys.argv[3], int(sys.argv[4])
    here = open_workspace(settings(folder, workspace), SharedClock(folder / "clock"), CountingIds())
    segments.segments(here)
    left = [times]

    def stop(name: str) -> None:
        left[0] -= name == place
        if name == place and left[0] == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    failpoints.on_reached = stop
    print("ready", flush=True)  # noqa: T201  # the campaign reads this
    while not select.select([sys.stdin], [], [], LOOK_S)[0]:
        segments.catch_up(here)


if __name__ == "__main__":
    main()
