"""A process that erases her and is killed at a named step: `python -m tests.privacy.dying FOLDER STEP`."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

from tests.privacy.seed import EMAIL, HER, opened
from wend.customers import facade as customers
from wend.log import failpoints


def die(folder: Path, step: str) -> None:
    """Erase, until the step."""
    shop = opened(folder)

    def reached(name: str) -> None:
        if name == step:
            os.kill(os.getpid(), signal.SIGKILL)

    failpoints.on_reached = reached
    customers.erase(shop, EMAIL, "ha", "asked by letter", HER[0])


if __name__ == "__main__":
    die(Path(sys.argv[1]), sys.argv[2])
