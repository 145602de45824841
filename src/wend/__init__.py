"""Wend: customer journeys from facts."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from wend.notebook import Notebook

__version__ = "0.1.0"
__all__ = ["__version__", "open"]


def open(
    directory: str | Path = "wend-data", workspace: str = "main"
) -> Notebook:  # `wend.open(dir)` is the promised name
    """The workspace in `directory`, for notebooks and scripts: answers as Arrow tables or pandas frames."""
    from wend.notebook import Notebook

    return Notebook.open(directory, workspace)
