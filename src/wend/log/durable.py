"""Files that survive a power cut: neither pyarrow nor delta-rs nor numpy calls fsync, so we do."""

from __future__ import annotations

import errno
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from wend.log.errors import NoRoom
from wend.log.failpoints import reached


@contextmanager
def needing_room(path: Path) -> Iterator[None]:
    """Turn a full disk into NoRoom and take away the half-written file, which only uses up more of it."""
    try:
        yield
    except OSError as refused:
        if refused.errno not in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
            raise
        if path.is_file():
            path.unlink()
        raise NoRoom(path=str(path.parent)) from refused


def force(handle: int, name: str) -> None:
    """Force what was written through an open file to disk; the only place that does."""
    os.fsync(handle)
    reached(f"forced {name}")


def sync_file(path: Path) -> None:
    """Force a finished file's bytes to disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        force(handle, path.name)
    finally:
        os.close(handle)


def sync_folder(path: Path) -> None:
    """Force a folder's names to disk; a new file is not safe before its name is."""
    if os.name == "posix":  # Windows has no such call and writes names through
        sync_file(path)


def replace_json(path: Path, document: object) -> None:
    """Swap a JSON file in one step: after a crash it holds the old or the new document, never a part."""
    fresh = path.with_name(path.name + ".new")
    with fresh.open("w", encoding="utf-8") as file:
        file.write(json.dumps(document, ensure_ascii=False))
        file.flush()
        force(file.fileno(), fresh.name)
    fresh.replace(path)
    sync_folder(path.parent)


def read_json(path: Path) -> dict[str, object] | None:
    """The JSON object in a file, or None when it is missing or damaged. For files that can be rebuilt."""
    try:
        document = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return document if isinstance(document, dict) else None
