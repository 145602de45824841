"""A run of a connector in a process of its own that dies at a named place: `killed.py DATA SOURCE PLACE NUMBER`."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from wend.bootstrap import open_workspace
from wend.collect.connectors import databases, facade
from wend.kit.settings import Settings
from wend.log import failpoints


def main(data: str, source: str, place: str, number: str) -> None:
    """Run, and die when the place is reached for the so-manieth time."""
    reached = 0

    def count(name: str) -> None:
        nonlocal reached
        reached += name == place
        if reached == int(number):
            os._exit(9)

    databases.AT_ONCE = 10
    failpoints.on_reached = count
    facade.run(open_workspace(Settings(data=Path(data))), source)


if __name__ == "__main__":
    main(*sys.argv[1:])
