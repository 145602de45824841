"""Wend: customer journeys from facts."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from wend.opened import Opened

__version__ = "0.1.0"
__all__ = ["__version__", "open"]


def open(
    place: str | Path = "wend-data", workspace: str = "main", *, key: str = "", insecure: bool = False
) -> Opened:  # `wend.open(place)` is the promised name
    """The workspace in a directory, or of a running server at `https://…`, for notebooks and scripts: answers as Arrow
    tables or pandas frames.

    A server wants a secret key: `key`, or the environment's WEND_KEY. It is sent to that server alone, and beyond this
    machine only by https, unless `insecure` allows http.
    """
    from wend.opened import is_url

    if is_url(place):
        from wend.remote.door import Remote

        return Remote.open(str(place), workspace, key, insecure=insecure)
    from wend.notebook import Notebook

    return Notebook.open(place, workspace)
