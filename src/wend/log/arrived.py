"""What joined the log after a number of the inbox: by whom, and the last event of each. Read from the files that came.

Each commit of the table names the last inbox number that is in it (`table.append`), so whoever has followed the inbox
up to a number finds what it missed without looking at anything older. A commit may hold a little that was followed
before.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from wend.log.table import APPLICATION

_COLUMNS = ["subject", "occurred_at", "event_id", "source"]
_TYPES = (pa.string(), pa.timestamp("us", "UTC"), pa.int64(), pa.string())
_SCHEMA = pa.schema(list(zip(_COLUMNS, _TYPES, strict=True)))


def arrived(folder: Path, after: int, most_rows: int, without: str) -> dict[str, str] | None:
    """By identifier the id of the last event that joined after this number of the inbox; events of the source `without`
    are left out. None: more than so many rows joined, or nobody knows any more.
    """
    names = _files(folder, after)
    if names is None or any(not (folder / name).is_file() for name in names):
        return None
    if sum(pq.read_metadata(folder / name).num_rows for name in names) > most_rows:
        return None
    parts = [pq.read_table(folder / name, columns=_COLUMNS).cast(_SCHEMA) for name in names]
    rows = pa.concat_tables([_SCHEMA.empty_table(), *parts])
    others = rows.filter(pc.not_equal(rows["source"], without))
    ordered = others.sort_by([("occurred_at", "ascending"), ("event_id", "ascending")])
    found = ordered.group_by("subject", use_threads=False).aggregate([("event_id", "last")])
    return dict(zip(found["subject"].to_pylist(), map(str, found["event_id_last"].to_pylist()), strict=True))


def _files(folder: Path, after: int) -> list[str] | None:
    """Names of the files that joined with commits beyond this number, or None when older commits are gone already."""
    names: list[str] = []
    commits = sorted((folder / "_delta_log").glob("*.json"), reverse=True)
    for commit in commits:
        moved, added = _read(commit)
        if moved is not None and moved <= after:
            return names
        if moved is not None:
            names += added
    return names if commits and int(commits[-1].stem) == 0 else None


def _read(commit: Path) -> tuple[int | None, list[str]]:
    """The inbox number that a commit names, and the files that joined with it."""
    moved, added = None, []
    for action in _actions(commit):
        if action.get("txn", {}).get("appId") == APPLICATION:
            moved = int(action["txn"]["version"])
        if "add" in action:
            added.append(str(action["add"]["path"]))
    return moved, added


def _actions(commit: Path) -> Iterator[dict[str, Any]]:  # Any: actions of the Delta protocol
    for line in commit.read_text(encoding="utf-8").splitlines():
        if line.strip():
            yield json.loads(line)
