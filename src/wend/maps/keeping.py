"""Obstacles found in a whole log, kept on disk until the log, the registry or the search changes.

The search takes seconds on a million events; a server that starts again must not make people wait for the same answer
twice. The folder can be deleted at any time.
"""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

import msgspec

from wend.maps.model import Obstacle

MOST_FILES = 16


class Drawer:
    """The folder `maps/` beside a workspace's log."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get(self, key: str) -> tuple[Obstacle, ...] | None:
        """What was kept under `key`; None when nothing usable was."""
        try:
            return msgspec.json.decode(self._file(key).read_bytes(), type=tuple[Obstacle, ...])
        except (OSError, msgspec.DecodeError):  # absent, half written or of an older shape: search again
            return None

    def put(self, key: str, found: tuple[Obstacle, ...]) -> None:
        """Keep `found`, and let the oldest files go. A disk that refuses only costs the next start some seconds."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            file = self._file(key)
            fresh = file.with_suffix(".new")
            fresh.write_bytes(msgspec.json.encode(found))
            fresh.replace(file)
            files = sorted(self._folder.glob("*.json"), key=lambda each: each.stat().st_mtime)
            for old in files[:-MOST_FILES]:
                old.unlink(missing_ok=True)
        except OSError:
            return

    def _file(self, key: str) -> Path:
        return self._folder / f"{hashlib.sha256(f'{key} {_search_version()}'.encode()).hexdigest()[:32]}.json"


@cache
def _search_version() -> str:
    """A digest of the search itself: another way of searching finds other things."""
    digest = hashlib.sha256()
    for source in sorted((Path(__file__).parent / "obstacles").glob("*.py")):
        digest.update(source.read_bytes())
    return digest.hexdigest()
