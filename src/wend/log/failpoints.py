"""Named places between two steps where the crash tests stop the process. In the product nothing is ever armed."""

from __future__ import annotations

from collections.abc import Callable

on_reached: Callable[[str], None] | None = None
"""Set by `tests/faults` in its child processes only."""


def reached(name: str) -> None:
    """Tell the armed test, if there is one, that the code got here."""
    if on_reached is not None:
        on_reached(name)
